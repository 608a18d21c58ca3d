//! The names of photos' files: kept where they change, refused where two candidacies have one.

use super::super::fixture_tests::{id, planned, roll, table};

const KEY: &str = "archivo_fotografia";

#[test]
fn a_name_is_a_change_of_its_own() {
    let mut roll = roll(2);
    let (one, two) = (id(1).to_string(), id(2).to_string());
    let sheet = table(&[
        &["id_candidatura", KEY],
        &[&one, "uno.jpg"],
        &[&two, "dos.jpg"],
    ]);
    let plan = planned(&sheet, &roll);
    assert_eq!(plan.errors, []);
    let names: Vec<_> = plan
        .rows
        .iter()
        .map(|it| it.photo_file.as_deref())
        .collect();
    assert_eq!(names, [Some("uno.jpg"), Some("dos.jpg")]);
    let first = plan.hash("file", &roll);
    for (n, name) in [(1, "uno.jpg"), (2, "otra.jpg")] {
        roll.get_mut(&id(n)).unwrap().photo_file = Some(name.to_owned());
    }
    let plan = planned(&sheet, &roll);
    let names: Vec<_> = plan
        .rows
        .iter()
        .map(|it| it.photo_file.as_deref())
        .collect();
    assert_eq!(
        names,
        [Some("dos.jpg")],
        "what is stored already changes nothing"
    );
    assert_ne!(plan.hash("file", &roll), first);
    let plan = planned(&table(&[&["id_candidatura"], &[&one]]), &roll);
    assert!(
        plan.rows.is_empty(),
        "a sheet without the column leaves it alone"
    );
}

#[test]
fn a_blank_cell_leaves_the_name_as_it_is() {
    let mut roll = roll(2);
    roll.get_mut(&id(1)).unwrap().photo_file = Some("uno.jpg".to_owned());
    let (one, two) = (id(1).to_string(), id(2).to_string());
    for blank in ["", "   ", "\u{a0}", "\n", "\u{200b}"] {
        let plan = planned(
            &table(&[&["id_candidatura", KEY], &[&one, blank], &[&two, blank]]),
            &roll,
        );
        assert_eq!(plan.errors, [], "{blank:?}");
        assert!(plan.rows.is_empty(), "{blank:?}");
    }
    // It is still its candidacy's: no other has it.
    let sheet = table(&[&["id_candidatura", KEY], &[&one, ""], &[&two, "UNO.jpg"]]);
    let plan = planned(&sheet, &roll);
    let cells: Vec<_> = plan.errors.iter().map(|it| it.cell.as_deref()).collect();
    assert_eq!(cells, [Some("B3")]);
    // Another name sets it free.
    let sheet = table(&[
        &["id_candidatura", KEY],
        &[&one, "dos.jpg"],
        &[&two, "uno.jpg"],
    ]);
    assert_eq!(planned(&sheet, &roll).errors, []);
}

#[test]
fn one_file_for_two_is_told_at_the_cells_that_say_so() {
    let mut roll = roll(3);
    roll.get_mut(&id(3)).unwrap().photo_file = Some("Peña.jpg".to_owned());
    let ids = [1, 2].map(|n| id(n).to_string());
    let sheet = table(&[
        &["id_candidatura", KEY],
        &[&ids[0], "foto.jpg"],
        &[&ids[1], "FOTO.jpg"],
    ]);
    let plan = planned(&sheet, &roll);
    let cells: Vec<_> = plan
        .errors
        .iter()
        .map(|it| (it.cell.as_deref(), &*it.code))
        .collect();
    assert_eq!(
        cells,
        [
            (Some("B2"), "duplicate_file"),
            (Some("B3"), "duplicate_file")
        ]
    );
    let sheet = table(&[&["id_candidatura", KEY], &[&ids[0], "pen\u{303}a.JPG"]]);
    let plan = planned(&sheet, &roll);
    assert_eq!(plan.errors[0].code, "duplicate_file");
    let sheet = table(&[&["id_candidatura", KEY], &[&ids[0], "fotos/1.jpg"]]);
    assert_eq!(planned(&sheet, &roll).errors[0].code, "invalid_format");
}
