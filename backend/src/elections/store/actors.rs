//! Actors in the database.

use conoceles_shared::catalogues::ActorKind;
use conoceles_shared::ids::{ActorId, ElectionId, PartyId};
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, read_optional, store_instant, swapped};
use crate::core::error::Failure;

/// An actor as stored.
#[derive(Debug, Clone)]
pub struct ActorRow {
    /// Its id.
    pub id: ActorId,
    /// Its election.
    pub election: ElectionId,
    /// Its kind; unknown in some archives.
    pub kind: Option<ActorKind>,
    /// Its name.
    pub name: String,
    /// Its component parties.
    pub parties: Vec<PartyId>,
    /// When its first account accepted the receipt.
    pub received: Option<Instant>,
    /// The end that its capture period was extended to.
    pub capture_end: Option<Instant>,
    /// How many candidacies it has.
    pub candidacies: u64,
    /// How many accounts it has.
    pub accounts: u64,
}

const ACTOR: &str = "SELECT a.id, a.election_id, a.kind, a.name, a.party_ids, a.received_at, \
     a.capture_end, \
     (SELECT COUNT(*) FROM candidacies c WHERE c.actor_id = a.id) AS candidacies, \
     (SELECT COUNT(*) FROM accounts x WHERE x.actor_id = a.id) AS accounts \
     FROM actors a WHERE a.id = $1";
const ACTORS: &str = "SELECT a.id, a.election_id, a.kind, a.name, a.party_ids, a.received_at, \
     a.capture_end, \
     (SELECT COUNT(*) FROM candidacies c WHERE c.actor_id = a.id) AS candidacies, \
     (SELECT COUNT(*) FROM accounts x WHERE x.actor_id = a.id) AS accounts \
     FROM actors a WHERE a.election_id = $1 ORDER BY a.name, a.id";

fn actor_row(row: &AnyRow) -> Result<ActorRow, Failure> {
    let bad = |_| Failure::internal("actors: malformed id");
    let count = |name: &str| -> Result<u64, Failure> {
        Ok(u64::try_from(row.try_get::<i64, _>(name)?).unwrap_or(0))
    };
    Ok(ActorRow {
        id: row.try_get::<String, _>("id")?.parse().map_err(bad)?,
        election: row
            .try_get::<String, _>("election_id")?
            .parse()
            .map_err(bad)?,
        kind: row
            .try_get::<Option<String>, _>("kind")?
            .map(|it| it.parse().map_err(|_| Failure::internal("actors: kind")))
            .transpose()?,
        name: row.try_get("name")?,
        parties: serde_json::from_str(&row.try_get::<String, _>("party_ids")?)?,
        received: read_optional(row.try_get("received_at")?)?,
        capture_end: read_optional(row.try_get("capture_end")?)?,
        candidacies: count("candidacies")?,
        accounts: count("accounts")?,
    })
}

/// An actor.
///
/// # Errors
/// The database.
pub async fn actor(conn: Conn<'_>, id: &ActorId) -> Result<Option<ActorRow>, Failure> {
    let row = sqlx::query(ACTOR)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(actor_row).transpose()
}

/// The actors of an election, by name.
///
/// # Errors
/// The database.
pub async fn actors(conn: Conn<'_>, election: &ElectionId) -> Result<Vec<ActorRow>, Failure> {
    let rows = sqlx::query(ACTORS)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    rows.iter().map(actor_row).collect()
}

/// Notes the actor's receipt unless it has one; whether this was the first.
///
/// # Errors
/// The database.
pub async fn receive(conn: Conn<'_>, id: &ActorId, at: Instant) -> Result<bool, Failure> {
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
/// 409 `already_exists` where the election has an actor of that name, or the database.
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
/// 409 `concurrent_change` where another request was first, or the database.
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
