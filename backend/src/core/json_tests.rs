use serde_json::Value;

use super::typed_json;

fn read(text: &str) -> Result<Value, String> {
    typed_json(text.as_bytes()).map_err(|it| it.to_string())
}

#[test]
fn a_key_twice_is_refused_at_any_depth_and_not_repeated() {
    for text in [
        r#"{"secreto":1,"secreto":2}"#,
        r#"{"a":[{"secreto":1,"secreto":1}]}"#,
        "{\"a\":1,\n\"\\u0061\":2}",
    ] {
        let why = read(text).unwrap_err();
        assert!(
            why.starts_with("malformed_body: Una clave está dos veces: renglón"),
            "{why}"
        );
        assert!(!why.contains("secreto"), "{why}");
    }
}

#[test]
fn the_same_key_in_different_objects_is_fine() {
    let text = r#"{"a":{"b":1.5,"c":null},"b":[{"b":true},{"b":-3}],"d":"x"}"#;
    assert_eq!(
        read(text).unwrap(),
        serde_json::from_str::<Value>(text).unwrap()
    );
}

#[test]
fn what_is_no_json_is_told_by_line_and_column() {
    let why = read("{\n  x").unwrap_err();
    assert_eq!(
        why,
        "malformed_body: No es JSON válido: renglón 2, columna 3."
    );
}
