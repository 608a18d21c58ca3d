//! Failed sign-ins in the database.

use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;

/// Failures older than this are forgotten, in minutes.
pub const FAILURES_KEPT_MINUTES: i64 = 60;

row! {
    /// Failures to sign in that follow each other.
    #[derive(Debug, Clone, Copy)]
    pub struct FailuresRow from failures_columns! {
        /// How many.
        pub count: i64 = "failures",
        /// When the last one was.
        pub last: Instant = "last_at",
    }
}

const FAILURES: &str = concat!(
    "SELECT ",
    failures_columns!(),
    " FROM sign_in_failures WHERE subject = $1"
);

/// How often `subject` failed, however long ago.
pub async fn failures_of(conn: Conn<'_>, subject: &str) -> Result<Option<FailuresRow>, Failure> {
    Ok(sqlx::query_as(FAILURES)
        .bind(subject.to_owned())
        .fetch_optional(conn)
        .await?)
}

/// Stores how often `subject` failed.
pub async fn set_failures(
    conn: Conn<'_>,
    subject: &str,
    failures: i64,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO sign_in_failures (subject, failures, last_at) VALUES ($1, $2, $3) \
         ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, \
         last_at = excluded.last_at",
    )
    .bind(subject.to_owned())
    .bind(failures)
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets the failures of `subject`.
pub async fn forget_failures_of(conn: Conn<'_>, subject: &str) -> Result<(), Failure> {
    sqlx::query("DELETE FROM sign_in_failures WHERE subject = $1")
        .bind(subject.to_owned())
        .execute(conn)
        .await?;
    Ok(())
}
