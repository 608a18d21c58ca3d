use super::*;
use crate::ids::NoticeId;

const ID: &str = "00000000-0000-7000-8000-000000000001";

fn told(errors: Vec<FieldError>) -> Vec<(String, String)> {
    errors.into_iter().map(|it| (it.pointer, it.code)).collect()
}

#[test]
fn one_id_is_read_and_everything_else_is_told_at_once() {
    let read = |query: &str| one_id::<NoticeId>(query, "before");
    assert_eq!(read(""), Ok(None));
    let id = read(&format!("before={ID}")).unwrap();
    assert_eq!(id, Some(ID.parse().unwrap()));
    let errors = read("before=7&page=2&before=").unwrap_err();
    assert!(errors[1].detail.contains("before"), "{errors:?}");
    let expected = [
        ("before", "malformed_id"),
        ("page", "unknown_parameter"),
        ("before", "repeated"),
    ];
    let expected = expected.map(|(key, code)| (key.to_owned(), code.to_owned()));
    assert_eq!(told(errors), expected);
}

#[test]
fn an_address_without_parameters_refuses_each() {
    assert_eq!(none(""), Ok(()));
    let pointers: Vec<_> = told(none("a=1&b").unwrap_err());
    let expected = ["a", "b"].map(|key| (key.to_owned(), "unknown_parameter".to_owned()));
    assert_eq!(pointers, expected);
}

#[test]
fn brackets_are_told_with_the_right_name() {
    for key in ["office[]", "filter[office]", "office[0]", "office["] {
        let error = unknown(key, &["office", "q"]);
        assert_eq!(error.pointer, key);
        assert!(error.detail.contains("sin corchetes: office="), "{error:?}");
    }
    assert!(!unknown("nada[]", &["office"]).detail.contains("corchetes"));
}
