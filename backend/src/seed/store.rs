//! The mark of a seeded database, and emptying one.

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::Only;

/// Every table in an order in which rows can be deleted.
pub(super) const TABLES: [&str; 43] = [
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
    "DELETE FROM paper_requests",
    "DELETE FROM observations",
    "DELETE FROM consents",
    "DELETE FROM text_fingerprints",
    "DELETE FROM section_versions",
    "DELETE FROM public_records",
    "DELETE FROM publication_log",
    "DELETE FROM drill_log",
    "UPDATE publication_head SET seq = 0, hash = ''",
    "DELETE FROM audit_unsealed",
    "DELETE FROM audit_seals",
    "UPDATE audit_head SET seq = 0, hash = ''",
    "DELETE FROM audit",
    "DELETE FROM spent_refresh_tokens",
    "DELETE FROM sessions",
    "DELETE FROM sign_in_failures",
    "DELETE FROM refused_sign_ins",
    "DELETE FROM proposals",
    "DELETE FROM handled_findings",
    "DELETE FROM reason_templates",
    "DELETE FROM public_renewals",
    "DELETE FROM roll_headings",
    "DELETE FROM credential_deliveries",
    "DELETE FROM reports",
    "DELETE FROM identity_cuts",
    "DELETE FROM represented_actors",
    "DELETE FROM accounts",
    "DELETE FROM photo_files",
    "DELETE FROM candidacies",
    "DELETE FROM actors",
    "DELETE FROM parties",
    "DELETE FROM elections",
    "DELETE FROM marks",
];

/// Says that the database was made by the demo.
pub const MARK: &str = "seed";

/// Whether anybody has put anything in: an election, a party or an account.
pub async fn is_in_use(conn: Conn<'_>) -> Result<bool, Failure> {
    let rows: Only<i64> = sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM elections) + (SELECT COUNT(*) FROM parties) \
         + (SELECT COUNT(*) FROM accounts)",
    )
    .fetch_one(conn)
    .await?;
    Ok(rows.0 > 0)
}

/// Empties the database; the publication log starts anew. Only ever for one that is marked.
pub async fn empty_database(conn: Conn<'_>) -> Result<(), Failure> {
    for statement in TABLES {
        sqlx::query(statement).execute(&mut *conn).await?;
    }
    Ok(())
}
