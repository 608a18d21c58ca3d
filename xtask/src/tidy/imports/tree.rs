//! The modules of one crate, found as the compiler finds them: from a root through every `mod`.

use std::collections::{BTreeMap, BTreeSet};

use super::outline::{Declared, Scope};
use super::walker::outline;
use crate::tidy::manifest::Manifest;
use crate::tidy::repository::Repository;
use crate::tidy::words::{folder_of, is_test, joined};

/// One module.
#[derive(Debug)]
pub struct Module<'a> {
    /// The file it is in.
    pub file: &'a str,
    pub parent: Option<usize>,
    pub children: BTreeMap<&'a str, usize>,
    pub scope: Scope<'a>,
}

/// The modules of a crate's library and programs.
#[derive(Debug)]
pub struct Tree<'a> {
    /// The library's name, and its module, which the programs of the crate call by that name.
    pub library: Option<(String, usize)>,
    pub modules: Vec<Module<'a>>,
    /// The words of the files that hand names on or import `…::*`.
    pub words: BTreeMap<&'a str, BTreeMap<&'a str, usize>>,
    /// Files that only tests are built with.
    pub tests: BTreeSet<&'a str>,
}

impl<'a> Tree<'a> {
    /// Follows every `mod` from the crate's roots.
    pub fn of(repository: &'a Repository, manifest: &Manifest) -> Self {
        let mut tree = Self {
            library: None,
            modules: Vec::new(),
            words: BTreeMap::new(),
            tests: BTreeSet::new(),
        };
        for root in &manifest.roots {
            let module = tree.modules.len();
            if tree.add(repository, root, folder_of(root), None).is_some()
                && root.ends_with("lib.rs")
            {
                tree.library = Some((manifest.library(), module));
            }
        }
        tree
    }

    /// The module at whose top this one is.
    pub fn root(&self, mut module: usize) -> usize {
        while let Some(parent) = self.modules[module].parent {
            module = parent;
        }
        module
    }

    /// The files that the crate is built from, those of tests among them.
    pub fn files(&self) -> BTreeSet<&'a str> {
        let built = self.modules.iter().map(|module| module.file);
        built.chain(self.tests.iter().copied()).collect()
    }

    /// Adds a file whose own modules are in `folder`.
    fn add(
        &mut self,
        repository: &'a Repository,
        path: &str,
        folder: &str,
        parent: Option<usize>,
    ) -> Option<usize> {
        let file = repository.file(path)?;
        let outline = outline(&file.source);
        if outline.test {
            self.tests.insert(&file.path);
            return None;
        }
        if !outline.words.is_empty() {
            self.words.insert(&file.path, outline.words);
        }
        let first = self.modules.len();
        let mut folders: Vec<String> = Vec::new();
        for scope in outline.scopes {
            let module = self.modules.len();
            let mut within = folder.to_owned();
            let mut above = parent;
            if let Some((name, around)) = scope.inline {
                self.modules[first + around].children.insert(name, module);
                above = Some(first + around);
                within = format!("{}/{name}", folders[around]);
            }
            folders.push(within);
            self.modules.push(Module {
                file: &file.path,
                parent: above,
                children: BTreeMap::new(),
                scope,
            });
        }
        for (offset, within) in folders.iter().enumerate() {
            for declared in self.modules[first + offset].scope.declared.clone() {
                self.declare(repository, first + offset, within, &declared);
            }
        }
        Some(first)
    }

    /// Adds the file of one `mod name;`.
    fn declare(
        &mut self,
        repository: &'a Repository,
        around: usize,
        folder: &str,
        declared: &Declared<'a>,
    ) {
        let Declared { name, path, test } = *declared;
        let file = self.modules[around].file;
        let (beside, inside) = match path {
            Some(path) => (joined(folder_of(file), path), None),
            None => (
                Some(format!("{folder}/{name}.rs")),
                Some(format!("{folder}/{name}/mod.rs")),
            ),
        };
        let candidates = [beside, inside];
        let found = candidates
            .iter()
            .flatten()
            .find_map(|path| repository.file(path));
        let Some(found) = found else { return };
        if test || is_test(&found.path) && !is_test(file) {
            self.mark_tests(repository, &found.path);
            return;
        }
        // A file that `#[path]` names keeps its modules beside itself, as a `mod.rs` does.
        let own = path.is_some() || found.path.ends_with("/mod.rs");
        let within = if own {
            folder_of(&found.path)
        } else {
            found.path.trim_end_matches(".rs")
        };
        if let Some(module) = self.add(repository, &found.path, within, Some(around)) {
            self.modules[around].children.insert(name, module);
        }
    }

    /// A file of tests, and what it declares in its turn.
    fn mark_tests(&mut self, repository: &'a Repository, path: &str) {
        let Some(file) = repository.file(path) else {
            return;
        };
        if !self.tests.insert(&file.path) {
            return;
        }
        let outline = outline(&file.source);
        for declared in outline.scopes.iter().flat_map(|scope| &scope.declared) {
            let folder = folder_of(path);
            let own = path.trim_end_matches(".rs");
            let candidates = match declared.path {
                Some(other) => vec![joined(folder, other)],
                None => vec![
                    joined(folder, &format!("{}.rs", declared.name)),
                    joined(own, &format!("{}.rs", declared.name)),
                    joined(own, &format!("{}/mod.rs", declared.name)),
                    joined(folder, &format!("{}/mod.rs", declared.name)),
                ],
            };
            for candidate in candidates.iter().flatten() {
                self.mark_tests(repository, candidate);
            }
        }
    }
}
