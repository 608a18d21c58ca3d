//! The sessions of an account that have not ended.

use conoceles_shared::ids::{AccountId, SessionId};
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, read_instant, store_instant};
use crate::core::error::Failure;

/// A session as its owner may see it.
#[derive(Debug, Clone)]
pub struct OpenSession {
    /// Its id.
    pub id: SessionId,
    /// When it was signed in.
    pub started: Instant,
    /// When it was last refreshed.
    pub used: Instant,
}

/// The sessions of `account` that were used since `oldest` and have not ended, the latest first.
///
/// # Errors
/// The database.
pub async fn open_sessions(
    conn: Conn<'_>,
    account: &AccountId,
    now: Instant,
    oldest: Instant,
) -> Result<Vec<OpenSession>, Failure> {
    let rows = sqlx::query(
        "SELECT id, created_at, used_at FROM sessions WHERE account_id = $1 \
         AND ended_at IS NULL AND expires_at > $2 AND used_at > $3 ORDER BY created_at DESC, id",
    )
    .bind(account.to_string())
    .bind(store_instant(now))
    .bind(store_instant(oldest))
    .fetch_all(conn)
    .await?;
    rows.iter().map(open_session).collect()
}

fn open_session(row: &AnyRow) -> Result<OpenSession, Failure> {
    let id: String = row.try_get("id")?;
    Ok(OpenSession {
        id: id
            .parse()
            .map_err(|_| Failure::internal("sessions: malformed id"))?,
        started: read_instant(row.try_get("created_at")?)?,
        used: read_instant(row.try_get("used_at")?)?,
    })
}
