//! Tests read only what is in the repository, and write only where the system says.

use super::complaint::Complaint;
use super::repository::{File, Repository};
use super::source::Literal;
use super::words::{folder_of, is_test, joined};

/// Folders of one machine, and what to do instead.
const MACHINE: [(&str, &str); 6] = [
    ("work", "put an extract into the repository"),
    ("home", "put an extract into the repository"),
    ("root", "put an extract into the repository"),
    ("Users", "put an extract into the repository"),
    ("tmp", "use std::env::temp_dir()"),
    ("var", "use std::env::temp_dir()"),
];

/// The file that a hostile name reaches for: a test that sends it reads nothing.
const ATTACK: &str = "etc/passwd";

/// Paths in a test that mean something on one machine only.
pub fn complaints(repository: &Repository, file: &File) -> Vec<Complaint> {
    let fixture = file
        .path
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .contains("fixture")
        || file.path.contains("/fixtures/");
    if !file.path.ends_with(".rs") || !(is_test(&file.path) || fixture) {
        return Vec::new();
    }
    let literals = file.source.literals.iter();
    literals
        .filter_map(|literal| {
            let advice =
                words(literal).find_map(|word| refused(repository, file, literal, word))?;
            Some(Complaint::new(&file.path, literal.line, advice))
        })
        .collect()
}

/// The words of a literal that may be paths.
fn words(literal: &Literal) -> impl Iterator<Item = &str> {
    let ends = |next: char| next.is_whitespace() || "\"'`()<>,;=".contains(next);
    literal.text.split(ends).filter(|word| word.contains('/'))
}

/// Why a path is refused.
fn refused(repository: &Repository, file: &File, literal: &Literal, word: &str) -> Option<String> {
    if word.ends_with(ATTACK) {
        return None;
    }
    let absolute = word
        .strip_prefix("file://")
        .unwrap_or(word)
        .strip_prefix('/');
    if let Some(path) = absolute {
        let top = path.split('/').next()?;
        let machine = MACHINE.iter().find(|(folder, _)| *folder == top);
        if let Some((folder, instead)) = machine {
            return Some(format!("/{folder} is not on every machine: {instead}"));
        }
    }
    // `"/../x"` and `"{folder}/../x"` go on from a folder that is known only as the test runs:
    // the crate's.
    let (start, up) = match word.find("../") {
        Some(at) => word.split_at(at),
        None => return None,
    };
    let start = start.trim_start_matches('/');
    if !(start.is_empty() || start.starts_with('{')) {
        return None;
    }
    let folder = if is_included(file, literal) {
        folder_of(&file.path)
    } else {
        file.path.split('/').next()?
    };
    let found = joined(folder, up);
    let there = found.is_some_and(|path| {
        let known = path
            .split('{')
            .next()
            .unwrap_or_default()
            .trim_end_matches('/');
        repository.has_file(known) || repository.has_folder(known)
    });
    let advice = "not in the repository: put an extract into it";
    (!there).then(|| format!("{up} is {advice}"))
}

/// Whether a literal is what `include_str!` or `include_bytes!` reads, from its file's folder.
fn is_included(file: &File, literal: &Literal) -> bool {
    let line = file.text.lines().nth(literal.line.saturating_sub(1));
    let before = line.and_then(|line| line.split(&literal.text).next());
    before.is_some_and(|before| before.contains("include_") || before.contains("#[path"))
}

#[cfg(test)]
#[path = "paths_tests.rs"]
mod tests;
