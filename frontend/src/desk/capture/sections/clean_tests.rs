use conoceles_shared::questionnaire::{Limits, parse};
use serde_json::json;

use super::*;

#[test]
fn a_declined_field_keeps_no_value() {
    let typed = json!({
        "facebook": {"value": "https://facebook.com/a", "not_provided": true},
        "website": {"value": "https://a.example", "not_provided": false},
    });
    let expected = json!({
        "facebook": {"not_provided": true},
        "website": {"value": "https://a.example"},
    });
    assert_eq!(content_to_send(Section::Contact, &typed), expected);
}

#[test]
fn a_declined_text_keeps_no_text_and_a_declined_photo_its_reason() {
    let text = json!({"text": "algo", "not_provided": true});
    assert_eq!(
        content_to_send(Section::Proposal1, &text),
        json!({"not_provided": true})
    );
    let photo = json!({"sha256": "ab", "not_provided": true, "reason": "No la entregó."});
    let expected = json!({"not_provided": true, "reason": "No la entregó."});
    assert_eq!(content_to_send(Section::Photo, &photo), expected);
    let kept = json!({"sha256": "ab", "not_provided": false, "reason": "No la entregó."});
    assert_eq!(
        content_to_send(Section::Photo, &kept),
        json!({"sha256": "ab"})
    );
}

#[test]
fn no_studies_has_no_status() {
    let typed = json!({"degree": {"value": "no_studies"}, "status": {"value": "title"}});
    assert_eq!(
        content_to_send(Section::Education, &typed),
        json!({"degree": {"value": "no_studies"}})
    );
}

#[test]
fn closed_questions_and_unasked_details_are_not_sent() {
    let typed = json!({
        "disability": {"value": "no"},
        "disability_type": {"value": ["sensory"], "detail": ["sight"]},
        "migrant": {"value": "yes"},
        "migrant_reason": {"value": "work", "other": "lo de antes"},
        "migrant_country": {"value": "not_applicable"},
        "income_source": {"value": "salary", "detail": "run_with_family"},
    });
    let sent = content_to_send(Section::Identity, &typed);
    let expected = json!({
        "disability": {"value": "no"},
        "migrant": {"value": "yes"},
        "migrant_reason": {"value": "work"},
        "income_source": {"value": "salary"},
    });
    assert_eq!(sent, expected);
    assert!(parse(Section::Identity, &sent, &Limits::default()).is_ok());
}

#[test]
fn a_badge_is_kept_back_only_while_an_answer_grants_it() {
    let mut typed = json!({ "young": { "value": "yes" }, "unpublished": ["older", "young"] });
    let sent = content_to_send(Section::Identity, &typed);
    assert_eq!(sent["unpublished"], json!(["young"]));
    typed["young"] = json!({ "value": "no" });
    let sent = content_to_send(Section::Identity, &typed);
    assert_eq!(sent.get("unpublished"), None);
}
