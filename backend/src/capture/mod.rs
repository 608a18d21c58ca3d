//! Capture: an operator's own candidacies, section by section.

pub mod bulk;
pub mod consents;
mod files;
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

pub use files::PreparedPhoto;
pub use picture::{Portrait, encode, prepare};

use conoceles_shared::ids::ActorId;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::elections::{self, ActorRow, ElectionRow};

/// An operator's actor with its election.
///
/// # Errors
/// 404 where there is none.
async fn actor_with_election(
    conn: Conn<'_>,
    id: &ActorId,
) -> Result<(ActorRow, ElectionRow), Failure> {
    let actor = elections::actor(&mut *conn, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    let election = elections::election(conn, &actor.election)
        .await?
        .ok_or_else(Failure::not_found)?;
    Ok((actor, election))
}
