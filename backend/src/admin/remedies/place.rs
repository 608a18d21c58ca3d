//! Whether the place of a candidacy that ended is still its own.

use conoceles_shared::api::admin::Registration;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::Code;

use super::store;
use crate::admin::store::is_registered;
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store as candidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::elections;

/// Refuses to bring back a candidacy whose place or person is another one's now. Until the caller's
/// transaction ends nobody takes its place, nor the one that it had taken.
///
/// # Errors
/// 409 `already_exists` with who it is.
pub async fn must_be_free(conn: Conn<'_>, loaded: &LoadedCandidacy) -> Result<(), Failure> {
    elections::hold_election(&mut *conn, &loaded.election.id).await?;
    store::hold_place(&mut *conn, &loaded.id).await?;
    free(conn, loaded).await
}

/// The same as it stands, held by nobody: by reading alone.
///
/// # Errors
/// As [`must_be_free`].
pub async fn free(conn: Conn<'_>, loaded: &LoadedCandidacy) -> Result<(), Failure> {
    if let Some(other) = store::substitute_of(&mut *conn, &loaded.id).await? {
        return Err(taken("Otra candidatura tomó su lugar", conn, &other).await?);
    }
    if let Some(other) = store::standing_predecessor(&mut *conn, &loaded.id).await? {
        return Err(taken("Quien dejó ese lugar lo tiene otra vez", conn, &other).await?);
    }
    if let Some(other) = store::other_substitute(&mut *conn, &loaded.id).await? {
        return Err(taken("Otra candidatura tomó ese mismo lugar", conn, &other).await?);
    }
    let person = is_registered(
        &mut *conn,
        &loaded.election.id,
        &loaded.person,
        &loaded.registration,
    );
    if person.await? {
        return Err(Failure::new(
            Code::AlreadyExists,
            "La misma persona ya está registrada en otra candidatura para el mismo cargo, territorio y \
             calidad. Cancele primero esa otra.",
        ));
    }
    let beside = store::standing_beside(&mut *conn, loaded).await?;
    let other = beside
        .into_iter()
        .find(|it| same_seat(&it.registration, &loaded.registration));
    match other {
        Some(it) => Err(taken("Otra candidatura tiene su lugar", conn, &it.id).await?),
        None => Ok(()),
    }
}

async fn taken(what: &str, conn: Conn<'_>, other: &CandidacyId) -> Result<Failure, Failure> {
    let other = candidacy::load_candidacy(conn, other).await?;
    let name = other.map_or_else(String::new, |it| it.registration.full_name());
    Ok(Failure::new(
        Code::AlreadyExists,
        format!("{what}: {name}. Mientras esté registrada, esta no puede volver."),
    ))
}

/// Whether an actor has only one of both, for the same office, territory and role: an office with one
/// seat, or the same number of a list.
fn same_seat(one: &Registration, other: &Registration) -> bool {
    one.office.has_one_seat()
        || (one.list_position.is_some() && one.list_position == other.list_position)
}
