use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::*;
use crate::ine::choice::choose;
use crate::ine::parse::parse;

const HEADER: [&str; 9] = [
    "PARTIDO_COALICION",
    "CARGO",
    "ENTIDAD",
    "DISTRITO LOCAL",
    "NUM_LISTA_O_FORMULA",
    "NOMBRE_CANDIDATO",
    "EDAD",
    "TELEFONO",
    "CURSOS",
];

/// A sheet with the header and as many rows as asked for, changed.
fn rows(many: u32, change: impl FnOnce(&mut Worksheet)) -> Rows {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, title) in (0..).zip(HEADER) {
        sheet.write_string(0, at, title).unwrap();
    }
    for row in 1..=many {
        let name = format!("ANA {}", ["UNO", "DOS", "TRES", "CUATRO"][row as usize - 1]);
        let cells = [
            "PARTIDO DEL EJEMPLO",
            "DIPUTACIÓN LOCAL MR",
            "DURANGO",
            "3",
            "901",
            &name,
        ];
        for (at, cell) in (0..).zip(cells) {
            sheet.write_string(row, at, cell).unwrap();
        }
    }
    change(sheet);
    let book = parse(&book.save_to_buffer().unwrap()).unwrap();
    let chosen = choose(&book, None).unwrap();
    candidacy_rows(chosen.sheet, &chosen.columns)
}

fn said(found: &[Finding]) -> String {
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

#[test]
fn merged_cells_give_their_value_to_each_row_where_several_may_share_it() {
    let found = rows(3, |sheet| {
        let look = Format::new();
        sheet.merge_range(1, 0, 3, 0, "PARTIDO UNO", &look).unwrap();
        sheet.merge_range(1, 7, 2, 7, "5510000000", &look).unwrap();
    });
    let actors: Vec<&str> = found.rows.iter().map(|it| it.cells[0].as_str()).collect();
    assert_eq!(actors, ["PARTIDO UNO"; 3]);
    assert!(said(&found.warnings).contains("A2:A4 son celdas combinadas"));
    let errors = said(&found.errors);
    assert!(
        errors.contains("Sheet1!H3, columna TELEFONO: está en celdas combinadas (H2:H3)"),
        "{errors}"
    );
    let wide = rows(1, |sheet| {
        sheet
            .merge_range(1, 2, 1, 3, "DURANGO", &Format::new())
            .unwrap();
    });
    assert!(
        said(&wide.errors)
            .contains("D2, columna DISTRITO LOCAL: está en celdas combinadas (C2:D2)")
    );
}

#[test]
fn totals_notes_and_headers_again_are_no_candidacies() {
    let found = rows(1, |sheet| {
        sheet.write_string(2, 0, "TOTAL").unwrap();
        sheet.write_number(2, 4, 7).unwrap();
        sheet
            .write_string(3, 0, "Fuente: elaboración propia")
            .unwrap();
        for (at, title) in (0..).zip(HEADER) {
            sheet.write_string(4, at, title).unwrap();
        }
        sheet
            .write_string(5, 5, "Nota: corte al 2 de junio")
            .unwrap();
        sheet.write_string(6, 5, "BEATRIZ SOLA").unwrap();
        for (at, legend) in (7..).zip([
            "PCD = Partido Centro Democrático",
            "PARM: Partido Auténtico",
            "PES - Partido Encuentro Social",
            "Unidos Ganas Tú: PAN, PRD, PT",
        ]) {
            sheet.write_string(at, 5, legend).unwrap();
        }
    });
    let numbers: Vec<u32> = found.rows.iter().map(|it| it.number).collect();
    assert_eq!(
        numbers,
        [2, 7],
        "a name alone is a candidacy that lacks the rest"
    );
    let told = said(&found.warnings);
    for line in [
        "fila 3: es un total",
        "fila 4: es una nota",
        "fila 5: repite el encabezado",
        "fila 6: es una nota",
        "fila 8: es una nota",
        "fila 9: es una nota",
        "fila 10: es una nota",
        "fila 11: es una nota",
    ] {
        assert!(told.contains(line), "{told}");
    }
    assert!(!told.contains("elaboración"), "notes are not quoted");
}

#[test]
fn what_a_spreadsheet_changed_stops_the_import_or_stays_unpublished() {
    let found = rows(4, |sheet| {
        let day = Format::new().set_num_format("d-mmm");
        let date = ExcelDateTime::from_ymd(2024, 1, 2).unwrap();
        sheet.write_with_format(1, 4, &date, &day).unwrap();
        sheet.write_string(2, 3, "2024-01-01 00:00:00").unwrap();
        sheet.write_number(3, 4, 45_293).unwrap();
        sheet.write_string(4, 5, "#N/A").unwrap();
        sheet.write_string(1, 7, "5.51E+09").unwrap();
        sheet.write_string(2, 7, "5510000002.0").unwrap();
        sheet.write_boolean(3, 8, true).unwrap();
        sheet.write_string(4, 8, "#¡REF!").unwrap();
    });
    let errors = said(&found.errors);
    for line in [
        "Sheet1!E2, columna NUM_LISTA_O_FORMULA: es una fecha",
        "Sheet1!D3, columna DISTRITO LOCAL: es una fecha",
        "Sheet1!E4, columna NUM_LISTA_O_FORMULA: es una fecha",
        "Sheet1!F5, columna NOMBRE_CANDIDATO: tiene un error",
    ] {
        assert!(errors.contains(line), "{errors}");
    }
    assert_eq!(found.errors.len(), 4, "{errors}");
    let told = said(&found.warnings);
    for line in [
        "Sheet1!H2, columna TELEFONO: está en notación científica",
        "Sheet1!I4, columna CURSOS: dice verdadero o falso",
        "Sheet1!I5, columna CURSOS: tiene un error",
    ] {
        assert!(told.contains(line), "{told}");
    }
    assert!(told.contains("esta respuesta no se publica"));
    let phones: Vec<&str> = found.rows.iter().map(|it| it.cells[7].as_str()).collect();
    assert_eq!(phones[..2], ["", "5510000002"]);
    assert!(
        found
            .rows
            .iter()
            .all(|it| it.cells.get(8).is_none_or(String::is_empty))
    );
}

#[test]
fn positions_that_are_all_large_are_no_dates() {
    let found = rows(4, |sheet| {
        for row in 1..=4 {
            sheet.write_number(row, 4, 45_000 + row).unwrap();
        }
    });
    assert!(found.errors.is_empty(), "{}", said(&found.errors));
}

#[test]
fn a_formula_is_its_stored_value_or_an_error() {
    let found = rows(2, |sheet| {
        let full = Formula::new("=CONCATENATE(\"A\",\"B\")").set_result("ANA CONCATENADA");
        sheet.write_formula(1, 5, full).unwrap();
        let lost = Formula::new("=B9").set_result("#N/A");
        sheet.write_formula(2, 5, lost).unwrap();
    });
    assert_eq!(found.rows[0].cells[5], "ANA CONCATENADA");
    assert!(
        said(&found.warnings).contains("hay fórmulas; se tomó el valor guardado con ellas: F2")
    );
    assert!(said(&found.errors).contains("F3, columna NOMBRE_CANDIDATO: tiene un error"));
}

#[test]
fn whole_numbers_lose_the_decimals_that_a_program_gave_them() {
    for (text, number) in [
        ("901100.0", "901100"),
        ("47.00", "47"),
        ("4.5", "4.5"),
        (".0", ".0"),
        ("1.", "1."),
    ] {
        assert_eq!(without_decimals(text), number);
    }
}
