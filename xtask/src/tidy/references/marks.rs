//! Marks of sections that point nowhere: the sign with a number, a capital in brackets.

use crate::tidy::complaint::Complaint;
use crate::tidy::repository::File;

/// Marks in comments with no document of the repository beside them.
pub fn complaints(file: &File, prose: &[(usize, &str)]) -> Vec<Complaint> {
    let mut found = Vec::new();
    let mut before = "";
    for (line, text) in prose {
        if !cites(text)
            && !cites(before)
            && let Some(mark) = mark(text)
        {
            let advice = format!("{mark} of what? Name the document: docs/….md#heading");
            found.push(Complaint::new(&file.path, *line, advice));
        }
        before = text;
    }
    found
}

/// Whether a line names a document; `mentions.rs` says whether it is there.
fn cites(text: &str) -> bool {
    text.contains(".md")
}

/// The first mark of a line.
fn mark(text: &str) -> Option<&str> {
    let sections = text.match_indices('§').find_map(|(at, sign)| {
        let after = text[at + sign.len()..].trim_start();
        let digits = after.len() - after.trim_start_matches(is_number).len();
        // Behind `SP 800-63B-4` stands a section of a publication that has a number of its own.
        let word = text[..at].trim_end().rsplit(' ').next().unwrap_or_default();
        let published = word.contains(|next: char| next.is_ascii_digit());
        let end = text.len() - after.len() + digits;
        (digits > 0 && !published).then(|| text[at..end].trim_end_matches('.'))
    });
    sections.or_else(|| letter(text))
}

fn is_number(next: char) -> bool {
    next.is_ascii_digit() || next == '.'
}

/// A single capital in brackets that is neither code nor a link.
fn letter(text: &str) -> Option<&str> {
    text.match_indices('[').find_map(|(at, _)| {
        let mark = text.get(at..at + 3)?;
        let mut inside = mark[1..].chars();
        let capital = inside.next().is_some_and(|next| next.is_ascii_uppercase());
        let closed = inside.next() == Some(']');
        let code = text[..at].matches('`').count() % 2 == 1;
        let linked = text[at + 3..].starts_with(['(', ':', '[']);
        (capital && closed && !code && !linked).then_some(mark)
    })
}
