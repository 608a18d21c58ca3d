//! Who imports what: one arrow for each name that a file takes from another file of its crate.

use std::collections::BTreeSet;

use super::outline::Use;
use super::resolve::{Found, Resolver};
use super::tree::Tree;

/// A name that one file takes from another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow<'a> {
    pub from: &'a str,
    /// The file that defines the name.
    pub to: &'a str,
    pub name: &'a str,
    /// Where the name is taken.
    pub line: usize,
    /// The files that hand the name on.
    pub hands: Vec<&'a str>,
    /// Whether `from` only hands the name on and does without it.
    pub handed_on: bool,
}

/// Every arrow of a crate.
pub fn arrows<'a>(tree: &Tree<'a>) -> Vec<Arrow<'a>> {
    let mut draw = Draw {
        tree,
        resolver: Resolver::new(tree),
        found: BTreeSet::new(),
    };
    for module in 0..tree.modules.len() {
        draw.module(module);
    }
    draw.found.into_iter().collect()
}

struct Draw<'t, 'a> {
    tree: &'t Tree<'a>,
    resolver: Resolver<'t, 'a>,
    found: BTreeSet<Arrow<'a>>,
}

impl<'a> Draw<'_, 'a> {
    fn module(&mut self, module: usize) {
        let scope = &self.tree.modules[module].scope;
        for named in &scope.named {
            let found = self.resolver.resolve(module, &named.path);
            self.arrow(module, found, named.line, false);
        }
        for leaf in &scope.uses {
            let found = self.resolver.resolve(module, &leaf.path);
            match found {
                Some(Found::Module(all)) if leaf.name.is_none() => {
                    self.everything(module, all, leaf);
                }
                // The arrows are those of the paths that begin with it.
                Some(Found::Module(_)) if self.begins_path(module, leaf) => {}
                _ => {
                    let handed_on = leaf.public && !self.needs(module, leaf);
                    self.arrow(module, found, leaf.line, handed_on);
                }
            }
        }
    }

    /// Whether an imported module is used by its name; if not, it is handed on.
    fn begins_path(&self, module: usize, leaf: &Use<'a>) -> bool {
        let scope = &self.tree.modules[module].scope;
        let named = scope.named.iter().map(|named| &named.path);
        let imported = scope.uses.iter().map(|leaf| &leaf.path);
        let is_leaf = |path: &&Vec<&'a str>| std::ptr::eq(*path, &leaf.path);
        named
            .chain(imported.filter(|path| !is_leaf(path)))
            .any(|path| path.first() == leaf.name.as_ref())
    }

    /// Whether a file names what it imports again, outside of its imports.
    fn needs(&self, module: usize, leaf: &Use<'a>) -> bool {
        let words = self.tree.words.get(self.tree.modules[module].file);
        let name = leaf.name.unwrap_or_default();
        words.is_some_and(|words| words.contains_key(name))
    }

    /// `use …::*`: every word of the file that is a name of that module.
    fn everything(&mut self, module: usize, all: usize, leaf: &Use<'a>) {
        let mut nothing = true;
        let here = &self.tree.modules[module];
        if let Some(words) = self.tree.words.get(here.file) {
            let explicit: BTreeSet<&str> = here
                .scope
                .uses
                .iter()
                .filter_map(|leaf| leaf.name)
                .collect();
            for (word, at) in words {
                if here.scope.items.contains(word) || explicit.contains(word) {
                    continue;
                }
                let found = self.resolver.resolve(all, &["self", word]);
                let known = match found {
                    Some(Found::Item(at, name)) => self.tree.modules[at].scope.items.contains(name),
                    _ => false,
                };
                if known {
                    nothing = false;
                    self.arrow(module, found, *at, false);
                }
            }
        }
        if nothing {
            self.arrow(module, Some(Found::Module(all)), leaf.line, leaf.public);
        }
    }

    fn arrow(&mut self, module: usize, found: Option<Found<'a>>, line: usize, handed_on: bool) {
        let (target, name) = match found {
            Some(Found::Item(target, name)) => (target, name),
            Some(Found::Module(target)) => (target, self.name_of(target)),
            None => return,
        };
        let file = |module: usize| self.tree.modules[module].file;
        let (from, to) = (file(module), file(target));
        let mut hands: Vec<&str> = self.resolver.hands.iter().map(|hand| file(*hand)).collect();
        hands.retain(|hand| *hand != from && *hand != to);
        hands.sort_unstable();
        hands.dedup();
        if from != to || !hands.is_empty() {
            self.found.insert(Arrow {
                from,
                to,
                name,
                line,
                hands,
                handed_on,
            });
        }
    }

    fn name_of(&self, module: usize) -> &'a str {
        let parent = self.tree.modules[module].parent;
        let siblings = parent.map(|parent| &self.tree.modules[parent].children);
        let own = siblings.and_then(|all| all.iter().find(|(_, child)| **child == module));
        own.map_or("crate", |(name, _)| *name)
    }
}
