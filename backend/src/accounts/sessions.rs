//! Sessions: the access token names a row that is checked at each request, so that ending one is
//! immediate; the refresh token rotates, and one that comes back a second time ends the session.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, SameSite};
use chrono::Duration;
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::Session;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::{AccountId, SessionId};
use conoceles_shared::notices::News;
use conoceles_shared::time::Instant;
use serde::Serialize;
use serde_json::Value;

use super::audit_own;
use super::own_actors::own_account_view;
use super::refresh_token::{is_token_of, refresh_token};
use super::store::{self, AccountRow, SessionRow};
use crate::core::config::Config;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::secrets::sha256_hex;
use crate::core::signed_in::{Standing, next_step};
use crate::core::state::App;
use crate::core::tokens;
use crate::notices;

/// Hours a session lives, whatever happens (ASVS 7.3.2).
const ABSOLUTE_HOURS: i64 = 12;
/// Minutes without a refresh after which it ends (ASVS 7.3.1).
const IDLE_MINUTES: i64 = 60;
/// Minutes within which the code of the second factor must be given.
const CODE_MINUTES: i64 = 15;
/// Seconds after an exchange in which the token before gets the same answer once more.
const ONCE_MORE_SECONDS: i64 = 20;
/// Sessions that an account can have open: nobody works at more computers.
const MOST_SESSIONS: usize = 10;
/// Sessions of an account that can wait for a code of the second factor: a password alone opens them.
const MOST_WAITING: usize = 3;

/// A session that goes on: what its owner is told of it, and the cookies that go with it.
pub struct LiveSession {
    /// Its id.
    pub id: SessionId,
    /// What is answered.
    pub body: Session,
    cookies: Vec<Cookie<'static>>,
}

impl LiveSession {
    /// Answers with the session and its cookies.
    pub fn answer(self) -> HttpResponse {
        self.answer_with(|session| session)
    }

    /// Answers with what `body` makes of the session, and its cookies.
    pub fn answer_with<T: Serialize>(self, body: impl FnOnce(Session) -> T) -> HttpResponse {
        let mut answer = HttpResponse::Ok();
        for cookie in self.cookies {
            answer.cookie(cookie);
        }
        answer.json(body(self.body))
    }

    /// The same, with the cookie by which this device is known from now on.
    pub fn on_known_device(mut self, cookie: Cookie<'static>) -> Self {
        self.cookies.push(cookie);
        self
    }
}

/// The computer that a session is opened at.
#[derive(Debug, Clone, Default)]
pub struct Computer {
    /// Browser and system, in words.
    pub device: Option<String>,
    /// Whether the person said that it is their own: the cookie then outlives the browser.
    pub own: bool,
}

impl Computer {
    /// The one that another session of the same person stands at.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn of_session(conn: Conn<'_>, session: &SessionId) -> Result<Self, Failure> {
        let found = store::session_by_id(conn, session).await?;
        Ok(found.map_or_else(Self::default, |it| Self {
            device: it.device,
            own: it.own_computer,
        }))
    }
}

/// Opens a session. `verified`: the code of the second factor was given; where it is still to come
/// the session is short. Beyond the most that an account may have, the oldest ends and its owner is
/// told; those that wait for a code have a most of their own, so that whoever knows the password alone
/// ends no other.
///
/// # Errors
/// Only without randomness.
pub async fn open_session(
    app: &App,
    conn: Conn<'_>,
    account: &AccountRow,
    computer: Computer,
    verified: bool,
    now: Instant,
) -> Result<LiveSession, Failure> {
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
        generation: 0,
        own_computer: computer.own,
        device: computer.device,
        actor: None,
    };
    let refresh_token = refresh_token(&app.secrets, &row, row.generation);
    end_oldest_beyond_most(&mut *conn, account, waits, now).await?;
    let hash = sha256_hex(refresh_token.as_bytes());
    store::insert_session(&mut *conn, &row, &hash).await?;
    live_session(app, conn, account, &row, refresh_token, now).await
}

