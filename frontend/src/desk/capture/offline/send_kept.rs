//! Sending what the device kept of sections that are not open.

use conoceles_shared::api::capture::SectionView;
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::questionnaire::{Section, parse_on};
use conoceles_shared::time::local_date;
use reqwest::Method;

use crate::desk::access::Access;
use crate::desk::capture::sections::clean::content_to_send;
use crate::desk::client::{Body, Call};
use crate::desk::clock::now;
use crate::desk::drafts::{Seen, Slot};
use crate::desk::kept::Kept;

/// Sends each section as it was typed. What needs a decision first (a correction, a newer version)
/// stays, and its page says so.
pub async fn send_kept(
    access: Access,
    kept: Kept,
    account: &AccountId,
    sections: Vec<(CandidacyId, Section)>,
) {
    for (id, section) in sections {
        let Some(slot) = Slot::of(account, &id, section) else {
            continue;
        };
        let Some((draft, seen)) = slot.draft().zip(slot.seen()) else {
            continue;
        };
        let typed = content_to_send(section, &draft.value);
        let today = local_date(now());
        if parse_on(today, section, &typed, &seen.candidacy.limits).is_err() {
            continue;
        }
        let path = format!("/capture/candidacies/{id}/sections/{section}");
        let call = Call::new(Method::PUT, path)
            .body(Body::Json(typed))
            .if_match(draft.version);
        let Ok(view) = access
            .call(call)
            .await
            .and_then(|it| it.decoded::<SectionView>())
        else {
            continue;
        };
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
    }
}
