use super::*;
use crate::language::CAPITALS;

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
    for (name, set) in [SETS[0], SETS[2]] {
        let score = score(set, &Rules::built_in());
        let (precision, recall) = (score.precision(), score.recall());
        assert!(
            precision >= 0.97 && recall >= 0.97,
            "{name}: precision {precision:.3}, recall {recall:.3}: {:#?}",
            score.misses
        );
    }
}

/// Sentences of others, each only said to have something (1) or nothing (0).
const OF_OTHERS: &str = include_str!("sentences_of_others.txt");

/// The remark on capitals is about the typing, so it does not count as something.
#[test]
fn the_sentences_of_others_keep_their_floor() {
    let rules = Rules::built_in();
    let lines: Vec<(&str, &str)> = OF_OTHERS
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect();
    assert!(lines.len() >= 37);
    let wrong: Vec<_> = lines
        .iter()
        .filter(|(label, text)| {
            let mut findings = check(text, &rules).into_iter();
            findings.any(|it| it.rule != CAPITALS) != (*label == "1")
        })
        .collect();
    assert!(wrong.len() * 20 <= lines.len(), "{wrong:#?}");
}