/// Makes room for one more session, among those that wait for a code or among the others.
async fn end_oldest_beyond_most(
    conn: Conn<'_>,
    account: &AccountRow,
    waits: bool,
    now: Instant,
) -> Result<(), Failure> {
    let all = store::sessions_of(&mut *conn, &account.id).await?;
    let waiting = |it: &SessionRow| account.second_factor.is_some() && it.verified.is_none();
    let alike = all
        .iter()
        .filter(|it| is_open(it, now) && waiting(it) == waits);
    let most = if waits { MOST_WAITING } else { MOST_SESSIONS };
    let ended: Vec<_> = alike.skip(most - 1).collect();
    for session in &ended {
        store::end_session(&mut *conn, &session.id, now).await?;
    }
    if !ended.is_empty() && !waits {
        notices::tell_account(conn, &account.id, &News::OldestSessionEnded, now).await?;
    }
    Ok(())
}

/// Ends every session of an account and opens the one that goes on, at the same computer. Whoever
/// has a second factor gave its code before this could be reached.
///
/// # Errors
/// Only without randomness.
pub async fn restart_session(
    app: &App,
    conn: Conn<'_>,
    (account, session): (&AccountId, &SessionId),
    now: Instant,
) -> Result<LiveSession, Failure> {
    let computer = Computer::of_session(&mut *conn, session).await?;
    store::end_all_sessions(&mut *conn, account, now).await?;
    let account = store::existing_account(&mut *conn, account).await?;
    let verified = account.second_factor.is_some();
    open_session(app, conn, &account, computer, verified, now).await
}

/// Whether a session can still be refreshed: it was not ended, has not expired, and was used lately.
#[must_use]
pub fn is_open(row: &SessionRow, now: Instant) -> bool {
    let idle = row.used + Duration::minutes(IDLE_MINUTES);
    row.ended.is_none() && now < row.expires && now < idle
}

/// Exchanges a refresh token. `None`: unknown, ended, expired, or used before, in which case the
/// whole session ends. Just after its exchange the same answer is given once more: the first may
/// have been lost on the way, and two tabs ask at the same time.
///
/// # Errors
/// Only of the database.
pub async fn rotate_refresh_token(
    app: &App,
    refresh: &str,
    now: Instant,
) -> Result<Option<LiveSession>, Failure> {
    let hash = sha256_hex(refresh.as_bytes());
    let mut conn = app.db.read().await?;
    // Anyone may send any token: one that nobody was given costs two looks and no lock.
    let known = store::session_by_refresh_token(&mut conn, &hash)
        .await?
        .is_some()
        || store::spent_token(&mut conn, &hash).await?.is_some();
    drop(conn);
    if !known {
        return Ok(None);
    }
    let mut tx = app.db.write().await?;
    let rotated = match store::session_by_refresh_token(&mut tx, &hash).await? {
        Some(row) => exchanged(app, &mut tx, row, refresh, now).await?,
        None => None,
    };
    let rotated = match rotated {
        Some(live) => Some(live),
        None => after_exchange(app, &mut tx, refresh, now).await?,
    };
    tx.commit().await?;
    Ok(rotated)
}

/// The next token of a session. `None` where the session is over, or another request was first.
async fn exchanged(
    app: &App,
    conn: Conn<'_>,
    mut row: SessionRow,
    token: &str,
    now: Instant,
) -> Result<Option<LiveSession>, Failure> {
    if !is_token_of(&app.secrets, &row, row.generation, token) {
        return Ok(None);
    }
    let Some(account) = owner_of_open(&mut *conn, &row, now).await? else {
        return Ok(None);
    };
    let next = refresh_token(&app.secrets, &row, row.generation + 1);
    let (hash, next_hash) = (sha256_hex(token.as_bytes()), sha256_hex(next.as_bytes()));
    if !store::exchange_token(&mut *conn, &row.id, &hash, &next_hash, now).await? {
        return Ok(None);
    }
    row.used = now;
    let live = live_session(app, conn, &account, &row, next, now).await?;
    Ok(Some(live))
}

