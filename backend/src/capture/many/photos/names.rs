//! What a file in a ZIP is called. A name is bytes: of UTF-8 where its flag says so, and where it does
//! not also of whatever the program that wrote it had, so that one file may have several readings.

use std::collections::BTreeSet;

use conoceles_shared::api::many_photos::{FILE_NAME_LENGTH, file_key};
use conoceles_shared::visible::visible;

/// Spanish letters in code page 850, which Windows in Spanish writes; the others are as in page 437.
const PAGE_850: [(u8, char); 6] = [
    (0xB5, 'Á'),
    (0xD6, 'Í'),
    (0xE0, 'Ó'),
    (0xE9, 'Ú'),
    (0x9A, 'Ü'),
    (0x81, 'ü'),
];
/// Spanish letters in code page 437.
const PAGE_437: [(u8, char); 11] = [
    (0xA0, 'á'),
    (0x82, 'é'),
    (0xA1, 'í'),
    (0xA2, 'ó'),
    (0xA3, 'ú'),
    (0xA4, 'ñ'),
    (0xA5, 'Ñ'),
    (0x90, 'É'),
    (0x9A, 'Ü'),
    (0x81, 'ü'),
    (0xA6, 'ª'),
];
/// Files that programs add to folders.
const ADDED: [&str; 3] = ["thumbs.db", "desktop.ini", ".ds_store"];
/// The folder in which macOS keeps what other systems have no place for.
const MAC_FOLDER: &str = "__macosx";

/// The name of a file in a ZIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileInZip {
    /// As it is shown, without its folders.
    pub shown: String,
    /// Every reading of it, as it is compared.
    pub keys: BTreeSet<String>,
    /// Whether it is hidden, or one that programs add.
    pub hidden: bool,
}

impl FileInZip {
    /// The name of these bytes; `read` is what the ZIP's reader made of them.
    pub fn named(raw: &[u8], read: &str) -> Self {
        let path = std::str::from_utf8(raw).unwrap_or(read);
        let shown = base(path);
        let hidden = is_hidden(path);
        let mut readings = vec![shown.to_owned(), base(read).to_owned()];
        if std::str::from_utf8(raw).is_err() {
            let old = [&PAGE_437[..], &PAGE_850[..]].concat();
            readings.push(base(&in_page(raw, &PAGE_437)).to_owned());
            // Page 850 has all of 437's Spanish letters, at the same places.
            readings.push(base(&in_page(raw, &old)).to_owned());
            let (windows, _, _) = encoding_rs::WINDOWS_1252.decode(raw);
            readings.push(base(&windows).to_owned());
        }
        let legible = readings.iter().rev().find(|it| is_plain(it));
        Self {
            shown: shortened(legible.map_or(shown, String::as_str)),
            keys: readings.iter().map(|it| file_key(it)).collect(),
            hidden,
        }
    }
}

/// What comes after the last separator, of whichever system.
fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn is_hidden(path: &str) -> bool {
    let parts = path
        .split(['/', '\\'])
        .filter(|it| !matches!(*it, "" | "." | ".."));
    let mut parts = parts.map(str::to_lowercase);
    parts.any(|it| it.starts_with('.') || it == MAC_FOLDER || ADDED.contains(&it.as_str()))
}

fn in_page(raw: &[u8], page: &[(u8, char)]) -> String {
    let letter = |byte: &u8| {
        let found = page.iter().find(|(code, _)| code == byte);
        match found {
            Some((_, letter)) => *letter,
            None if byte.is_ascii() => char::from(*byte),
            None => char::REPLACEMENT_CHARACTER,
        }
    };
    raw.iter().map(letter).collect()
}

/// Whether a reading is one that a person may have written.
fn is_plain(name: &str) -> bool {
    name.chars()
        .all(|it| it.is_ascii() || "áéíóúüñÁÉÍÓÚÜÑªº¿¡\u{301}\u{303}\u{308}".contains(it))
}

/// A name as it is shown: nobody's screen has to hold a megabyte.
fn shortened(name: &str) -> String {
    let legible = visible(name);
    let mut letters = legible.chars().filter(|it| !it.is_control());
    let mut short: String = letters.by_ref().take(FILE_NAME_LENGTH).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod names_tests;
