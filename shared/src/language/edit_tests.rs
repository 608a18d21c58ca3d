use proptest::prelude::*;

use super::super::{Rules, check};
use super::*;

fn found(text: &str) -> Vec<Finding> {
    check(text, &Rules::built_in())
}

#[test]
fn findings_move_with_what_is_typed_before_them() {
    let before = "Apoyo a los ciudadanos y a los niños.";
    let after = "Daré apoyo a los ciudadanos y a los niños.";
    let moved = carried(&found(before), before, after);
    assert_eq!(moved, found(after));
    assert_eq!(moved.len(), 2);
}

#[test]
fn a_finding_that_is_being_changed_is_gone() {
    let before = "Apoyo a los niños y a los jóvenes.";
    let after = "Apoyo a los niñ y a los jóvenes.";
    let kept = carried(&found(before), before, after);
    assert_eq!(kept.len(), 1);
    assert_eq!(
        span(after, kept[0].start, kept[0].end),
        Some(kept[0].text.as_str())
    );
}

#[test]
fn letters_beside_a_finding_make_another_word() {
    let before = "los jóvenes";
    assert_eq!(carried(&found(before), before, "los jóvenesx"), []);
    assert_eq!(carried(&found(before), before, before).len(), 1);
}

#[test]
fn places_are_counted_as_browsers_do() {
    assert_eq!(utf16("a😀ñ", 2), 3);
    assert_eq!(replaced("a😀ñ", 1, 2, "-"), Some("a-ñ".to_owned()));
    assert_eq!(replaced("añ", 1, 2, ""), Some("a".to_owned()));
    assert_eq!(replaced("añ", 1, 3, ""), None);
}

proptest! {
    /// Whatever is typed, a finding that is kept still reads as it did.
    #[test]
    fn what_is_kept_still_stands_there(
        head in "[a-zñ \n]{0,8}", typed in "[a-zñ😀 ]{0,8}", cut in 0_usize..40, gone in 0_usize..12,
    ) {
        let before = format!("{head}todos los ciudadanos y los niños");
        let count = before.chars().count();
        let cut = cut.min(count);
        let after = replaced(&before, cut, (cut + gone).min(count), &typed).unwrap();
        for finding in carried(&found(&before), &before, &after) {
            prop_assert_eq!(span(&after, finding.start, finding.end), Some(finding.text.as_str()));
        }
    }
}
