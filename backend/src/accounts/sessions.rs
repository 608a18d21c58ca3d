//! Sessions: the access token names a row that is checked at each request, so that ending one is
//! immediate; the refresh token rotates, and one that comes back a second time ends the session.

use actix_web::cookie::{Cookie, SameSite};
use chrono::Duration;
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::{Me, NextStep, Session};
use conoceles_shared::ids::{AccountId, SessionId};
use conoceles_shared::time::Instant;

use super::store::{self, AccountRow, SessionRow};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::secrets::{sha256_hex, token};
use crate::core::signed_in::{self, Standing};
use crate::core::state::App;
use crate::core::tokens;

/// Hours a session lives, whatever happens (ASVS 7.3.2).
pub const ABSOLUTE_HOURS: i64 = 12;
/// Minutes without a refresh after which it ends (ASVS 7.3.1).
pub const IDLE_MINUTES: i64 = 60;
/// Minutes within which the code of the second factor must be given.
pub const CODE_MINUTES: i64 = 15;

/// Opens a session: the answer's body and the refresh token for the cookie. `verified`: the code of
/// the second factor was given; where it is still to come the session is short.
///
/// # Errors
/// The database, or no randomness.
pub async fn open(
    app: &App,
    conn: Conn<'_>,
    account: &AccountRow,
    verified: bool,
    now: Instant,
) -> Result<(Session, String), Failure> {
    let id: SessionId = new_id(now)?;
    let refresh = token()?;
    let waits = account.second_factor.is_some() && !verified;
    let row = SessionRow {
        account: account.id.clone(),
        started: now,
        used: now,
        expires: now
            + if waits {
                Duration::minutes(CODE_MINUTES)
            } else {
                Duration::hours(ABSOLUTE_HOURS)
            },
        ended: false,
        verified,
    };
    let hash = sha256_hex(refresh.as_bytes());
    store::insert_session(&mut *conn, &id, &row, &hash).await?;
    Ok((view(app, conn, account, (&id, &row), now).await?, refresh))
}

/// Ends every session of an account and opens the one that goes on. Whoever has a second factor gave
/// its code before this could be reached.
///
/// # Errors
/// The database, or no randomness.
pub async fn anew(
    app: &App,
    conn: Conn<'_>,
    account: &AccountId,
    now: Instant,
) -> Result<(Session, String), Failure> {
    store::end_sessions(&mut *conn, account, now).await?;
    let account = store::existing(&mut *conn, account).await?;
    let verified = account.second_factor.is_some();
    open(app, conn, &account, verified, now).await
}

/// Whether a session can still be refreshed: it was not ended, has not expired, and was used lately.
#[must_use]
pub fn is_open(row: &SessionRow, now: Instant) -> bool {
    let idle = row.used + Duration::minutes(IDLE_MINUTES);
    !row.ended && now < row.expires && now < idle
}

/// Exchanges a refresh token. `None`: unknown, ended, expired, or used before, in which case the
/// whole session ends.
///
/// # Errors
/// The database, or no randomness.
pub async fn rotate(
    app: &App,
    conn: Conn<'_>,
    refresh: &str,
    now: Instant,
) -> Result<Option<(Session, String)>, Failure> {
    let hash = sha256_hex(refresh.as_bytes());
    if let Some(session) = store::spent(&mut *conn, &hash).await? {
        tracing::warn!(%session, "a refresh token came back: session ended");
        store::end_session(conn, &session, now).await?;
        return Ok(None);
    }
    let Some((id, row)) = store::session_by_refresh(&mut *conn, &hash).await? else {
        return Ok(None);
    };
    if !is_open(&row, now) {
        return Ok(None);
    }
    let Some(account) = store::account(&mut *conn, &row.account).await? else {
        return Ok(None);
    };
    if account.state == AccountState::Suspended {
        return Ok(None);
    }
    let next = token()?;
    store::spend(&mut *conn, &hash, &id, now).await?;
    store::replace_refresh(&mut *conn, &id, &sha256_hex(next.as_bytes()), now).await?;
    let view = view(app, conn, &account, (&id, &row), now).await?;
    Ok(Some((view, next)))
}

/// A session as its owner sees it.
///
/// # Errors
/// The database.
pub async fn view(
    app: &App,
    conn: Conn<'_>,
    account: &AccountRow,
    (id, row): (&SessionId, &SessionRow),
    now: Instant,
) -> Result<Session, Failure> {
    let (access_token, access_expires) = tokens::issue(&app.secrets, &account.id, id, now)?;
    Ok(Session {
        access_token,
        access_expires,
        idle_expires: now + Duration::minutes(IDLE_MINUTES),
        session_expires: row.expires,
        now,
        account: me(conn, account).await?,
        next_step: next_step(app, account, row.verified),
    })
}

/// The account as its owner sees it.
///
/// # Errors
/// The database.
pub async fn me(conn: Conn<'_>, account: &AccountRow) -> Result<Me, Failure> {
    let actor = match &account.actor {
        Some(actor) => store::own_actor(conn, actor).await?,
        None => None,
    };
    Ok(Me {
        id: account.id.clone(),
        name: account.name.clone(),
        role: account.role,
        actor,
    })
}

/// What the account must do next in a session where the code was given, or was not.
#[must_use]
pub fn next_step(app: &App, account: &AccountRow, verified: bool) -> NextStep {
    let standing = Standing {
        role: account.role,
        state: account.state,
        has_second_factor: account.second_factor.is_some(),
        verified,
    };
    signed_in::next_step(app.config.second_factor, standing)
}

/// The name of the refresh cookie: `__Host-` over https, plain on a loopback address.
#[must_use]
pub const fn cookie_name(https: bool) -> &'static str {
    if https {
        "__Host-conoceles"
    } else {
        "conoceles"
    }
}

/// The refresh cookie: never readable by scripts, never sent from another site.
#[must_use]
pub fn cookie(app: &App, refresh: String) -> Cookie<'static> {
    let https = app.config.is_https();
    Cookie::build(cookie_name(https), refresh)
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Strict)
        .max_age(actix_web::cookie::time::Duration::hours(ABSOLUTE_HOURS))
        .finish()
}
