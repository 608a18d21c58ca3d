use super::parse;
use crate::core::sheets::grid::Writing;

fn told(bytes: &[u8]) -> String {
    let errors = parse(bytes).unwrap_err();
    assert_eq!(errors.len(), 1);
    errors[0].to_string()
}

#[test]
fn csv_in_utf8_with_or_without_its_mark() {
    let text = "CARGO,NOMBRE\nPRESIDENCIA,\"PEÑA, \nMARÍA\"\n\n,\nREGIDURÍA, ÑUÑO \n";
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
    ] {
        let book = parse(&bytes).unwrap();
        assert_eq!(book.writing, Writing::Unicode);
        let rows = &book.sheets[0].rows;
        // Empty rows count as a spreadsheet counts them, and are left out.
        let numbers: Vec<u32> = rows.iter().map(|it| it.number).collect();
        assert_eq!(numbers, [1, 2, 5]);
        assert_eq!(rows[1].text(1), "PEÑA, \nMARÍA");
    }
}

#[test]
fn an_empty_or_broken_file_says_so() {
    for bytes in [
        &b""[..],
        b"\n\n",
        b"PK\x03\x04nothing",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    ] {
        assert!(told(bytes).starts_with("Archivo: "), "{}", told(bytes));
    }
}

#[test]
fn a_file_that_is_something_else_says_what_it_is_and_what_to_do() {
    for (bytes, what) in [
        (
            &b"<html><body><table><tr><td>CARGO</td></tr></table>"[..],
            "HTML",
        ),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\n",
            "MHTML",
        ),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04nothing", "dañado"),
    ] {
        let told = told(bytes);
        assert!(
            told.contains(what) && told.contains("XLSX") | told.contains(".xlsx"),
            "{told}"
        );
    }
}
