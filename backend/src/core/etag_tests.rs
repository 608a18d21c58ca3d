//! Entity tags of versions.

use super::*;

#[test]
fn one_quoted_version_and_nothing_else() {
    assert_eq!(parse(Some("\"12\"")).unwrap(), IfMatch(12));
    for wrong in [
        "12",
        "*",
        "W/\"1\"",
        "\"\"",
        "\"1\", \"2\"",
        "\"-1\"",
        "\"99999999999\"",
    ] {
        assert!(parse(Some(wrong)).is_err(), "{wrong}");
    }
    assert!(parse(None).is_err());
}
