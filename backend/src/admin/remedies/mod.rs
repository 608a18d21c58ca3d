//! What is undone, and what a tribunal orders to reopen: proposed by one administrator with its
//! consequences, carried out when another one confirms it (`docs/decisions/0042-undoing.md`).

pub mod common;
mod ending;
mod place;
mod receipt;
mod reopening;
pub mod routes;
mod store;

use conoceles_shared::api::proposals::ProposedAct;
use conoceles_shared::time::Instant;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::state::App;

/// Does what a confirmed proposal of this room says; nothing of any other.
///
/// # Errors
/// Whatever the act is refused with as things stand now.
pub async fn carry_out_remedy(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    act: &ProposedAct,
    now: Instant,
) -> Result<(), Failure> {
    match act {
        ProposedAct::UndoEnding { candidacy, undoing } => {
            ending::apply_undoing(app, conn, grant, candidacy, undoing, now).await
        }
        ProposedAct::AnnulPaperReceipt { actor, undoing } => {
            receipt::apply_annulment(app, conn, grant, actor, undoing, now).await
        }
        ProposedAct::ReopenByOrder { candidacy, order } => {
            reopening::apply_order(app, conn, grant, candidacy, order, now).await
        }
        _ => Ok(()),
    }
}

/// Whether it could be done now, by reading alone.
///
/// # Errors
/// Whatever the act would be refused with.
pub async fn can_carry_out_remedy(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    act: &ProposedAct,
    now: Instant,
) -> Result<(), Failure> {
    match act {
        ProposedAct::UndoEnding { candidacy, undoing } => {
            let loaded = common::standing_read(&mut *conn, candidacy, now).await?;
            ending::returned(grant, &loaded, undoing, now)?;
            place::free(conn, &loaded).await
        }
        ProposedAct::AnnulPaperReceipt { actor, .. } => {
            receipt::annullable(conn, actor).await?;
            Ok(())
        }
        ProposedAct::ReopenByOrder { candidacy, order } => {
            let loaded = common::standing_read(&mut *conn, candidacy, now).await?;
            reopening::after_order(grant, &loaded, order, now)?;
            if loaded.process.state.gave_up_its_place() {
                place::free(conn, &loaded).await?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
