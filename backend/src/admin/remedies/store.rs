//! What remedies change in the database beside a candidacy's process.

use conoceles_shared::api::admin::Registration;
use conoceles_shared::ids::{ActorId, CandidacyId};
use conoceles_shared::time::{Instant, Period};

use crate::candidacy::{LoadedCandidacy, store as candidacy};
use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

/// Nobody registers a substitute of a candidacy, nor of the one whose place it took, until the caller's
/// transaction ends: both rows are held.
pub async fn hold_place(conn: Conn<'_>, id: &CandidacyId) -> Result<(), Failure> {
    // Whose place one took is told when it is registered, and never changes.
    let before = sqlx::query_as(
        "SELECT substitutes FROM candidacies WHERE id = $1 AND substitutes IS NOT NULL",
    )
    .bind(id.to_string())
    .fetch_optional(&mut *conn)
    .await?;
    let before = before.map(|Only(before)| before);
    candidacy::hold_candidacy_rows(conn, before.iter().chain([id])).await
}

/// Whoever took the place of a candidacy, unless that was cancelled.
pub async fn substitute_of(
    conn: Conn<'_>,
    id: &CandidacyId,
) -> Result<Option<CandidacyId>, Failure> {
    let found = sqlx::query_as(
        "SELECT id FROM candidacies WHERE substitutes = $1 AND state <> 'cancelled'",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(found.map(|Only(id)| id))
}

/// Whose place a candidacy took, where that one stands again.
pub async fn standing_predecessor(
    conn: Conn<'_>,
    id: &CandidacyId,
) -> Result<Option<CandidacyId>, Failure> {
    let found = sqlx::query_as(
        "SELECT b.id FROM candidacies c JOIN candidacies b ON b.id = c.substitutes \
         WHERE c.id = $1 AND b.state NOT IN ('substituted', 'cancelled')",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(found.map(|Only(id)| id))
}

/// Whoever took the same place that a candidacy had taken.
pub async fn other_substitute(
    conn: Conn<'_>,
    id: &CandidacyId,
) -> Result<Option<CandidacyId>, Failure> {
    let found = sqlx::query_as(
        "SELECT o.id FROM candidacies c JOIN candidacies o ON o.substitutes = c.substitutes \
         WHERE c.id = $1 AND o.id <> c.id AND o.state <> 'cancelled'",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(found.map(|Only(id)| id))
}

row! {
    /// A candidacy beside another one.
    #[derive(Debug)]
    pub struct BesideRow from beside_columns! {
        /// Its id.
        pub id: CandidacyId = "c.id",
        /// Whether it is in a list, and where.
        pub registration: Registration = "c.registration",
    }
}

const BESIDE: &str = concat!(
    "SELECT ",
    beside_columns!(),
    " FROM candidacies c WHERE c.actor_id = $1 AND c.id <> $2 AND c.office = $3 \
     AND c.territory_kind = $4 AND c.territory_code = $5 AND c.role = $6 \
     AND c.state NOT IN ('substituted', 'cancelled')"
);

/// The others of the same actor for the same office, territory and role, neither substituted nor cancelled.
pub async fn standing_beside(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
) -> Result<Vec<BesideRow>, Failure> {
    let it = &loaded.registration;
    Ok(sqlx::query_as(BESIDE)
        .bind(loaded.actor.id.to_string())
        .bind(loaded.id.to_string())
        .bind(it.office.code().to_owned())
        .bind(it.territory_kind.code().to_owned())
        .bind(it.territory_code.clone())
        .bind(it.role.code().to_owned())
        .fetch_all(conn)
        .await?)
}

/// Gives a candidacy a capture period of its own, in the place of whichever it had, by compare-and-swap
/// on the loaded version; `loaded` then has it.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn set_capture_period(
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    period: Period,
    now: Instant,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE candidacies SET own_start = $3, own_end = $4, extended_end = NULL, \
         updated_at = $5, version = version + 1 WHERE id = $1 AND version = $2",
    )
    .bind(loaded.id.to_string())
    .bind(loaded.version)
    .bind(store_instant(period.starts))
    .bind(store_instant(period.ends))
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    candidacy::candidacy_swapped(&done)?;
    loaded.version += 1;
    loaded.dates.own = Some(period);
    loaded.dates.own_end = None;
    Ok(())
}

/// Takes an actor's receipt back, by compare-and-swap on the one that was read: from then on its
/// capture period runs from `instead`, or not at all.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn replace_receipt(
    conn: Conn<'_>,
    id: &ActorId,
    mistaken: Instant,
    instead: Option<Instant>,
) -> Result<(), Failure> {
    let done = sqlx::query("UPDATE actors SET received_at = $3 WHERE id = $1 AND received_at = $2")
        .bind(id.to_string())
        .bind(store_instant(mistaken))
        .bind(instead.map(store_instant))
        .execute(conn)
        .await?;
    swapped(
        &done,
        "Otra persona cambió este acuse al mismo tiempo. Vuelva a abrirlo.",
    )
}
