use encoding_rs::{MACINTOSH, WINDOWS_1252};

use super::*;

const TEXT: &str =
    "CARGO;NOMBRE\nREGIDURÍA;ROCÍO PEÑALOZA IBÁÑEZ\nDiputación;¿José Núñez? «año» Título\n";

fn read(bytes: &[u8]) -> (Writing, String) {
    let letters = Letters::of(bytes).unwrap();
    (letters.writing(), letters.text(bytes).text)
}

fn dos(text: &str) -> Vec<u8> {
    let byte = |letter: char| {
        DOS.iter()
            .find(|(_, it)| *it == letter)
            .map(|(byte, _)| *byte)
    };
    text.chars()
        .map(|it| byte(it).unwrap_or_else(|| u8::try_from(it).unwrap()))
        .collect()
}

#[test]
fn each_encoding_is_known_by_its_letters() {
    let windows = WINDOWS_1252.encode(TEXT).0.into_owned();
    let mac = MACINTOSH.encode(TEXT).0.into_owned();
    assert_eq!(read(&windows), (Writing::Windows, TEXT.to_owned()));
    assert_eq!(read(&mac), (Writing::MacRoman, TEXT.to_owned()));
    assert_eq!(read(&dos(TEXT)), (Writing::Dos, TEXT.to_owned()));
    assert_eq!(read(TEXT.as_bytes()), (Writing::Unicode, TEXT.to_owned()));
}

#[test]
fn one_accent_is_enough() {
    for word in [
        "PEÑA",
        "Núñez",
        "Gómez",
        "MÉXICO",
        "José",
        "MARTÍNEZ",
        "Ibáñez",
        "LÓPEZ",
    ] {
        for (bytes, writing) in [
            (WINDOWS_1252.encode(word).0.into_owned(), Writing::Windows),
            (MACINTOSH.encode(word).0.into_owned(), Writing::MacRoman),
        ] {
            assert_eq!(read(&bytes), (writing, word.to_owned()), "{word}");
        }
    }
}

#[test]
fn two_encodings_in_one_file_are_read_each_in_its_own() {
    let mut bytes = "ROCÍO PEÑA\n".as_bytes().to_vec();
    bytes.extend(WINDOWS_1252.encode("JOSÉ NÚÑEZ\n").0.iter());
    assert_eq!(
        read(&bytes),
        (Writing::Mixed, "ROCÍO PEÑA\nJOSÉ NÚÑEZ\n".to_owned())
    );
    let letters = Letters::of(&bytes).unwrap();
    assert!(!letters.text("ROCÍO".as_bytes()).mended);
    assert!(letters.text(b"JOS\xC9").mended);
}

#[test]
fn utf8_that_was_read_twice_is_put_right() {
    for text in [
        "ROCÍO PEÑA",
        "¿Qué año? «sí» – “no”",
        "José Núñez Ángel Ávila",
    ] {
        let twice = WINDOWS_1252.decode(text.as_bytes()).0.into_owned();
        assert_ne!(twice, text);
        assert_eq!(once(&twice).text, text);
        assert!(once(&twice).mended);
        let mac = MACINTOSH
            .decode("PEÑA, año, José".as_bytes())
            .0
            .into_owned();
        assert_eq!(once(&mac).text, "PEÑA, año, José");
        assert!(!once(text).mended, "{text}");
    }
    for text in ["JOÃO", "SÃO PAULO", "Ängström", "Châtelet", "√ Seguridad"] {
        assert_eq!(
            once(text),
            Lettered {
                text: text.to_owned(),
                mended: false
            }
        );
        assert!(!is_garbled(text), "{text}");
    }
    assert!(is_garbled("PE\u{fffd}A") && is_garbled("PEÃ?A"));
}

#[test]
fn wide_letters_are_known_without_a_mark() {
    for (bytes, marked) in [
        (
            TEXT.encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>(),
            "le",
        ),
        (
            TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            "be",
        ),
    ] {
        assert_eq!(as_bytes(&bytes).as_ref(), TEXT.as_bytes(), "{marked}");
    }
    let marked = ["\u{feff}", TEXT].concat();
    let marked: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(as_bytes(&marked).as_ref(), TEXT.as_bytes());
}
