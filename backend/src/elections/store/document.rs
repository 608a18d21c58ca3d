//! What an election has one of beside its setup, each with a version: read whole, replaced by compare-and-swap.

use conoceles_shared::ids::ElectionId;
use conoceles_shared::time::Instant;
use serde::Serialize;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;
use crate::core::row::{Column, column};

/// A document as stored.
#[derive(Debug, Default)]
pub struct ElectionDocument<T> {
    /// 0 where there never was one.
    pub version: u32,
    /// Empty where there never was one.
    pub content: T,
}

impl<'r, T: Column> sqlx::FromRow<'r, AnyRow> for ElectionDocument<T> {
    fn from_row(row: &'r AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            version: column(row, 0)?,
            content: column(row, 1)?,
        })
    }
}

/// The statements of a kind of document: `document_table!` writes them.
#[derive(Debug)]
pub struct DocumentTable {
    /// Version and content of an election.
    pub select: &'static str,
    /// The first version.
    pub insert: &'static str,
    /// The one after that which was read.
    pub update: &'static str,
    /// What a second save on the same version is told.
    pub concurrent: &'static str,
}

/// The statements of a table whose column holds the content, and what a second save on the same version is
/// told.
macro_rules! document_table {
    ($table:literal, $column:literal, $concurrent:literal) => {
        $crate::elections::DocumentTable {
            select: concat!(
                "SELECT version, ",
                $column,
                " FROM ",
                $table,
                " WHERE election_id = $1"
            ),
            insert: concat!(
                "INSERT INTO ",
                $table,
                " (version, ",
                $column,
                ", updated_at, election_id) VALUES ($1, $2, $3, $4)"
            ),
            update: concat!(
                "UPDATE ",
                $table,
                " SET version = $1, ",
                $column,
                " = $2, updated_at = $3 WHERE election_id = $4 AND version = $1 - 1"
            ),
            concurrent: $concurrent,
        }
    };
}

pub(crate) use document_table;

/// The document of an election; nothing, of version 0, where there never was one.
pub async fn election_document<T>(
    conn: Conn<'_>,
    table: &DocumentTable,
    election: &ElectionId,
) -> Result<ElectionDocument<T>, Failure>
where
    T: Column + Default + Send + Unpin,
{
    let row: Option<_> = sqlx::query_as(table.select)
        .bind(election.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.unwrap_or_default())
}

/// Stores the document of an election as the version after `before`.
///
/// # Errors
/// 409 where another request was first.
pub async fn save_election_document<T: Serialize + ?Sized>(
    conn: Conn<'_>,
    table: &DocumentTable,
    (election, before): (&ElectionId, u32),
    content: &T,
    now: Instant,
) -> Result<(), Failure> {
    let statement = if before == 0 {
        table.insert
    } else {
        table.update
    };
    let done = sqlx::query(statement)
        .bind(i64::from(before) + 1)
        .bind(serde_json::to_string(content)?)
        .bind(store_instant(now))
        .bind(election.to_string())
        .execute(conn)
        .await
        .map_err(|error| Failure::taken(error, table.concurrent))?;
    swapped(&done, table.concurrent)
}
