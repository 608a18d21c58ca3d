//! `cargo xtask tidy`: the project's rules that neither compiler nor clippy knows.

mod circles;
mod complaint;
mod crates;
mod floors;
mod imports;
mod layout;
mod manifest;
mod paths;
mod references;
mod repository;
mod rings;
mod rooms;
mod rules;
mod source;
mod words;

use std::fs;
use std::process::Command;

use crate::outcome::{Failure, Outcome, While};
use crate::places::Places;
use crate::run;
use complaint::Complaint;
use manifest::Manifest;
use repository::Repository;

/// Checks every file that git knows or would add.
pub fn check(places: &Places) -> Outcome {
    let repository = open(places)?;
    let complaints = complaints(&repository);
    if complaints.is_empty() {
        println!("{} files are tidy", repository.files().count());
        return Ok(());
    }
    let lines: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    Err(Failure::new(format!(
        "{}\n\n{} complaints",
        lines.join("\n"),
        lines.len()
    )))
}

fn open(places: &Places) -> Outcome<Repository> {
    let mut list = Command::new("git");
    list.args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--deduplicate",
    ]);
    let names = run::quiet(list.current_dir(places.root()))?;
    let mut repository = Repository::default();
    for name in names.split('\0') {
        let path = places.in_root(name);
        // Removed in the work tree, not yet in the index.
        if !path.is_file() {
            continue;
        }
        if Repository::reads(name) {
            let text = fs::read_to_string(&path).during(|| format!("reading {name}"))?;
            repository.add(name, text);
        } else {
            repository.add_name(name);
        }
    }
    Ok(repository)
}

/// What every rule has to say, in the order of the files.
fn complaints(repository: &Repository) -> Vec<Complaint> {
    let mut found: Vec<Complaint> = repository.files().flat_map(rules::complaints).collect();
    for file in repository.files() {
        found.extend(paths::complaints(repository, file));
    }
    found.extend(references::complaints(repository));
    found.extend(layout::beside_folder(repository));
    let manifests = Manifest::all(repository);
    found.extend(crates::complaints(repository, &manifests));
    for manifest in &manifests {
        let tree = imports::Tree::of(repository, manifest);
        let arrows = imports::arrows(&tree);
        found.extend(layout::without_mod(repository, manifest, &tree.files()));
        found.extend(circles::complaints(&arrows));
        let sources = |house: &&floors::House| house.source.starts_with(manifest.folder);
        for house in floors::HOUSES.iter().filter(sources) {
            found.extend(rooms::complaints(house, repository, &arrows));
        }
    }
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
#[path = "tidy_tests.rs"]
mod tests;
