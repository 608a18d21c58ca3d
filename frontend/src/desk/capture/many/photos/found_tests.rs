//! What several parts say together.

use super::*;

fn id(n: u32) -> CandidacyId {
    format!("01890000-0000-7000-8000-{n:012}").parse().unwrap()
}

fn photo(n: u32) -> PhotoForOne {
    PhotoForOne {
        file: format!("{n}.jpg"),
        candidacy: id(n),
        name: format!("Persona {n}"),
        replaces: false,
        unchanged: false,
        reasons: Vec::new(),
        remarks: Vec::new(),
    }
}

fn part(number: usize, photos: Vec<PhotoForOne>, without: &[u32]) -> LookedPart {
    let versions = photos.iter().map(|_| "3");
    let without = without.iter().map(|n| WithoutPhoto {
        candidacy: id(*n),
        name: format!("Persona {n}"),
        file: None,
    });
    LookedPart {
        part: number,
        run: PhotosDryRun {
            hash: String::new(),
            based_on: versions.collect::<Vec<_>>().join("."),
            without: without.collect(),
            photos,
            strays: Vec::new(),
            ignored: 0,
        },
    }
}

#[test]
fn who_gets_a_photo_in_another_part_is_not_without_one() {
    let parts = [
        part(0, vec![photo(1)], &[2, 3]),
        part(1, vec![photo(2)], &[1, 3]),
    ];
    let found = FoundPhotos::in_all(&parts, "dos");
    assert_eq!(found.all_free(), BTreeSet::from([id(1), id(2)]));
    let without: Vec<_> = found
        .without
        .iter()
        .map(|it| it.candidacy.clone())
        .collect();
    assert_eq!(without, [id(3)]);
}

#[test]
fn two_photos_for_one_in_two_parts_are_both_left() {
    let parts = [
        part(0, vec![photo(1), photo(2)], &[]),
        part(1, vec![photo(1)], &[]),
    ];
    let found = FoundPhotos::in_all(&parts, "dos");
    assert_eq!(found.refused.len(), 2);
    let ticked = found.all_free();
    assert_eq!(parts[0].based_on(&ticked).as_deref(), Some("-.3"));
    assert_eq!(parts[1].based_on(&ticked), None, "nothing of it is sent");
}

#[test]
fn what_is_refused_or_stored_already_is_never_sent() {
    let (mut refused, mut same) = (photo(1), photo(2));
    refused.reasons.push("no".to_owned());
    same.unchanged = true;
    let one = part(0, vec![refused, same, photo(3)], &[]);
    let everyone = BTreeSet::from([id(1), id(2), id(3)]);
    assert_eq!(one.based_on(&everyone).as_deref(), Some("-.-.3"));
    let found = FoundPhotos::in_all(&[one], "dos");
    assert_eq!(
        (found.free.len(), found.refused.len(), found.unchanged),
        (1, 1, 1)
    );
}
