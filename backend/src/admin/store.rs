//! Elections, parties and actors in the database.

use conoceles_shared::catalogues::ActorKind;
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::{ActorId, ElectionId, PartyId};
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, read_optional, store_instant};
use crate::core::error::Failure;

/// An election as stored.
#[derive(Debug, Clone)]
pub struct ElectionRow {
    /// Its id.
    pub id: ElectionId,
    /// Its version.
    pub version: u32,
    /// How it is set up.
    pub setup: ElectionSetup,
    /// The seed of its neutral order.
    pub draw_seed: String,
}

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

fn election_row(row: &AnyRow) -> Result<ElectionRow, Failure> {
    Ok(ElectionRow {
        id: row
            .try_get::<String, _>("id")?
            .parse()
            .map_err(|_| Failure::internal("elections: malformed id"))?,
        version: u32::try_from(row.try_get::<i64, _>("version")?)
            .map_err(|_| Failure::internal("elections: version"))?,
        setup: serde_json::from_str(&row.try_get::<String, _>("setup")?)?,
        draw_seed: row.try_get("draw_seed")?,
    })
}

/// An election.
///
/// # Errors
/// The database.
pub async fn election(conn: Conn<'_>, id: &ElectionId) -> Result<Option<ElectionRow>, Failure> {
    let row = sqlx::query("SELECT id, version, setup, draw_seed FROM elections WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(election_row).transpose()
}

/// Every election, the newest first.
///
/// # Errors
/// The database.
pub async fn elections(conn: Conn<'_>) -> Result<Vec<ElectionRow>, Failure> {
    let rows = sqlx::query("SELECT id, version, setup, draw_seed FROM elections ORDER BY id DESC")
        .fetch_all(conn)
        .await?;
    rows.iter().map(election_row).collect()
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
