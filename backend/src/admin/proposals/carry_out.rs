//! Doing what a proposal says.

use conoceles_shared::api::admin::Credential;
use conoceles_shared::api::proposals::ProposedAct;
use conoceles_shared::time::Instant;

use crate::accounts::OneTimeCredential;
use crate::admin::{
    account_acts, actors, elections, endings, remedies, substitutions, suspensions,
};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::state::App;

/// Does what the proposal says; the code of a recovery.
///
/// # Errors
/// Whatever the act is refused with as things stand now.
pub async fn carry_out(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    act: ProposedAct,
    code: Option<OneTimeCredential>,
    now: Instant,
) -> Result<Option<Credential>, Failure> {
    match act {
        ProposedAct::RecoverAccount { account, recovery } => {
            let code = code.ok_or_else(|| Failure::internal("proposals: an act that changed"))?;
            let whose = (&account, recovery);
            let made = account_acts::recover(&app.secrets, conn, grant, whose, code, now).await?;
            return Ok(Some(made));
        }
        ProposedAct::ActivateAccount { account } => {
            account_acts::activate(conn, grant, &account, now).await?;
        }
        ProposedAct::SuspendAccount { account, suspended } => {
            suspensions::apply_suspension(conn, grant, &account, suspended, now).await?;
        }
        ProposedAct::EndCandidacy {
            candidacy,
            ending,
            acuerdo,
        } => {
            endings::apply_ending(app, conn, grant, (&candidacy, ending, &acuerdo), now).await?;
        }
        ProposedAct::SubstituteSeveral { election, act } => {
            substitutions::apply_substitutions(app, conn, grant, (&election, &act), now).await?;
        }
        ProposedAct::EditElection {
            election,
            based_on,
            setup,
        } => {
            let edit = elections::Edit {
                election: &election,
                based_on,
                setup: *setup,
            };
            elections::apply_edit(app, conn, grant, edit, now).await?;
        }
        ProposedAct::RecordPaperReceipt { actor, receipt } => {
            actors::apply_paper_receipt(conn, grant, &actor, &receipt, now).await?;
        }
        act @ (ProposedAct::UndoEnding { .. }
        | ProposedAct::AnnulPaperReceipt { .. }
        | ProposedAct::ReopenByOrder { .. }) => {
            remedies::carry_out_remedy(app, conn, grant, &act, now).await?;
        }
    }
    Ok(None)
}
