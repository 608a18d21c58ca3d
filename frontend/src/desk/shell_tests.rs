use crate::i18n::desk::texts;

/// What stands in the page until the desks run is written there by hand.
#[test]
fn the_page_that_waits_for_the_desks_has_their_words() {
    let page = include_str!("../../desk.html");
    let t = texts();
    for text in [t.shell.brand, t.shell.brand_owner, t.failure.loading] {
        assert!(page.contains(&format!(">{text}<")), "{text}");
    }
}
