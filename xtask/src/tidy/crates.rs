//! What each crate is built on, and the one place that says which Rust builds them.

use super::complaint::Complaint;
use super::floors::CRATES;
use super::manifest::Manifest;
use super::repository::Repository;
use super::words::numbered;

/// Everything that stands against the table of crates, and other versions of Rust than the
/// workspace's.
pub fn complaints(repository: &Repository, manifests: &[Manifest]) -> Vec<Complaint> {
    let mut found = dependencies(manifests);
    found.extend(rust_version(repository, manifests));
    found
}

fn dependencies(manifests: &[Manifest]) -> Vec<Complaint> {
    let mut found = Vec::new();
    for manifest in manifests {
        let known = CRATES.iter().find(|(folder, _)| *folder == manifest.folder);
        let Some((folder, below)) = known else {
            let advice = "give the crate its line in xtask/src/tidy/floors.rs";
            found.push(Complaint::new(manifest.path, 1, advice));
            continue;
        };
        for (line, name) in &manifest.dependencies {
            let ours = manifests.iter().find(|other| other.package == *name);
            if let Some(other) = ours.filter(|other| !below.contains(&other.folder)) {
                let advice = format!("{folder} is not built on {}: see floors.rs", other.folder);
                found.push(Complaint::new(manifest.path, *line, advice));
            }
        }
    }
    found
}

fn rust_version(repository: &Repository, manifests: &[Manifest]) -> Vec<Complaint> {
    let mut found = Vec::new();
    let root = repository.file("Cargo.toml");
    let stated = root.and_then(|file| file.text.lines().find_map(version));
    for file in repository.ending(".toml") {
        for (line, content) in numbered(&file.text) {
            let msrv = content.trim_start().starts_with("msrv");
            if (version(content).is_some() && file.path != "Cargo.toml") || msrv {
                let advice = "the oldest Rust is stated once, in the root's Cargo.toml: \
                              rust-version.workspace = true";
                found.push(Complaint::new(&file.path, line, advice));
            }
        }
    }
    for manifest in manifests {
        let file = repository.file(manifest.path);
        if file.is_some_and(|file| !file.text.contains("rust-version")) {
            let advice = "say rust-version.workspace = true";
            found.push(Complaint::new(manifest.path, 1, advice));
        }
    }
    let Some(stated) = stated else {
        return found;
    };
    for file in repository.ending(".md") {
        for (line, content) in numbered(&file.text) {
            for (at, _) in content.match_indices("Rust 1.") {
                let after = &content[at + "Rust ".len()..];
                let number =
                    after.trim_start_matches(|next: char| next.is_ascii_digit() || next == '.');
                let number = after[..after.len() - number.len()].trim_end_matches('.');
                if number != stated && number.strip_prefix(stated) != Some(".0") {
                    let advice = format!("the oldest Rust is {stated}, says Cargo.toml");
                    found.push(Complaint::new(&file.path, line, advice));
                }
            }
        }
    }
    found
}

/// The version that a line states.
fn version(line: &str) -> Option<&str> {
    let value = line.trim_start().strip_prefix("rust-version")?.trim_start();
    let value = value.strip_prefix('=')?.trim_start().strip_prefix('"')?;
    value.split('"').next()
}

#[cfg(test)]
#[path = "crates_tests.rs"]
mod tests;
