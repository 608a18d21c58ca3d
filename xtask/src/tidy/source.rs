//! Tells a Rust file's code, comments and string literals apart, so that a rule about one of them
//! never stumbles over another.

/// A string literal's text, without quotes.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    /// The line it starts on, counted from 1.
    pub line: usize,
    /// What is between the quotes, escapes left as written.
    pub text: String,
}

/// One Rust file in three layers. Code and comments keep their lines: what belongs to another
/// layer is blank.
#[derive(Debug, Default)]
pub struct Source {
    /// Everything but comments and the insides of literals.
    pub code: String,
    /// Comments only.
    pub comments: String,
    /// String literals, in order.
    pub literals: Vec<Literal>,
}

impl Source {
    /// Splits a file.
    pub fn parse(text: &str) -> Self {
        let mut scanner = Scanner {
            rest: text,
            line: 1,
            after_word: false,
            source: Self::default(),
        };
        while !scanner.rest.is_empty() {
            scanner.step();
        }
        scanner.source
    }
}

#[derive(Clone, Copy)]
enum Layer {
    Code,
    Comment,
    Literal,
}

struct Scanner<'a> {
    rest: &'a str,
    line: usize,
    /// Whether the character before is part of a word: then an `r` starts no raw string.
    after_word: bool,
    source: Source,
}

impl Scanner<'_> {
    fn step(&mut self) {
        if self.rest.starts_with("//") {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            self.take(end, Layer::Comment);
        } else if self.rest.starts_with("/*") {
            let end = block_comment(self.rest);
            self.take(end, Layer::Comment);
        } else if let Some(hashes) = self.raw_string() {
            let open = hashes + 2;
            let closing = format!("\"{}", "#".repeat(hashes));
            let inside = self.rest[open..]
                .find(&closing)
                .unwrap_or(self.rest.len() - open);
            self.literal(open, inside, closing.len());
        } else if self.rest.starts_with('"') {
            let inside = plain_string(&self.rest[1..]);
            self.literal(1, inside, 1);
        } else if let Some(length) = character(self.rest) {
            self.take(length, Layer::Code);
        } else {
            self.take(self.plain(), Layer::Code);
        }
    }

    /// How far it is to the next character that may begin another layer.
    fn plain(&self) -> usize {
        let bytes = self.rest.as_bytes();
        let mut at = 1;
        while at < bytes.len() {
            let raw = || matches!(bytes.get(at + 1), Some(b'"' | b'#'));
            match bytes[at] {
                b'"' | b'\'' | b'/' => break,
                b'r' if raw() => break,
                _ => at += 1,
            }
        }
        at
    }

    /// The number of hashes of a raw string that starts here.
    fn raw_string(&self) -> Option<usize> {
        if self.after_word {
            return None;
        }
        let after = self.rest.strip_prefix('r')?;
        let hashes = after.len() - after.trim_start_matches('#').len();
        after[hashes..].starts_with('"').then_some(hashes)
    }

    /// Takes opening quote, text and closing quote of a literal.
    fn literal(&mut self, open: usize, inside: usize, close: usize) {
        self.take(open, Layer::Code);
        let text = self.rest[..inside].to_owned();
        self.source.literals.push(Literal {
            line: self.line,
            text,
        });
        self.take(inside, Layer::Literal);
        self.take(close.min(self.rest.len()), Layer::Code);
    }

    /// Moves on, writing the text to its layer and blanks to the other one.
    fn take(&mut self, length: usize, layer: Layer) {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        let (code, comments) = (&mut self.source.code, &mut self.source.comments);
        match layer {
            Layer::Code => {
                code.push_str(taken);
                self.line += blank(taken, comments);
            }
            Layer::Comment => {
                comments.push_str(taken);
                self.line += blank(taken, code);
            }
            Layer::Literal => {
                blank(taken, code);
                self.line += blank(taken, comments);
            }
        }
        let last = taken.chars().next_back();
        self.after_word = last.is_some_and(|last| last.is_alphanumeric() || last == '_');
    }
}

/// Writes a text's lines without what is on them, and says how many end in it.
fn blank(text: &str, onto: &mut String) -> usize {
    let mut ends = 0;
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            onto.push('\n');
            ends = at;
        }
        onto.push_str(&" ".repeat(line.chars().count()));
    }
    ends
}

/// The length of a block comment; they nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of a string up to its closing quote.
fn plain_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, next) in text.char_indices() {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character literal; a lifetime is none.
pub fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let first = escape.chars().next()?.len_utf8();
        let close = escape[first..].find('\'')?;
        return Some(2 + first + close + 1);
    }
    let length = inside.chars().next()?.len_utf8();
    inside[length..].starts_with('\'').then_some(length + 2)
}

#[cfg(test)]
#[path = "source_tests.rs"]
mod tests;
