use super::Language;

#[test]
fn a_tag_names_its_language_and_an_unknown_one_spanish() {
    for tag in ["es", "es-MX", "", "tlh-001"] {
        assert_eq!(Language::of(tag), Language::Es, "{tag}");
    }
}
