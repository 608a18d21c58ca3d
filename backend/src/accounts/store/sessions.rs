//! Sessions and the refresh tokens they have spent.

use conoceles_shared::ids::{AccountId, ActorId, SessionId};
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;

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
        /// How many refresh tokens it had before the present one.
        pub generation: i64 = "generation",
        /// Whether its cookie outlives the browser: the computer is the person's own.
        pub own_computer: bool = "persistent",
        /// Browser and system, in words.
        pub device: Option<String> = "device",
        /// Which of several actors it works for, where somebody chose.
        pub actor: Option<ActorId> = "actor_id",
    }
}

row! {
    /// A refresh token that was exchanged.
    #[derive(Debug)]
    pub struct SpentToken from spent_columns! {
        /// Whose it was.
        pub session: SessionId = "session_id",
        /// When it was exchanged.
        pub at: Instant = "spent_at",
    }
}

const SPENT: &str = concat!(
    "SELECT ",
    spent_columns!(),
    " FROM spent_refresh_tokens WHERE hash = $1"
);

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
         verified_at, generation, persistent, device) VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9)",
    )
    .bind(row.id.to_string())
    .bind(row.account.to_string())
    .bind(refresh_hash.to_owned())
    .bind(store_instant(row.started))
    .bind(store_instant(row.expires))
    .bind(row.verified.map(store_instant))
    .bind(row.generation)
    .bind(i64::from(row.own_computer))
    .bind(row.device.clone())
    .execute(conn)
    .await?;
    Ok(())
}

/// Exchanges the present refresh token of a session for its next one: whether it was still the
/// present one. The old one is kept as spent.
pub async fn exchange_token(
    conn: Conn<'_>,
    id: &SessionId,
    old: &str,
    new: &str,
    now: Instant,
) -> Result<bool, Failure> {
    let done = sqlx::query(
        "UPDATE sessions SET refresh_hash = $3, generation = generation + 1, used_at = $4 \
         WHERE id = $1 AND refresh_hash = $2",
    )
    .bind(id.to_string())
    .bind(old.to_owned())
    .bind(new.to_owned())
    .bind(store_instant(now))
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(
        "INSERT INTO spent_refresh_tokens (hash, session_id, spent_at) VALUES ($1, $2, $3)",
    )
    .bind(old.to_owned())
    .bind(id.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(true)
}

/// A refresh token that was exchanged before.
pub async fn spent_token(conn: Conn<'_>, hash: &str) -> Result<Option<SpentToken>, Failure> {
    Ok(sqlx::query_as(SPENT)
        .bind(hash.to_owned())
        .fetch_optional(conn)
        .await?)
}

/// Notes that a code of the second factor was given in a session.
pub async fn note_proof(conn: Conn<'_>, id: &SessionId, now: Instant) -> Result<(), Failure> {
    sqlx::query("UPDATE sessions SET verified_at = $2 WHERE id = $1")
        .bind(id.to_string())
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
