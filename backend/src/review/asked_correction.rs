//! A correction of what is published, as the desk shows it.

use conoceles_shared::api::corrections::CorrectionOnDesk;
use conoceles_shared::lifecycle::{Action, CorrectionState, Facts, Process, Who};

use crate::capture::own_corrections::under_way;

/// The correction of a candidacy for whoever has it on the desk.
#[must_use]
pub fn correction_on_desk(
    process: &Process,
    who: Who<'_>,
    facts: &Facts<'_>,
) -> Option<CorrectionOnDesk> {
    let correction = under_way(process)?;
    let counted = correction.state != CorrectionState::Requested;
    let refusal = process.check(&Action::OpenCorrection, who, facts).err();
    Some(CorrectionOnDesk {
        correction,
        number: process.corrections_used.saturating_add(u8::from(!counted)),
        of: facts.settings.corrections_max,
        open_refusal: refusal.map(|it| it.detail()),
    })
}
