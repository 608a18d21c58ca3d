//! Workbooks that were not made by a spreadsheet.

use std::io::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::core::sheets::grid::{Book, Cell};
use crate::core::sheets::read_spreadsheet;
use crate::core::sheets::slips::Slip;
use crate::core::sheets::trouble::Reason;

const LIMITS: Limits = Limits {
    rows: 5_000,
    columns: 100,
    expanded: 96 * 1024 * 1024,
    text: 48 * 1024 * 1024,
    old_workbooks: true,
};

fn book(bytes: &[u8]) -> Book {
    read_spreadsheet(bytes, &LIMITS).unwrap()
}

/// A minimal workbook with one sheet of this XML, and these shared strings.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" \
                 Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>\
                 <sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" \
                 Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>"),
        ),
        ("xl/sharedStrings.xml", strings.to_owned()),
    ];
    zipped(parts.iter().map(|(name, text)| (*name, text.as_bytes())))
}

fn zipped<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn refused(bytes: &[u8]) -> Reason {
    read_spreadsheet(bytes, &LIMITS).unwrap_err()[0].reason
}

const NO_STRINGS: &str = "<sst/>";

#[test]
fn the_minimal_workbook_is_read() {
    let row = "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>hola</t></is></c></row>";
    let book = book(&workbook(row, "<sst></sst>"));
    assert_eq!(book.sheets[0].name.as_deref(), Some("A"));
    assert_eq!(book.sheets[0].rows[0].number, 3);
    assert_eq!(book.sheets[0].rows[0].text(1), "hola");
}

#[test]
fn a_bomb_is_refused_before_it_is_expanded() {
    let zeros = vec![b' '; 97 * 1024 * 1024];
    let bomb = zipped(
        [
            ("xl/workbook.xml", &b"<a/>"[..]),
            ("xl/media/a.bin", &zeros),
        ]
        .into_iter(),
    );
    assert!(bomb.len() < 1024 * 1024, "{}", bomb.len());
    assert_eq!(refused(&bomb), Reason::TooLarge);
}

#[test]
fn a_bomb_that_lies_about_its_size_is_refused_too() {
    let limit = 1_000_u32;
    let spaces = vec![b' '; 50_000];
    let mut bomb = zipped([("a", spaces.as_slice())].into_iter());
    let declared = 50_000_u32.to_le_bytes();
    let places: Vec<usize> = bomb
        .windows(4)
        .enumerate()
        .filter(|(_, it)| *it == declared)
        .map(|(at, _)| at)
        .collect();
    assert!(places.len() >= 2, "local header and directory");
    for at in places {
        bomb[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    let limits = Limits {
        expanded: u64::from(limit),
        ..LIMITS
    };
    assert!(measured(&bomb, &limits).is_err());
}

#[test]
fn cells_far_out_are_refused_not_allocated() {
    for place in ["XFD1", "A1048576"] {
        let cell = format!("<row><c r=\"A1\"><v>1</v></c><c r=\"{place}\"><v>1</v></c></row>");
        assert_eq!(
            refused(&workbook(&cell, "<sst></sst>")),
            Reason::TooLarge,
            "{place}"
        );
    }
}

#[test]
fn announced_strings_are_not_believed() {
    let strings = "<sst count=\"1\" uniqueCount = '9999999999999'><si><t>a</t></si></sst>";
    assert_eq!(refused(&workbook("", strings)), Reason::TooLarge);
    let wide: Vec<u8> = strings.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(check_announced(&wide).is_err());
}

#[test]
fn one_stored_text_shown_by_many_cells_is_counted_each_time() {
    let text = "x".repeat(1024 * 1024);
    let strings = format!("<sst uniqueCount=\"1\"><si><t>{text}</t></si></sst>");
    let cells: String = (1..100)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    assert_eq!(refused(&workbook(&cells, &strings)), Reason::TooLarge);
}

#[test]
fn nonsense_in_the_xml_is_a_refusal() {
    for sheet in [
        "<row><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
        "<row><c r=\"A0\"><v>1</v></c></row>",
        "<row><c r=\"\"><v>1</v></c></row>",
        "<row><c r=\"A99999999999999\"><v>1</v></c></row>",
        "<row><c>",
        "<row><c r=\"A1\" t=\"zz\"><v>1</v></c></row>",
    ] {
        assert_eq!(
            refused(&workbook(sheet, NO_STRINGS)),
            Reason::Broken,
            "{sheet}"
        );
    }
}

#[test]
fn formulas_dates_and_errors_are_told_from_text() {
    let mut written = Workbook::new();
    let sheet = written.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet
        .write_formula(0, 0, Formula::new("=1+1").set_result("2"))
        .unwrap();
    sheet
        .write_with_format(0, 1, ExcelDateTime::from_ymd(2024, 6, 2).unwrap(), &day)
        .unwrap();
    sheet.write(0, 2, 5_512_345_678.0).unwrap();
    sheet.write_string(0, 3, "=1+1").unwrap();
    sheet.write_string(0, 4, "'=1+1").unwrap();
    sheet.write(0, 5, true).unwrap();
    let read = book(&written.save_to_buffer().unwrap());
    let row = &read.sheets[0].rows[0];
    assert_eq!(row.cell(0).slip, Some(Slip::Formula));
    assert_eq!(row.text(0), "2");
    assert_eq!(row.cell(1).slip, Some(Slip::Date));
    assert_eq!(*row.cell(2), Cell::of("5512345678"));
    assert_eq!((row.text(3), row.text(4)), ("=1+1", "'=1+1"));
    assert_eq!(row.cell(5).slip, Some(Slip::Boolean));
}

#[test]
fn a_size_that_no_sheet_has_is_not_read() {
    let cell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    for size in ["A0:AZ48943", "B5:A1", "A1:XFD1048576", "", "99"] {
        let sheet = workbook(cell, NO_STRINGS);
        let with = format!("<dimension ref=\"{size}\"/><sheetData>");
        let sheet = replaced(&sheet, "<sheetData>", &with);
        assert_eq!(book(&sheet).sheets[0].rows.len(), 1, "{size}");
    }
}

/// The same workbook with another text in its sheet.
fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.push((part.name().unwrap().into_owned(), text.replace(from, to)));
    }
    zipped(
        parts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes())),
    )
}

#[test]
fn blank_cells_far_out_cost_nothing_and_others_are_named() {
    let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    let far = |cell: &str| {
        let sheet = format!("{row}<row r=\"1048576\"><c r=\"XFD1048576\"{cell}</row>");
        read_spreadsheet(&workbook(&sheet, NO_STRINGS), &LIMITS)
    };
    for cell in [" s=\"0\"/>", " t=\"inlineStr\"><is><t> </t></is></c>"] {
        assert_eq!(far(cell).unwrap().sheets[0].rows.len(), 1, "{cell}");
    }
    let refused = far("><v>1</v></c>").unwrap_err();
    assert_eq!(refused[0].cell.as_deref(), Some("A!XFD1048576"));
}

#[test]
fn a_formula_without_a_stored_value_is_no_empty_cell() {
    let row =
        "<row r=\"1\"><c r=\"A1\"><f>B1</f></c><c r=\"B1\" t=\"str\"><f>C1</f><v></v></c></row>";
    let book = book(&workbook(row, NO_STRINGS));
    let row = &book.sheets[0].rows[0];
    for at in [0, 1] {
        assert_eq!((row.text(at), row.cell(at).slip), ("", Some(Slip::Formula)));
    }
}
