use proptest::prelude::*;

use super::*;

/// The text with what differs in brackets.
fn marked(all: &[Stretch]) -> String {
    all.iter()
        .map(|it| {
            let (text, space) = it.text.split_at(it.text.trim_end().len());
            if it.differs {
                format!("[{text}]{space}")
            } else {
                it.text.clone()
            }
        })
        .collect()
}

#[test]
fn only_the_words_that_differ_are_marked() {
    for (one, other, marked_one, marked_other) in [
        (
            "igual en todo",
            "igual en todo",
            "igual en todo",
            "igual en todo",
        ),
        (
            "He trabajado diez años aquí.",
            "He trabajado once años aquí.",
            "He trabajado [diez] años aquí.",
            "He trabajado [once] años aquí.",
        ),
        ("uno tres", "uno dos tres", "uno tres", "uno [dos] tres"),
        ("", "nuevo", "", "[nuevo]"),
        ("uno dos", "dos", "[uno] dos", "dos"),
        // White space alone is no difference.
        ("uno  dos", "uno\ndos", "uno  dos", "uno\ndos"),
        ("año niño", "ano niño", "[año] niño", "[ano] niño"),
    ] {
        let (a, b) = differing_words(one, other);
        assert_eq!(marked(&a), marked_one);
        assert_eq!(marked(&b), marked_other);
    }
}

#[test]
fn texts_too_long_to_compare_are_marked_whole() {
    let long = |word: &str| vec![word; 2_500].join(" ");
    let (a, b) = differing_words(&long("uno"), &long("dos"));
    assert_eq!((a.len(), b.len()), (1, 1));
    assert!(a[0].differs && b[0].differs);
}

proptest! {
    #[test]
    fn joined_the_stretches_are_the_texts(one in "[a-cñ \n]{0,40}", other in "[a-cñ \n]{0,40}") {
        let (a, b) = differing_words(&one, &other);
        let joined = |all: &[Stretch]| all.iter().map(|it| it.text.as_str()).collect::<String>();
        prop_assert_eq!(joined(&a), one);
        prop_assert_eq!(joined(&b), other);
        let alike = |all: &[Stretch]| -> Vec<String> {
            let same = all.iter().filter(|it| !it.differs);
            same.flat_map(|it| it.text.split_whitespace().map(str::to_owned)).collect()
        };
        prop_assert_eq!(alike(&a), alike(&b));
    }
}
