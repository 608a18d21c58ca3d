//! What a path stands for: found module by module, through whatever hands a name on.

use super::outline::Use;
use super::tree::Tree;

/// How many hands a name may pass through; two that import from each other never end.
const HANDS: usize = 12;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<'a> {
    Module(usize),
    /// The module that defines it, and its name.
    Item(usize, &'a str),
}

/// Looks paths up in a tree, and remembers through which modules it was sent on.
pub struct Resolver<'t, 'a> {
    tree: &'t Tree<'a>,
    /// Modules that do not define what they were asked for, but import it.
    pub hands: Vec<usize>,
}

impl<'t, 'a> Resolver<'t, 'a> {
    pub fn new(tree: &'t Tree<'a>) -> Self {
        let hands = Vec::new();
        Self { tree, hands }
    }

    /// What a path means in a module; nothing if it leads out of the crate.
    pub fn resolve(&mut self, module: usize, path: &[&'a str]) -> Option<Found<'a>> {
        self.hands.clear();
        self.path(module, path, 0)
    }

    fn path(&mut self, module: usize, path: &[&'a str], depth: usize) -> Option<Found<'a>> {
        if depth > HANDS {
            return None;
        }
        let (mut here, mut rest) = self.start(module, path, depth)?;
        while let Some((name, after)) = rest.split_first() {
            if after.is_empty() {
                return self.last(here, name, depth);
            }
            match self.child(here, name, depth) {
                Some(next) => here = next,
                // A type, and its variant or function behind it.
                None => return self.last(here, name, depth),
            }
            rest = after;
        }
        Some(Found::Module(here))
    }

    /// The module that a path starts from, and what is left of the path.
    fn start<'p>(
        &mut self,
        module: usize,
        path: &'p [&'a str],
        depth: usize,
    ) -> Option<(usize, &'p [&'a str])> {
        let (first, mut rest) = path.split_first()?;
        let mut here = module;
        match *first {
            "crate" => here = self.tree.root(module),
            "self" => {}
            "super" => {
                here = self.tree.modules[here].parent?;
                while let Some((&"super", after)) = rest.split_first() {
                    here = self.tree.modules[here].parent?;
                    rest = after;
                }
            }
            name => {
                if let Some(next) = self.child(module, name, depth) {
                    here = next;
                } else if self.item(module, name, depth).is_some() {
                    rest = path;
                } else {
                    let (library, root) = self.tree.library.as_ref()?;
                    if library != name || *root == self.tree.root(module) {
                        return None;
                    }
                    here = *root;
                }
            }
        }
        Some((here, rest))
    }

    /// The last name of a path: what a macro makes is taken to be where it was looked for.
    fn last(&mut self, module: usize, name: &'a str, depth: usize) -> Option<Found<'a>> {
        if let Some(found) = self.item(module, name, depth) {
            return found;
        }
        match self.child(module, name, depth) {
            Some(child) => Some(Found::Module(child)),
            None => Some(Found::Item(module, name)),
        }
    }

    /// The module of this name that a module has or imports.
    fn child(&mut self, module: usize, name: &'a str, depth: usize) -> Option<usize> {
        let tree = self.tree;
        if let Some(child) = tree.modules[module].children.get(name) {
            return Some(*child);
        }
        if depth > HANDS || tree.modules[module].scope.items.contains(name) {
            return None;
        }
        for leaf in tree.modules[module].scope.uses.iter().filter(offers(name)) {
            let known = self.hands.len();
            let found = match (leaf.name, self.import(module, leaf, depth)) {
                (Some(_), Some(Found::Module(found))) => Some(found),
                (None, Some(Found::Module(all))) => self.child(all, name, depth + 1),
                _ => None,
            };
            if found.is_some() {
                self.hands.push(module);
                return found;
            }
            self.hands.truncate(known);
        }
        None
    }

    /// The item of this name that a module defines or imports; `Some(None)` if it is imported
    /// from another crate.
    #[expect(
        clippy::option_option,
        reason = "three answers: nothing of the name, another crate's, ours"
    )]
    fn item(&mut self, module: usize, name: &'a str, depth: usize) -> Option<Option<Found<'a>>> {
        let tree = self.tree;
        let scope = &tree.modules[module].scope;
        if scope.items.contains(name) {
            return Some(Some(Found::Item(module, name)));
        }
        if depth > HANDS {
            return None;
        }
        let mut other_crate = false;
        for leaf in scope.uses.iter().filter(offers(name)) {
            let known = self.hands.len();
            let found = match (leaf.name, self.import(module, leaf, depth)) {
                (Some(_), Some(Found::Item(at, name))) => Some(Found::Item(at, name)),
                (None, Some(Found::Module(all))) => self.item(all, name, depth + 1).flatten(),
                (named, nothing) => {
                    other_crate |= named.is_some() && nothing.is_none();
                    None
                }
            };
            if found.is_some() {
                self.hands.push(module);
                return Some(found);
            }
            self.hands.truncate(known);
        }
        other_crate.then_some(None)
    }

    /// Whether an import may lead to a module of this crate, by its first name alone:
    /// `use time::time` and `use leptos::*` lead to others where no module here is called so.
    fn begins_here(&self, module: usize, leaf: &Use<'a>) -> bool {
        let Some(first) = leaf.path.first() else {
            return true;
        };
        let own = &self.tree.modules[module];
        let mut others = own.scope.uses.iter().filter_map(|other| other.name);
        let library = self.tree.library.as_ref().map(|(name, _)| name.as_str());
        matches!(*first, "crate" | "self" | "super")
            || own.children.contains_key(first)
            || (leaf.name != Some(first)
                && (leaf.name.is_some()
                    || library == Some(first)
                    || own.scope.items.contains(first)
                    || others.any(|name| name == *first)))
    }

    /// What an import of a module stands for.
    fn import(&mut self, module: usize, leaf: &Use<'a>, depth: usize) -> Option<Found<'a>> {
        if !self.begins_here(module, leaf) {
            return None;
        }
        match self.path(module, &leaf.path, depth + 2) {
            Some(Found::Module(all)) if leaf.name.is_none() && all == module => None,
            found => found,
        }
    }
}

/// Whether an import may bring a name in.
fn offers<'a>(name: &str) -> impl Fn(&&Use<'a>) -> bool {
    move |leaf| leaf.name.is_none_or(|own| own == name)
}
