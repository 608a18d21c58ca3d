//! Capture: an operator's own candidacies, section by section.

pub mod bulk;
pub mod consents;
mod files;
pub mod hints;
pub mod home;
pub mod ignored;
mod jpeg;
mod kind;
pub mod photo;
mod picture;
mod preview;
mod quality;
mod receipts;
pub mod routes;
mod saving;
pub mod sections;
pub mod store;
pub mod submission;
pub mod task;
mod upright;
mod views;

pub use files::Prepared;
pub use picture::{Portrait, encode, prepare};

use conoceles_shared::ids::{ActorId, CandidacyId};
use conoceles_shared::time::Instant;

use crate::candidacy::{Loaded, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::http::segment;
use crate::core::state::App;
use crate::elections::{self, ActorRow, ElectionRow};
use crate::steps::clock;

/// An operator's actor with its election.
///
/// # Errors
/// 404 where there is none, or the database.
async fn actor(conn: Conn<'_>, id: &ActorId) -> Result<(ActorRow, ElectionRow), Failure> {
    let actor = elections::actor(&mut *conn, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    let election = elections::election(conn, &actor.election)
        .await?
        .ok_or_else(Failure::not_found)?;
    Ok((actor, election))
}

/// The actor's own candidacy that a path names, with what the clock has decided stored.
///
/// # Errors
/// 400 for a malformed id, 404 where it is not the actor's, or the database.
async fn open(
    app: &App,
    conn: Conn<'_>,
    actor: &ActorId,
    id: &str,
    now: Instant,
) -> Result<Loaded, Failure> {
    let mut loaded = read(&mut *conn, actor, id).await?;
    clock::settle(app, conn, &mut loaded, now).await?;
    Ok(loaded)
}

/// The actor's own candidacy that a path names, as stored.
///
/// # Errors
/// 400 for a malformed id, 404 where it is not the actor's, or the database.
async fn read(conn: Conn<'_>, actor: &ActorId, id: &str) -> Result<Loaded, Failure> {
    let id: CandidacyId = segment(id)?;
    candidacies::own(conn, actor, &id).await
}
