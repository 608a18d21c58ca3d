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
