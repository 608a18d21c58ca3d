//! What an entry of the audit says of a candidacy's history. Whatever is not listed here is none of it.

use conoceles_shared::audit::AuditAction;
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
    Some(match step.action {
        AuditAction::CorrectionRequested => Happening::Correction(CorrectionStep::Requested),
        AuditAction::CorrectionOpened => Happening::Correction(CorrectionStep::Opened),
        AuditAction::CorrectionRefused => Happening::Correction(CorrectionStep::Refused),
        AuditAction::CorrectionSent => Happening::Correction(CorrectionStep::Sent),
        AuditAction::CandidacyReinstated => remedied(Remedied::Reinstated),
        AuditAction::ReturnedToCapture => remedied(Remedied::ReturnedToCapture),
        AuditAction::CandidacyReopened => remedied(Remedied::Reopened),
        _ => return None,
    })
}

fn in_review(step: &AuditedStep, detail: &Value) -> Option<Happening> {
    Some(match step.action {
        AuditAction::ReviewClaimed => Happening::Claimed,
        AuditAction::ReviewReleased => Happening::Released,
        AuditAction::SectionDecided => Happening::Marked {
            section: section(detail)?,
            version: part(detail, "version")?,
            ground: part(detail, "ground"),
        },
        AuditAction::ReviewConcluded => Happening::Concluded {
            to: part(detail, "to")?,
            observed: part(detail, "observed").unwrap_or_default(),
            correction: part(detail, "correction"),
        },
        AuditAction::SectionPaused | AuditAction::SectionResumed => Happening::Switched {
            paused: step.action == AuditAction::SectionPaused,
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
    Some(match step.action {
        AuditAction::CandidacyRegistered => Happening::Registered,
        AuditAction::CandidacySubmitted => Happening::Sent { again: false },
        AuditAction::CandidacyResubmitted => Happening::Sent { again: true },
        AuditAction::CaptureEnded => Happening::Elapsed(Elapsed::Capture),
        AuditAction::ObservationEnded => Happening::Elapsed(Elapsed::Observation),
        AuditAction::ClaimExpired => Happening::Elapsed(Elapsed::Claim),
        AuditAction::CorrectionEnded => Happening::Elapsed(Elapsed::Correction),
        AuditAction::PublicationBegan => Happening::Elapsed(Elapsed::PublicationBegan),
        AuditAction::CandidacyClosed => Happening::Elapsed(Elapsed::Closed),
        AuditAction::PublicationDateMoved => Happening::PublicationMoved,
        AuditAction::CandidacySubstituted => ended(State::Substituted),
        AuditAction::CandidacyCancelled => ended(State::Cancelled),
        AuditAction::CandidacyExtended => Happening::Extended {
            ends: part(detail, "to"),
            reason: part(detail, "reason"),
        },
        AuditAction::ObservationAnswered => Happening::Answered {
            section: section(detail),
        },
        AuditAction::ConsentGranted | AuditAction::ConsentRevoked => Happening::Consented {
            kind: part(detail, "kind")?,
            granted: step.action == AuditAction::ConsentGranted,
        },
        AuditAction::SignedCopyDelivered => Happening::SignedCopy { read: false },
        AuditAction::SignedCopyRead => Happening::SignedCopy { read: true },
        _ => return None,
    })
}
