//! What people read in a file: the comments of code, the text of a page.

use crate::tidy::repository::File;
use crate::tidy::words::numbered;

/// The comments of a file with their lines, or the text of a Markdown page.
pub fn prose(file: &File) -> Vec<(usize, &str)> {
    match file.path.rsplit('.').next() {
        Some("rs") => numbered(&file.source.comments).collect(),
        Some("md") => lines(&file.text).collect(),
        Some("sql") => after(&file.text, "--"),
        Some("toml") => after(&file.text, "#"),
        Some("css") => blocks(&file.text),
        _ => Vec::new(),
    }
}

/// The lines of a page that are not in a fenced block of code.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fence: Option<&str> = None;
    numbered(text).filter(move |(_, line)| {
        let start = line.trim_start();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| start.starts_with(mark));
        match (fence, mark) {
            (None, Some(_)) => fence = mark,
            (Some(open), Some(close)) if open == close => {
                fence = None;
                return false;
            }
            _ => {}
        }
        fence.is_none()
    })
}

/// What follows a mark that begins a comment, unless it is inside quotes.
fn after<'a>(text: &'a str, mark: &str) -> Vec<(usize, &'a str)> {
    let comment = |(at, line): (usize, &'a str)| {
        let (start, _) = line
            .match_indices(mark)
            .find(|(start, _)| line[..*start].matches(['"', '\'']).count() % 2 == 0)?;
        Some((at, &line[start..]))
    };
    numbered(text).filter_map(comment).collect()
}

/// The lines of `/* … */`.
fn blocks(text: &str) -> Vec<(usize, &str)> {
    let mut inside = false;
    let mut found = Vec::new();
    for (at, line) in numbered(text) {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once(if inside { "*/" } else { "/*" }) {
            if inside {
                found.push((at, before));
            }
            inside = !inside;
            rest = after;
        }
        if inside {
            found.push((at, rest));
        }
    }
    found
}