/// What a token that was exchanged before still gets: the same next one for a moment, then the end
/// of its session, because somebody kept a copy.
async fn after_exchange(
    app: &App,
    conn: Conn<'_>,
    token: &str,
    now: Instant,
) -> Result<Option<LiveSession>, Failure> {
    let hash = sha256_hex(token.as_bytes());
    let Some(spent) = store::spent_token(&mut *conn, &hash).await? else {
        return Ok(None);
    };
    let Some(row) = store::session_by_id(&mut *conn, &spent.session).await? else {
        return Ok(None);
    };
    let Some(account) = owner_of_open(&mut *conn, &row, now).await? else {
        return Ok(None);
    };
    let is_previous =
        spent.at == row.used && is_token_of(&app.secrets, &row, row.generation - 1, token);
    if is_previous && now - spent.at <= Duration::seconds(ONCE_MORE_SECONDS) {
        let token = refresh_token(&app.secrets, &row, row.generation);
        return Ok(Some(
            live_session(app, conn, &account, &row, token, now).await?,
        ));
    }
    tracing::warn!(session = %row.id, "a refresh token came back: session ended");
    store::end_session(&mut *conn, &row.id, now).await?;
    let action = AuditAction::RefreshTokenCameBack;
    audit_own(conn, account.in_session(&row.id), action, Value::Null, now).await?;
    Ok(None)
}

/// The account of a session that is open; nobody where it was suspended.
async fn owner_of_open(
    conn: Conn<'_>,
    row: &SessionRow,
    now: Instant,
) -> Result<Option<AccountRow>, Failure> {
    if !is_open(row, now) {
        return Ok(None);
    }
    let account = store::account_by_id(conn, &row.account).await?;
    Ok(account.filter(|it| it.state != AccountState::Suspended))
}

async fn live_session(
    app: &App,
    conn: Conn<'_>,
    account: &AccountRow,
    row: &SessionRow,
    refresh_token: String,
    now: Instant,
) -> Result<LiveSession, Failure> {
    Ok(LiveSession {
        id: row.id.clone(),
        body: session_view(app, conn, account, row, now).await?,
        cookies: vec![refresh_cookie(&app.config, refresh_token, row.own_computer)],
    })
}

async fn session_view(
    app: &App,
    conn: Conn<'_>,
    account: &AccountRow,
    row: &SessionRow,
    now: Instant,
) -> Result<Session, Failure> {
    let (access_token, access_expires) = tokens::issue(&app.secrets, &account.id, &row.id, now)?;
    let mine = own_account_view(&mut *conn, account, &row.id).await?;
    let standing = Standing {
        role: account.role,
        state: mine.state,
        has_second_factor: account.second_factor.is_some(),
        verified: row.verified.is_some(),
        awaits_activation: account.awaits_activation(),
    };
    Ok(Session {
        access_token,
        access_expires,
        idle_expires: now + Duration::minutes(IDLE_MINUTES),
        session_expires: row.expires,
        now,
        account: mine.me,
        next_step: next_step(app.config.second_factor, standing),
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

/// The refresh cookie: never readable by scripts, never sent from another site, and gone with the
/// browser unless the computer is the person's own.
#[must_use]
pub fn refresh_cookie(config: &Config, token: String, own_computer: bool) -> Cookie<'static> {
    let https = config.is_https();
    let cookie = Cookie::build(refresh_cookie_name(https), token)
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Strict);
    if own_computer {
        let hours = actix_web::cookie::time::Duration::hours(ABSOLUTE_HOURS);
        cookie.max_age(hours).finish()
    } else {
        cookie.finish()
    }
}
