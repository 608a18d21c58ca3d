//! Where a file may stand: one habit for folders, and none that the crate does not know of.

use std::collections::BTreeSet;

use super::complaint::Complaint;
use super::manifest::Manifest;
use super::repository::Repository;

/// `x.rs` beside a folder `x/`.
pub fn beside_folder(repository: &Repository) -> Vec<Complaint> {
    let files = repository.ending(".rs");
    files
        .filter_map(|file| {
            let folder = file.path.strip_suffix(".rs")?;
            let advice = format!("make it {folder}/mod.rs: its folder stands beside it");
            repository
                .has_folder(folder)
                .then(|| Complaint::new(&file.path, 1, advice))
        })
        .collect()
}

/// Files of a crate's `src/` that no `mod` brings in: nobody builds them, no rule sees them.
pub fn without_mod(
    repository: &Repository,
    manifest: &Manifest,
    built: &BTreeSet<&str>,
) -> Vec<Complaint> {
    let sources = format!("{}/src/", manifest.folder);
    let files = repository.ending(".rs");
    files
        .filter(|file| file.path.starts_with(&sources) && !built.contains(file.path.as_str()))
        .map(|file| Complaint::new(&file.path, 1, "no `mod` brings it in: remove it"))
        .collect()
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;
