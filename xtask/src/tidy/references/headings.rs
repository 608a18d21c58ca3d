//! The places of a Markdown page that a link may point to.

use std::collections::{BTreeMap, BTreeSet};

use super::prose::lines;

/// Every anchor of a page: its headings as GitHub names them, and explicit ids.
pub fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for (_, line) in lines(text) {
        anchors.extend(ids(line));
        let level = line.len() - line.trim_start_matches('#').len();
        let title = &line[level..];
        if !(1..=6).contains(&level) || !title.starts_with(' ') {
            continue;
        }
        let slug = slug(title);
        let before = times.entry(slug.clone()).or_default();
        anchors.insert(match *before {
            0 => slug,
            before => format!("{slug}-{before}"),
        });
        *before += 1;
    }
    anchors
}

/// `id="…"` and `name="…"` of the tags in a line.
fn ids(line: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for tag in line.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        for name in [" id=\"", " name=\""] {
            let value = tag
                .split(name)
                .nth(1)
                .and_then(|rest| rest.split('"').next());
            ids.extend(value.map(str::to_owned));
        }
    }
    ids
}

/// Lower case, hyphens for spaces, no punctuation; letters keep their accents.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for next in without_markup(title)
        .trim()
        .trim_end_matches('#')
        .trim()
        .chars()
    {
        if next == ' ' {
            slug.push('-');
        } else if next.is_alphanumeric() || matches!(next, '-' | '_') {
            slug.extend(next.to_lowercase());
        }
    }
    slug
}

/// A title without its tags and without the targets of its links.
fn without_markup(title: &str) -> String {
    let mut shown = String::new();
    let mut rest = title;
    while let Some(next) = rest.chars().next() {
        if rest.starts_with("](")
            && let Some(end) = rest.find(')')
        {
            rest = &rest[end + 1..];
        } else if next == '<'
            && let Some(end) = rest.find('>')
        {
            rest = &rest[end + 1..];
        } else {
            shown.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    shown
}

#[cfg(test)]
#[path = "headings_tests.rs"]
mod tests;
