//! Sessions and the refresh tokens they have spent.

use conoceles_shared::ids::{AccountId, SessionId};
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

row! {
    /// A session as stored.
    #[derive(Debug)]
    pub struct SessionRow from session_columns! {
        /// What access tokens name.
        pub id: SessionId = "id",
        /// Whose.
        pub account: AccountId = "account_id",
        /// When it was signed in.
        pub started: Instant = "created_at",
        /// Last refresh.
        pub used: Instant = "used_at",
        /// When it ends whatever happens.
        pub expires: Instant = "expires_at",
        /// When it was ended before that.
        pub ended: Option<Instant> = "ended_at",
        /// When the code of the second factor was given for it.
        pub verified: Option<Instant> = "verified_at",
    }
}

const BY_ID: &str = concat!(
    "SELECT ",
    session_columns!(),
    " FROM sessions WHERE id = $1"
);
const BY_REFRESH_TOKEN: &str = concat!(
    "SELECT ",
    session_columns!(),
    " FROM sessions WHERE refresh_hash = $1"
);
const OF_ACCOUNT: &str = concat!(
    "SELECT ",
    session_columns!(),
    " FROM sessions WHERE account_id = $1 AND ended_at IS NULL ORDER BY created_at DESC, id"
);

/// A session by id.
pub async fn session_by_id(conn: Conn<'_>, id: &SessionId) -> Result<Option<SessionRow>, Failure> {
    Ok(sqlx::query_as(BY_ID)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?)
}

/// Every session of an account that nobody ended, the latest first.
pub async fn sessions_of(conn: Conn<'_>, account: &AccountId) -> Result<Vec<SessionRow>, Failure> {
    Ok(sqlx::query_as(OF_ACCOUNT)
        .bind(account.to_string())
        .fetch_all(conn)
        .await?)
}

/// The session whose present refresh token has this hash.
pub async fn session_by_refresh_token(
    conn: Conn<'_>,
    hash: &str,
) -> Result<Option<SessionRow>, Failure> {
    Ok(sqlx::query_as(BY_REFRESH_TOKEN)
        .bind(hash.to_owned())
        .fetch_optional(conn)
        .await?)
}

/// Stores a new session; only its hash tells its refresh token.
pub async fn insert_session(
    conn: Conn<'_>,
    row: &SessionRow,
    refresh_hash: &str,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO sessions (id, account_id, refresh_hash, created_at, used_at, expires_at, \
         verified_at) VALUES ($1, $2, $3, $4, $4, $5, $6)",
    )
    .bind(row.id.to_string())
    .bind(row.account.to_string())
    .bind(refresh_hash.to_owned())
    .bind(store_instant(row.started))
    .bind(store_instant(row.expires))
    .bind(row.verified.map(store_instant))
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives a session its next refresh token.
pub async fn replace_refresh_token(
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
pub async fn session_that_spent(conn: Conn<'_>, hash: &str) -> Result<Option<SessionId>, Failure> {
    let found = sqlx::query_as("SELECT session_id FROM spent_refresh_tokens WHERE hash = $1")
        .bind(hash.to_owned())
        .fetch_optional(conn)
        .await?;
    Ok(found.map(|Only(session)| session))
}

/// Notes a refresh token as spent.
pub async fn spend_refresh_token(
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
pub async fn end_session(conn: Conn<'_>, id: &SessionId, now: Instant) -> Result<(), Failure> {
    sqlx::query("UPDATE sessions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL")
        .bind(id.to_string())
        .bind(store_instant(now))
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends every session of an account.
pub async fn end_all_sessions(
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
