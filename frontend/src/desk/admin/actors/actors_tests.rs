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
