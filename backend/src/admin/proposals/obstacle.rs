//! What stands against an open proposal as things are now: the checks that come before its act is done,
//! made by reading alone, so that looking at a list makes nobody wait.

use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::problem::Problem;
use conoceles_shared::time::Instant;
use conoceles_shared::two_people::ProposalState;

use crate::admin::{
    account_acts, actors, elections, endings, remedies, substitutions, suspensions,
};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};

/// The proposal, with why it can no longer be confirmed where nothing but its act stands against it.
///
/// # Errors
/// Only of the database.
pub async fn with_obstacle(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    mut seen: Proposal,
    now: Instant,
) -> Result<Proposal, Failure> {
    if seen.state != ProposalState::Open || seen.confirm_refusal.is_some() {
        return Ok(seen);
    }
    match can_carry_out(conn, grant, &seen.act, now).await {
        Ok(()) => {}
        Err(Failure::Problem(problem)) => seen.confirm_refusal = Some(sentences(&problem)),
        Err(other) => return Err(other),
    }
    Ok(seen)
}

/// Whether the act could be done now.
///
/// # Errors
/// Whatever doing it would be refused with.
async fn can_carry_out(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    act: &ProposedAct,
    now: Instant,
) -> Result<(), Failure> {
    match act {
        ProposedAct::RecoverAccount { account, .. } => {
            account_acts::recoverable(conn, grant, account).await?;
        }
        ProposedAct::ActivateAccount { account } => {
            account_acts::activatable(conn, account).await?;
        }
        ProposedAct::SuspendAccount { account, .. } => {
            suspensions::suspendable(conn, grant, account).await?;
        }
        ProposedAct::EndCandidacy {
            candidacy, ending, ..
        } => endings::can_end(conn, grant, (candidacy, *ending), now).await?,
        ProposedAct::SubstituteSeveral { act, .. } => {
            substitutions::can_substitute(conn, grant, act, now).await?;
        }
        ProposedAct::EditElection {
            election,
            based_on,
            setup,
        } => {
            let edit = elections::Edit {
                election,
                based_on: *based_on,
                setup: (**setup).clone(),
            };
            elections::editable(conn, &edit, now).await?;
        }
        ProposedAct::RecordPaperReceipt { actor, receipt } => {
            actors::receivable(conn, actor, receipt, now).await?;
        }
        act @ (ProposedAct::UndoEnding { .. }
        | ProposedAct::AnnulPaperReceipt { .. }
        | ProposedAct::ReopenByOrder { .. }) => {
            remedies::can_carry_out_remedy(conn, grant, act, now).await?;
        }
    }
    Ok(())
}

/// What a problem says, each of its fields included.
fn sentences(problem: &Problem) -> String {
    let fields: Vec<&str> = problem.errors.iter().map(|it| it.detail.as_ref()).collect();
    if fields.is_empty() {
        problem.detail.to_string()
    } else {
        fields.join(" ")
    }
}
