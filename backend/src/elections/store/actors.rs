//! Actors in the database.

use conoceles_shared::catalogues::ActorKind;
use conoceles_shared::ids::{ActorId, ElectionId, PartyId};
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;
use crate::core::many::rows_with;
use crate::core::row::{Only, row};

row! {
    /// An actor as stored. Its counts are reckoned when it is read.
    #[derive(Debug, Clone)]
    pub struct ActorRow from actor_columns! {
        /// Which actor of which election: the same party has another id in the next.
        pub id: ActorId = "a.id",
        /// Grows by one with each edit.
        pub version: u32 = "a.version",
        /// The only election that it takes part in.
        pub election: ElectionId = "a.election_id",
        /// Party, coalition, common candidacy or independent; unknown in some archives.
        pub kind: Option<ActorKind> = "a.kind",
        /// Unique in its election.
        pub name: String = "a.name",
        /// The parties that it is made of.
        pub parties: Vec<PartyId> = "a.party_ids",
        /// When its first account accepted the receipt.
        pub received: Option<Instant> = "a.received_at",
        /// When the first of its accounts accepted its own receipt.
        pub accepted: Option<Instant> =
            "(SELECT MIN(r.receipt_at) FROM (SELECT x.actor_id, x.receipt_at FROM accounts x UNION ALL \
             SELECT w.actor_id, w.receipt_at FROM represented_actors w) r WHERE r.actor_id = a.id) AS accepted_at",
        /// The end that its capture period was extended to.
        pub capture_end: Option<Instant> = "a.capture_end",
        /// How many candidacies it has.
        pub candidacies: u64 = "(SELECT COUNT(*) FROM candidacies c WHERE c.actor_id = a.id)",
        /// How many accounts capture for it.
        pub accounts: u64 = "(SELECT COUNT(*) FROM accounts x WHERE x.actor_id = a.id) \
            + (SELECT COUNT(*) FROM represented_actors w \
            WHERE w.actor_id = a.id AND w.removed_at IS NULL)",
    }
}

impl ActorRow {
    /// The date of its receipt, where that was signed on paper.
    #[must_use]
    pub fn received_on_paper(&self) -> Option<Instant> {
        self.received.filter(|at| self.accepted != Some(*at))
    }
}

const ACTOR: &str = concat!(
    "SELECT ",
    actor_columns!(),
    " FROM actors a WHERE a.id = $1"
);
const ACTORS: &str = concat!(
    "SELECT ",
    actor_columns!(),
    " FROM actors a WHERE a.election_id = $1 ORDER BY a.name, a.id"
);

const ACTORS_WITH_IDS: (&str, &str) = (
    concat!("SELECT ", actor_columns!(), " FROM actors a WHERE a.id"),
    "",
);

/// The actors with these ids, in no particular order.
pub async fn actors_with_ids(conn: Conn<'_>, ids: &[String]) -> Result<Vec<ActorRow>, Failure> {
    rows_with(conn, ACTORS_WITH_IDS, ids).await
}

const FIRST_DELIVERY: &str = "SELECT MIN(d.at) FROM (SELECT actor_id, first_issued_at AS at \
    FROM accounts UNION ALL SELECT w.actor_id, CASE WHEN x.first_issued_at > w.added_at \
    THEN x.first_issued_at ELSE w.added_at END FROM represented_actors w JOIN accounts x ON x.id = w.account_id \
    WHERE x.first_issued_at IS NOT NULL) d WHERE d.actor_id = $1";

/// An actor.
pub async fn actor(conn: Conn<'_>, id: &ActorId) -> Result<Option<ActorRow>, Failure> {
    Ok(sqlx::query_as(ACTOR)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?)
}

/// The actors of an election, by name.
pub async fn actors(conn: Conn<'_>, election: &ElectionId) -> Result<Vec<ActorRow>, Failure> {
    Ok(sqlx::query_as(ACTORS)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?)
}

/// When the first credential sheet of an actor's accounts was issued, or the first account that somebody
/// had already was given to it.
pub async fn first_delivery(conn: Conn<'_>, id: &ActorId) -> Result<Option<Instant>, Failure> {
    let Only(first) = sqlx::query_as(FIRST_DELIVERY)
        .bind(id.to_string())
        .fetch_one(conn)
        .await?;
    Ok(first)
}

/// Notes the actor's receipt unless it has one; whether this was the first.
pub async fn note_receipt(conn: Conn<'_>, id: &ActorId, at: Instant) -> Result<bool, Failure> {
    let done =
        sqlx::query("UPDATE actors SET received_at = $2 WHERE id = $1 AND received_at IS NULL")
            .bind(id.to_string())
            .bind(store_instant(at))
            .execute(conn)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Stores a new actor. Its counts are not stored: they are reckoned when it is read.
///
/// # Errors
/// 409 `already_exists` where the election has an actor of that name.
pub async fn insert_actor(conn: Conn<'_>, row: &ActorRow) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO actors (id, election_id, kind, name, party_ids, received_at, capture_end) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(row.id.to_string())
    .bind(row.election.to_string())
    .bind(row.kind.map(|it| it.code().to_owned()))
    .bind(row.name.clone())
    .bind(serde_json::to_string(&row.parties)?)
    .bind(row.received.map(store_instant))
    .bind(row.capture_end.map(store_instant))
    .execute(conn)
    .await
    .map_err(|error| {
        Failure::taken(
            error,
            "Ya hay un actor político con ese nombre en esta elección.",
        )
    })?;
    Ok(())
}

/// Extends an actor's capture period to `end`, by compare-and-swap on the end that was loaded.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn extend_actor(conn: Conn<'_>, row: &ActorRow, end: Instant) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE actors SET capture_end = $2 WHERE id = $1 AND COALESCE(capture_end, '') = $3",
    )
    .bind(row.id.to_string())
    .bind(store_instant(end))
    .bind(row.capture_end.map(store_instant).unwrap_or_default())
    .execute(conn)
    .await?;
    swapped(
        &done,
        "Otra persona cambió este plazo al mismo tiempo. Vuelva a abrirlo.",
    )
}
