//! Parties in the database: one table for all elections.

use conoceles_shared::api::admin::{Party, PartyData};
use conoceles_shared::ids::PartyId;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    struct PartyRow from party_columns! {
        id: PartyId = "id",
        version: u32 = "version",
        name: String = "name",
        acronym: String = "acronym",
        colour: String = "colour",
        logo: Option<String> = "logo",
    }
}

impl From<PartyRow> for Party {
    fn from(row: PartyRow) -> Self {
        Self {
            id: row.id,
            version: row.version,
            logo: row.logo,
            data: PartyData {
                name: row.name,
                acronym: row.acronym,
                colour: row.colour,
            },
        }
    }
}

const PARTIES: &str = concat!(
    "SELECT ",
    party_columns!(),
    " FROM parties ORDER BY name, id"
);
const PARTY: &str = concat!("SELECT ", party_columns!(), " FROM parties WHERE id = $1");

/// Every party, by name.
pub async fn parties(conn: Conn<'_>) -> Result<Vec<Party>, Failure> {
    let rows: Vec<PartyRow> = sqlx::query_as(PARTIES).fetch_all(conn).await?;
    Ok(rows.into_iter().map(Party::from).collect())
}

/// A party.
pub async fn party(conn: Conn<'_>, id: &PartyId) -> Result<Option<Party>, Failure> {
    let row: Option<PartyRow> = sqlx::query_as(PARTY)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.map(Party::from))
}

/// Stores a new party.
///
/// # Errors
/// 409 `already_exists` where the name is taken.
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
