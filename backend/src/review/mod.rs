//! Review: queue, claims, decisions, and what follows from them.

pub mod decisions;
pub mod desk;
pub mod hints;
pub mod pauses;
mod photos;
pub mod queue;
pub mod routes;
pub mod store;
pub mod turns;

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::time::Instant;

use crate::candidacy::{Loaded, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::http::segment;
use crate::core::state::App;
use crate::steps::clock;

/// The candidacy that a path names, with what the clock has decided stored.
///
/// # Errors
/// 400 for a malformed id, 404 where there is none, or the database.
async fn open(app: &App, conn: Conn<'_>, id: &str, now: Instant) -> Result<Loaded, Failure> {
    let mut loaded = read(&mut *conn, id).await?;
    clock::settle(app, conn, &mut loaded, now).await?;
    Ok(loaded)
}

/// The candidacy that a path names, as stored.
///
/// # Errors
/// 400 for a malformed id, 404 where there is none or it is an archive's, or the database.
async fn read(conn: Conn<'_>, id: &str) -> Result<Loaded, Failure> {
    let id: CandidacyId = segment(id)?;
    candidacies::load(conn, &id)
        .await?
        .filter(|it| !it.election.setup.archived)
        .ok_or_else(Failure::not_found)
}
