//! Query strings as text: decoding what a browser sends, escaping what a link carries.

use std::fmt::Write as _;

/// Decodes a query string (`a=1&b=x+y`), in order. Malformed escapes stay as they are; what is not
/// UTF-8 is read as old forms and spreadsheets write it, by Windows' table for Western Europe.
#[must_use]
pub fn decode_pairs(text: &str) -> Vec<(String, String)> {
    text.split('&')
        .filter(|it| !it.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        })
        .collect()
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped = (*byte == b'%')
            .then(|| escaped_byte(bytes.get(at + 1..at + 3)?))
            .flatten();
        match (escaped, byte) {
            (Some(value), _) => {
                out.push(value);
                at += 3;
                continue;
            }
            (None, b'+') => out.push(b' '),
            (None, other) => out.push(*other),
        }
        at += 1;
    }
    String::from_utf8(out)
        .unwrap_or_else(|it| it.as_bytes().iter().map(|it| western(*it)).collect())
}

/// The byte of two hexadecimal digits; a sign is none.
fn escaped_byte(digits: &[u8]) -> Option<u8> {
    let mut value = 0;
    for digit in digits {
        let digit = char::from(*digit).to_digit(16)?;
        value = value * 16 + u8::try_from(digit).ok()?;
    }
    Some(value)
}

/// A byte by Windows' table for Western Europe (1252), which is Latin-1 but for the quotes and
/// dashes that it has in place of controls.
fn western(byte: u8) -> char {
    const SPECIAL: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž',
        '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}',
        'ž', 'Ÿ',
    ];
    let special = byte
        .checked_sub(0x80)
        .and_then(|it| SPECIAL.get(usize::from(it)));
    special.copied().unwrap_or(char::from(byte))
}

/// Escapes one value for a query string.
#[must_use]
pub fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b',' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// Adds a parameter, its values joined by commas; without any, nothing.
pub(super) fn push_parameter<'a>(
    text: &mut String,
    key: &str,
    values: impl Iterator<Item = &'a str>,
) {
    let joined = values.collect::<Vec<_>>().join(",");
    if !joined.is_empty() {
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(key);
        text.push('=');
        text.push_str(&encode(&joined));
    }
}

#[cfg(test)]
#[path = "query_text_tests.rs"]
mod query_text_tests;
