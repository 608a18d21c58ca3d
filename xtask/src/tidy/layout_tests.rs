use super::*;

#[test]
fn a_file_beside_its_folder_moves_into_it() {
    let repository = Repository::of(&[
        ("a/src/room.rs", ""),
        ("a/src/room/store.rs", ""),
        ("a/src/other/mod.rs", ""),
        ("a/src/room_tests.rs", ""),
        ("a/src/rooms/x.rs", ""),
    ]);
    let said: Vec<String> = beside_folder(&repository)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        said,
        ["a/src/room.rs:1: make it a/src/room/mod.rs: its folder stands beside it"]
    );
}

#[test]
fn a_folder_of_data_counts_as_well() {
    let mut repository = Repository::of(&[("a/src/words.rs", "")]);
    repository.add_name("a/src/words/lists/es.txt");
    assert_eq!(beside_folder(&repository).len(), 1);
}

#[test]
fn a_source_file_that_nobody_builds_is_found() {
    let repository = Repository::of(&[
        ("a/Cargo.toml", "[package]\nname = \"a\"\n"),
        ("a/build.rs", ""),
        ("a/src/lib.rs", ""),
        ("a/src/lost.rs", ""),
    ]);
    let built = BTreeSet::from(["a/src/lib.rs"]);
    let said = without_mod(&repository, &Manifest::all(&repository)[0], &built);
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].path, "a/src/lost.rs");
}
