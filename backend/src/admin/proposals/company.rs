//! Whether anybody but who proposed an act can decide on it: noted when it is proposed, whenever an
//! account changes, and by every sweep, so that whatever makes somebody the only one is seen. From then
//! on the act waits a day, told to all of the staff and to those it concerns.

use conoceles_shared::api::proposals::ProposedAct;
use conoceles_shared::ids::ActorId;
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;

use super::store::{ProposalRow, open_proposals, set_alone_since};
use super::subject::matter;
use super::views::alone_since;
use crate::accounts::store::{AdministratorRow, administrators};
use crate::candidacy::store::load_candidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::state::App;
use crate::notices::{self, Addressee};

/// Notes of every open proposal whether somebody can decide on it; how many of them changed.
///
/// # Errors
/// Only of the database.
pub async fn sweep_company(app: &App, now: Instant) -> Result<usize, Failure> {
    let mut conn = app.db.read().await?;
    let changed = changed(&mut conn, now).await?.len();
    drop(conn);
    if changed > 0 {
        let mut tx = app.db.write().await?;
        note_company(&mut tx, app.clock.now()).await?;
        tx.commit().await?;
    }
    Ok(changed)
}

/// The same, within the change that an account goes through.
pub async fn note_company(conn: Conn<'_>, now: Instant) -> Result<(), Failure> {
    for (row, since) in changed(&mut *conn, now).await? {
        set_alone_since(&mut *conn, &row.id, since).await?;
        notices::settled(&mut *conn, &matter(&row.id)).await?;
        tell_of_proposal(&mut *conn, &row, since, now).await?;
    }
    Ok(())
}

async fn changed(
    conn: Conn<'_>,
    now: Instant,
) -> Result<Vec<(ProposalRow, Option<Instant>)>, Failure> {
    let open = open_proposals(&mut *conn, now).await?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let all: Vec<AdministratorRow> = administrators(conn).await?;
    let noted = open.into_iter().map(|row| {
        let since = alone_since(&row, &all, now);
        (row, since)
    });
    Ok(noted.filter(|(row, it)| row.alone_since != *it).collect())
}

/// Tells of a proposal that waits: the others who administer, or, where nobody else can decide, all of
/// the staff and those it concerns.
pub async fn tell_of_proposal(
    conn: Conn<'_>,
    row: &ProposalRow,
    alone_since: Option<Instant>,
    now: Instant,
) -> Result<(), Failure> {
    let matter = matter(&row.id);
    let by = row.by_name.clone().unwrap_or_default();
    let Some(since) = alone_since else {
        let news = News::ActProposed {
            act: row.title.clone(),
            by,
            expires: row.expires,
        };
        let admins = Addressee::Role(Role::Admin);
        return notices::tell_of_open(conn, &matter, admins, &news, now).await;
    };
    tracing::warn!(proposal = %row.id, "nobody else can decide: an act waits a day in plain sight");
    let news = News::ActWaitsAlone {
        act: row.title.clone(),
        by,
        from: row.proposed().alone_from(since),
        consequences: row.consequences.clone(),
    };
    for role in Role::ALL.iter().copied().filter(|it| it.is_staff()) {
        let staff = Addressee::Role(role);
        notices::tell_of_open(&mut *conn, &matter, staff, &news, now).await?;
    }
    if let ProposedAct::RecoverAccount { account, .. }
    | ProposedAct::SuspendAccount { account, .. } = &row.act
    {
        let owner = Addressee::Account(account);
        notices::tell_of_open(&mut *conn, &matter, owner, &news, now).await?;
    }
    if let Some(actor) = actor_of(&mut *conn, &row.act).await? {
        let operators = Addressee::Actor(&actor);
        notices::tell_of_open(conn, &matter, operators, &news, now).await?;
    }
    Ok(())
}

/// The actor that an act concerns.
async fn actor_of(conn: Conn<'_>, act: &ProposedAct) -> Result<Option<ActorId>, Failure> {
    match act {
        ProposedAct::RecordPaperReceipt { actor, .. }
        | ProposedAct::AnnulPaperReceipt { actor, .. } => Ok(Some(actor.clone())),
        ProposedAct::EndCandidacy { candidacy, .. }
        | ProposedAct::UndoEnding { candidacy, .. }
        | ProposedAct::ReopenByOrder { candidacy, .. } => {
            let loaded = load_candidacy(conn, candidacy).await?;
            Ok(loaded.map(|it| it.actor.id.clone()))
        }
        ProposedAct::RecoverAccount { .. }
        | ProposedAct::ActivateAccount { .. }
        | ProposedAct::SuspendAccount { .. }
        | ProposedAct::SubstituteSeveral { .. }
        | ProposedAct::EditElection { .. } => Ok(None),
    }
}
