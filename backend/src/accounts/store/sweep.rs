//! What of accounts nobody needs any more.

use chrono::Duration;
use conoceles_shared::time::Instant;

use super::super::throttle::MEMORY_MINUTES;
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;

/// Sessions that ended or expired are kept this long, in days, for the list of one's own.
const ENDED_SESSIONS_DAYS: i64 = 30;

/// Removes old failures to sign in, old ended sessions, and with them their spent tokens: a token of
/// a session that is gone is refused as unknown.
///
/// # Errors
/// The database.
pub async fn sweep(conn: Conn<'_>, now: Instant) -> Result<(), Failure> {
    sqlx::query("DELETE FROM sign_in_failures WHERE last_at < $1")
        .bind(store_instant(now - Duration::minutes(MEMORY_MINUTES)))
        .execute(&mut *conn)
        .await?;
    let gone = sqlx::query("DELETE FROM sessions WHERE expires_at < $1 OR ended_at < $1")
        .bind(store_instant(now - Duration::days(ENDED_SESSIONS_DAYS)))
        .execute(&mut *conn)
        .await?;
    if gone.rows_affected() > 0 {
        let orphans = "DELETE FROM spent_refresh_tokens \
                       WHERE session_id NOT IN (SELECT id FROM sessions)";
        sqlx::query(orphans).execute(conn).await?;
    }
    Ok(())
}
