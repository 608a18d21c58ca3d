//! What the workbook holds.

use std::io::{Cursor, Read as _};

use conoceles_shared::questionnaire::Section;
use zip::ZipArchive;

use super::super::fixture_tests::{now, roll};
use super::super::template;
use super::*;

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn the_template_has_lists_panes_widths_and_locks() {
    let sheet = template::sheet(&roll(3));
    let bytes = sheet.xlsx(&Limits::default(), now()).unwrap();
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<pane xSplit=\"2\" ySplit=\"2\""), "{xml}");
    assert!(xml.contains("<sheetProtection"));
    assert_eq!(xml.matches("type=\"list\"").count(), 2);
    assert!(
        xml.contains("'Catálogos'!$A$1:$A$11"),
        "ten degrees and «No proporcionó»"
    );
    assert!(xml.contains("'Catálogos'!$B$1:$B$8"));
    assert!(!xml.contains("<f>"), "no formula in any cell");
    let book = part(&bytes, "xl/workbook.xml");
    for name in ["Candidaturas", "Instrucciones", "Catálogos"] {
        assert!(book.contains(name));
    }
    assert!(book.contains("hidden"));
    assert_eq!(
        bytes,
        sheet.xlsx(&Limits::default(), now()).unwrap(),
        "the same bytes again"
    );
}

#[test]
fn csv_has_its_mark_and_no_cell_that_starts_a_formula() {
    let mut sheet = Sheet::with_header();
    sheet.rows.insert(
        2,
        vec!["=cmd|' /C calc'!A0".into(), "-1".into(), "Hola".into()],
    );
    let csv = sheet.csv().unwrap();
    assert!(csv.starts_with(b"\xef\xbb\xbfid_candidatura,"));
    let text = String::from_utf8(csv).unwrap();
    assert!(text.ends_with("'=cmd|' /C calc'!A0,'-1,Hola\r\n"), "{text}");
}

#[test]
fn a_text_that_no_cell_holds_is_refused_not_cut() {
    let mut sheet = Sheet::with_header();
    sheet.rows.insert(2, vec!["x".repeat(CELL_MAX + 1)]);
    let Err(Failure::Problem(problem)) = sheet.xlsx(&Limits::default(), now()) else {
        panic!("written");
    };
    assert_eq!(problem.code, Code::TooLarge);
    assert!(sheet.csv().is_ok());
}

#[test]
fn what_a_field_asks_for_fits_beside_its_cell() {
    for column in Column::all() {
        if let Column::Answer(field) = column {
            let asked = guide::asked(field, &Limits::default());
            assert!(asked.encode_utf16().count() <= MESSAGE_MAX, "{asked}");
            assert!(!asked.starts_with('.') && !asked.contains(".."), "{asked}");
            assert!(field.section != Section::Photo);
        }
    }
}
