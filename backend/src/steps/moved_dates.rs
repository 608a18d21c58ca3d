//! What follows where the date is moved on which what is approved is published.

use std::sync::Arc;

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
use crate::core::state::App;
use crate::elections::ElectionRow;
use crate::notices::{self, ActorNotice};
use crate::publication::{self, Kind};

/// Publishes what the new dates free, in the caller's transaction and dated now; the others that
/// wait are told of their new date.
///
/// # Errors
/// A candidacy cannot be stored; damaged contents.
pub async fn publish_or_tell(
    app: &App,
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
    let all = bulk::of_election(&mut *conn, &Arc::new(after.clone())).await?;
    for mut loaded in all.into_iter().filter(moved) {
        if let Some(next) = loaded.process.published_by_a_moved_date(&loaded.facts(now)) {
            let step = Step {
                action: "candidacy.publication_date_moved",
                detail: json!({ "from": State::Approved.code(), "to": next.state.code() }),
                ..Step::default()
            };
            store_audited_step(&mut *conn, &mut loaded, next, step, now).await?;
            let process = loaded.process.clone();
            publication::publish(app, &mut *conn, &loaded, &process, Kind::Publication, now)
                .await?;
        } else if let Some(from) = setup.publication_starts(loaded.registration.office) {
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
