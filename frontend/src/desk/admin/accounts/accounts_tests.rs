use super::*;

#[test]
fn only_an_operator_has_an_actor() {
    let mut value = json!({
        "login": "rumbo.captura1",
        "name": "Laura Méndez Ríos",
        "role": "operator",
    });
    let why = typed_account(&value).unwrap_err();
    assert_eq!(why.errors()[0].pointer, "/actor");
    value["actor"] = json!("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
    assert!(typed_account(&value).unwrap().actor.is_some());
    value["role"] = json!("validator");
    assert!(typed_account(&value).unwrap().actor.is_none());
}
