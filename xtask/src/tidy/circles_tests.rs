use super::*;
use crate::tidy::imports::{Tree, arrows};
use crate::tidy::manifest::Manifest;
use crate::tidy::repository::Repository;

/// What is said of a crate of these files.
fn said(files: &[(&str, &str)]) -> Vec<String> {
    let mut all = vec![("a/Cargo.toml", "[package]\nname = \"a\"\n")];
    all.extend(files);
    let repository = Repository::of(&all);
    let manifests = Manifest::all(&repository);
    let tree = Tree::of(&repository, &manifests[0]);
    complaints(&arrows(&tree))
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn two_files_that_import_each_other_are_refused() {
    let files = [
        ("a/src/lib.rs", "mod one;\nmod two;"),
        ("a/src/one.rs", "\nuse crate::two::B;\npub struct A;"),
        ("a/src/two.rs", "pub struct B(super::one::A);"),
    ];
    assert_eq!(
        said(&files),
        [
            "a/src/one.rs:2: a circle of 2 files: move what they share into a file below them\n    \
          a/src/one.rs -> a/src/two.rs: B\n    a/src/two.rs -> a/src/one.rs: A"
        ]
    );
}

#[test]
fn a_parent_and_its_child_that_need_each_other_are_refused() {
    let files = [
        (
            "a/src/lib.rs",
            "mod child;\npub struct A;\nfn f() { child::g(); }",
        ),
        ("a/src/child.rs", "use super::A;\npub fn g() {}"),
    ];
    assert_eq!(said(&files).len(), 1);
    let only_child = [("a/src/lib.rs", "mod child;\npub struct A;"), files[1]];
    assert!(said(&only_child).is_empty());
}

#[test]
fn a_circle_of_three_is_found_through_a_name_that_is_handed_on() {
    let files = [
        ("a/src/lib.rs", "mod one;\nmod two;\nmod room;"),
        ("a/src/one.rs", "use crate::room::C;\npub struct A;"),
        ("a/src/room/mod.rs", "mod three;\npub use three::C;"),
        ("a/src/room/three.rs", "use crate::two::B;\npub struct C;"),
        ("a/src/two.rs", "use crate::one::A;\npub struct B;"),
    ];
    let said = said(&files);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("a circle of 3 files"), "{said:?}");
    assert!(
        said[0].contains("a/src/one.rs -> a/src/room/three.rs: C"),
        "{said:?}"
    );
    assert!(!said[0].contains("room/mod.rs"), "{said:?}");
}

#[test]
fn a_face_that_hands_names_on_makes_no_circle() {
    let files = [
        ("a/src/lib.rs", "mod room;"),
        (
            "a/src/room/mod.rs",
            "mod one;\nmod two;\npub use one::A;\npub use two::B;\npub struct C;",
        ),
        ("a/src/room/one.rs", "use super::{B, C};\npub struct A;"),
        ("a/src/room/two.rs", "use super::C;\npub struct B;"),
    ];
    assert!(said(&files).is_empty(), "{:?}", said(&files));
}

#[test]
fn tests_may_import_whatever_they_test() {
    let files = [
        (
            "a/src/lib.rs",
            "pub mod one;\n#[cfg(test)]\n#[path = \"lib_tests.rs\"]\nmod tests;\npub fn f() {}",
        ),
        ("a/src/lib_tests.rs", "use super::*;\npub fn g() { f(); }"),
        (
            "a/src/one.rs",
            "#[cfg(test)]\nmod tests { use crate::tests::g; use crate::f; }",
        ),
    ];
    assert!(said(&files).is_empty());
}
