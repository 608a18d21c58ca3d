//! The same figures in every format, and nothing in them that runs.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use conoceles_shared::reports::{
    Report, ReportCell, ReportColumn, ReportHead, ReportKind, ReportRow, ReportTable,
    ReportedElection,
};

use super::*;

fn example() -> Report {
    let at = "2027-05-01T05:59:59Z".parse().unwrap();
    let row = |label: &str, cells: Vec<ReportCell>| ReportRow {
        code: "x".to_owned(),
        label: label.to_owned(),
        cells,
    };
    Report {
        head: ReportHead {
            kind: ReportKind::Progress,
            number: Some(3),
            election: ReportedElection {
                id: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
                name: "Ayuntamientos".to_owned(),
                drill: true,
                archived: false,
            },
            cutoff: at,
            drawn_at: at,
        },
        base: "Base: 1,234 candidaturas.".to_owned(),
        since: None,
        notices: vec!["No son acciones afirmativas.".to_owned()],
        tables: vec![ReportTable {
            id: "by_actor".to_owned(),
            title: "Avance por actor: ¿cuánto?".to_owned(),
            note: None,
            row_label: "Actor".to_owned(),
            columns: vec![
                ReportColumn::number("registered", "Registradas"),
                ReportColumn::number("share", "%"),
                ReportColumn::number("change", "Cambio"),
            ],
            rows: vec![
                row(
                    "=HYPERLINK(\"https://mal.example\")",
                    vec![
                        ReportCell::count(1234),
                        ReportCell::share(2, 3),
                        ReportCell::change(9.0, 4.0),
                    ],
                ),
                row(
                    "Sierra",
                    vec![
                        ReportCell::suppressed(),
                        ReportCell::words("+1"),
                        ReportCell::words("—"),
                    ],
                ),
            ],
            total: Some(vec![
                ReportCell::count(1234),
                ReportCell::share(2, 3),
                ReportCell::words(""),
            ]),
        }],
    }
}

#[test]
fn csv_has_a_mark_numbers_and_no_formula() {
    let report = example();
    let text = String::from_utf8(csv_table::csv_of(&report.tables[0]).unwrap()).unwrap();
    let lines: Vec<_> = text.split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}Actor,Registradas,%,Cambio");
    assert_eq!(
        lines[1],
        "\"'=HYPERLINK(\"\"https://mal.example\"\")\",1234,66.7,-5"
    );
    assert_eq!(lines[2], "Sierra,Reservado,'+1,—");
    assert_eq!(lines[3], "Total,1234,66.7,");
}

#[test]
fn a_workbook_has_the_figures_of_the_csv() {
    let report = example();
    let bytes = workbook::workbook_of(&report).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Informe", "1 Avance por actor cuánto"]);
    let sheet = book.worksheet_range_at(1).unwrap().unwrap();
    let at = |row, column| sheet.get((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(
        at(1, 0),
        Data::String("=HYPERLINK(\"https://mal.example\")".to_owned())
    );
    assert_eq!(
        [at(1, 1), at(1, 2), at(1, 3)],
        [1234.0, 66.7, -5.0].map(Data::Float)
    );
    assert_eq!(at(2, 1), Data::String("Reservado".to_owned()));
    let about = book.worksheet_range_at(0).unwrap().unwrap();
    let told: Vec<_> = about.rows().map(|it| it[0].to_string()).collect();
    assert!(
        told.iter().any(|it| it == "No son acciones afirmativas."),
        "{told:?}"
    );
    assert!(told.iter().any(|it| it.starts_with("Simulacro")));
}

#[test]
fn a_report_is_printed_the_same_each_time() {
    let bytes = printed::pdf_of(&example(), "IEEM").unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(bytes, printed::pdf_of(&example(), "IEEM").unwrap());
}
