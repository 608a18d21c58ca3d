use super::*;

fn answers(input: &[u8]) -> Vec<serde_json::Value> {
    let mut out = Vec::new();
    answer(input, &Rules::built_in(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn every_line_has_one_array_with_the_six_members() {
    let answers =
        answers("¡Ánimo! Los niños juegan.\r\n\nLas niñas y los niños juegan.".as_bytes());
    assert_eq!(answers.len(), 3);
    let finding = &answers[0][0];
    assert_eq!(finding["rule"], "ninos");
    assert_eq!(finding["level"], "suggestion");
    assert_eq!(finding["start"], 8);
    assert_eq!(finding["end"], 17);
    assert_eq!(finding["text"], "Los niños");
    assert!(
        finding["suggestions"]
            .as_array()
            .is_some_and(|list| !list.is_empty())
    );
    assert_eq!(finding.as_object().unwrap().len(), 6);
    assert_eq!(answers[1], serde_json::json!([]));
    assert_eq!(answers[2], serde_json::json!([]));
}

#[test]
fn bytes_that_are_no_text_still_get_an_answer() {
    assert_eq!(answers(b"\xff\xfe los \xf0ni\n").len(), 1);
    assert!(answers(b"").is_empty());
}

#[test]
fn the_report_says_both_figures_of_each_set() {
    let mut out = Vec::new();
    for (name, set) in golden::SETS {
        report(name, &golden::score(set, &Rules::built_in()), &mut out).unwrap();
    }
    let text = String::from_utf8(out).unwrap();
    let sets = golden::SETS.len();
    assert_eq!(text.matches("exhaustividad").count(), sets, "{text}");
}

/// What no rule was tuned on: below these floors the assistant disturbs more than it helps.
#[test]
fn the_held_out_sentences_keep_their_floors() {
    for (name, set) in golden::SETS {
        if !name.starts_with("reserva") {
            continue;
        }
        let score = golden::score(set, &Rules::built_in());
        let misses: Vec<String> = score.misses.iter().map(described).collect();
        let misses = misses.join("\n");
        let (precision, recall) = (score.precision(), score.recall());
        let (least_precise, least_found) = if name == "reserva" {
            (0.95, 0.90)
        } else {
            (0.80, 0.70)
        };
        assert!(
            precision >= least_precise,
            "{name}: precision {precision:.3}\n{misses}"
        );
        assert!(
            recall >= least_found,
            "{name}: recall {recall:.3}\n{misses}"
        );
    }
}
