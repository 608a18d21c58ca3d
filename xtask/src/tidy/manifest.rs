//! What the rules need to know of each crate, read from its `Cargo.toml`.

use super::repository::{File, Repository};
use super::words::{folder_of, numbered};

/// One crate of the workspace.
#[derive(Debug)]
pub struct Manifest<'a> {
    /// Its `Cargo.toml`.
    pub path: &'a str,
    /// Its folder.
    pub folder: &'a str,
    /// The name of its package.
    pub package: &'a str,
    /// The files that a library or a program of it starts with; the library's first.
    pub roots: Vec<String>,
    /// The lines of its dependencies with their names.
    pub dependencies: Vec<(usize, &'a str)>,
}

impl<'a> Manifest<'a> {
    /// Every crate of the repository.
    pub fn all(repository: &'a Repository) -> Vec<Self> {
        let manifests = repository.ending("Cargo.toml");
        manifests
            .filter_map(|file| Self::of(repository, file))
            .collect()
    }

    fn of(repository: &Repository, file: &'a File) -> Option<Self> {
        let folder = folder_of(&file.path);
        let mut package = None;
        let mut roots: Vec<String> = vec![format!("{folder}/src/lib.rs")];
        let mut dependencies = Vec::new();
        let mut section = "";
        for (line, content) in numbered(&file.text) {
            let content = content.trim();
            if content.starts_with('[') {
                section = content.trim_matches(['[', ']']);
                continue;
            }
            let Some((key, value)) = content.split_once('=') else {
                continue;
            };
            // `name.workspace = true` is a dependency as `name = { … }` is.
            let key = key.trim().split('.').next().unwrap_or_default();
            let value = value.trim().trim_matches('"');
            match section {
                "package" if key == "name" => package = Some(value),
                "lib" | "bin" if key == "path" => roots.push(format!("{folder}/{value}")),
                _ if section.ends_with("dependencies") => dependencies.push((line, key)),
                _ => {}
            }
        }
        roots.push(format!("{folder}/src/main.rs"));
        let programs = format!("{folder}/src/bin/");
        let sources = repository.ending(".rs").map(|file| &file.path);
        roots.extend(sources.filter(|path| path.starts_with(&programs)).cloned());
        let mut seen = Vec::new();
        roots.retain(|root| {
            let first = repository.file(root).is_some() && !seen.contains(root);
            seen.push(root.clone());
            first
        });
        Some(Self {
            path: &file.path,
            folder,
            package: package?,
            roots,
            dependencies,
        })
    }

    /// The name that the library has in code.
    pub fn library(&self) -> String {
        self.package.replace('-', "_")
    }
}
