use super::web_address;

#[test]
fn only_complete_web_addresses_become_links() {
    for good in [
        "https://persona.example",
        "http://persona.example/a?b=c#d",
        "HTTPS://Persona.example/ñ",
    ] {
        assert_eq!(web_address(good), Some(good));
    }
    assert_eq!(
        web_address("  https://persona.example "),
        Some("https://persona.example")
    );
}

#[test]
fn everything_else_stays_text() {
    for bad in [
        "",
        "persona.example",
        "//persona.example",
        "javascript:alert(1)",
        "javascript://persona.example/%0aalert(1)",
        "JAVASCRIPT://https://persona.example",
        "data:text/html,https://persona.example",
        "ftp://persona.example",
        "mailto:persona@ejemplo.example",
        "https://",
        "https://localhost",
        "https://ieem.org.mx@malo.example",
        "https:// persona.example",
        "https://persona.example\\@malo.example",
        "https://persona.example/\"onclick",
        "\u{1}https://persona.example",
    ] {
        assert_eq!(web_address(bad), None, "{bad:?}");
    }
}
