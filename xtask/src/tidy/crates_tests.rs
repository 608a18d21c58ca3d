use super::*;

const ROOT: (&str, &str) = (
    "Cargo.toml",
    "[workspace.package]\nrust-version = \"1.95\"\n",
);
const SHARED: (&str, &str) = (
    "shared/Cargo.toml",
    "[package]\nname = \"the-shared\"\nrust-version.workspace = true\n[dependencies]\nserde = \"1\"\n",
);
const SERVER: (&str, &str) = (
    "backend/Cargo.toml",
    "[package]\nname = \"the-server\"\nrust-version.workspace = true\n[dependencies]\n\
     the-shared = { workspace = true }\n",
);

fn said(files: &[(&str, &str)]) -> Vec<String> {
    let repository = Repository::of(files);
    let found = complaints(&repository, &Manifest::all(&repository));
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn a_crate_is_built_only_on_those_below_it() {
    assert!(said(&[ROOT, SHARED, SERVER]).is_empty());
    for section in [
        "dependencies",
        "dev-dependencies",
        "target.'cfg(unix)'.build-dependencies",
    ] {
        let upward = format!("{}[{section}]\nthe-server.workspace = true\n", SHARED.1);
        let said = said(&[ROOT, (SHARED.0, &upward), SERVER]);
        assert_eq!(
            said,
            ["shared/Cargo.toml:7: shared is not built on backend: see floors.rs"]
        );
    }
}

#[test]
fn a_new_crate_is_told_to_come_into_the_table() {
    let other = (
        "other/Cargo.toml",
        "[package]\nname = \"other\"\nrust-version.workspace = true\n",
    );
    assert_eq!(said(&[ROOT, other]).len(), 1);
}

#[test]
fn the_oldest_rust_is_stated_once() {
    let own = SHARED.1.replace(".workspace = true", " = \"1.90\"");
    assert_eq!(said(&[ROOT, (SHARED.0, &own)]).len(), 1);
    let none = SHARED.1.replace("rust-version.workspace = true\n", "");
    assert_eq!(said(&[ROOT, (SHARED.0, &none)]).len(), 1);
    assert_eq!(said(&[ROOT, ("clippy.toml", "msrv = \"1.95\"\n")]).len(), 1);
}

#[test]
fn pages_name_the_same_rust() {
    for (text, complaints) in [
        ("Needs Rust 1.95 or newer.", 0),
        ("Needs Rust 1.95.", 0),
        ("Needs Rust 1.95.0", 0),
        ("Needs Rust and 1.90 of anything", 0),
        ("Needs Rust 1.94.", 1),
        ("Needs Rust 1.9 or newer", 1),
        ("Rust 1.95, not Rust 1.96", 1),
    ] {
        assert_eq!(
            said(&[ROOT, ("docs/a.md", text)]).len(),
            complaints,
            "{text}"
        );
    }
}
