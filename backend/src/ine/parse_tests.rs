use super::{Format, parse};

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    parse(bytes)
        .unwrap()
        .rows
        .into_iter()
        .map(|it| it.cells)
        .collect()
}

#[test]
fn csv_in_utf8_with_or_without_its_mark() {
    let text = "CARGO,NOMBRE\nPRESIDENCIA,\"PEÑA, \nMARÍA\"\n\n,\nREGIDURÍA, ÑUÑO \n";
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
    ] {
        let table = parse(&bytes).unwrap();
        assert_eq!(table.format, Format::CsvUnicode);
        let numbers: Vec<u32> = table.rows.iter().map(|it| it.number).collect();
        assert_eq!(table.rows[1].cells, ["PRESIDENCIA", "PEÑA, \nMARÍA"]);
        // The row of empty cells counts and is left out.
        assert_eq!(numbers, [1, 2, 4]);
        assert_eq!(table.rows[2].cells, ["REGIDURÍA", "ÑUÑO"]);
    }
}

#[test]
fn what_is_not_utf8_is_windows_1252() {
    let bytes = b"CARGO;NOMBRE\nREGIDUR\xCDA;PE\xD1A \x93Lupita\x94\n";
    let table = parse(bytes).unwrap();
    assert_eq!(table.format, Format::CsvWindows);
    assert_eq!(table.rows[1].cells, ["REGIDURÍA", "PEÑA “Lupita”"]);
}

#[test]
fn tabs_and_utf16_are_understood() {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend("A\tB\nñ\t2\n".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(cells(&bytes), [["A", "B"], ["ñ", "2"]]);
}

#[test]
fn an_empty_or_broken_file_says_so() {
    for bytes in [
        &b""[..],
        b"\n\n",
        b"PK\x03\x04nothing",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    ] {
        let errors = parse(bytes).unwrap_err();
        assert_eq!(errors.len(), 1);
        assert!(
            errors[0].to_string().starts_with("Archivo: "),
            "{}",
            errors[0]
        );
    }
}
