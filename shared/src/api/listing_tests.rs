use proptest::prelude::*;

use super::super::query::decode_pairs;
use super::*;

fn read(query: &str) -> Result<CandidacySearch, Vec<FieldError>> {
    CandidacySearch::from_pairs(&decode_pairs(query), CandidacySearch::OF_QUEUE)
}

#[test]
fn every_parameter_that_is_wrong_is_named() {
    let errors = read(
        "q=a&q=b&office=king&state=submitted,gone&limit=0&holder=you&territory=moon:1&flag=x&age=old\
         &turn=last&election=7&actor=8&waits_for=y&sort=name",
    )
    .unwrap_err();
    let names: Vec<_> = errors.iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(
        names,
        [
            "q",
            "office",
            "state",
            "limit",
            "holder",
            "territory",
            "flag",
            "age",
            "turn",
            "election",
            "actor",
            "waits_for",
            "sort"
        ]
    );
}

#[test]
fn an_election_knows_no_parameters_of_the_queue() {
    let pairs = decode_pairs("holder=me&q=ana");
    let errors = CandidacySearch::from_pairs(&pairs, CandidacySearch::OF_ELECTION).unwrap_err();
    assert_eq!(errors.len(), 1);
}

#[test]
fn nothing_asked_finds_all() {
    let found = read("q=&office=&limit=").unwrap();
    assert_eq!(found, CandidacySearch::default());
    assert_eq!((found.page_size(), found.is_narrowed()), (50, false));
    assert!(read("holder=me").unwrap().is_narrowed());
    assert!(!read("limit=200&cursor=x").unwrap().is_narrowed());
}

proptest! {
    #[test]
    fn a_search_survives_its_address(
        q in "[ -~áéñÑ%&=+]{0,60}",
        office in prop::sample::select(Office::ALL),
        states in prop::collection::vec(prop::sample::select(State::ALL), 0..4),
        flag in prop::option::of(prop::sample::select(QueueFlag::ALL)),
        age in prop::option::of(prop::sample::select(WaitingAge::ALL)),
        turn in prop::option::of(prop::sample::select(TurnWanted::ALL)),
        limit in 0_u16..=200,
    ) {
        let search = CandidacySearch {
            q: q.trim().to_owned(),
            office: Some(office),
            states,
            flag,
            age,
            turn,
            limit,
            territory: Some("municipality:15106".parse().unwrap()),
            cursor: Some("0-abc".to_owned()),
            ..CandidacySearch::default()
        };
        prop_assert_eq!(read(&search.to_query()).unwrap(), search);
    }
}
