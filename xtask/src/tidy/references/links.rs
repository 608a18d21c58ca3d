//! Links of Markdown pages to other files of the repository.

use super::pages::Pages;
use crate::tidy::complaint::Complaint;
use crate::tidy::repository::File;
use crate::tidy::words::{folder_of, joined};

/// Links that lead to no file, or to no place of it.
pub fn complaints(pages: &Pages, file: &File, prose: &[(usize, &str)]) -> Vec<Complaint> {
    let mut found = Vec::new();
    for (line, text) in prose {
        for target in targets(&without_code(text)) {
            if let Some(advice) = refused(pages, file, &target) {
                found.push(Complaint::new(&file.path, *line, advice));
            }
        }
    }
    found
}

fn refused(pages: &Pages, file: &File, target: &str) -> Option<String> {
    // Addresses of the web, of mail, and of the portal itself.
    if target.starts_with('/') || target.split('/').next()?.contains(':') {
        return None;
    }
    let (path, anchor) = match target.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (target, None),
    };
    let page = if path.is_empty() {
        Some(file.path.clone())
    } else {
        joined(folder_of(&file.path), path)
    };
    let there =
        |path: &String| pages.repository.has_file(path) || pages.repository.has_folder(path);
    match page.filter(there) {
        Some(page) => pages.missing_anchor(&page, anchor),
        None => Some(format!(
            "{path} is not there: link to what the repository has"
        )),
    }
}

/// A line with what is between backticks blank.
fn without_code(text: &str) -> String {
    let mut inside = false;
    let blank = |next: char| {
        inside ^= next == '`';
        if inside { ' ' } else { next }
    };
    text.chars().map(blank).collect()
}

/// Where the links of a line lead: `[text](target "title")` and `[name]: target`.
fn targets(text: &str) -> Vec<String> {
    let inline = text.split("](").skip(1).filter_map(|rest| {
        let (target, _) = rest.split_once(')')?;
        target.split_whitespace().next()
    });
    let defined = text.trim_start().strip_prefix('[').and_then(|rest| {
        let (name, target) = rest.split_once("]: ")?;
        let is_name = !name.contains(['[', ']', ' ']) || !name.contains(']');
        target.split_whitespace().next().filter(|_| is_name)
    });
    let all = inline.chain(defined);
    all.map(|target| target.trim_matches(['<', '>']).to_owned())
        .collect()
}
