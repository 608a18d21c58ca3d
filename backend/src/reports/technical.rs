//! The technical state: health, queues, versions and storage, and no content.

use std::path::Path;

use actix_web::web;
use conoceles_shared::api::listing::CandidacySearch;
use conoceles_shared::api::technical::TechnicalState;
use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;

use super::store::technical as store;
use crate::candidacy::sought::Seeker;
use crate::candidacy::store::overtaken::elections_under_way;
use crate::candidacy::store::search::ListedElections;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Health};
use crate::core::http::off_thread;
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections::ElectionRow;

/// How the installation is.
///
/// # Errors
/// The database.
#[utoipa::path(
    get, path = "/api/v1/technical/state", tag = "technical",
    responses((status = 200, body = TechnicalState))
)]
pub async fn technical_state(
    grant: Grant<Health>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<web::Json<TechnicalState>, Failure> {
    let folder = app.config.data_dir.join("objects");
    let (objects, object_bytes) = off_thread(move || stored_files(&folder, 0)).await?;
    let mut conn = app.db.read().await?;
    let counts = store::technical_counts(&mut conn).await?;
    let review_queue = waiting_for_review(&mut conn, &grant.account, now).await?;
    let database_bytes = store::database_bytes(&mut conn, app.db.is_sqlite()).await?;
    Ok(web::Json(TechnicalState {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        engine: if app.db.is_sqlite() {
            "sqlite"
        } else {
            "postgres"
        }
        .to_owned(),
        migration: counts.migration,
        started: app.started,
        now,
        last_sweep: app.last_sweep.last(),
        log_entries: counts.log_entries,
        review_queue,
        outbox: store::outbox_counts(&mut conn).await?,
        last_report: counts.last_report,
        database_bytes,
        objects,
        object_bytes,
        last_backup: counts.last_backup,
        warnings: app
            .warnings
            .present()
            .iter()
            .map(|it| it.text().to_owned())
            .collect(),
    }))
}

/// How many the queue of review shows as waiting, corrections too, in elections that are no drills.
async fn waiting_for_review(
    conn: Conn<'_>,
    account: &AccountId,
    now: Instant,
) -> Result<u64, Failure> {
    let mut waiting = 0;
    for election in elections_under_way(&mut *conn).await? {
        if election.setup.drill {
            continue;
        }
        let search = CandidacySearch {
            election: Some(election.id.clone()),
            ..CandidacySearch::default()
        };
        let listed = ListedElections::only(&mut *conn, ElectionRow::clone(&election), now).await?;
        let list = listed.sought_by(Seeker {
            search: &search,
            account,
            now,
        });
        waiting += u64::from(list.counts_of_queue(&mut *conn).await?.waiting);
    }
    Ok(waiting)
}

/// How deep the folders of objects may go.
const DEEPEST: usize = 8;

/// How many files there are and their bytes; what cannot be looked at counts for nothing.
fn stored_files(folder: &Path, depth: usize) -> (u64, u64) {
    let mut found = (0, 0);
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(about) = entry.metadata() else {
            continue;
        };
        let more = match about.is_dir() {
            true if depth < DEEPEST => stored_files(&entry.path(), depth + 1),
            true => (0, 0),
            false => (1, about.len()),
        };
        found = (found.0 + more.0, found.1 + more.1);
    }
    found
}
