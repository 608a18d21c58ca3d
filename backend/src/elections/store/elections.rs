//! Elections in the database.

use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    /// An election as stored.
    #[derive(Debug, Clone)]
    pub struct ElectionRow from election_columns! {
        /// Which, the later the greater.
        pub id: ElectionId = "id",
        /// Goes up by one with every change of the setup.
        pub version: u32 = "version",
        /// Its name, territories, dates and settings.
        pub setup: ElectionSetup = "setup",
        /// The seed of its neutral order.
        pub draw_seed: String = "draw_seed",
    }
}

row! {
    /// How much belongs to an election.
    #[derive(Debug, Clone, Copy)]
    pub struct ElectionCounts from count_columns! {
        /// Political actors.
        pub actors: u64 = "(SELECT COUNT(*) FROM actors WHERE election_id = $1)",
        /// Candidacies, whatever their state.
        pub candidacies: u64 = "(SELECT COUNT(*) FROM candidacies WHERE election_id = $1)",
    }
}

const ELECTION: &str = concat!(
    "SELECT ",
    election_columns!(),
    " FROM elections WHERE id = $1"
);
const ELECTIONS: &str = concat!(
    "SELECT ",
    election_columns!(),
    " FROM elections ORDER BY id DESC"
);
const COUNTS: &str = concat!("SELECT ", count_columns!());

/// An election.
pub async fn election(conn: Conn<'_>, id: &ElectionId) -> Result<Option<ElectionRow>, Failure> {
    Ok(sqlx::query_as(ELECTION)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?)
}

/// Holds an election's row until the transaction ends: nobody else registers anyone in it meanwhile.
pub async fn hold_election(conn: Conn<'_>, id: &ElectionId) -> Result<(), Failure> {
    sqlx::query("UPDATE elections SET version = version WHERE id = $1")
        .bind(id.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Every election, the newest first.
pub async fn elections(conn: Conn<'_>) -> Result<Vec<ElectionRow>, Failure> {
    Ok(sqlx::query_as(ELECTIONS).fetch_all(conn).await?)
}

/// How many actors and how many candidacies an election has.
pub async fn election_counts(conn: Conn<'_>, id: &ElectionId) -> Result<ElectionCounts, Failure> {
    Ok(sqlx::query_as(COUNTS)
        .bind(id.to_string())
        .fetch_one(conn)
        .await?)
}

/// Stores a new election.
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
/// 409 `concurrent_change` where another request was first.
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
