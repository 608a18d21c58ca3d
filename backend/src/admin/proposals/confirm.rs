//! Proposals as they are listed, confirmed and refused.

use actix_web::web;
use conoceles_shared::api::List;
use conoceles_shared::api::proposals::{ConfirmedProposal, Proposal, ProposedAct};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ProposalId;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::time::Instant;
use conoceles_shared::two_people::ProposalState;
use serde_json::json;

use super::carry_out::carry_out;
use super::company::note_company;
use super::obstacle::with_obstacle;
use super::store::{self, ProposalRow};
use super::subject::matter;
use super::views::{alone_since, proposal_view};
use crate::accounts::store::administrators;
use crate::accounts::{OneTimeCredential, RECOVERY_DAYS, one_time_credential};
use crate::admin::audit_entry;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;
use crate::notices;
use crate::steps::clock;

/// The latest proposals, the newest first.
///
/// # Errors
/// 401, 403.
#[utoipa::path(
    get, path = "/api/v1/admin/proposals", tag = "admin",
    responses((status = 200, body = List<Proposal>), (status = 403, body = Problem))
)]
pub async fn list_proposals(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<web::Json<List<Proposal>>, Failure> {
    let mut tx = app.db.snapshot().await?;
    let all = administrators(&mut tx).await?;
    let rows = store::latest_proposals(&mut tx).await?;
    let mut data = Vec::with_capacity(rows.len());
    for row in rows {
        let seen = proposal_view(row, &grant.account, &all, now);
        data.push(with_obstacle(&mut tx, &grant, seen, now).await?);
    }
    Ok(web::Json(List { data }))
}

/// One proposal.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/proposals/{id}", tag = "admin", params(("id" = String, Path)),
    responses((status = 200, body = Proposal), (status = 404, body = Problem))
)]
pub async fn show_proposal(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
) -> Result<web::Json<Proposal>, Failure> {
    let id: ProposalId = segment(&id)?;
    let mut tx = app.db.snapshot().await?;
    let seen = present_proposal(&mut tx, &grant, &id, now).await?;
    Ok(web::Json(with_obstacle(&mut tx, &grant, seen, now).await?))
}

/// Confirms a proposal: what it says is done, in the same transaction. The code of a recovery is
/// answered this once.
///
/// # Errors
/// 403 `proof_required` where the second factor's code was given a while ago; 404; 409
/// `second_person_required` for one's own, or where it is decided or over; whatever the act itself
/// is refused with as things stand now.
#[utoipa::path(
    post, path = "/api/v1/admin/proposals/{id}/confirmation", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 200, body = ConfirmedProposal), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn confirm_proposal(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
) -> Result<web::Json<ConfirmedProposal>, Failure> {
    let id: ProposalId = segment(&id)?;
    grant.proof.required(now)?;
    let code = made_beforehand(&app, &id, now).await?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let row = store::existing_proposal(&mut tx, &id).await?;
    let all = administrators(&mut tx).await?;
    let since = alone_since(&row, &all, now);
    if let Some(refusal) = row.proposed().not_confirmable(&grant.account, since, now) {
        if since != row.alone_since {
            // Whoever is alone from now on has the day before them, and all learn of it now.
            note_company(&mut tx, now).await?;
            tx.commit().await?;
        }
        return Err(Failure::new(Code::SecondPersonRequired, refusal.detail()));
    }
    decide(&mut tx, &grant, &row, ProposalState::Confirmed, now).await?;
    let credential = carry_out(&app, &mut tx, &grant, row.act, code, now).await?;
    let proposal = present_proposal(&mut tx, &grant, &id, now).await?;
    tx.commit().await?;
    Ok(web::Json(ConfirmedProposal {
        proposal,
        credential,
    }))
}

/// Refuses a proposal; whoever made it takes it back so.
///
/// # Errors
/// 404; 409 where it is decided or over.
#[utoipa::path(
    post, path = "/api/v1/admin/proposals/{id}/refusal", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 200, body = Proposal), (status = 404, body = Problem),
        (status = 409, body = Problem)
    )
)]
pub async fn refuse_proposal(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Proposal>, Failure> {
    let id: ProposalId = segment(&id)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let row = store::existing_proposal(&mut tx, &id).await?;
    let standing = row.proposed().state_at(now);
    if standing != ProposalState::Open {
        return Err(Failure::new(
            Code::WrongState,
            format!(
                "Ya no está por confirmar: {}.",
                standing.label().to_lowercase()
            ),
        ));
    }
    let state = if row.by == grant.account {
        ProposalState::Withdrawn
    } else {
        ProposalState::Refused
    };
    decide(&mut tx, &grant, &row, state, now).await?;
    let body = present_proposal(&mut tx, &grant, &id, now).await?;
    tx.commit().await?;
    Ok(web::Json(body))
}

/// Does before the transaction what takes long, for those acts that need it: the hash of a recovery's
/// code, and storing what the present dates have decided before they change.
async fn made_beforehand(
    app: &App,
    id: &ProposalId,
    now: Instant,
) -> Result<Option<OneTimeCredential>, Failure> {
    let mut conn = app.db.read().await?;
    let row = store::existing_proposal(&mut conn, id).await?;
    drop(conn);
    match row.act {
        ProposedAct::RecoverAccount { .. } => {
            Ok(Some(one_time_credential(now, RECOVERY_DAYS).await?))
        }
        ProposedAct::EditElection { .. } => {
            clock::sweep(app, now).await?;
            Ok(None)
        }
        ProposedAct::ActivateAccount { .. }
        | ProposedAct::SuspendAccount { .. }
        | ProposedAct::EndCandidacy { .. }
        | ProposedAct::SubstituteSeveral { .. }
        | ProposedAct::RecordPaperReceipt { .. }
        | ProposedAct::UndoEnding { .. }
        | ProposedAct::AnnulPaperReceipt { .. }
        | ProposedAct::ReopenByOrder { .. } => Ok(None),
    }
}

/// Stores a decision: nobody is told any longer that it is awaited, and the audit says who decided.
async fn decide(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    row: &ProposalRow,
    state: ProposalState,
    now: Instant,
) -> Result<(), Failure> {
    store::decide_proposal(&mut *conn, &row.id, state, &grant.account, now).await?;
    notices::settled(&mut *conn, &matter(&row.id)).await?;
    let written = AuditEntry {
        detail: json!({ "proposal": row.id, "proposed_by": row.by }),
        ..audit_entry(grant, AuditAction::of_proposal(state))
    };
    audit::write(conn, now, written).await
}

async fn present_proposal(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    id: &ProposalId,
    now: Instant,
) -> Result<Proposal, Failure> {
    let all = administrators(&mut *conn).await?;
    let row = store::existing_proposal(conn, id).await?;
    Ok(proposal_view(row, &grant.account, &all, now))
}
