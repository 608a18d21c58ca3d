
#[test]
fn two_versions_of_an_actor_name_its_parties() {
    let party = json!({ "id": PARTY, "version": 1, "name": "Raíz", "acronym": "R", "colour": "#112233" });
    let known: Vec<Party> = vec![serde_json::from_value(party.clone()).unwrap()];
    let submitted = json!({ "kind": "party", "name": "Raíz y Rumbo", "parties": [PARTY] });
    let current = json!({ "kind": "party", "name": "Raíz y Rumbo", "parties": [party] });
    let told = described_actor(&submitted, &known);
    assert_eq!(told, described_actor(&current, &known));
    let words: Vec<_> = told.into_iter().map(|it| it.1).collect();
    assert_eq!(words, [ActorKind::Party.label(), "Raíz y Rumbo", "Raíz"]);
}
