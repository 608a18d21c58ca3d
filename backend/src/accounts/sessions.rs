//! Sessions: the access token names a row that is checked at each request, so that ending one is
//! immediate; the refresh token rotates, and one that comes back a second time ends the session.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, SameSite};
use chrono::Duration;
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::{Me, OwnActor, Session};
use conoceles_shared::ids::{AccountId, ActorId};
use conoceles_shared::time::Instant;
use serde::Serialize;

use super::store::{self, AccountRow, SessionRow};
use crate::core::config::Config;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::secrets::{sha256_hex, token};
use crate::core::signed_in::{Standing, next_step};
use crate::core::state::App;
use crate::core::tokens;
use crate::elections;

/// Hours a session lives, whatever happens (ASVS 7.3.2).
const ABSOLUTE_HOURS: i64 = 12;
/// Minutes without a refresh after which it ends (ASVS 7.3.1).
const IDLE_MINUTES: i64 = 60;
/// Minutes within which the code of the second factor must be given.
const CODE_MINUTES: i64 = 15;

/// A session that goes on: what its owner is told of it, and the refresh token that only its cookie
/// carries.
pub struct LiveSession {
    /// What is answered.
    pub body: Session,
    refresh_token: String,
}

impl LiveSession {
    /// Answers with the session and its cookie.
    pub fn answer(self, config: &Config) -> HttpResponse {
        self.answer_with(config, |session| session)
    }

    /// Answers with what `body` makes of the session, and its cookie.
    pub fn answer_with<T: Serialize>(
        self,
        config: &Config,
        body: impl FnOnce(Session) -> T,
    ) -> HttpResponse {
        HttpResponse::Ok()
            .cookie(refresh_cookie(config, self.refresh_token))
            .json(body(self.body))
    }
}

/// Opens a session. `verified`: the code of the second factor was given; where it is still to come
/// the session is short.
///
/// # Errors
/// Only without randomness.
pub async fn open_session(
    app: &App,
    conn: Conn<'_>,
    account: &AccountRow,
    verified: bool,
    now: Instant,
) -> Result<LiveSession, Failure> {
    let refresh_token = token()?;
    let waits = account.second_factor.is_some() && !verified;
    let row = SessionRow {
        id: new_id(now)?,
        account: account.id.clone(),
        started: now,
        used: now,
        expires: now
            + if waits {
                Duration::minutes(CODE_MINUTES)
            } else {
                Duration::hours(ABSOLUTE_HOURS)
            },
        ended: None,
        verified: verified.then_some(now),
    };
    let hash = sha256_hex(refresh_token.as_bytes());
    store::insert_session(&mut *conn, &row, &hash).await?;
    Ok(LiveSession {
        body: session_view(app, conn, account, &row, now).await?,
        refresh_token,
    })
}

/// Ends every session of an account and opens the one that goes on. Whoever has a second factor gave
/// its code before this could be reached.
///
/// # Errors
/// Only without randomness.
pub async fn restart_session(
    app: &App,
    conn: Conn<'_>,
    account: &AccountId,
    now: Instant,
) -> Result<LiveSession, Failure> {
    store::end_all_sessions(&mut *conn, account, now).await?;
    let account = store::existing_account(&mut *conn, account).await?;
    let verified = account.second_factor.is_some();
    open_session(app, conn, &account, verified, now).await
}

/// Whether a session can still be refreshed: it was not ended, has not expired, and was used lately.
#[must_use]
pub fn is_open(row: &SessionRow, now: Instant) -> bool {
    let idle = row.used + Duration::minutes(IDLE_MINUTES);
    row.ended.is_none() && now < row.expires && now < idle
}

/// Exchanges a refresh token. `None`: unknown, ended, expired, or used before, in which case the
/// whole session ends.
///
/// # Errors
/// Only without randomness.
pub async fn rotate_refresh_token(
    app: &App,
    conn: Conn<'_>,
    refresh: &str,
    now: Instant,
) -> Result<Option<LiveSession>, Failure> {
    let hash = sha256_hex(refresh.as_bytes());
    if let Some(session) = store::session_that_spent(&mut *conn, &hash).await? {
        tracing::warn!(%session, "a refresh token came back: session ended");
        store::end_session(conn, &session, now).await?;
        return Ok(None);
    }
    let found = store::session_by_refresh_token(&mut *conn, &hash).await?;
    let Some(row) = found.filter(|it| is_open(it, now)) else {
        return Ok(None);
    };
    let Some(account) = store::account_by_id(&mut *conn, &row.account).await? else {
        return Ok(None);
    };
    if account.state == AccountState::Suspended {
        return Ok(None);
    }
    let refresh_token = token()?;
    let next_hash = sha256_hex(refresh_token.as_bytes());
    store::spend_refresh_token(&mut *conn, &hash, &row.id, now).await?;
    store::replace_refresh_token(&mut *conn, &row.id, &next_hash, now).await?;
    Ok(Some(LiveSession {
        body: session_view(app, conn, &account, &row, now).await?,
        refresh_token,
    }))
}

async fn session_view(
    app: &App,
    conn: Conn<'_>,
    account: &AccountRow,
    row: &SessionRow,
    now: Instant,
) -> Result<Session, Failure> {
    let (access_token, access_expires) = tokens::issue(&app.secrets, &account.id, &row.id, now)?;
    let standing = Standing {
        role: account.role,
        state: account.state,
        has_second_factor: account.second_factor.is_some(),
        verified: row.verified.is_some(),
    };
    Ok(Session {
        access_token,
        access_expires,
        idle_expires: now + Duration::minutes(IDLE_MINUTES),
        session_expires: row.expires,
        now,
        account: own_account_view(conn, account).await?,
        next_step: next_step(app.config.second_factor, standing),
    })
}

/// The account as its owner sees it.
pub async fn own_account_view(conn: Conn<'_>, account: &AccountRow) -> Result<Me, Failure> {
    let actor = match &account.actor {
        Some(actor) => Some(own_actor(conn, actor).await?),
        None => None,
    };
    Ok(Me {
        id: account.id.clone(),
        name: account.name.clone(),
        role: account.role,
        actor,
    })
}

async fn own_actor(conn: Conn<'_>, id: &ActorId) -> Result<OwnActor, Failure> {
    let (actor, election) = elections::actor_with_election(conn, id).await?;
    Ok(OwnActor {
        id: actor.id,
        name: actor.name,
        election: election.id,
        election_name: election.setup.name,
        drill: election.setup.drill,
    })
}

/// The name of the refresh cookie: `__Host-` over https, plain on a loopback address.
#[must_use]
pub const fn refresh_cookie_name(https: bool) -> &'static str {
    if https {
        "__Host-conoceles"
    } else {
        "conoceles"
    }
}

/// The refresh cookie: never readable by scripts, never sent from another site.
#[must_use]
pub fn refresh_cookie(config: &Config, token: String) -> Cookie<'static> {
    let https = config.is_https();
    Cookie::build(refresh_cookie_name(https), token)
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Strict)
        .max_age(actix_web::cookie::time::Duration::hours(ABSOLUTE_HOURS))
        .finish()
}
