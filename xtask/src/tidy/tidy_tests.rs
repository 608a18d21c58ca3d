use super::*;

/// A repository with one breach for each rule, and what is said of it.
#[test]
fn every_rule_is_asked() {
    let machine = concat!("f(\"/wo", "rk/list.csv\");");
    let repository = Repository::of(&[
        ("Cargo.toml", "rust-version = \"1.95\""),
        ("README.md", "Rust 1.94"),
        (
            "backend/Cargo.toml",
            "[package]\nname = \"server\"\nrust-version.workspace = true\n",
        ),
        (
            "backend/src/lib.rs",
            "mod core;\nmod elections;\nmod steps;\nmod new_room;\n// docs/gone.md",
        ),
        ("backend/src/core/mod.rs", "use crate::steps::step;"),
        (
            "backend/src/elections/mod.rs",
            "mod rows;\nfn f() { rows::g(); }",
        ),
        (
            "backend/src/elections/rows.rs",
            "pub fn g() { super::f(); }",
        ),
        ("backend/src/steps.rs", "mod lost;"),
        (
            "backend/src/steps/found.rs",
            "#[allow(unused)]\npub fn step() {}",
        ),
        ("backend/src/new_room.rs", machine),
        ("backend/src/new_room_tests.rs", machine),
    ]);
    let said: Vec<String> = complaints(&repository)
        .iter()
        .map(|complaint| format!("{}: {}", complaint.path, complaint.advice))
        .collect();
    let expected = [
        "README.md: the oldest Rust is 1.95",
        "backend/src/core/mod.rs: core (floor 1, the ground) imports step from steps (floor 3",
        "backend/src/elections/mod.rs: a circle of 2 files",
        "backend/src/lib.rs: docs/gone.md is not there",
        "backend/src/new_room.rs: new_room has no floor",
        concat!(
            "backend/src/new_room_tests.rs: /wo",
            "rk is not on every machine"
        ),
        "backend/src/new_room_tests.rs: no `mod` brings it in",
        "backend/src/steps.rs: make it backend/src/steps/mod.rs",
        "backend/src/steps/found.rs: no `mod` brings it in",
        "backend/src/steps/found.rs: use #[expect(",
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.starts_with(expected), "{said}\n{expected}");
    }
}
