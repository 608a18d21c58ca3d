use super::*;

#[test]
fn every_territory_of_the_entity_is_there_once() {
    let all = of_the_entity();
    assert_eq!(all.len(), 1 + 1 + 45 + 125);
    let mut keys: Vec<_> = all.iter().map(|it| (it.kind, it.code.clone())).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), all.len());
    assert!(includes_all(&serde_json::to_value(&all).unwrap()));
    assert!(!includes_all(&json!([])));
}

#[test]
fn taking_the_entity_out_leaves_what_an_election_has_of_its_own() {
    let own = Territory {
        kind: TerritoryKind::LocalDistrict,
        code: "99".to_owned(),
        name: "Distrito de prueba".to_owned(),
    };
    let mut have = of_the_entity();
    have.pop();
    have.push(own.clone());
    let have = serde_json::to_value(&have).unwrap();
    assert!(!includes_all(&have));
    assert_eq!(with_the_entity(&have, false), [own]);
    let all = serde_json::to_value(with_the_entity(&have, true)).unwrap();
    assert!(includes_all(&all));
    assert_eq!(all.as_array().unwrap().len(), 1 + 1 + 45 + 125 + 1);
}
