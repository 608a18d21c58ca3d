//! Accounts, sessions and failed sign-ins in the database.

mod failures;
mod second_factors;
mod sessions;
mod sweep;

use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::OwnActor;
use conoceles_shared::ids::{AccountId, ActorId};
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, read_optional, store_instant};
use crate::core::error::Failure;

pub use failures::{failures, forget_failures, set_failures};
pub use second_factors::{
    Factor, RecoveryCode, accept_step, codes_left, confirm, factor, recovery_code, remove_factor,
    set_pending, spend_code,
};
pub use sessions::{
    SessionRow, end_session, end_sessions, insert_session, replace_refresh, session,
    session_by_refresh, sessions_of, spend, spent,
};
pub use sweep::sweep;

/// An account as stored.
#[derive(Debug, Clone)]
pub struct AccountRow {
    /// Its id.
    pub id: AccountId,
    /// User name.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Its role.
    pub role: Role,
    /// An operator's actor.
    pub actor: Option<ActorId>,
    /// Where it stands.
    pub state: AccountState,
    /// Hash of its password.
    pub password_hash: Option<String>,
    /// Whether that password is the one-time credential.
    pub one_time: bool,
    /// Until when the one-time credential can be used.
    pub one_time_expires: Option<Instant>,
    /// When it accepted the receipt: kept through a new credential and a suspension.
    pub receipt: Option<Instant>,
    /// Last sign-in.
    pub last_sign_in: Option<Instant>,
    /// When its second factor was set up. `second_factors` holds it; inserting does not write it.
    pub second_factor: Option<Instant>,
}

impl AccountRow {
    /// Whether its password may be tried at all.
    #[must_use]
    pub fn can_sign_in(&self, now: Instant) -> bool {
        let expired = self.one_time && self.one_time_expires.is_some_and(|it| it <= now);
        self.state != AccountState::Suspended && !expired
    }

    /// Where the account stands by the steps it has done, suspension aside. Staff has no receipt
    /// to accept.
    #[must_use]
    pub fn standing(&self) -> AccountState {
        if self.password_hash.is_none() {
            AccountState::Created
        } else if self.one_time {
            AccountState::Delivered
        } else if self.role == Role::Operator && self.receipt.is_none() {
            AccountState::Received
        } else {
            AccountState::Active
        }
    }
}

const ACCOUNT: &str = "SELECT id, login, name, role, actor_id, state, password_hash, one_time, \
     one_time_expires, receipt_at, last_sign_in, (SELECT since FROM second_factors \
     WHERE account_id = accounts.id) AS second_factor FROM accounts WHERE id = $1";
const ACCOUNT_BY_LOGIN: &str = "SELECT id, login, name, role, actor_id, state, password_hash, \
     one_time, one_time_expires, receipt_at, last_sign_in, (SELECT since FROM second_factors \
     WHERE account_id = accounts.id) AS second_factor FROM accounts WHERE login = $1";

/// Reads a row of `accounts`.
///
/// # Errors
/// A column holds something else.
pub fn account_row(row: &AnyRow) -> Result<AccountRow, Failure> {
    let bad = |_| Failure::internal("accounts: malformed id");
    Ok(AccountRow {
        id: row.try_get::<String, _>("id")?.parse().map_err(bad)?,
        login: row.try_get("login")?,
        name: row.try_get("name")?,
        role: row
            .try_get::<String, _>("role")?
            .parse()
            .map_err(|_| Failure::internal("accounts: role"))?,
        actor: row
            .try_get::<Option<String>, _>("actor_id")?
            .map(|it| it.parse().map_err(bad))
            .transpose()?,
        state: row
            .try_get::<String, _>("state")?
            .parse()
            .map_err(|_| Failure::internal("accounts: state"))?,
        password_hash: row.try_get("password_hash")?,
        one_time: row.try_get::<i64, _>("one_time")? != 0,
        one_time_expires: read_optional(row.try_get("one_time_expires")?)?,
        receipt: read_optional(row.try_get("receipt_at")?)?,
        last_sign_in: read_optional(row.try_get("last_sign_in")?)?,
        second_factor: read_optional(row.try_get("second_factor")?)?,
    })
}

/// An account by id.
///
/// # Errors
/// The database.
pub async fn account(conn: Conn<'_>, id: &AccountId) -> Result<Option<AccountRow>, Failure> {
    let row = sqlx::query(ACCOUNT)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(account_row).transpose()
}

/// An account by id, which must be there.
///
/// # Errors
/// 404 where it is not, or the database.
pub async fn existing(conn: Conn<'_>, id: &AccountId) -> Result<AccountRow, Failure> {
    account(conn, id).await?.ok_or_else(Failure::not_found)
}

/// An account by user name.
///
/// # Errors
/// The database.
pub async fn account_by_login(conn: Conn<'_>, login: &str) -> Result<Option<AccountRow>, Failure> {
    let row = sqlx::query(ACCOUNT_BY_LOGIN)
        .bind(login.to_owned())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(account_row).transpose()
}

/// Notes a sign-in.
///
/// # Errors
/// The database.
pub async fn signed_in(conn: Conn<'_>, id: &AccountId, now: Instant) -> Result<(), Failure> {
    sqlx::query("UPDATE accounts SET last_sign_in = $2 WHERE id = $1")
        .bind(id.to_string())
        .bind(store_instant(now))
        .execute(conn)
        .await?;
    Ok(())
}

/// Replaces the password by one of the owner's own.
///
/// # Errors
/// The database.
pub async fn set_password(
    conn: Conn<'_>,
    id: &AccountId,
    hash: &str,
    state: AccountState,
) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE accounts SET password_hash = $2, one_time = 0, one_time_expires = NULL, \
         state = $3 WHERE id = $1",
    )
    .bind(id.to_string())
    .bind(hash.to_owned())
    .bind(state.code().to_owned())
    .execute(conn)
    .await?;
    Ok(())
}

/// Changes where an account stands.
///
/// # Errors
/// The database.
pub async fn set_state(conn: Conn<'_>, id: &AccountId, state: AccountState) -> Result<(), Failure> {
    sqlx::query("UPDATE accounts SET state = $2 WHERE id = $1")
        .bind(id.to_string())
        .bind(state.code().to_owned())
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes that the account accepted its receipt: it is active.
///
/// # Errors
/// The database.
pub async fn accept_receipt(conn: Conn<'_>, id: &AccountId, at: Instant) -> Result<(), Failure> {
    sqlx::query("UPDATE accounts SET receipt_at = $2, state = $3 WHERE id = $1")
        .bind(id.to_string())
        .bind(store_instant(at))
        .bind(AccountState::Active.code().to_owned())
        .execute(conn)
        .await?;
    Ok(())
}

/// An operator's actor with its election.
///
/// # Errors
/// The database.
pub async fn own_actor(conn: Conn<'_>, id: &ActorId) -> Result<Option<OwnActor>, Failure> {
    let Some(actor) = crate::elections::actor(&mut *conn, id).await? else {
        return Ok(None);
    };
    let Some(election) = crate::elections::election(conn, &actor.election).await? else {
        return Ok(None);
    };
    Ok(Some(OwnActor {
        id: actor.id,
        name: actor.name,
        election: election.id,
        election_name: election.setup.name,
        drill: election.setup.drill,
    }))
}

#[cfg(test)]
#[path = "store_tests.rs"]
mod store_tests;
