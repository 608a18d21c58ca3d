//! The files that the rules read, each opened and taken apart once.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;
use super::words::folder_of;

/// One file that some rule is about.
#[derive(Debug)]
pub struct File {
    /// From the repository's root.
    pub path: String,
    /// What is in it.
    pub text: String,
    /// Its layers; empty for a file that is not Rust.
    pub source: Source,
}

/// Everything that git knows or would add.
#[derive(Debug, Default)]
pub struct Repository {
    files: BTreeMap<String, File>,
    names: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl Repository {
    /// Whether any rule reads this file's text; of the others only the name matters.
    pub fn reads(path: &str) -> bool {
        let views = path.starts_with("frontend/") && path.ends_with(".html");
        let ends = [".rs", ".sql", ".md", ".toml", ".css"];
        ends.iter().any(|end| path.ends_with(end)) || views
    }

    /// Adds a file that no rule reads, so that a link may point to it.
    pub fn add_name(&mut self, path: &str) {
        let mut folder = folder_of(path);
        while !folder.is_empty() && self.folders.insert(folder.to_owned()) {
            folder = folder_of(folder);
        }
        self.names.insert(path.to_owned());
    }

    /// Adds a file with its text.
    pub fn add(&mut self, path: &str, text: String) {
        self.add_name(path);
        let source = if path.ends_with(".rs") {
            Source::parse(&text)
        } else {
            Source::default()
        };
        let file = File {
            path: path.to_owned(),
            text,
            source,
        };
        self.files.insert(path.to_owned(), file);
    }

    /// The files with a text, by path.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.values()
    }

    /// The files with a text whose path ends so.
    pub fn ending<'a>(&'a self, end: &'a str) -> impl Iterator<Item = &'a File> {
        self.files().filter(move |file| file.path.ends_with(end))
    }

    /// One file with its text.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// Whether a file has this path.
    pub fn has_file(&self, path: &str) -> bool {
        self.names.contains(path)
    }

    /// Whether a folder has this path.
    pub fn has_folder(&self, path: &str) -> bool {
        path.is_empty() || self.folders.contains(path)
    }
}

#[cfg(test)]
impl Repository {
    /// A repository of a few files, as a rule's tests need it.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let mut repository = Self::default();
        for (path, text) in files {
            repository.add(path, (*text).to_owned());
        }
        repository
    }
}
