//! Accounts, sessions and failed sign-ins in the database.
//!
//! [`insert_account`] is the one way to make an account: administration, the console and the demo
//! all go through it. It checks nothing but what the table does.

mod bare;
mod failures;
mod people;
mod represented;
mod second_factors;
mod sessions;

use chrono::Duration;
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::ids::{AccountId, ActorId, ElectionId, SessionId};
use conoceles_shared::lifecycle::Who;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;

use crate::core::bound::{bound_hash, hash_of};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;
use crate::core::secrets::Secrets;

pub use bare::bind_bare_passwords;
use failures::{FAILURES_KEPT_MINUTES, REFUSALS_KEPT_DAYS};
pub use failures::{
    add_failure, forget_failures_from, forget_failures_of, note_refusal, set_wait,
    take_back_failure, wait_of,
};
pub use people::{AdministratorRow, administrators, operators_of};
pub use represented::{
    RepresentedNameRow, add_represented, note_represented_receipt, one_represented,
    remove_represented, represented_by, represented_names, work_for,
};
pub use second_factors::{
    KeyStep, RecoveryCodeRow, SecondFactorRow, accept_key_step, confirm_key, recovery_code,
    recovery_codes_left, remove_second_factor, second_factor, set_pending_key, spend_recovery_code,
};
pub use sessions::{
    SessionRow, SpentToken, end_all_sessions, end_session, exchange_token, insert_session,
    note_proof, session_by_id, session_by_refresh_token, sessions_of, spent_token,
};

/// Sessions that ended or expired are kept this long, in days, for the list of one's own.
const ENDED_SESSIONS_DAYS: i64 = 30;

row! {
    /// An account as stored, with its second factor and its actor's name, which stand in tables of
    /// their own and are not inserted with it.
    #[derive(Debug, Clone)]
    pub struct AccountRow from account_columns! {
        /// Made by us, never typed.
        pub id: AccountId = "x.id",
        /// Grows by one with each edit.
        pub version: u32 = "x.version",
        /// The user name, in lower case.
        pub login: String = "x.login",
        /// The person's name.
        pub name: String = "x.name",
        /// What it may do; never changed.
        pub role: Role = "x.role",
        /// An operator's actor.
        pub actor: Option<ActorId> = "x.actor_id",
        /// The name of that actor.
        pub actor_name: Option<String> = "(SELECT a.name FROM actors a WHERE a.id = x.actor_id)",
        /// Which of the first steps it has done.
        pub state: AccountState = "x.state",
        /// In PHC form, behind what binds it to this account.
        pub password_hash: Option<String> = "x.password_hash",
        /// Since when its credentials are its owner's.
        pub credential_since: Option<Instant> = "x.credential_since",
        /// Whether that password is the one-time credential.
        pub one_time: bool = "x.one_time",
        /// Until when the one-time credential can be used.
        pub one_time_expires: Option<Instant> = "x.one_time_expires",
        /// When it accepted the receipt: kept through a new credential and a suspension.
        pub receipt: Option<Instant> = "x.receipt_at",
        /// When signing in was last finished.
        pub last_sign_in: Option<Instant> = "x.last_sign_in",
        /// When its second factor was set up.
        pub second_factor: Option<Instant> =
            "(SELECT f.since FROM second_factors f WHERE f.account_id = x.id)",
        /// What its known devices name; raised, all of them are strangers.
        pub device_epoch: i64 = "x.device_epoch",
        /// When a staff account began to work: a second administrator activated it.
        pub activated: Option<Instant> = "x.activated_at",
    }
}

impl AccountRow {
    /// Whether its password may be tried at all.
    #[must_use]
    pub fn can_sign_in(&self, now: Instant) -> bool {
        let expired = self.one_time && self.one_time_expires.is_some_and(|it| it <= now);
        self.state != AccountState::Suspended && !expired
    }

    /// Whether it waits for a second administrator. Operators need none: they reach their own
    /// actor's candidacies only.
    #[must_use]
    pub fn awaits_activation(&self) -> bool {
        self.role.is_staff() && self.activated.is_none()
    }

