//! Proposing an act: what it is, what follows from it, and who is told.

use actix_web::HttpResponse;
use chrono::Duration;
use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ProposalId;
use conoceles_shared::problem::Code;
use conoceles_shared::time::Instant;
use conoceles_shared::two_people::PROPOSAL_DAYS;
use serde_json::json;

use super::company::tell_of_proposal;
use super::store::{NewProposal, existing_proposal, insert_proposal, is_proposed, set_alone_since};
use super::subject::subject_of;
use super::views::{alone_since, proposal_view};
use crate::accounts::store::administrators;
use crate::admin::audit_entry;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::ids::new_id;

/// An act with what both people are shown of it.
pub struct Draft {
    /// What would be done.
    pub act: ProposedAct,
    /// In a few words, as the object of «propuso:».
    pub title: String,
    /// What follows from it, a sentence each.
    pub consequences: Vec<String>,
}

/// Proposes an act. The others who administer are told; where nobody else can decide, all of the
/// staff and those it concerns.
///
/// # Errors
/// 409 `already_exists` where the same is proposed already.
pub async fn propose_act(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    draft: Draft,
    now: Instant,
) -> Result<Proposal, Failure> {
    let subject = subject_of(&draft.act);
    if is_proposed(&mut *conn, &subject, now).await? {
        return Err(Failure::new(
            Code::AlreadyExists,
            "Ya hay una propuesta por confirmar sobre lo mismo.",
        ));
    }
    let id: ProposalId = new_id(now)?;
    let expires = now + Duration::days(PROPOSAL_DAYS);
    let new = NewProposal {
        act: &draft.act,
        subject: subject.clone(),
        title: &draft.title,
        consequences: &draft.consequences,
        by: &grant.account,
        expires,
    };
    insert_proposal(&mut *conn, &id, &new, now).await?;
    let all = administrators(&mut *conn).await?;
    let mut row = existing_proposal(&mut *conn, &id).await?;
    row.alone_since = alone_since(&row, &all, now);
    set_alone_since(&mut *conn, &id, row.alone_since).await?;
    tell_of_proposal(&mut *conn, &row, row.alone_since, now).await?;
    let written = AuditEntry {
        detail: json!({ "proposal": id, "subject": subject, "alone": row.alone_since.is_some() }),
        ..audit_entry(grant, AuditAction::ProposalMade)
    };
    audit::write(conn, now, written).await?;
    Ok(proposal_view(row, &grant.account, &all, now))
}

/// 202: nothing was done yet, a second person has to.
#[must_use]
pub fn proposed_answer(proposal: &Proposal) -> HttpResponse {
    HttpResponse::Accepted()
        .insert_header((
            "Location",
            format!("/api/v1/admin/proposals/{}", proposal.id),
        ))
        .json(proposal)
}
