//! Parties in the database: one table for all elections.

use conoceles_shared::api::admin::{Party, PartyData};
use conoceles_shared::ids::PartyId;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::Conn;
use crate::core::error::Failure;

fn party_row(row: &AnyRow) -> Result<Party, Failure> {
    Ok(Party {
        id: row
            .try_get::<String, _>("id")?
            .parse()
            .map_err(|_| Failure::internal("parties: malformed id"))?,
        data: PartyData {
            name: row.try_get("name")?,
            acronym: row.try_get("acronym")?,
            colour: row.try_get("colour")?,
        },
    })
}

/// Every party, by name.
///
/// # Errors
/// The database.
pub async fn parties(conn: Conn<'_>) -> Result<Vec<Party>, Failure> {
    let rows = sqlx::query("SELECT id, name, acronym, colour FROM parties ORDER BY name, id")
        .fetch_all(conn)
        .await?;
    rows.iter().map(party_row).collect()
}

/// A party.
///
/// # Errors
/// The database.
pub async fn party(conn: Conn<'_>, id: &PartyId) -> Result<Option<Party>, Failure> {
    let row = sqlx::query("SELECT id, name, acronym, colour FROM parties WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(party_row).transpose()
}

/// Stores a new party.
///
/// # Errors
/// 409 `already_exists` where the name is taken, or the database.
pub async fn insert_party(conn: Conn<'_>, party: &Party) -> Result<(), Failure> {
    sqlx::query("INSERT INTO parties (id, name, acronym, colour) VALUES ($1, $2, $3, $4)")
        .bind(party.id.to_string())
        .bind(party.data.name.clone())
        .bind(party.data.acronym.clone())
        .bind(party.data.colour.clone())
        .execute(conn)
        .await
        .map_err(|error| Failure::taken(error, "Ya hay un partido con ese nombre."))?;
    Ok(())
}
