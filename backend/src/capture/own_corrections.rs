//! What both desks show of corrections: the one under way, and what an operator may still correct.

use conoceles_shared::api::corrections::{CorrectionUnderWay, OwnCorrections};
use conoceles_shared::lifecycle::{Action, Facts, Process, State, Who};
use conoceles_shared::questionnaire::Section;

/// The correction under way as both desks show it, if one is.
#[must_use]
pub fn under_way(process: &Process) -> Option<CorrectionUnderWay> {
    let correction = process.correction.as_ref()?;
    let order = process.correction_ordered_by();
    Some(CorrectionUnderWay {
        state: correction.state,
        sections: correction.sections.clone(),
        reason: correction.reason.clone(),
        ordered_by: order.map(|it| it.reference.clone()),
        requested_at: correction.requested_at,
        starts: correction.period.map(|it| it.starts),
        ends: correction.period.map(|it| it.ends),
        sent_at: correction.sent_at,
    })
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
        under_way: under_way(process),
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
