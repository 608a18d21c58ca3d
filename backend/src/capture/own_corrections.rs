//! What both desks show of corrections: the one under way, and what an operator may still correct.

use conoceles_shared::api::corrections::{CorrectionUnderWay, OwnCorrections};
use conoceles_shared::lifecycle::{Action, Correction, Facts, Process, State, Who};
use conoceles_shared::questionnaire::Section;

/// A correction as both desks show it.
#[must_use]
pub fn under_way(correction: &Correction) -> CorrectionUnderWay {
    CorrectionUnderWay {
        state: correction.state,
        sections: correction.sections.clone(),
        reason: correction.reason.clone(),
        requested_at: correction.requested_at,
        ends: correction.period.map(|it| it.ends),
        sent_at: correction.sent_at,
    }
}

/// What the operator of a published candidacy may correct; `None` of any other.
#[must_use]
pub fn own_corrections(
    process: &Process,
    who: Who<'_>,
    facts: &Facts<'_>,
) -> Option<OwnCorrections> {
    if process.state != State::Published {
        return None;
    }
    let sections: Vec<Section> = Section::REVIEWABLE
        .iter()
        .copied()
        .filter(|it| process.may_be_corrected(*it, facts).is_ok())
        .collect();
    let any_request = Action::RequestCorrection {
        sections: sections.clone(),
        reason: String::new(),
    };
    let refusal = |action: &Action| {
        let refused = process.check(action, who, facts).err();
        refused.map(|it| it.detail())
    };
    Some(OwnCorrections {
        under_way: process.correction.as_ref().map(under_way),
        ended: process.ended_correction.clone(),
        left: facts
            .settings
            .corrections_max
            .saturating_sub(process.corrections_used),
        sections,
        request_refusal: refusal(&any_request),
        send_refusal: refusal(&Action::SendCorrection),
    })
}
