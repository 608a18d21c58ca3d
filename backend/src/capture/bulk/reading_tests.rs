//! Reading CSV, and telling files apart.

use super::*;
use crate::core::sheets::grid::Row;

fn texts(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|it| it.text.as_str()).collect()
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
    let csv = "a,b\r\n\r\n\"uno\r\ndos\",2\r\n,\r\n\n\"=\"\"x\"\"\",'=1\r\n";
    let table = read_sheet(csv.as_bytes()).unwrap();
    let numbers: Vec<u32> = table.rows.iter().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 3, 6]);
    assert_eq!(texts(&table.rows[1]), ["uno\ndos", "2"]);
    assert_eq!(texts(&table.rows[2]), ["=\"x\"", "=1"]);
}

#[test]
fn other_signs_and_encodings_are_read() {
    let table = read_sheet(b"id_candidatura;nombre\r\n1;Mar\xeda;\r\n").unwrap();
    assert_eq!(texts(&table.rows[1]), ["1", "María"]);
    let wide: Vec<u8> = "\u{feff}a\tb\r\n1\tñ\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(texts(&read_sheet(&wide).unwrap().rows[1]), ["1", "ñ"]);
}

#[test]
fn what_is_no_sheet_is_refused_by_its_content() {
    let pdf = b"%PDF-1.7\n\0\x01".as_slice();
    for (bytes, status) in [
        (b"".as_slice(), 415),
        (pdf, 415),
        (b"%PDF-1.4\n1 0 obj, 2 0 obj\n", 415),
        (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1], 415),
        (b"PK\x03\x04 broken", 422),
    ] {
        let Err(Failure::Problem(problem)) = read_sheet(bytes) else {
            panic!("accepted: {bytes:?}");
        };
        assert_eq!(problem.status, status);
    }
}

#[test]
fn too_many_rows_or_columns_are_refused() {
    let long = "a\n".repeat(5_001);
    let wide = format!("{}a\n", ",".repeat(100));
    for text in [long, wide] {
        let Err(Failure::Problem(problem)) = read_sheet(text.as_bytes()) else {
            panic!("accepted");
        };
        assert_eq!(problem.status, 413);
    }
}
