use conoceles_shared::lifecycle::SectionState;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use super::*;

fn earlier(version: u32) -> EarlierVersion {
    EarlierVersion {
        version,
        content: serde_json::json!({ "text": "Antes" }),
        saved_at: Instant::default(),
    }
}

fn section() -> DeskSection {
    DeskSection {
        section: Section::Motivation,
        state: SectionState::UnderReview,
        version: 4,
        sha256: String::new(),
        content: Some(serde_json::json!({ "text": "Ahora" })),
        saved_at: None,
        published: Some(earlier(2)),
        judged: Some(earlier(3)),
        to_decide: true,
        own_decision: None,
        observation: None,
        findings: Vec::new(),
        warnings: Vec::new(),
        earlier_photos: Vec::new(),
        handled: Vec::new(),
        unreviewed: false,
    }
}

#[test]
fn what_was_in_sight_is_compared_first_then_the_judged_then_the_public_version() {
    let all = |seen| -> Vec<Against> {
        comparisons(&section(), seen)
            .into_iter()
            .map(|(it, _)| it)
            .collect()
    };
    assert_eq!(all(None), [Against::Judged, Against::Published]);
    assert_eq!(
        all(Some(earlier(1))),
        [Against::Seen, Against::Judged, Against::Published]
    );
    // Of the very version to judge there is nothing to compare.
    assert_eq!(all(Some(earlier(4))), [Against::Judged, Against::Published]);
}

#[test]
fn a_field_that_one_version_lacks_is_paired_with_nothing() {
    let row = |label: &str, text: &str| AnswerRow {
        key: "",
        label: label.to_owned(),
        shown: ShownAnswer::Lines(vec![text.to_owned()]),
    };
    let pairs = paired(
        &[row("Correo", "a"), row("X", "x")],
        &[row("Web", "b"), row("X", "y")],
    );
    let labels: Vec<&str> = pairs.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["Web", "X", "Correo"]);
    assert_eq!(pairs[0].before, ShownAnswer::Nothing);
    assert_eq!(pairs[2].now, ShownAnswer::Nothing);
}
