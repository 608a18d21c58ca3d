//! Periodic reports, drawn up at their cut-off and kept as issued.

use std::sync::Arc;

use actix_web::web;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::reports::{
    Report, ReportHead, ReportKind, board_report, cutoff_due, observations_report,
    with_changes_since,
};
use conoceles_shared::time::Instant;
use serde_json::json;

use super::counting::count_identity;
use super::figures::{Boards, ElectionFigures};
use super::{reported, store};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::state::App;
use crate::elections::{self, ElectionRow};

/// Issues what is due in every election; how many reports that were. Safe with several replicas: each
/// number is issued once.
///
/// # Errors
/// The database; what was issued of other elections stays.
pub async fn draw_up_due_reports(
    app: &web::Data<App>,
    boards: &Boards,
    now: Instant,
) -> Result<usize, Failure> {
    let all = elections::elections(&mut *app.db.read().await?).await?;
    let mut issued = 0;
    for election in all.into_iter().filter(|it| !it.setup.archived) {
        issued += draw_up_due(app, boards, Arc::new(election), now).await?;
    }
    Ok(issued)
}

async fn draw_up_due(
    app: &web::Data<App>,
    boards: &Boards,
    election: Arc<ElectionRow>,
    now: Instant,
) -> Result<usize, Failure> {
    let mut conn = app.db.read().await?;
    let last = store::last_cutoff(&mut conn, &election.id).await?;
    let actors = elections::actors(&mut conn, &election.id).await?;
    let began = actors.iter().filter_map(|it| it.received).min();
    let due = began.and_then(|began| cutoff_due(&election.setup, began, last, now));
    let Some(cutoff) = due else { return Ok(0) };
    drop(conn);
    let is_final = cutoff == election.setup.publication_ends();
    if !is_final {
        // Blocked answers are counted no more.
        count_identity(app, &election, cutoff).await?;
    }
    let figures = boards.of(app, Arc::clone(&election), now).await?;
    let mut tx = app.db.write().await?;
    let kinds: &[ReportKind] = if is_final {
        &[ReportKind::Progress, ReportKind::Final]
    } else {
        &[ReportKind::Progress]
    };
    let mut issued = 0;
    for kind in kinds {
        issued += issue(&mut tx, &figures, *kind, cutoff, now).await?;
    }
    tx.commit().await?;
    Ok(issued)
}

async fn issue(
    conn: Conn<'_>,
    figures: &ElectionFigures,
    kind: ReportKind,
    cutoff: Instant,
    now: Instant,
) -> Result<usize, Failure> {
    let election = &figures.election;
    let before = store::last_issued(&mut *conn, &election.id, kind).await?;
    let number = before.as_ref().and_then(|it| it.head.number).unwrap_or(0) + 1;
    let head = ReportHead {
        kind,
        number: Some(number),
        election: reported(election),
        cutoff,
        drawn_at: now,
    };
    let mut report = board_report(head, &election.setup, &figures.clocks(), &figures.facts);
    if kind == ReportKind::Final {
        complete_final(&mut *conn, &mut report).await?;
    }
    let report = with_changes_since(report, before.as_ref());
    let Some(sha256) = store::insert_report(&mut *conn, &new_id(now)?, &report).await? else {
        return Ok(0);
    };
    let entry = AuditEntry {
        election: Some(&election.id),
        after: Some(&sha256),
        detail: json!({ "kind": kind.code(), "number": number, "cutoff": cutoff }),
        ..AuditEntry::by(None, AuditAction::ReportIssued)
    };
    audit::write(conn, now, entry).await?;
    Ok(1)
}

/// What the final report has beside progress: the observations, and the identity statistics as they
/// were told last.
async fn complete_final(conn: Conn<'_>, report: &mut Report) -> Result<(), Failure> {
    let id = report.head.election.id.clone();
    let facts = store::observed_facts(&mut *conn, &id).await?;
    report
        .tables
        .extend(observations_report(report.head.clone(), &facts).tables);
    let cuts = store::identity_cuts(conn, &id).await?;
    let identity = conoceles_shared::reports::identity_report(report.head.clone(), cuts.last());
    report.notices.extend(identity.notices);
    report.tables.extend(identity.tables);
    Ok(())
}
