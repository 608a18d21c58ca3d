//! Proposing an act: what it is, what follows from it, and who is told.

use actix_web::HttpResponse;
use chrono::Duration;
use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ProposalId;
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::Code;
use conoceles_shared::time::Instant;
use conoceles_shared::two_people::PROPOSAL_DAYS;
use serde_json::json;

use super::store::{NewProposal, existing_proposal, insert_proposal, is_proposed};
use super::views::proposal_view;
use crate::accounts::store::others_administer;
use crate::admin::audit_entry;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::ids::new_id;
use crate::core::store::account_name;
use crate::notices;

/// An act with what both people are shown of it.
pub struct Draft {
    /// What would be done.
    pub act: ProposedAct,
    /// In a few words, as the object of «propuso:».
    pub title: String,
    /// What follows from it, a sentence each.
    pub consequences: Vec<String>,
}

/// Proposes an act. The others who administer are told; where there are none, all of the staff.
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
    let news = News::ActProposed {
        act: draft.title,
        by: account_name(&mut *conn, &grant.account)
            .await?
            .unwrap_or_default(),
        expires,
    };
    notices::tell_staff_of_open(&mut *conn, &matter(&id), Role::Admin, &news, now).await?;
    let others = others_administer(&mut *conn, &grant.account).await?;
    if !others {
        tracing::warn!(proposal = %id, "only one person administers: an act waits a day in plain sight");
        notices::tell_staff_of_open(&mut *conn, &matter(&id), Role::Validator, &news, now).await?;
    }
    let written = AuditEntry {
        detail: json!({ "proposal": id, "subject": subject, "alone": !others }),
        ..audit_entry(grant, AuditAction::ProposalMade)
    };
    audit::write(&mut *conn, now, written).await?;
    let row = existing_proposal(conn, &id).await?;
    Ok(proposal_view(row, &grant.account, others, now))
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

/// What the notices of a proposal are about, until it is decided.
#[must_use]
pub fn matter(id: &ProposalId) -> String {
    format!("proposal/{id}")
}

/// What a proposal is about, by kind and id.
#[must_use]
pub fn subject_of(act: &ProposedAct) -> String {
    match act {
        ProposedAct::RecoverAccount { account, .. } => format!("recovery/{account}"),
        ProposedAct::ActivateAccount { account } => format!("activation/{account}"),
        ProposedAct::EditElection { election, .. } => format!("election/{election}"),
        ProposedAct::RecordPaperReceipt { actor, .. } => format!("receipt/{actor}"),
        ProposedAct::AnnulPaperReceipt { actor, .. } => format!("annulment/{actor}"),
        // Of both that lead a candidacy back, one at a time.
        ProposedAct::UndoEnding { candidacy, .. }
        | ProposedAct::ReopenByOrder { candidacy, .. } => format!("remedy/{candidacy}"),
    }
}
