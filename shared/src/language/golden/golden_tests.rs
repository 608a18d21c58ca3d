use super::*;

#[test]
fn marks_are_read_and_left_out() {
    let read = marked_sentences("# nada\n\nA {s:los niños} y {w:él}.\nNada.\n");
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].line, 3);
    assert_eq!(read[0].text, "A los niños y él.");
    let expected = [(Level::Suggestion, 2..11), (Level::Warning, 14..16)];
    assert_eq!(read[0].expected, expected);
    assert!(read[1].expected.is_empty());
}

#[test]
fn there_are_enough_sentences_and_half_of_them_are_clean() {
    let all: Vec<MarkedSentence> = SETS
        .iter()
        .flat_map(|(_, set)| marked_sentences(set))
        .collect();
    assert!(all.len() >= 320, "{}", all.len());
    let clean = all.iter().filter(|one| one.expected.is_empty()).count();
    assert!(clean * 2 >= all.len(), "{clean} of {}", all.len());
    assert!(all.iter().all(|one| !one.text.contains(['{', '}'])));
}

#[test]
fn the_sentences_the_rules_were_tuned_on_are_a_floor() {
    let score = score(SETS[0].1, &Rules::built_in());
    let (precision, recall) = (score.precision(), score.recall());
    assert!(
        precision >= 0.97 && recall >= 0.97,
        "precision {precision:.3}, recall {recall:.3}: {:#?}",
        score.misses
    );
}
