//! Counts of what the database holds, without any of it.

use conoceles_shared::api::technical::Outbox;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

row! {
    /// Counts and times.
    #[derive(Debug)]
    pub struct TechnicalCounts from technical_columns! {
        /// The number of the last migration.
        pub migration: i64 = "(SELECT COALESCE(MAX(version), 0) FROM _sqlx_migrations)",
        /// Entries of the publication log.
        pub log_entries: u64 = "(SELECT seq FROM publication_head WHERE id = 1)",
        /// When the last report was issued.
        pub last_report: Option<Instant> = "(SELECT MAX(cutoff) FROM reports)",
        /// When the last backup was made, as whoever made it noted.
        pub last_backup: Option<Instant> = "(SELECT value FROM marks WHERE name = 'backup_made')",
    }
}

row! {
    struct OutboxCount from outbox_columns! {
        state: String = "state",
        count: u64 = "COUNT(*)",
    }
}

const COUNTS: &str = concat!("SELECT ", technical_columns!());
const OUTBOX: &str = concat!("SELECT ", outbox_columns!(), " FROM outbox GROUP BY state");

/// Counts of everything.
pub async fn technical_counts(conn: Conn<'_>) -> Result<TechnicalCounts, Failure> {
    Ok(sqlx::query_as(COUNTS).fetch_one(conn).await?)
}

/// Notes that a backup was made.
pub async fn note_backup(conn: Conn<'_>, now: Instant) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO marks (name, value) VALUES ('backup_made', $1) \
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// E-mails by what became of them.
pub async fn outbox_counts(conn: Conn<'_>) -> Result<Outbox, Failure> {
    let rows: Vec<OutboxCount> = sqlx::query_as(OUTBOX).fetch_all(conn).await?;
    let of = |state: &str| {
        let found = rows.iter().find(|it| it.state == state);
        found.map_or(0, |it| it.count)
    };
    Ok(Outbox {
        waiting: of("waiting"),
        sent: of("sent"),
        given_up: of("given_up"),
    })
}

/// How large the database is: the one thing that each engine is asked in its own words.
pub async fn database_bytes(conn: Conn<'_>, sqlite: bool) -> Result<u64, Failure> {
    let query = if sqlite {
        "SELECT CAST(p.page_count * s.page_size AS BIGINT) FROM pragma_page_count p, pragma_page_size s"
    } else {
        "SELECT pg_database_size(current_database())"
    };
    let Only(bytes) = sqlx::query_as(query).fetch_one(conn).await?;
    Ok(bytes)
}