    /// The hash of its password; none where what is stored was stored for another account.
    #[must_use]
    pub fn own_hash(&self, secrets: &Secrets) -> Option<String> {
        let stored = self.password_hash.as_deref()?;
        hash_of(secrets, &self.id, self.credential_since, stored)
    }

    /// Its owner, acting in this session.
    #[must_use]
    pub const fn in_session<'a>(&'a self, session: &'a SessionId) -> Who<'a> {
        Who {
            account: &self.id,
            role: self.role,
            session: Some(session),
        }
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

const BY_ID: &str = concat!(
    "SELECT ",
    account_columns!(),
    " FROM accounts x WHERE x.id = $1"
);
const BY_LOGIN: &str = concat!(
    "SELECT ",
    account_columns!(),
    " FROM accounts x WHERE x.login = $1"
);
const ALL: &str = concat!(
    "SELECT ",
    account_columns!(),
    " FROM accounts x ORDER BY x.login"
);
const OF_ELECTION: &str = concat!(
    "SELECT ",
    account_columns!(),
    " FROM accounts x WHERE x.actor_id IN (SELECT id FROM actors WHERE election_id = $1) OR x.id IN \
     (SELECT w.account_id FROM represented_actors w JOIN actors a ON a.id = w.actor_id \
     WHERE a.election_id = $1 AND w.removed_at IS NULL) ORDER BY x.login"
);

/// An account by id.
pub async fn account_by_id(conn: Conn<'_>, id: &AccountId) -> Result<Option<AccountRow>, Failure> {
    Ok(sqlx::query_as(BY_ID)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?)
}

/// An account by id, which must be there.
///
/// # Errors
/// 404 where it is not.
pub async fn existing_account(conn: Conn<'_>, id: &AccountId) -> Result<AccountRow, Failure> {
    account_by_id(conn, id)
        .await?
        .ok_or_else(Failure::not_found)
}

/// An account by user name.
pub async fn account_by_login(conn: Conn<'_>, login: &str) -> Result<Option<AccountRow>, Failure> {
    Ok(sqlx::query_as(BY_LOGIN)
        .bind(login.to_owned())
        .fetch_optional(conn)
        .await?)
}

/// Every account by user name; with `election`, those of its actors' operators only.
pub async fn accounts_by_login(
    conn: Conn<'_>,
    election: Option<&ElectionId>,
) -> Result<Vec<AccountRow>, Failure> {
    let query = match election {
        Some(election) => sqlx::query_as(OF_ELECTION).bind(election.to_string()),
        None => sqlx::query_as(ALL),
    };
    Ok(query.fetch_all(conn).await?)
}

/// Stores a new account as `row` says, also where it stands. An operator in
/// [`AccountState::Active`] has a `receipt`; the one-time password has its end. The row has the bare
/// hash, which is bound to the account here.
///
/// # Errors
/// 409 `already_exists` where the login is taken.
pub async fn insert_account(
    conn: Conn<'_>,
    secrets: &Secrets,
    row: &AccountRow,
    now: Instant,
) -> Result<(), Failure> {
    let bare = row.password_hash.as_deref();
    let stored = bare.map(|it| bound_hash(secrets, &row.id, Some(now), it));
    sqlx::query(
        "INSERT INTO accounts (id, login, name, role, actor_id, state, password_hash, one_time, \
         one_time_expires, receipt_at, created_at, credential_since, last_sign_in, activated_at, \
         first_issued_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14)",
    )
    .bind(row.id.to_string())
    .bind(row.login.clone())
    .bind(row.name.clone())
    .bind(row.role.code().to_owned())
    .bind(row.actor.as_ref().map(ToString::to_string))
    .bind(row.state.code().to_owned())
    .bind(stored)
    .bind(i64::from(row.one_time))
    .bind(row.one_time_expires.map(store_instant))
    .bind(row.receipt.map(store_instant))
    .bind(store_instant(now))
    .bind(row.last_sign_in.map(store_instant))
    .bind(row.activated.map(store_instant))
    .bind(row.password_hash.as_ref().map(|_| store_instant(now)))
    .execute(conn)
    .await
    .map_err(|error| Failure::taken(error, "Ya hay una cuenta con ese usuario."))?;
    Ok(())
}

/// Notes that signing in was finished.
pub async fn note_sign_in(conn: Conn<'_>, id: &AccountId, now: Instant) -> Result<(), Failure> {
    sqlx::query("UPDATE accounts SET last_sign_in = $2 WHERE id = $1")
        .bind(id.to_string())
        .bind(store_instant(now))
        .execute(conn)
        .await?;
    Ok(())
}

/// Replaces the password by one of the owner's own.
pub async fn replace_password(
    conn: Conn<'_>,
    secrets: &Secrets,
    account: &AccountRow,
    hash: &str,
    state: AccountState,
) -> Result<(), Failure> {
    let stored = bound_hash(secrets, &account.id, account.credential_since, hash);
    sqlx::query(
        "UPDATE accounts SET password_hash = $2, one_time = 0, one_time_expires = NULL, \
         state = $3 WHERE id = $1",
    )
    .bind(account.id.to_string())
    .bind(stored)
    .bind(state.code().to_owned())
    .execute(conn)
    .await?;
    Ok(())
}

/// Replaces the password by a one-time one; what the account accepted before stays, and no device
/// is known any more.
pub async fn replace_by_one_time_password(
    conn: Conn<'_>,
    secrets: &Secrets,
    id: &AccountId,
    (hash, expires): (&str, Instant),
    now: Instant,
) -> Result<(), Failure> {
    let stored = bound_hash(secrets, id, Some(now), hash);
    sqlx::query(
        "UPDATE accounts SET password_hash = $2, one_time = 1, one_time_expires = $3, \
         state = $4, device_epoch = device_epoch + 1, credential_since = $5 WHERE id = $1",
    )
    .bind(id.to_string())
    .bind(stored)
    .bind(store_instant(expires))
    .bind(AccountState::Delivered.code().to_owned())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// Changes where an account stands.
pub async fn set_account_state(
    conn: Conn<'_>,
    id: &AccountId,
    state: AccountState,
) -> Result<(), Failure> {
    sqlx::query("UPDATE accounts SET state = $2 WHERE id = $1")
        .bind(id.to_string())
        .bind(state.code().to_owned())
        .execute(conn)
        .await?;
    Ok(())
}

/// Lets a staff account begin to work; whether it was waiting for it.
pub async fn activate_account(
    conn: Conn<'_>,
    id: &AccountId,
    now: Instant,
) -> Result<bool, Failure> {
    let done =
        sqlx::query("UPDATE accounts SET activated_at = $2 WHERE id = $1 AND activated_at IS NULL")
            .bind(id.to_string())
            .bind(store_instant(now))
            .execute(conn)
            .await?;
    Ok(done.rows_affected() > 0)
}

/// Notes that the account accepted its receipt: it is active.
pub async fn note_accepted(conn: Conn<'_>, id: &AccountId, at: Instant) -> Result<(), Failure> {
    sqlx::query("UPDATE accounts SET receipt_at = $2, state = $3 WHERE id = $1")
        .bind(id.to_string())
        .bind(store_instant(at))
        .bind(AccountState::Active.code().to_owned())
        .execute(conn)
        .await?;
    Ok(())
}

/// Removes old failures to sign in, old ended sessions, and with them their spent tokens: a token of
/// a session that is gone is refused as unknown.
pub async fn remove_outdated(conn: Conn<'_>, now: Instant) -> Result<(), Failure> {
    sqlx::query("DELETE FROM sign_in_failures WHERE last_at < $1")
        .bind(store_instant(
            now - Duration::minutes(FAILURES_KEPT_MINUTES),
        ))
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM refused_sign_ins WHERE last_at < $1")
        .bind(store_instant(now - Duration::days(REFUSALS_KEPT_DAYS)))
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

#[cfg(test)]
#[path = "store_tests.rs"]
mod store_tests;
