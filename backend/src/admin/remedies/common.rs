//! What every remedy shares: the candidacy as it stands, the document that is given, whom it is told to.

use conoceles_shared::api::remedies::Undoing;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::notices::News;
use conoceles_shared::time::Instant;

use crate::admin::{check, not_archived};
use crate::candidacy::{LoadedCandidacy, store as candidacy};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::state::App;
use crate::notices::{self, ActorNotice};
use crate::steps::clock;

/// A candidacy of an election that is no archive, as it stands now.
pub async fn standing(
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

/// The same as it stands, for who only reads.
pub async fn standing_read(
    conn: Conn<'_>,
    id: &CandidacyId,
    now: Instant,
) -> Result<LoadedCandidacy, Failure> {
    let found = candidacy::load_candidacy(conn, id).await?;
    let loaded = found.ok_or_else(Failure::not_found)?;
    not_archived(&loaded.election)?;
    Ok(loaded.as_it_stands(now))
}

/// The document and the reason, as they are kept.
///
/// # Errors
/// 422 with every field.
pub fn checked(mut undoing: Undoing) -> Result<Undoing, Failure> {
    check::tidy(&mut undoing.reference);
    check::tidy(&mut undoing.reason);
    let mut errors = check::own_errors(&undoing);
    check::characters(&mut errors, Undoing::REFERENCE, &undoing.reference);
    check::characters(&mut errors, Undoing::REASON, &undoing.reason);
    check::finish(errors)?;
    Ok(undoing)
}

/// Tells a candidacy's actor, and its contact.
pub async fn tell_owner(
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
