//! Failed sign-ins in the database, and how many were refused of whom.

use chrono::Duration;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::Only;

/// Failures older than this are forgotten, in minutes.
pub const FAILURES_KEPT_MINUTES: i64 = 60;
/// Refusals are kept this long, in days.
pub const REFUSALS_KEPT_DAYS: i64 = 90;

/// Until when a subject waits.
pub async fn wait_of(conn: Conn<'_>, subject: &str) -> Result<Option<Instant>, Failure> {
    let found = sqlx::query_as("SELECT wait_until FROM sign_in_failures WHERE subject = $1")
        .bind(subject.to_owned())
        .fetch_optional(conn)
        .await?;
    Ok(found.and_then(|Only(until): Only<Option<Instant>>| until))
}

/// Counts one more failure, unless the subject waits: how many there are now. One statement, so
/// that of any number at once each sees the one before; what is too long ago is forgotten.
pub async fn add_failure(
    conn: Conn<'_>,
    subject: &str,
    now: Instant,
) -> Result<Option<i64>, Failure> {
    let forgotten = now - Duration::minutes(FAILURES_KEPT_MINUTES);
    let found = sqlx::query_as(
        "INSERT INTO sign_in_failures (subject, failures, last_at) VALUES ($1, 1, $2) \
         ON CONFLICT (subject) DO UPDATE SET failures = CASE \
         WHEN sign_in_failures.last_at < $3 THEN 1 ELSE sign_in_failures.failures + 1 END, \
         last_at = excluded.last_at \
         WHERE sign_in_failures.wait_until IS NULL OR sign_in_failures.wait_until <= $2 \
         RETURNING failures",
    )
    .bind(subject.to_owned())
    .bind(store_instant(now))
    .bind(store_instant(forgotten))
    .fetch_optional(conn)
    .await?;
    Ok(found.map(|Only(failures)| failures))
}

/// Sets until when a subject waits.
pub async fn set_wait(conn: Conn<'_>, subject: &str, until: Instant) -> Result<(), Failure> {
    sqlx::query("UPDATE sign_in_failures SET wait_until = $2 WHERE subject = $1")
        .bind(subject.to_owned())
        .bind(store_instant(until))
        .execute(conn)
        .await?;
    Ok(())
}

/// Takes one failure back, and the wait that it brought; a later one's wait stays.
pub async fn take_back_failure(
    conn: Conn<'_>,
    subject: &str,
    brought: Instant,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE sign_in_failures SET failures = failures - 1, wait_until = CASE \
         WHEN wait_until = $2 THEN $3 ELSE wait_until END WHERE subject = $1 AND failures > 0",
    )
    .bind(subject.to_owned())
    .bind(store_instant(brought))
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

/// Forgets the failures of every subject that begins with `prefix`.
pub async fn forget_failures_from(conn: Conn<'_>, prefix: &str) -> Result<(), Failure> {
    sqlx::query("DELETE FROM sign_in_failures WHERE substr(subject, 1, length($1)) = $1")
        .bind(prefix.to_owned())
        .execute(conn)
        .await?;
    Ok(())
}

/// Counts a refused sign-in in its hour. Both tags are keyed hashes.
pub async fn note_refusal(
    conn: Conn<'_>,
    name_tag: &str,
    address_tag: &str,
    now: Instant,
) -> Result<(), Failure> {
    let at = store_instant(now);
    let hour: String = at.chars().take("2026-01-01T00".len()).collect();
    sqlx::query(
        "INSERT INTO refused_sign_ins (hour, name_tag, address_tag, refusals, last_at) \
         VALUES ($1, $2, $3, 1, $4) ON CONFLICT (hour, name_tag, address_tag) DO UPDATE SET \
         refusals = refused_sign_ins.refusals + 1, last_at = excluded.last_at",
    )
    .bind(hour)
    .bind(name_tag.to_owned())
    .bind(address_tag.to_owned())
    .bind(at)
    .execute(conn)
    .await?;
    Ok(())
}
