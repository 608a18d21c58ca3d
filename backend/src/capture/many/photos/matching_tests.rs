//! Whose a photo is: every way in which it is one's, nobody's, or somebody's among others.

use super::*;

fn id(n: u32) -> CandidacyId {
    format!("01890000-0000-7000-8000-{n:012}").parse().unwrap()
}

fn given_out(files: &[&str], wanted: &[(u32, Option<&str>)]) -> Vec<Owner> {
    let files: Vec<_> = files
        .iter()
        .map(|it| FileInZip::named(it.as_bytes(), it))
        .collect();
    let files: Vec<_> = files.iter().collect();
    let ids: Vec<_> = wanted.iter().map(|(n, name)| (id(*n), *name)).collect();
    owners(&files, ids.iter().map(|(id, name)| (id, *name)))
}

#[test]
fn a_photo_is_found_by_its_name_or_by_the_id() {
    let by_id = format!("{}.PNG", id(2));
    let found = given_out(
        &["fotos/OCAMPO.JPG", &by_id, "zarate.webp", "suelta.jpg"],
        &[
            (1, Some("ocampo.jpg")),
            (2, None),
            (3, Some("Zarate")),
            (4, Some("falta.jpg")),
        ],
    );
    let expected = [
        Owner::One(id(1)),
        Owner::One(id(2)),
        Owner::One(id(3)),
        Owner::Nobody,
    ];
    assert_eq!(found, expected);
}

#[test]
fn two_files_for_one_are_both_left() {
    let by_id = format!("{}.jpg", id(1));
    let found = given_out(&["ocampo.jpg", &by_id], &[(1, Some("ocampo.jpg"))]);
    assert_eq!(
        found,
        [Owner::OneOfSeveral(id(1)), Owner::OneOfSeveral(id(1))]
    );
    let found = given_out(
        &["a/ocampo.jpg", "b/Ocampo.jpg"],
        &[(1, Some("ocampo.jpg"))],
    );
    assert_eq!(
        found,
        [Owner::OneOfSeveral(id(1)), Owner::OneOfSeveral(id(1))]
    );
}

#[test]
fn one_file_for_two_is_nobodys_to_give() {
    let wanted = [(1, Some("foto.jpg")), (2, Some("FOTO"))];
    assert_eq!(
        given_out(&["foto.jpg"], &wanted),
        [Owner::Several(vec![id(1), id(2)])]
    );
}

#[test]
fn an_ending_that_was_written_is_meant() {
    assert_eq!(
        given_out(&["ocampo.png"], &[(1, Some("ocampo.jpg"))]),
        [Owner::Nobody]
    );
    assert_eq!(
        given_out(&["ocampo.txt"], &[(1, Some("ocampo"))]),
        [Owner::Nobody]
    );
}
