//! Entity tags of versions.

use super::*;

#[test]
fn one_quoted_version_and_nothing_else() {
    assert_eq!(version_named(Some("\"12\"")).unwrap(), IfMatch(12));
    for wrong in [
        "12",
        "*",
        "W/\"1\"",
        "\"\"",
        "\"1\", \"2\"",
        "\"-1\"",
        "\"99999999999\"",
    ] {
        assert!(version_named(Some(wrong)).is_err(), "{wrong}");
    }
    assert!(version_named(None).is_err());
}

#[test]
fn one_quoted_hash_and_nothing_else() {
    let good = "ab".repeat(32);
    let quoted = format!("\"{good}\"");
    assert_eq!(
        hash_named(Some(&quoted)).unwrap(),
        IfMatchHash(good.clone())
    );
    for wrong in [
        good.as_str(),
        "\"0\"",
        "*",
        "\"\"",
        &quoted.replace('a', "g"),
    ] {
        assert!(hash_named(Some(wrong)).is_err(), "{wrong}");
    }
    assert!(hash_named(None).is_err());
}
