//! Review: queue, claims, decisions, and what follows from them.

mod asked_correction;
pub mod corrections;
pub mod decisions;
pub mod desk;
mod handling;
mod next;
mod papers;
pub mod pauses;
mod photos;
pub mod published;
pub mod queue;
mod reason_templates;
pub mod routes;
pub mod store;
pub mod turns;
mod versions;

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Action, CorrectionState, Process, State};

use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::http::segment;

/// The candidacy that a path names, as stored.
///
/// # Errors
/// 400 for a malformed id, 404 where there is none or it is an archive's.
async fn load_for_review(conn: Conn<'_>, id: &str) -> Result<LoadedCandidacy, Failure> {
    let id: CandidacyId = segment(id)?;
    candidacies::load_candidacy(conn, &id)
        .await?
        .filter(|it| !it.election.setup.archived)
        .ok_or_else(Failure::not_found)
}

/// What taking the turn means here: the candidacy's, or once it is published its correction's.
fn claim_action(process: &Process) -> Action {
    if process.state == State::Published {
        Action::ClaimCorrection
    } else {
        Action::Claim
    }
}

/// What a validator can do next here: take the turn, or answer a request for a correction.
fn next_action(process: &Process) -> Action {
    let requested = process
        .correction
        .as_ref()
        .is_some_and(|it| it.state == CorrectionState::Requested);
    if requested {
        Action::OpenCorrection
    } else {
        claim_action(process)
    }
}
