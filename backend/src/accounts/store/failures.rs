//! Failed sign-ins in the database.

use conoceles_shared::time::Instant;
use sqlx::Row as _;

use crate::core::db::{Conn, read_instant, store_instant};
use crate::core::error::Failure;

/// How often `subject` failed to sign in, and when last.
///
/// # Errors
/// The database.
pub async fn failures(conn: Conn<'_>, subject: &str) -> Result<Option<(i64, Instant)>, Failure> {
    let row = sqlx::query("SELECT failures, last_at FROM sign_in_failures WHERE subject = $1")
        .bind(subject.to_owned())
        .fetch_optional(conn)
        .await?;
    row.map(|it| {
        Ok((
            it.try_get("failures")?,
            read_instant(it.try_get("last_at")?)?,
        ))
    })
    .transpose()
}

/// Stores how often `subject` failed.
///
/// # Errors
/// The database.
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

/// Forgets the failures of this subject.
///
/// # Errors
/// The database.
pub async fn forget_failures(conn: Conn<'_>, subject: &str) -> Result<(), Failure> {
    sqlx::query("DELETE FROM sign_in_failures WHERE subject = $1")
        .bind(subject.to_owned())
        .execute(conn)
        .await?;
    Ok(())
}
