use std::fmt::Write as _;

use super::{MAX_MERGED, area, cell, elements, of_sheet};

#[test]
fn what_is_hidden_or_merged_is_found_whatever_the_prefix() {
    let xml = b"<x:worksheet><x:dimension ref='A1:C9'/><x:cols><x:col hidden=\"1\" min=\"2\" max=\"3\"/>\
        <x:col min=\"5\" max=\"5\"/></x:cols><x:sheetData><x:row r=\"2\"/><x:row r=\"6\" hidden=\"true\">\
        <x:c r=\"A6\"/></x:row><x:row hidden=\"1\"/></x:sheetData><x:mergeCells count=\"1\">\
        <x:mergeCell ref=\"A2:A4\"/></x:mergeCells></x:worksheet>";
    let (marks, resized) = of_sheet(xml);
    assert!(resized.is_none());
    assert_eq!(marks.hidden_rows.into_iter().collect::<Vec<_>>(), [6, 7]);
    assert_eq!(marks.hidden_columns.into_iter().collect::<Vec<_>>(), [1, 2]);
    assert_eq!(marks.merged[0].named(), "A2:A4");
    assert!(marks.merged[0].covers(3, 0) && !marks.merged[0].covers(2, 0));
}

#[test]
fn a_size_that_cannot_be_is_blanked_at_its_place() {
    let xml = b"<worksheet><dimension ref=\"A0:AZ48943\"/><sheetData/></worksheet>";
    let (_, resized) = of_sheet(xml);
    let resized = String::from_utf8(resized.unwrap()).unwrap();
    assert_eq!(resized.len(), xml.len());
    assert!(!resized.contains("dimension") && resized.contains("<sheetData/>"));
}

#[test]
fn addresses_are_read_as_sheets_write_them() {
    assert_eq!(cell("A1"), Some((1, 0)));
    assert_eq!(cell("$XFD$1048576"), Some((1_048_576, 16_383)));
    for wrong in ["A0", "1", "A", "", "ABCD1", "A-1", "Ñ1"] {
        assert_eq!(cell(wrong), None, "{wrong}");
    }
    assert_eq!(area("B2:D3").unwrap().named(), "B2:D3");
}

#[test]
fn attributes_are_read_by_their_last_name() {
    let xml = b"<sheet name=\"A &amp; B\" sheetId='1' r:id=\"rId1\"/>";
    let found: Vec<_> = elements(xml, "sheet").collect();
    assert_eq!(found[0].value("name").as_deref(), Some("A & B"));
    assert_eq!(found[0].value("id").as_deref(), Some("rId1"));
    assert_eq!(found[0].value("state"), None);
}

#[test]
fn more_merged_areas_than_are_taken_are_told_and_never_left_out() {
    let merged = |count: usize| {
        let mut xml = "<worksheet><mergeCells>".to_owned();
        for row in 1..=count {
            write!(xml, "<mergeCell ref=\"A{row}:B{row}\"/>").unwrap();
        }
        of_sheet(xml.as_bytes()).0
    };
    let most = merged(MAX_MERGED).all_merged("Hoja 1").unwrap();
    assert_eq!(most.len(), MAX_MERGED);
    let trouble = merged(MAX_MERGED + 50).all_merged("Hoja 1").unwrap_err();
    assert!(
        trouble.text.contains("«Hoja 1»") && trouble.text.contains("20000"),
        "{}",
        trouble.text
    );
}
