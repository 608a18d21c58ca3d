//! What a first visit to the desks loads, and what it may.

use std::fs;
use std::path::Path;

use crate::outcome::{Failure, Outcome, While};
use crate::places::Places;

/// The most that the sign-in page and the first screen after it may weigh together, on the wire.
const LIMIT: u64 = 350_000;

/// The part that each role's first screen is in: the last is what a new account passes before.
pub const FIRST_SCREENS: [(&str, &str); 6] = [
    ("capture_start", "operator"),
    ("review_start", "validator"),
    ("admin_start", "administrator"),
    ("boards", "observer"),
    ("technical", "technician"),
    ("account", "whoever signs in for the first time"),
];

/// Says what each role's first visit weighs; an error where one is too heavy.
pub fn check(places: &Places) -> Outcome {
    let folder = places.dist().join("desk");
    let page = folder.join("index.html");
    let page = fs::read_to_string(&page).during(|| format!("reading {}", page.display()))?;
    let common = sum(&folder, &files_for_all(&page))?;
    let mut heavy = Vec::new();
    println!("  {common:>8} B brotli  the sign-in page");
    for (part, who) in FIRST_SCREENS {
        let files = files_of_part(&page, part);
        if files.is_empty() {
            return Err(Failure::new(format!("the desks have no part {part}")));
        }
        let weight = common + sum(&folder, &files)?;
        println!("  {weight:>8} B brotli  {who}");
        if weight > LIMIT {
            heavy.push(format!("{who}: {weight} B"));
        }
    }
    if heavy.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "more than {LIMIT} B for a first visit: {}. What is in which part is in frontend/src/desk/parts.rs, why in \
         docs/decisions/0053-the-desks-in-parts.md",
        heavy.join(", ")
    )))
}

/// The names of the files that every visit loads: programs and styles.
fn files_for_all(page: &str) -> Vec<&str> {
    let mut names: Vec<&str> = page
        .lines()
        .filter(|line| !line.contains(r#"<meta name="part:"#))
        .flat_map(names_in)
        .filter(|name| !name.ends_with(".svg"))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The names of the files of a part.
fn files_of_part<'a>(page: &'a str, part: &str) -> Vec<&'a str> {
    let start = format!(r#"<meta name="part:{part}""#);
    let lines = page.lines().filter(|line| line.contains(&start));
    lines.flat_map(names_in).collect()
}

/// What a line of the page names below the bundle's address.
fn names_in(line: &str) -> impl Iterator<Item = &str> {
    line.split("/pkg/desk/").skip(1).map(|rest| {
        let end = rest.find(|it: char| !(it.is_ascii_alphanumeric() || "-_.".contains(it)));
        &rest[..end.unwrap_or(rest.len())]
    })
}

fn sum(folder: &Path, names: &[&str]) -> Outcome<u64> {
    names.iter().try_fold(0, |sum, name| {
        let file = folder.join(format!("{name}.br"));
        let size = fs::metadata(&file).during(|| format!("measuring {}", file.display()))?;
        Ok(sum + size.len())
    })
}

#[cfg(test)]
#[path = "weight_tests.rs"]
mod weight_tests;
