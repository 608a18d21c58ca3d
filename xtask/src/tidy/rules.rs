//! The rules about one file alone: its length, its leftovers, its views and its SQL.

use super::complaint::Complaint;
use super::repository::File;
use super::source::{Literal, Source};
use super::words::{has_word, is_test, numbered};

/// The most lines a file may have, and a file of tests.
const LINES: usize = 400;
const TEST_LINES: usize = 600;

/// Words that one of the PostgreSQL-compatible engines or SQLite does not share, or that read the
/// clock behind the caller's back.
const BANNED_SQL: [(&str, &str); 9] = [
    ("CURRENT_TIMESTAMP", "pass the time as a parameter"),
    ("CURRENT_DATE", "pass the time as a parameter"),
    ("NOW()", "pass the time as a parameter"),
    ("AUTOINCREMENT", "use a UUIDv7 as the id"),
    ("SERIAL", "use a UUIDv7 as the id"),
    ("BIGSERIAL", "use a UUIDv7 as the id"),
    ("LISTEN", "follow the publication log's sequence"),
    ("ADVISORY", "take a row with UPDATE … RETURNING"),
    ("TRIGGER", "write both rows in one transaction"),
];

/// Everything that is wrong with one file.
pub fn complaints(file: &File) -> Vec<Complaint> {
    let File { path, text, source } = file;
    let mut found = Vec::new();
    if path.ends_with(".rs") {
        length(path, text, &mut found);
        leftovers(path, source, &mut found);
        frontend(path, source, &mut found);
        sql_place(path, source, &mut found);
        changes_by_grant(path, source, &mut found);
        if is_store(path) {
            sql_words(path, &source.literals, &mut found);
        }
    } else if path.ends_with(".sql") {
        sql_words(path, &statements(text), &mut found);
    } else if path.ends_with(".html") {
        for (line, content) in numbered(text) {
            if content.contains(" style=") || content.contains("<style") {
                found.push(inline_style(path, line));
            }
        }
    }
    found
}

fn length(path: &str, text: &str, found: &mut Vec<Complaint>) {
    let (limit, cut) = if is_test(path) {
        (TEST_LINES, "cut it by what is tested")
    } else {
        (
            LINES,
            "cut it by topic, or move its tests to a sibling file",
        )
    };
    let lines = text.lines().count();
    if lines > limit {
        let advice = format!("{lines} lines, at most {limit}: {cut}");
        found.push(Complaint::new(path, limit + 1, advice));
    }
}

fn leftovers(path: &str, source: &Source, found: &mut Vec<Complaint>) {
    for (line, content) in numbered(&source.comments) {
        for word in [concat!("TO", "DO"), concat!("FIX", "ME")] {
            if has_word(content, word) {
                let advice = format!("{word}: do it now, or say in an issue what is to be done");
                found.push(Complaint::new(path, line, advice));
            }
        }
    }
    // A program's main says how a command failed; a build script talks to cargo.
    let prints = [
        "xtask/",
        "backend/src/cli/",
        "backend/src/main.rs",
        "tests/load/",
    ]
    .iter()
    .any(|place| path.starts_with(place))
        || path.ends_with("build.rs");
    for (line, content) in numbered(&source.code) {
        if content.contains("#[allow(") || content.contains("#![allow(") {
            let advice = "use #[expect(…, reason = \"…\")], which complains when it is not needed";
            found.push(Complaint::new(path, line, advice));
        }
        if !prints && (content.contains("println!(") || content.contains("dbg!(")) {
            let advice = "only the command line prints: use tracing, or remove it";
            found.push(Complaint::new(path, line, advice));
        }
    }
}

fn frontend(path: &str, source: &Source, found: &mut Vec<Complaint>) {
    if !path.starts_with("frontend/") {
        return;
    }
    for (line, content) in numbered(&source.code) {
        if has_word(content, "inner_html") {
            let advice = "no raw HTML: build the elements in the view";
            found.push(Complaint::new(path, line, advice));
        }
        if content.contains(" style=") || has_style_directive(content) {
            found.push(inline_style(path, line));
        }
    }
}

/// Leptos' `style:name=value`.
fn has_style_directive(content: &str) -> bool {
    content.split(" style:").skip(1).any(|after| {
        let name = after.trim_start_matches(|next: char| next.is_ascii_lowercase() || next == '-');
        name.len() < after.len() && name.starts_with('=')
    })
}

fn inline_style(path: &str, line: usize) -> Complaint {
    let advice = "the content security policy refuses inline styles: use a class";
    Complaint::new(path, line, advice)
}

fn sql_place(path: &str, source: &Source, found: &mut Vec<Complaint>) {
    if is_store(path) || is_test(path) {
        return;
    }
    for literal in source
        .literals
        .iter()
        .filter(|literal| is_statement(&literal.text))
    {
        let advice = "SQL lives in the feature's store.rs: move it there";
        found.push(Complaint::new(path, literal.line, advice));
    }
}

/// Where a grant is at hand, a change begins with it: the bare transaction judges nobody and reads no
/// clock. What has to be written whoever asked, and whether they still may, has a file of its own.
fn changes_by_grant(path: &str, source: &Source, found: &mut Vec<Complaint>) {
    let served = path.starts_with("backend/src/") && path != "backend/src/core/change.rs";
    if !served || is_test(path) || !has_word(&source.code, "Grant") {
        return;
    }
    for (line, content) in numbered(&source.code) {
        if content.contains("db.write()") {
            let advice = "whoever has a grant begins a change with it: grant.begin_change(&app)";
            found.push(Complaint::new(path, line, advice));
        }
    }
}

/// Whether a text starts as an SQL statement does; "DELETE /api/…" does not.
fn is_statement(text: &str) -> bool {
    // A backslash at the end of a line continues the literal on the next one.
    let mut words = text.split(|next: char| next.is_whitespace() || next == '\\');
    let mut next = || {
        words
            .by_ref()
            .find(|word| !word.is_empty())
            .unwrap_or_default()
    };
    let (first, second) = (next(), next());
    match first {
        "SELECT" => !second.is_empty(),
        "INSERT" => matches!(second, "INTO" | "OR"),
        "DELETE" => second == "FROM",
        "UPDATE" => second.starts_with(|next: char| next.is_ascii_lowercase() || next == '{'),
        _ => false,
    }
}

fn sql_words(path: &str, literals: &[Literal], found: &mut Vec<Complaint>) {
    for literal in literals {
        for (offset, content) in literal.text.lines().enumerate() {
            let upper = content.to_uppercase();
            for (word, advice) in BANNED_SQL {
                // A call is no word of its own for its bracket; every other entry is.
                if upper.contains(word) && (word.ends_with(')') || has_word(&upper, word)) {
                    let advice = format!("{word} is not for both engines: {advice}");
                    found.push(Complaint::new(path, literal.line + offset, advice));
                }
            }
        }
    }
}

/// An SQL file's lines without their comments, as one text that keeps its lines.
fn statements(text: &str) -> Vec<Literal> {
    let code = |line: &str| line.split("--").next().unwrap_or_default().to_owned();
    let text = text.lines().map(code).collect::<Vec<_>>().join("\n");
    vec![Literal { line: 1, text }]
}

/// The files that may hold SQL: a feature's store, whole or cut into a folder, and migrations.
fn is_store(path: &str) -> bool {
    path.ends_with("/store.rs") || path.contains("/store/") || path.contains("migrations")
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
