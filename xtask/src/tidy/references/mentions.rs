//! Names of documents in running text: `docs/….md`, with or without a place.

use super::pages::Pages;
use crate::tidy::complaint::Complaint;
use crate::tidy::repository::File;
use crate::tidy::words::{folder_of, joined};

/// Names of documents that are not there, or places that are not in them.
pub fn complaints(pages: &Pages, file: &File, prose: &[(usize, &str)]) -> Vec<Complaint> {
    let mut found = Vec::new();
    for (line, text) in prose {
        for mention in mentions(text) {
            // A page's links are looked at for themselves.
            if mention.linked && file.path.ends_with(".md") {
                continue;
            }
            if let Some(advice) = refused(pages, file, &mention) {
                found.push(Complaint::new(&file.path, *line, advice));
            }
        }
    }
    found
}

struct Mention<'a> {
    page: &'a str,
    anchor: Option<&'a str>,
    linked: bool,
}

fn refused(pages: &Pages, file: &File, mention: &Mention) -> Option<String> {
    // From the root, or as a link from this file would say it.
    let candidates = [
        joined("", mention.page),
        joined(folder_of(&file.path), mention.page),
    ];
    let mut known = candidates.iter().flatten();
    match known.find(|path| pages.repository.has_file(path)) {
        Some(page) => pages.missing_anchor(page, mention.anchor),
        None => Some(format!(
            "{} is not there: name a document of the repository, from its root",
            mention.page
        )),
    }
}

/// The documents that a line names, addresses of the web left out.
fn mentions(text: &str) -> Vec<Mention<'_>> {
    let part = |next: char| next.is_alphanumeric() || "_-./:~%@".contains(next);
    let mut found = Vec::new();
    for (at, end) in text.match_indices(".md") {
        let end = at + end.len();
        let after = &text[end..];
        if after.starts_with(|next: char| next.is_alphanumeric() || next == '_') {
            continue;
        }
        let before = &text[..at];
        let start = before.trim_end_matches(part).len();
        let page = &text[start..end];
        let name = page.rsplit('/').next().unwrap_or_default();
        if name == ".md" || page.contains("://") {
            continue;
        }
        let anchor = after.strip_prefix('#').map(|after| {
            let rest = after.trim_start_matches(|next: char| {
                next.is_alphanumeric() || matches!(next, '-' | '_')
            });
            &after[..after.len() - rest.len()]
        });
        let linked = before[..start].ends_with("](");
        found.push(Mention {
            page,
            anchor,
            linked,
        });
    }
    found
}
