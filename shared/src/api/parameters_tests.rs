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
        ("before", "malformed_id"),
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
