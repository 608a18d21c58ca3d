use super::*;

#[test]
fn only_what_differs_is_put_side_by_side() {
    let now = [
        ("Nombre", "Partido".to_owned()),
        ("Siglas", "PH".to_owned()),
        ("Color", String::new()),
    ];
    let yours = [
        ("Nombre", "Partido".to_owned()),
        ("Siglas", String::new()),
        ("Color", String::new()),
    ];
    let rows = differing_rows(&now, &yours);
    assert_eq!(rows, [("Siglas", "PH".to_owned(), "(nada)".to_owned())]);
    assert!(differing_rows(&now, &now).is_empty());
}
