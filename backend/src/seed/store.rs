//! The mark of a seeded database, and emptying one.

use sqlx::Row as _;

use crate::core::db::Conn;
use crate::core::error::Failure;

/// Every table in an order in which rows can be deleted.
pub(super) const TABLES: [&str; 27] = [
    "DELETE FROM outbox",
    "DELETE FROM notice_reads",
    "DELETE FROM notices",
    "DELETE FROM receipts",
    "DELETE FROM signed_consents",
    "DELETE FROM ignored_findings",
    "DELETE FROM election_language",
    "DELETE FROM photo_measures",
    "DELETE FROM recovery_codes",
    "DELETE FROM second_factors",
    "DELETE FROM observations",
    "DELETE FROM consents",
    "DELETE FROM text_fingerprints",
    "DELETE FROM section_versions",
    "DELETE FROM public_records",
    "DELETE FROM publication_log",
    "UPDATE publication_head SET seq = 0, hash = ''",
    "DELETE FROM audit",
    "DELETE FROM spent_refresh_tokens",
    "DELETE FROM sessions",
    "DELETE FROM sign_in_failures",
    "DELETE FROM accounts",
    "DELETE FROM candidacies",
    "DELETE FROM actors",
    "DELETE FROM parties",
    "DELETE FROM elections",
    "DELETE FROM marks",
];

/// Whether the database was made by the demo.
///
/// # Errors
/// The database.
pub async fn is_marked(conn: Conn<'_>) -> Result<bool, Failure> {
    let row = sqlx::query("SELECT value FROM marks WHERE name = 'seed'")
        .fetch_optional(conn)
        .await?;
    Ok(match row {
        Some(row) => row.try_get::<String, _>("value")? == "demo",
        None => false,
    })
}

/// Marks the database as made by the demo.
///
/// # Errors
/// The database; it is marked already.
pub async fn mark(conn: Conn<'_>) -> Result<(), Failure> {
    sqlx::query("INSERT INTO marks (name, value) VALUES ('seed', 'demo')")
        .execute(conn)
        .await?;
    Ok(())
}

/// Whether anybody has put anything in: an election, a party or an account.
///
/// # Errors
/// The database.
pub async fn is_in_use(conn: Conn<'_>) -> Result<bool, Failure> {
    let row = sqlx::query(
        "SELECT (SELECT COUNT(*) FROM elections) + (SELECT COUNT(*) FROM parties) \
         + (SELECT COUNT(*) FROM accounts) AS rows_in_use",
    )
    .fetch_one(conn)
    .await?;
    Ok(row.try_get::<i64, _>("rows_in_use")? > 0)
}

/// Empties the database; the publication log starts anew. Only ever for one that is marked.
///
/// # Errors
/// The database.
pub async fn empty(conn: Conn<'_>) -> Result<(), Failure> {
    for statement in TABLES {
        sqlx::query(statement).execute(&mut *conn).await?;
    }
    Ok(())
}
