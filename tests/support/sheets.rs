//! Spreadsheets as other programs write them: workbooks made part by part, and text in the letters
//! of old machines.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A workbook with a sheet of each name, of this XML within `<worksheet>`.
///
/// # Panics
/// Never in practice.
#[must_use]
pub fn workbook(sheets: &[(&str, String)]) -> Vec<u8> {
    let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: String| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    part("[Content_Types].xml", "<Types/>".to_owned());
    part(
        "_rels/.rels",
        format!(
            "<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" \
             Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let (mut tabs, mut targets) = (String::new(), String::new());
    for (at, (name, xml)) in (1..).zip(sheets) {
        tabs += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"s{at}\"/>");
        targets += &format!(
            "<Relationship Id=\"s{at}\" Type=\"{office}/worksheet\" \
             Target=\"worksheets/sheet{at}.xml\"/>"
        );
        part(
            &format!("xl/worksheets/sheet{at}.xml"),
            format!("<worksheet xmlns=\"{main}\">{xml}</worksheet>"),
        );
    }
    part(
        "xl/workbook.xml",
        format!(
            "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{tabs}</sheets></workbook>"
        ),
    );
    part(
        "xl/_rels/workbook.xml.rels",
        format!("<Relationships xmlns=\"{rels}\">{targets}</Relationships>"),
    );
    zip.finish().unwrap().into_inner()
}

/// The XML of rows of text, numbered from 1, with more rows after them.
#[must_use]
pub fn rows(rows: &[Vec<&str>], more: &str) -> String {
    let mut xml = "<sheetData>".to_owned();
    for (number, cells) in (1..).zip(rows) {
        xml += &format!("<row r=\"{number}\">");
        for text in cells {
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            xml += &format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>");
        }
        xml += "</row>";
    }
    xml + more + "</sheetData>"
}

/// A text as Excel for Mac saves it: Mac Roman, with lines that end in a carriage return only.
///
/// # Panics
/// The text has a letter that Spanish does not.
#[must_use]
pub fn mac_roman(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '\n' => b'\r',
        'á' => 0x87,
        'é' => 0x8E,
        'í' => 0x92,
        'ó' => 0x97,
        'ú' => 0x9C,
        'ñ' => 0x96,
        'ü' => 0x9F,
        'Á' => 0xE7,
        'É' => 0x83,
        'Í' => 0xEA,
        'Ó' => 0xEE,
        'Ú' => 0xF2,
        'Ñ' => 0x84,
        '¿' => 0xC0,
        it => {
            assert!(it.is_ascii(), "{it}");
            u8::try_from(it).unwrap()
        }
    };
    text.replace("\r\n", "\n").chars().map(byte).collect()
}

/// A text whose bytes in UTF-8 were taken for Windows-1252 and saved again as UTF-8.
#[must_use]
pub fn twice_in_utf8(text: &str) -> String {
    // The letters of Spanish have no byte that differs between Latin-1 and Windows-1252 but these.
    let letter = |byte: u8| match byte {
        0x80..=0x9F => {
            const OTHER: [char; 32] = [
                '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}',
                'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›',
                'œ', '\u{9d}', 'ž', 'Ÿ',
            ];
            OTHER[usize::from(byte - 0x80)]
        }
        byte => char::from(byte),
    };
    text.bytes().map(letter).collect()
}
