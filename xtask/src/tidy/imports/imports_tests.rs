use super::*;
use crate::tidy::manifest::Manifest;
use crate::tidy::repository::Repository;

const MANIFEST: (&str, &str) = ("a/Cargo.toml", "[package]\nname = \"the-a\"\n");

/// The arrows of a crate `a`, as `from > to: name`; what is only handed on has a bracket.
fn drawn(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<(String, &str)> = files
        .iter()
        .map(|(path, text)| (format!("a/src/{path}.rs"), *text))
        .collect();
    let mut all = vec![MANIFEST];
    all.extend(files.iter().map(|(path, text)| (path.as_str(), *text)));
    let repository = Repository::of(&all);
    let manifests = Manifest::all(&repository);
    let tree = Tree::of(&repository, &manifests[0]);
    let short = |path: &str| {
        let path = path.strip_prefix("a/src/").unwrap_or(path);
        path.trim_end_matches(".rs").to_owned()
    };
    arrows(&tree)
        .iter()
        .map(|arrow| {
            let line = format!(
                "{} > {}: {}",
                short(arrow.from),
                short(arrow.to),
                arrow.name
            );
            let hands: Vec<String> = arrow.hands.iter().map(|hand| short(hand)).collect();
            let hands = match hands.as_slice() {
                [] => String::new(),
                hands => format!(" by {}", hands.join(", ")),
            };
            let line = line + &hands;
            if arrow.handed_on {
                format!("({line})")
            } else {
                line
            }
        })
        .collect()
}

#[test]
fn every_way_to_name_another_file_is_an_arrow() {
    let files = [
        ("lib", "mod one;\nmod two;\nmod base;"),
        (
            "base",
            "pub struct A; pub struct B; pub fn c() {} pub mod in_it { pub const D: u8 = 0; }",
        ),
        (
            "one",
            "use crate::base::{A as Other, in_it::D};\nfn f() { super::base::c(); }",
        ),
        (
            "two",
            "use super::base;\nfn f(b: base::B) { base::in_it::D; base::A::new(); }",
        ),
    ];
    assert_eq!(
        drawn(&files),
        [
            "one > base: A",
            "one > base: D",
            "one > base: c",
            "two > base: A",
            "two > base: B",
            "two > base: D",
        ]
    );
}

#[test]
fn what_is_not_an_import_is_no_arrow() {
    let files = [
        (
            "lib",
            "mod one;\nmod base;\nuse std::fmt;\nextern crate core;",
        ),
        ("base", "pub fn a() {}\npub struct B;"),
        (
            "one",
            "//! crate::base::a\n/* super::base::B */\nconst S: &str = \"crate::base::a\";\n\
             pub(in crate::base) fn g() { x.base::<u8>(); Self::a(); fmt::Debug; }\n\
             fn h<'base>(c: char) { c == ':'; }",
        ),
    ];
    assert!(drawn(&files).is_empty());
}

#[test]
fn tests_draw_nothing_and_neither_do_their_files() {
    let files = [
        (
            "lib",
            "mod base;\n#[cfg(test)]\nmod tests { use crate::base::a; }\n#[cfg(test)]\n\
             #[path = \"lib_tests.rs\"]\nmod more;\n#[cfg(test)]\nuse base::a;\nmod other_tests;",
        ),
        (
            "base",
            "pub fn a() {}\n#[cfg(test)]\nfn b() -> [u8; 2] { crate::c(); [1, 2] }",
        ),
        ("lib_tests", "use crate::base::a;"),
        ("other_tests", "use crate::base::a;"),
    ];
    assert!(drawn(&files).is_empty());
    let not_tests = [
        (
            "lib",
            "mod base;\n#[cfg(not(test))]\nuse base::a;\n#[cfg(any(test, unix))]\nuse base::b;",
        ),
        ("base", "pub fn a() {}\npub fn b() {}"),
    ];
    assert_eq!(drawn(&not_tests), ["lib > base: a", "lib > base: b"]);
}

