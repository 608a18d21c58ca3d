//! Boards and reports: how far the elections are, in figures that hold no answer.
//!
//! Every figure is reckoned by `shared::reports` from the facts that `figures` keeps; a report is one
//! value, which routes answer as JSON and `files` writes as CSV, XLSX and PDF. `drawing` issues the
//! periodic ones; `counting` is the one place where sealed identity answers are opened for statistics.

mod counting;
mod drawing;
mod evidence;
mod figures;
mod files;
mod issued;
mod live;
pub mod routes;
mod store;
mod technical;

pub use drawing::draw_up_due_reports;
pub use figures::Boards;
pub use store::technical::note_backup;

use std::sync::Arc;

use conoceles_shared::ids::ElectionId;
use conoceles_shared::reports::{ReportHead, ReportKind, ReportedElection};
use conoceles_shared::time::Instant;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::elections::{self, ElectionRow};

/// What stands above a report that nobody issued.
fn live_head(kind: ReportKind, election: &ElectionRow, now: Instant) -> ReportHead {
    ReportHead {
        kind,
        number: None,
        election: reported(election),
        cutoff: now,
        drawn_at: now,
    }
}

fn reported(election: &ElectionRow) -> ReportedElection {
    ReportedElection {
        id: election.id.clone(),
        name: election.setup.name.clone(),
        drill: election.setup.drill,
        archived: election.setup.archived,
    }
}

/// # Errors
/// 404 where there is no such election.
async fn reported_election(conn: Conn<'_>, id: &ElectionId) -> Result<Arc<ElectionRow>, Failure> {
    let found = elections::election(conn, id).await?;
    Ok(Arc::new(found.ok_or_else(Failure::not_found)?))
}
