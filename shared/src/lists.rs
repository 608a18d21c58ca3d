//! Lists and tables that are text files: read while the program is compiled, so that what runs
//! holds neither a parser nor anything to go wrong.
//!
//! A list has one item a line. A table (`*.csv`) has a line of headings first, and its cells hold
//! neither commas nor quotation marks, except that the last one may hold commas.

/// How many lines a text has; the last one ends like the others.
pub(crate) const fn count_lines(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut count) = (0, 0);
    while at < bytes.len() {
        if bytes[at] == b'\n' {
            count += 1;
        }
        at += 1;
    }
    count
}

/// The first `N` lines of a text, without their ends.
pub(crate) const fn split_lines<const N: usize>(text: &'static str) -> [&'static str; N] {
    let mut lines = [""; N];
    let mut rest = text;
    let mut at = 0;
    while at < N {
        (lines[at], rest) = part(rest, b'\n');
        at += 1;
    }
    lines
}

/// What stands before the first of these signs and what stands after it; the whole text and nothing
/// where it has none.
pub(crate) const fn part(text: &'static str, sign: u8) -> (&'static str, &'static str) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == sign {
            let (before, rest) = text.split_at(at);
            return (before, rest.split_at(1).1);
        }
        at += 1;
    }
    (text, "")
}

/// A small number; 0 is none, so no table has it.
pub(crate) const fn small_number(digits: &str) -> u8 {
    match u8::from_str_radix(digits, 10) {
        Ok(number) => number,
        Err(_) => 0,
    }
}

/// The lines of a text file beside the caller, as `&'static [&'static str; N]`.
macro_rules! list_file {
    ($path:literal) => {{
        const TEXT: &str = include_str!($path);
        const COUNT: usize = $crate::lists::count_lines(TEXT);
        const LINES: [&str; COUNT] = $crate::lists::split_lines(TEXT);
        &LINES
    }};
}

/// The rows of a table beside the caller, each as `row`, a `const fn` of one line, makes it.
macro_rules! table_file {
    ($path:literal, $row:path) => {{
        const TEXT: &str = $crate::lists::part(include_str!($path), b'\n').1;
        const COUNT: usize = $crate::lists::count_lines(TEXT);
        const LINES: [&str; COUNT] = $crate::lists::split_lines(TEXT);
        &{
            let mut rows = [$row(""); COUNT];
            let mut at = 0;
            while at < COUNT {
                rows[at] = $row(LINES[at]);
                at += 1;
            }
            rows
        }
    }};
}

pub(crate) use {list_file, table_file};

#[cfg(test)]
#[path = "lists_tests.rs"]
mod lists_tests;
