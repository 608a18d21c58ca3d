//! Sending what the device kept of sections that are not open.

use conoceles_shared::api::capture::SectionView;
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::problem::Code;
use conoceles_shared::questionnaire::{Section, parse_on};
use conoceles_shared::time::local_date;

use crate::desk::access::Access;
use crate::desk::capture::sections::clean::content_to_send;
use crate::desk::client::{Body, Call, Failure, Method};
use crate::desk::clock::now;
use crate::desk::drafts::{Seen, Slot};
use crate::desk::kept::Kept;
use crate::i18n::desk::texts;

/// What became of the sections that were to be sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptOutcome {
    /// Those that the server has now.
    pub sent: Vec<Section>,
    /// Those that stay on the device, each with why.
    pub stayed: Vec<Stayed>,
}

/// A section that stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stayed {
    pub candidacy: CandidacyId,
    pub section: Section,
    pub why: String,
    /// Whether the same may be taken another time as it is.
    pub may_pass: bool,
}

impl KeptOutcome {
    /// Why this one stayed, if it was tried and did.
    pub fn why(&self, candidacy: &CandidacyId, section: Section) -> Option<&Stayed> {
        let mut stayed = self.stayed.iter();
        stayed.find(|it| it.candidacy == *candidacy && it.section == section)
    }
}

/// Why a section was not taken.
struct NotTaken {
    why: String,
    may_pass: bool,
}

impl NotTaken {
    /// Until somebody decides.
    fn for_good(why: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            may_pass: false,
        }
    }
}

impl From<Failure> for NotTaken {
    fn from(why: Failure) -> Self {
        if why.code() == Some(Code::Stale) {
            return Self::for_good(texts().capture.stayed_newer);
        }
        Self {
            may_pass: why.may_pass() || matches!(why, Failure::SignedOut),
            why: why.message(),
        }
    }
}

/// Sends each section as it was typed. What needs a decision first (a correction, a newer version)
/// stays, and why is told.
pub async fn send_kept(
    access: Access,
    kept: Kept,
    account: &AccountId,
    sections: Vec<(CandidacyId, Section)>,
) -> KeptOutcome {
    let mut outcome = KeptOutcome::default();
    for (id, section) in sections {
        let Some(slot) = Slot::of(account, &id, section) else {
            continue;
        };
        match send_one(access, kept, &slot, &id, section).await {
            Ok(()) => outcome.sent.push(section),
            Err(NotTaken { why, may_pass }) => outcome.stayed.push(Stayed {
                candidacy: id,
                section,
                why,
                may_pass,
            }),
        }
    }
    outcome
}

async fn send_one(
    access: Access,
    kept: Kept,
    slot: &Slot,
    id: &CandidacyId,
    section: Section,
) -> Result<(), NotTaken> {
    let t = texts().capture;
    let Some((draft, seen)) = slot.draft().zip(slot.seen()) else {
        return Err(NotTaken::for_good(t.stayed_answer));
    };
    let typed = content_to_send(section, &draft.value);
    let today = local_date(now());
    if let Err(wrong) = parse_on(today, section, &typed, &seen.candidacy.limits) {
        return Err(NotTaken::for_good((t.stayed_wrong)(wrong.len())));
    }
    let path = format!("/capture/candidacies/{id}/sections/{section}");
    let call = Call::new(Method::Put, path)
        .body(Body::Json(typed))
        .if_match(draft.version);
    let view: SectionView = access.call(call).await.and_then(|it| it.decoded())?;
    if slot.draft() == Some(draft) {
        slot.forget();
    }
    kept.was_sent(view.saved_at.unwrap_or_else(now));
    let candidacy = seen.candidacy;
    slot.see(&Seen {
        candidacy,
        view,
        at: now(),
    });
    Ok(())
}
