use super::*;

#[test]
fn only_a_whole_address_of_the_web_is_a_link() {
    for address in ["https://example.mx/a?b=1", "http://example.mx"] {
        assert!(is_address(address), "{address}");
    }
    for text in [
        "javascript:alert(1)",
        "example.mx",
        "Ver https://example.mx",
        "https://example.mx y más",
        "HTTPS ://example.mx",
        "",
    ] {
        assert!(!is_address(text), "{text}");
    }
}

#[test]
fn the_rule_of_a_text_has_its_limits_and_how_they_count() {
    let limits = Limits::default();
    let rule = rule_of(Section::Proposal1, &limits).unwrap();
    assert!(
        rule.contains("280 a 1,600") && rule.contains("sin contar espacios"),
        "{rule}"
    );
    assert_eq!(rule_of(Section::Photo, &limits), None);
}
