//! Each kind of actor has its number of parties.

use super::*;

fn id(last: u8) -> PartyId {
    format!("00000000-0000-7000-8000-0000000000{last:02}")
        .parse()
        .unwrap()
}

fn found(kind: ActorKind, parties: &[u8]) -> Vec<(String, String)> {
    let known = [id(1), id(2), id(3)];
    let new = NewActor {
        kind,
        name: "Va por el estado".into(),
        parties: parties.iter().map(|it| id(*it)).collect(),
    };
    errors(&new, &known.iter().collect())
        .into_iter()
        .map(|it| (it.pointer, it.code))
        .collect()
}

#[test]
fn the_number_of_parties_follows_the_kind() {
    for (kind, right, wrong) in [
        (ActorKind::Party, &[1][..], &[][..]),
        (ActorKind::Party, &[1], &[1, 2]),
        (ActorKind::Coalition, &[1, 2], &[1]),
        (ActorKind::CommonCandidacy, &[1, 2, 3], &[1]),
        (ActorKind::Independent, &[], &[1]),
    ] {
        assert_eq!(found(kind, right), [], "{kind}");
        assert_eq!(
            found(kind, wrong),
            [("/parties".into(), "wrong_count".into())],
            "{kind}"
        );
    }
}

#[test]
fn parties_exist_and_are_named_once() {
    assert_eq!(
        found(ActorKind::Coalition, &[1, 9, 1]),
        [
            ("/parties/1".into(), "unknown".into()),
            ("/parties/2".into(), "duplicate".into())
        ]
    );
}