#[test]
fn a_name_that_is_handed_on_comes_from_where_it_is_defined() {
    let files = [
        ("lib", "mod one;\nmod room;"),
        (
            "room/mod",
            "mod inner;\nmod deep;\npub use inner::A;\npub use deep::*;",
        ),
        ("room/inner", "pub struct A;"),
        ("room/deep", "pub struct B;"),
        ("one", "use crate::room::{A, B};"),
    ];
    assert_eq!(
        drawn(&files),
        [
            "one > room/deep: B by room/mod",
            "one > room/inner: A by room/mod",
            "(room/mod > room/deep: deep)",
            "(room/mod > room/inner: A)",
        ]
    );
}

#[test]
fn who_hands_a_name_on_and_uses_it_takes_it() {
    let files = [
        (
            "lib",
            "mod inner;\npub use inner::{A, B};\nfn f(a: A) { x.B; }",
        ),
        ("inner", "pub struct A;\npub struct B;"),
    ];
    assert_eq!(drawn(&files), ["lib > inner: A", "(lib > inner: B)"]);
}

#[test]
fn everything_of_a_module_means_the_names_that_are_used() {
    let files = [
        ("lib", "mod base;\nmod child;\nuse base::a;\nfn own() {}"),
        ("base", "pub fn a() {}"),
        ("child", "use super::*;\nfn f() { own(); a(); x.own; }"),
    ];
    assert_eq!(
        drawn(&files),
        [
            "child > base: a by lib",
            "child > lib: own",
            "lib > base: a"
        ]
    );
    let unseen = [
        ("lib", "mod child;\nid!(A);"),
        ("child", "use super::*;\nfn f(a: A) {}"),
    ];
    assert_eq!(drawn(&unseen), ["child > lib: crate"]);
}

#[test]
fn files_are_found_as_the_compiler_finds_them() {
    let files = [
        (
            "lib",
            "pub mod a;\nmod inline { pub mod b; use super::a::x; }",
        ),
        (
            "a",
            "pub mod c;\n#[path = \"odd_name.rs\"]\npub mod d;\npub fn x() {}",
        ),
        ("a/c", "use crate::inline::b::y;"),
        ("odd_name", "mod e;\nuse super::x;"),
        ("e", "use super::super::x;"),
        ("inline/b", "pub fn y() {}"),
    ];
    assert_eq!(
        drawn(&files),
        [
            "a/c > inline/b: y",
            "e > a: x",
            "lib > a: x",
            "odd_name > a: x"
        ]
    );
}

#[test]
fn a_program_names_its_library_and_a_macro_its_crate() {
    let files = [
        (
            "lib",
            "pub mod run;\nmacro_rules! m { ($a:ident) => { $crate::run::go($a::b) }; }",
        ),
        ("run", "pub fn go() {}"),
        (
            "main",
            "use the_a::run;\nfn main() { run::go(); serde::x(); }",
        ),
    ];
    assert_eq!(drawn(&files), ["lib > run: go", "main > run: go"]);
}

#[test]
fn names_that_macros_make_belong_to_the_file_that_was_asked() {
    let files = [
        (
            "lib",
            "mod ids;\nmod one;\n#[path_of(crate::ids::Made)]\nstruct A;",
        ),
        ("ids", "id! { Made }"),
        ("one", "use crate::ids::Made;\nfn f() { Made::new(); }"),
    ];
    assert_eq!(
        drawn(&files),
        ["lib > ids: Made", "one > ids: Made", "one > ids: Made"]
    );
}

#[test]
fn imports_that_lead_into_each_other_end() {
    let files = [
        ("lib", "mod a;\nmod b;\nuse time::time;\nuse log::*;"),
        ("a", "pub use crate::b::*;\npub use crate::b::x;"),
        (
            "b",
            "pub use crate::a::*;\npub use crate::a::x;\nuse super::nothing::at::all;",
        ),
    ];
    assert!(drawn(&files).iter().all(|arrow| !arrow.contains("time")));
}
