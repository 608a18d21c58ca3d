//! What one Rust file defines, imports and names, module by module; tests are left out.

use std::collections::{BTreeMap, BTreeSet};

/// A path as it stands in the code: `["crate", "core", "Conn"]`.
pub type Path<'a> = Vec<&'a str>;

/// One leaf of a `use` declaration.
#[derive(Debug, Clone)]
pub struct Use<'a> {
    pub line: usize,
    pub path: Path<'a>,
    /// The name that it has here; nothing for `*`.
    pub name: Option<&'a str>,
    /// Whether others may take the name from here.
    pub public: bool,
}

/// A qualified path outside of `use`.
#[derive(Debug, Clone)]
pub struct Named<'a> {
    pub line: usize,
    pub path: Path<'a>,
}

/// `mod name;`
#[derive(Debug, Clone)]
pub struct Declared<'a> {
    pub name: &'a str,
    /// What `#[path = "…"]` says.
    pub path: Option<&'a str>,
    /// Whether only tests are built with it.
    pub test: bool,
}

/// One module of a file: the file itself, or an inline `mod name { … }`.
#[derive(Debug, Default)]
pub struct Scope<'a> {
    /// Its name and the scope around it; nothing for the file itself.
    pub inline: Option<(&'a str, usize)>,
    pub items: BTreeSet<&'a str>,
    pub declared: Vec<Declared<'a>>,
    pub uses: Vec<Use<'a>>,
    pub named: Vec<Named<'a>>,
}

/// The modules of a file, the file's own first.
#[derive(Debug, Default)]
pub struct Outline<'a> {
    pub scopes: Vec<Scope<'a>>,
    /// The words outside of `use` that are no fields, no methods and no later part of a path, each
    /// with its first line; only of a file with a `pub use` or a `use …::*`.
    pub words: BTreeMap<&'a str, usize>,
    /// Whether the whole file is for tests.
    pub test: bool,
}
