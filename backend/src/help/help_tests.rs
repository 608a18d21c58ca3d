use conoceles_shared::questionnaire::PRIVACY_NOTICE;

use super::*;

/// What stands between `before` and `after`, wherever that is.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    let rest = text.split(before).skip(1);
    rest.filter_map(|it| it.split_once(after).map(|it| it.0))
        .collect()
}

#[test]
fn every_link_and_picture_of_the_manual_is_there() {
    let all = texts();
    assert!(all.len() > 1, "the manual has pages");
    let contents: Vec<_> = all
        .iter()
        .map(|(name, text)| (name.as_str(), main_heading(text)))
        .collect();
    for (name, text) in &all {
        let html = manual_page(name, text, &contents);
        assert_eq!(html.matches("<h1>").count(), 1, "{name}");
        for href in between(&html, "href=\"/ayuda/", "\"") {
            assert!(all.iter().any(|(other, _)| other == href), "{name}: {href}");
        }
        for source in between(&html, "src=\"/ayuda/", "\"") {
            assert!(Manual::get(source).is_some(), "{name}: {source}");
        }
        for alt in between(&html, "alt=\"", "\"") {
            assert!(alt.len() > 10, "{name}: a picture says nothing");
        }
    }
}

#[test]
fn the_privacy_notice_is_whole_and_has_no_script() {
    let html = privacy::privacy_html();
    assert_eq!(html.matches("<h1").count(), 1);
    assert_eq!(html.matches("<main").count(), 1);
    let headings = between(&html, "<h2>", "</h2>");
    let expected: Vec<_> = PRIVACY_NOTICE
        .sections
        .iter()
        .map(|it| it.heading)
        .collect();
    assert_eq!(headings, expected);
    assert!(html.contains(PRIVACY_NOTICE.version));
    for banned in ["<script", " style=", "http:", "https:"] {
        assert!(!html.contains(banned), "{banned}");
    }
}
