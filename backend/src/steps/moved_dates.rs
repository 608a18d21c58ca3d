//! What follows where the date is moved on which what is approved is published.
//!
//! Nothing is published here: thousands may be freed at once, and whoever else publishes would wait for
//! all of them. The sweep does it, one by one.

use std::sync::Arc;

use conoceles_shared::audit::AuditAction;
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::lifecycle::State;
use conoceles_shared::notices::News;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::{Step, store_audited_step};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::bulk;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::elections::ElectionRow;
use crate::notices::{self, ActorNotice};

/// Dates what the new dates free at `now`, in the caller's transaction: the next sweep publishes it. The
/// others that wait are told of their new date.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn free_or_tell(
    conn: Conn<'_>,
    before: &ElectionSetup,
    after: &ElectionRow,
    now: Instant,
) -> Result<(), Failure> {
    let setup = &after.setup;
    let moved = |it: &LoadedCandidacy| {
        let office = it.registration.office;
        it.process.state == State::Approved
            && before.publication_starts(office) != setup.publication_starts(office)
    };
    let mut all = bulk::of_election(&mut *conn, &Arc::new(after.clone())).await?;
    all.retain(moved);
    all.sort_by(|a, b| a.id.cmp(&b.id));
    for mut loaded in all {
        let begins = setup.publication_starts(loaded.registration.office);
        if let Some(next) = loaded.process.freed_by_a_moved_date(&loaded.facts(now)) {
            let step = Step {
                detail: json!({ "publication_begins": begins }),
                ..Step::of(AuditAction::PublicationDateMoved)
            };
            store_audited_step(&mut *conn, &mut loaded, next, step, now).await?;
        } else if let Some(from) = begins.filter(|it| *it > now) {
            tell_moved(&mut *conn, &loaded, from, now).await?;
        }
    }
    Ok(())
}

async fn tell_moved(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    from: Instant,
    now: Instant,
) -> Result<(), Failure> {
    let notice = ActorNotice {
        actor: &loaded.actor.id,
        about: Some(&loaded.id),
        news: &News::PublicationMoved { from },
        addressees: std::slice::from_ref(&loaded.id),
    };
    notices::tell_actor(conn, notice, now).await
}
