//! What an entry of the audit says of a candidacy's history. Whatever is not listed here is none of it.

use conoceles_shared::history::{CorrectionStep, Elapsed, Happening, PastEvent, Remedied};
use conoceles_shared::lifecycle::State;
use conoceles_shared::questionnaire::Section;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::store::AuditedStep;

/// The event behind an entry; what is kept elsewhere with more detail is read from there.
pub fn happening(step: &AuditedStep) -> Option<PastEvent> {
    let detail = serde_json::from_str(&step.detail).unwrap_or(Value::Null);
    let what = correction_or_remedy(step)
        .or_else(|| in_review(step, &detail))
        .or_else(|| in_capture(step, &detail))?;
    Some(PastEvent {
        at: part(&detail, "effective_at").unwrap_or(step.at),
        by: step.author(),
        what,
    })
}

/// The member of a detail with this name, if it is one of these.
fn part<T: DeserializeOwned>(detail: &Value, name: &str) -> Option<T> {
    serde_json::from_value(detail.get(name)?.clone()).ok()
}

fn section(detail: &Value) -> Option<Section> {
    part(detail, "section")
}

fn correction_or_remedy(step: &AuditedStep) -> Option<Happening> {
    let remedied = |how| Happening::Remedied {
        how,
        reference: step.basis.clone(),
    };
    Some(match step.action.as_str() {
        "correction.requested" => Happening::Correction(CorrectionStep::Requested),
        "correction.opened" => Happening::Correction(CorrectionStep::Opened),
        "correction.refused" => Happening::Correction(CorrectionStep::Refused),
        "correction.sent" => Happening::Correction(CorrectionStep::Sent),
        "candidacy.reinstated" => remedied(Remedied::Reinstated),
        "candidacy.returned_to_capture" => remedied(Remedied::ReturnedToCapture),
        "candidacy.reopened" => remedied(Remedied::Reopened),
        _ => return None,
    })
}

fn in_review(step: &AuditedStep, detail: &Value) -> Option<Happening> {
    Some(match step.action.as_str() {
        "review.claimed" => Happening::Claimed,
        "review.released" => Happening::Released,
        "section.decided" => Happening::Marked {
            section: section(detail)?,
            version: part(detail, "version")?,
            ground: part(detail, "ground"),
        },
        "review.concluded" => Happening::Concluded {
            to: part(detail, "to")?,
            observed: part(detail, "observed").unwrap_or_default(),
            correction: part(detail, "correction"),
        },
        "section.paused" | "section.resumed" => Happening::Switched {
            paused: step.action == "section.paused",
            section: section(detail),
            basis: step.basis.clone(),
        },
        _ => return None,
    })
}

fn in_capture(step: &AuditedStep, detail: &Value) -> Option<Happening> {
    let ended = |state| Happening::Ended {
        state,
        acuerdo: step.basis.clone(),
    };
    Some(match step.action.as_str() {
        "candidacy.registered" => Happening::Registered,
        "candidacy.submitted" => Happening::Sent { again: false },
        "candidacy.resubmitted" => Happening::Sent { again: true },
        "candidacy.capture_ended" => Happening::Elapsed(Elapsed::Capture),
        "candidacy.observation_ended" => Happening::Elapsed(Elapsed::Observation),
        "candidacy.claim_expired" => Happening::Elapsed(Elapsed::Claim),
        "candidacy.correction_ended" => Happening::Elapsed(Elapsed::Correction),
        "candidacy.publication_began" => Happening::Elapsed(Elapsed::PublicationBegan),
        "candidacy.closed" => Happening::Elapsed(Elapsed::Closed),
        "candidacy.publication_date_moved" => Happening::PublicationMoved,
        "candidacy.substituted" => ended(State::Substituted),
        "candidacy.cancelled" => ended(State::Cancelled),
        "candidacy.extended" => Happening::Extended {
            ends: part(detail, "to"),
            reason: part(detail, "reason"),
        },
        "observation.answered" => Happening::Answered {
            section: section(detail),
        },
        "consent.granted" | "consent.revoked" => Happening::Consented {
            kind: part(detail, "kind")?,
            granted: step.action == "consent.granted",
        },
        "consent.signed_copy_delivered" => Happening::SignedCopy { read: false },
        "consent.signed_copy_read" => Happening::SignedCopy { read: true },
        _ => return None,
    })
}
