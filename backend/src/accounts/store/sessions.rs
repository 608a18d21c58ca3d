//! Sessions and the refresh tokens they have spent.

use conoceles_shared::ids::{AccountId, SessionId};
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, read_instant, store_instant};
use crate::core::error::Failure;

/// A session as stored.
#[derive(Debug)]
pub struct SessionRow {
    /// Whose.
    pub account: AccountId,
    /// When it was signed in.
    pub started: Instant,
    /// Last refresh.
    pub used: Instant,
    /// Its absolute end.
    pub expires: Instant,
    /// Whether it was ended.
    pub ended: bool,
    /// Whether the code of the second factor was given in it.
    pub verified: bool,
}

fn session_row(row: &AnyRow) -> Result<(SessionId, SessionRow), Failure> {
    let bad = |_| Failure::internal("sessions: malformed id");
    let session = SessionRow {
        account: row
            .try_get::<String, _>("account_id")?
            .parse()
            .map_err(bad)?,
        started: read_instant(row.try_get("created_at")?)?,
        used: read_instant(row.try_get("used_at")?)?,
        expires: read_instant(row.try_get("expires_at")?)?,
        ended: row.try_get::<Option<String>, _>("ended_at")?.is_some(),
        verified: row.try_get::<Option<String>, _>("verified_at")?.is_some(),
    };
    Ok((
        row.try_get::<String, _>("id")?.parse().map_err(bad)?,
        session,
    ))
}

/// A session by id.
///
/// # Errors
/// The database.
pub async fn session(conn: Conn<'_>, id: &SessionId) -> Result<Option<SessionRow>, Failure> {
    let row = sqlx::query(
        "SELECT id, account_id, created_at, used_at, expires_at, ended_at, verified_at FROM sessions \
         WHERE id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(row
        .as_ref()
        .map(session_row)
        .transpose()?
        .map(|(_, session)| session))
}

/// Every session of an account that nobody ended, the latest first.
///
/// # Errors
/// The database.
pub async fn sessions_of(
    conn: Conn<'_>,
    account: &AccountId,
) -> Result<Vec<(SessionId, SessionRow)>, Failure> {
    let rows = sqlx::query(
        "SELECT id, account_id, created_at, used_at, expires_at, ended_at, verified_at FROM sessions \
         WHERE account_id = $1 AND ended_at IS NULL ORDER BY created_at DESC, id",
    )
    .bind(account.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(session_row).collect()
}

/// The session whose present refresh token has this hash.
///
/// # Errors
/// The database.
pub async fn session_by_refresh(
    conn: Conn<'_>,
    hash: &str,
) -> Result<Option<(SessionId, SessionRow)>, Failure> {
    let row = sqlx::query(
        "SELECT id, account_id, created_at, used_at, expires_at, ended_at, verified_at FROM sessions \
         WHERE refresh_hash = $1",
    )
    .bind(hash.to_owned())
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(session_row).transpose()
}

/// Stores a new session.
///
/// # Errors
/// The database.
pub async fn insert_session(
    conn: Conn<'_>,
    id: &SessionId,
    row: &SessionRow,
    refresh_hash: &str,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO sessions (id, account_id, refresh_hash, created_at, used_at, expires_at, \
         verified_at) VALUES ($1, $2, $3, $4, $4, $5, $6)",
    )
    .bind(id.to_string())
    .bind(row.account.to_string())
    .bind(refresh_hash.to_owned())
    .bind(store_instant(row.started))
    .bind(store_instant(row.expires))
    .bind(row.verified.then(|| store_instant(row.started)))
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives a session its next refresh token.
///
/// # Errors
/// The database.
pub async fn replace_refresh(
    conn: Conn<'_>,
    id: &SessionId,
    hash: &str,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query("UPDATE sessions SET refresh_hash = $2, used_at = $3 WHERE id = $1")
        .bind(id.to_string())
        .bind(hash.to_owned())
        .bind(store_instant(now))
        .execute(conn)
        .await?;
    Ok(())
}

/// The session that a spent refresh token belonged to.
///
/// # Errors
/// The database.
pub async fn spent(conn: Conn<'_>, hash: &str) -> Result<Option<SessionId>, Failure> {
    let row = sqlx::query("SELECT session_id FROM spent_refresh_tokens WHERE hash = $1")
        .bind(hash.to_owned())
        .fetch_optional(conn)
        .await?;
    row.map(|it| {
        it.try_get::<String, _>("session_id")?
            .parse()
            .map_err(|_| Failure::internal("spent_refresh_tokens: malformed id"))
    })
    .transpose()
}

/// Notes a refresh token as spent.
///
/// # Errors
/// The database.
pub async fn spend(
    conn: Conn<'_>,
    hash: &str,
    session: &SessionId,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO spent_refresh_tokens (hash, session_id, spent_at) VALUES ($1, $2, $3)",
    )
    .bind(hash.to_owned())
    .bind(session.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// The database.
pub async fn end_session(conn: Conn<'_>, id: &SessionId, now: Instant) -> Result<(), Failure> {
    sqlx::query("UPDATE sessions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL")
        .bind(id.to_string())
        .bind(store_instant(now))
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends every session of an account.
///
/// # Errors
/// The database.
pub async fn end_sessions(
    conn: Conn<'_>,
    account: &AccountId,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query("UPDATE sessions SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL")
        .bind(account.to_string())
        .bind(store_instant(now))
        .execute(conn)
        .await?;
    Ok(())
}
