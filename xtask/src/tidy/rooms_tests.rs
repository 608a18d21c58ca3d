use super::*;
use crate::tidy::floors::{Floor, HOUSES};
use crate::tidy::imports::{Tree, arrows};
use crate::tidy::manifest::Manifest;

const HOUSE: House = House {
    source: "a/src",
    floors: &[
        Floor {
            name: "1",
            rooms: &["ground"],
        },
        Floor {
            name: "2",
            rooms: &["left", "right"],
        },
        Floor {
            name: "3",
            rooms: &["door", "ground/loft", "lib"],
        },
    ],
};

const LIB: (&str, &str) = (
    "a/src/lib.rs",
    "pub mod ground;\npub mod left;\npub mod right;\npub mod door;",
);
const LEFT: (&str, &str) = ("a/src/left.rs", "pub struct Left;");
const RIGHT: (&str, &str) = ("a/src/right.rs", "pub struct Right;");
const DOOR: (&str, &str) = ("a/src/door/mod.rs", "pub struct Door;");

/// What is said of a house of these files; those above stand in for what is not given.
fn said(files: &[(&str, &str)]) -> Vec<String> {
    let mut all = vec![("a/Cargo.toml", "[package]\nname = \"a\"\n")];
    for file in [LIB, LEFT, RIGHT, DOOR] {
        if !files.iter().any(|(path, _)| *path == file.0) {
            all.push(file);
        }
    }
    all.extend(files);
    let repository = Repository::of(&all);
    let manifests = Manifest::all(&repository);
    let tree = Tree::of(&repository, &manifests[0]);
    let found = complaints(&HOUSE, &repository, &arrows(&tree));
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn an_import_of_a_higher_floor_is_refused() {
    let upward = "a/src/ground/mod.rs:2: ground (floor 1) imports Door from door (floor 3): \
                  pass in what it needs, or move one of them";
    for text in [
        "\nuse crate::door::Door;",
        "\nfn f(door: crate::door::Door) {}",
        "\npub use super::door::Door;",
    ] {
        assert_eq!(said(&[("a/src/ground/mod.rs", text)]), [upward], "{text}");
    }
}

#[test]
fn an_import_of_the_ground_or_within_a_room_is_accepted() {
    let files = [
        ("a/src/ground/mod.rs", "pub mod store;\npub struct Base;"),
        ("a/src/ground/store.rs", "use super::Base;"),
        ("a/src/left.rs", "use crate::ground::Base;"),
        (
            "a/src/door/mod.rs",
            "use crate::{left, ground::Base};\nfn f() { left::g(); }",
        ),
    ];
    assert!(said(&files).is_empty(), "{:?}", said(&files));
}

#[test]
fn a_lower_room_that_hands_a_name_on_hides_no_floor() {
    let files = [
        ("a/src/ground/mod.rs", "use crate::left::Door;"),
        ("a/src/left.rs", "pub use crate::door::Door;"),
    ];
    let said = said(&files);
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(
        said[0].contains("ground (floor 1) imports Door from door"),
        "{said:?}"
    );
    assert!(
        said[1].contains("ground (floor 1) imports Door from left"),
        "{said:?}"
    );
    assert!(
        said[2].contains("left (floor 2) imports Door from door"),
        "{said:?}"
    );
}

#[test]
fn rooms_of_one_floor_may_import_each_other_in_one_direction_only() {
    let one_way = [("a/src/left.rs", "use crate::right::Right;")];
    assert!(said(&one_way).is_empty());
    // No two files are in a circle here, only their rooms.
    let both_ways = [
        ("a/src/left.rs", "pub mod one;\npub mod two;"),
        ("a/src/left/one.rs", "use crate::right::Right;"),
        ("a/src/left/two.rs", "pub struct Two;"),
        ("a/src/right.rs", "pub mod three;\npub struct Right;"),
        ("a/src/right/three.rs", "use crate::left::two::Two;"),
    ];
    let said = said(&both_ways);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("a circle of 2 rooms on one floor: left, right\n"));
}

#[test]
fn tests_stand_on_no_floor() {
    let files = [
        (
            "a/src/ground/mod.rs",
            "#[cfg(test)]\n#[path = \"ground_tests.rs\"]\nmod tests;\n\
             #[cfg(test)]\nmod more { use crate::door::Door; }",
        ),
        ("a/src/ground/ground_tests.rs", "use crate::door::Door;"),
    ];
    assert!(said(&files).is_empty());
}

#[test]
fn a_room_without_a_floor_is_told_to_take_one() {
    let files = [
        ("a/src/cellar/mod.rs", ""),
        ("a/src/cellar/wine.rs", ""),
        ("a/src/loose.rs", ""),
    ];
    assert_eq!(
        said(&files),
        [
            "a/src/cellar/mod.rs:1: cellar has no floor: give it one in xtask/src/tidy/floors.rs",
            "a/src/loose.rs:1: loose has no floor: give it one in xtask/src/tidy/floors.rs",
        ]
    );
}

#[test]
fn a_room_inside_another_has_its_own_floor() {
    let files = [
        ("a/src/ground/mod.rs", "pub mod loft;\npub mod loftier;"),
        ("a/src/ground/loft.rs", "use crate::door::Door;"),
        ("a/src/ground/loftier.rs", "use crate::left::Left;"),
    ];
    let said = said(&files);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("a/src/ground/loftier.rs:1: ground (floor 1) imports Left"));
}

#[test]
fn every_room_of_the_table_is_there_once() {
    for house in HOUSES {
        let rooms: Vec<&str> = house
            .floors
            .iter()
            .flat_map(|floor| floor.rooms)
            .copied()
            .collect();
        let once: BTreeSet<&str> = rooms.iter().copied().collect();
        assert_eq!(rooms.len(), once.len(), "{}", house.source);
    }
}
