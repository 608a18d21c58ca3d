use super::*;

fn search(pairs: &[(&str, &str)]) -> Result<PublishedSearch, Vec<FieldError>> {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    PublishedSearch::from_pairs(&pairs)
}

#[test]
fn every_parameter_that_is_wrong_is_named() {
    let errors = search(&[
        ("office", "king"),
        ("page", "0"),
        ("sort", "name"),
        ("page", "2"),
        ("state", "submitted"),
    ])
    .unwrap_err();
    let pointers: Vec<_> = errors.iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(pointers, ["/office", "/page", "/sort", "/page", "/state"]);
}
