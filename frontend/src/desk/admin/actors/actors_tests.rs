use super::*;

const PARTY: &str = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

#[test]
fn the_kind_says_how_many_parties() {
    let actor = |kind: &str, parties: &[&str]| {
        typed_actor(&json!({"kind": kind, "name": "Raíz y Rumbo", "parties": parties}))
    };
    assert!(actor("party", &[PARTY]).is_ok());
    assert!(actor("independent", &[]).is_ok());
    assert!(actor("coalition", &[PARTY]).is_err());
    assert!(actor("independent", &[PARTY]).is_err());
}

#[test]
fn two_versions_of_an_actor_name_its_parties() {
    let party =
        json!({ "id": PARTY, "version": 1, "name": "Raíz", "acronym": "R", "colour": "#112233" });
    let known: Vec<Party> = vec![serde_json::from_value(party.clone()).unwrap()];
    let submitted = json!({ "kind": "party", "name": "Raíz y Rumbo", "parties": [PARTY] });
    let current = json!({ "kind": "party", "name": "Raíz y Rumbo", "parties": [party] });
    let told = described_actor(&submitted, &known);
    assert_eq!(told, described_actor(&current, &known));
    let words: Vec<_> = told.into_iter().map(|it| it.1).collect();
    assert_eq!(words, [ActorKind::Party.label(), "Raíz y Rumbo", "Raíz"]);
}
