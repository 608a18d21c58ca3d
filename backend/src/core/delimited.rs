//! Delimited text as people save it: in which encoding, and with which sign between its cells.

use encoding_rs::{Encoding, WINDOWS_1252};

/// A file's bytes as the text they stand for.
#[derive(Debug)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Whether it was Unicode.
    pub unicode: bool,
}

/// Unicode by its mark or because it is valid UTF-8; everything else is Windows-1252.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        return Decoded {
            text: text.into_owned(),
            unicode: true,
        };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: text.to_owned(),
            unicode: true,
        },
        Err(_) => Decoded {
            text: WINDOWS_1252.decode(bytes).0.into_owned(),
            unicode: false,
        },
    }
}

/// The sign that parts the first line most often.
#[must_use]
pub fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|sign| first.bytes().filter(|it| it == sign).count())
        .unwrap_or(b',')
}
