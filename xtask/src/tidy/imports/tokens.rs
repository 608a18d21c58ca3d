//! The words and marks of a Rust file's code, without comments and literals.

use crate::tidy::source::character;

/// One piece of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A name or a keyword.
    Word(&'a str),
    /// `::`
    Join,
    /// Any other character; `0` for a number.
    Mark(char),
    /// A string literal, by its place among the file's literals.
    Text(usize),
}

/// A piece with its line, counted from 1.
#[derive(Debug, Clone, Copy)]
pub struct Token<'a> {
    pub line: usize,
    pub piece: Piece<'a>,
}

/// Cuts the code layer of a file.
pub fn cut(code: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(code.len() / 6);
    let bytes = code.as_bytes();
    let (mut at, mut line, mut literals) = (0, 1, 0);
    while let Some(&byte) = bytes.get(at) {
        let mut push = |piece| tokens.push(Token { line, piece });
        match byte {
            b'\n' => {
                line += 1;
                at += 1;
            }
            b' ' | b'\t' | b'\r' => at += 1,
            b'"' => {
                push(Piece::Text(literals));
                literals += 1;
                // The inside is blank: the next quote is the closing one.
                let inside = &code[at + 1..];
                let length = inside.find('"').unwrap_or(inside.len());
                line += inside[..length].matches('\n').count();
                at += length + 2;
            }
            b'\'' => at += character(&code[at..]).unwrap_or_else(|| 1 + word(&bytes[at + 1..])),
            b'0'..=b'9' => {
                push(Piece::Mark('0'));
                at += word(&bytes[at..]);
            }
            b':' if bytes.get(at + 1) == Some(&b':') => {
                push(Piece::Join);
                at += 2;
            }
            b'r' if bytes.get(at + 1) == Some(&b'#') && word(&bytes[at + 2..]) > 0 => at += 2,
            _ if is_word(byte) => {
                let length = word(&bytes[at..]);
                push(Piece::Word(&code[at..at + length]));
                at += length;
            }
            _ => {
                push(Piece::Mark(char::from(byte)));
                at += 1;
            }
        }
    }
    tokens
}

/// How many bytes of a word there are.
fn word(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| is_word(**byte)).count()
}

/// Letters outside ASCII are of several bytes, all of them part of the word.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}
