use super::*;

/// What stands in the page until the desks run is written there by hand.
#[test]
fn the_page_that_waits_for_the_desks_has_their_words() {
    let page = include_str!("../../desk.html");
    let t = texts();
    for text in [t.shell.brand, t.shell.brand_owner, t.failure.loading] {
        assert!(page.contains(&format!(">{text}<")), "{text}");
    }
}

#[test]
fn the_manual_has_the_page_of_every_role() {
    let manual = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/manual");
    let mut seen = Vec::new();
    for role in Role::ALL.iter().copied().map(Some).chain([None]) {
        let (address, words) = manual_of(role);
        let page = address.strip_prefix("/ayuda").unwrap();
        let page = page.strip_prefix('/').unwrap_or("README");
        let file = std::path::Path::new(manual).join(format!("{page}.md"));
        assert!(file.is_file(), "{role:?}: {address}");
        assert!(
            !seen.contains(&words),
            "{role:?}: {words} leads elsewhere too"
        );
        seen.push(words);
    }
}
