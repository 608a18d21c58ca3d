use super::*;
use crate::Dated;

fn report(columns: usize, rows: usize) -> PrintedReport {
    let table = PrintedTable {
        title: "Avance por actor político".to_owned(),
        note: Some("Orden alfabético; no es una clasificación.".to_owned()),
        row_label: "Actor político".to_owned(),
        columns: (0..columns)
            .map(|it| format!("En captura o sin iniciar {it}"))
            .collect(),
        rows: (0..rows)
            .map(|row| {
                let cells = (0..columns).map(|it| format!("{}", row * it)).collect();
                (format!("Coalición de nombre largo número {row}"), cells)
            })
            .collect(),
    };
    PrintedReport {
        about: About {
            title: "Informe de avance 3".to_owned(),
            authority: "IEEM".to_owned(),
            dated: Dated {
                year: 2027,
                month: 5,
                day: 1,
                hour: 0,
                minute: 0,
                second: 0,
            },
            ident: "informe-3".to_owned(),
            drill: true,
        },
        facts: vec![Fact::new("Corte", "1 de mayo de 2027")],
        base: "Base: 300 candidaturas registradas.".to_owned(),
        notices: vec!["No es una acción afirmativa.".to_owned()],
        tables: vec![table],
    }
}

#[test]
fn tables_of_any_size_are_accessible_documents() {
    // The validators of PDF/UA-1 and PDF/A-2a refuse what breaks their rules.
    for (columns, rows) in [(1, 1), (2, 0), (3, 2), (5, 40), (6, 3), (20, 130)] {
        let bytes = print_report(&report(columns, rows)).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{columns} × {rows}");
        assert_eq!(bytes, print_report(&report(columns, rows)).unwrap());
    }
}
