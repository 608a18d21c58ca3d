//! Whether what is proposed can still be done: it is done and taken back, so that what is shown is what
//! confirming would meet.

use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::problem::Problem;
use conoceles_shared::two_people::ProposalState;

use super::carry_out::carry_out;
use crate::accounts::OneTimeCredential;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::state::App;

/// The proposal, with why it can no longer be confirmed where nothing but its act stands against it.
///
/// # Errors
/// Only of the database, or where the session is over by now.
pub async fn rehearsed(
    app: &App,
    grant: &Grant<Administer>,
    mut seen: Proposal,
) -> Result<Proposal, Failure> {
    if seen.state != ProposalState::Open || seen.confirm_refusal.is_some() {
        return Ok(seen);
    }
    // Never committed: the transaction ends with what it did.
    let (mut tx, now) = grant.begin_change(app).await?;
    let code = matches!(seen.act, ProposedAct::RecoverAccount { .. }).then(|| OneTimeCredential {
        password: String::new(),
        hash: String::new(),
        expires: now,
    });
    match carry_out(app, &mut tx, grant, seen.act.clone(), code, now).await {
        Ok(_) => {}
        Err(Failure::Problem(problem)) => seen.confirm_refusal = Some(sentences(&problem)),
        Err(other) => return Err(other),
    }
    Ok(seen)
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
