//! What is undone, and what a tribunal orders to reopen: proposed by one administrator with its
//! consequences, carried out when another one confirms it (`docs/decisions/0042-undoing.md`).

mod ending;
mod place;
mod receipt;
mod reopening;
pub mod routes;
mod store;

use conoceles_shared::api::proposals::ProposedAct;
use conoceles_shared::api::remedies::Undoing;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::notices::News;
use conoceles_shared::time::Instant;

use super::{check, not_archived};
use crate::candidacy::{LoadedCandidacy, store as candidacy};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::state::App;
use crate::notices::{self, ActorNotice};
use crate::steps::clock;

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

/// A candidacy of an election that is no archive, as it stands now.
async fn standing(
    app: &App,
    conn: Conn<'_>,
    id: &CandidacyId,
    now: Instant,
) -> Result<LoadedCandidacy, Failure> {
    let mut loaded = candidacy::load_candidacy(&mut *conn, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    not_archived(&loaded.election)?;
    clock::settle_and_publish(app, conn, &mut loaded, now).await?;
    Ok(loaded)
}

/// The document and the reason, as they are kept.
///
/// # Errors
/// 422 with every field.
fn checked(mut undoing: Undoing) -> Result<Undoing, Failure> {
    check::tidy(&mut undoing.reference);
    check::tidy(&mut undoing.reason);
    let mut errors = check::own_errors(&undoing);
    check::characters(&mut errors, Undoing::REFERENCE, &undoing.reference);
    check::characters(&mut errors, Undoing::REASON, &undoing.reason);
    check::finish(errors)?;
    Ok(undoing)
}

/// Tells a candidacy's actor, and its contact.
async fn tell_owner(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    news: &News,
    now: Instant,
) -> Result<(), Failure> {
    let notice = ActorNotice {
        actor: &loaded.actor.id,
        about: Some(&loaded.id),
        news,
        addressees: std::slice::from_ref(&loaded.id),
    };
    notices::tell_actor(conn, notice, now).await
}
