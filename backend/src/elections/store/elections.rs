//! Elections in the database.

use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, store_instant, swapped};
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

/// How many actors and how many candidacies an election has.
///
/// # Errors
/// The database.
pub async fn election_counts(conn: Conn<'_>, id: &ElectionId) -> Result<(u64, u64), Failure> {
    let row = sqlx::query(
        "SELECT (SELECT COUNT(*) FROM actors WHERE election_id = $1) AS actors, \
         (SELECT COUNT(*) FROM candidacies WHERE election_id = $1) AS candidacies",
    )
    .bind(id.to_string())
    .fetch_one(conn)
    .await?;
    let count = |name: &str| -> Result<u64, Failure> {
        Ok(u64::try_from(row.try_get::<i64, _>(name)?).unwrap_or(0))
    };
    Ok((count("actors")?, count("candidacies")?))
}

/// Stores a new election.
///
/// # Errors
/// The database.
pub async fn insert_election(
    conn: Conn<'_>,
    row: &ElectionRow,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO elections (id, version, setup, draw_seed, created_at) \
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(row.id.to_string())
    .bind(i64::from(row.version))
    .bind(serde_json::to_string(&row.setup)?)
    .bind(row.draw_seed.clone())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// Replaces an election's setup by compare-and-swap on `version`, which goes up by one.
///
/// # Errors
/// 409 `concurrent_change` where another request was first, or the database.
pub async fn update_election(
    conn: Conn<'_>,
    id: &ElectionId,
    version: u32,
    setup: &ElectionSetup,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE elections SET setup = $3, version = version + 1 WHERE id = $1 AND version = $2",
    )
    .bind(id.to_string())
    .bind(i64::from(version))
    .bind(serde_json::to_string(setup)?)
    .execute(conn)
    .await?;
    swapped(
        &done,
        "Otra persona cambió esta elección al mismo tiempo. Vuelva a abrirla.",
    )
}
