//! Accounts in the database, as administration makes, lists and renews them. Signing in and what
//! the owner does is in `accounts/store.rs`.

use conoceles_shared::api::admin::AccountState;
use conoceles_shared::ids::{AccountId, ElectionId};
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::accounts::store::{AccountRow, account_row};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;

/// An account with its actor's name.
#[derive(Debug)]
pub struct ListedAccount {
    /// The account.
    pub account: AccountRow,
    /// The name of an operator's actor.
    pub actor_name: Option<String>,
}

const LIST: &str = "SELECT x.id, x.login, x.name, x.role, x.actor_id, x.state, x.password_hash, \
     x.one_time, x.one_time_expires, x.receipt_at, x.last_sign_in, f.since AS second_factor, a.name AS actor_name \
     FROM accounts x LEFT JOIN actors a ON a.id = x.actor_id \
     LEFT JOIN second_factors f ON f.account_id = x.id ORDER BY x.login";
const LIST_OF_ELECTION: &str = "SELECT x.id, x.login, x.name, x.role, x.actor_id, x.state, \
     x.password_hash, x.one_time, x.one_time_expires, x.receipt_at, x.last_sign_in, \
     f.since AS second_factor, a.name AS actor_name FROM accounts x JOIN actors a ON a.id = x.actor_id \
     LEFT JOIN second_factors f ON f.account_id = x.id WHERE a.election_id = $1 ORDER BY x.login";
const ONE: &str = "SELECT x.id, x.login, x.name, x.role, x.actor_id, x.state, x.password_hash, \
     x.one_time, x.one_time_expires, x.receipt_at, x.last_sign_in, f.since AS second_factor, a.name AS actor_name \
     FROM accounts x LEFT JOIN actors a ON a.id = x.actor_id \
     LEFT JOIN second_factors f ON f.account_id = x.id WHERE x.id = $1";

fn listed(row: &AnyRow) -> Result<ListedAccount, Failure> {
    Ok(ListedAccount {
        account: account_row(row)?,
        actor_name: row.try_get("actor_name")?,
    })
}

/// Every account by user name; with `election`, those of its actors' operators only.
///
/// # Errors
/// The database.
pub async fn listed_accounts(
    conn: Conn<'_>,
    election: Option<&ElectionId>,
) -> Result<Vec<ListedAccount>, Failure> {
    let query = match election {
        Some(election) => sqlx::query(LIST_OF_ELECTION).bind(election.to_string()),
        None => sqlx::query(LIST),
    };
    query.fetch_all(conn).await?.iter().map(listed).collect()
}

/// An account with its actor's name.
///
/// # Errors
/// The database.
pub async fn listed_account(
    conn: Conn<'_>,
    id: &AccountId,
) -> Result<Option<ListedAccount>, Failure> {
    let row = sqlx::query(ONE)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(listed).transpose()
}

/// Stores a new account as `row` says, also where it stands. An operator in
/// [`AccountState::Active`] has a `receipt`; the one-time password has its end.
///
/// # Errors
/// 409 `already_exists` where the login is taken, or the database.
pub async fn insert_account(conn: Conn<'_>, row: &AccountRow, now: Instant) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO accounts (id, login, name, role, actor_id, state, password_hash, one_time, \
         one_time_expires, receipt_at, created_at, last_sign_in) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(row.id.to_string())
    .bind(row.login.clone())
    .bind(row.name.clone())
    .bind(row.role.code().to_owned())
    .bind(row.actor.as_ref().map(ToString::to_string))
    .bind(row.state.code().to_owned())
    .bind(row.password_hash.clone())
    .bind(i64::from(row.one_time))
    .bind(row.one_time_expires.map(store_instant))
    .bind(row.receipt.map(store_instant))
    .bind(store_instant(now))
    .bind(row.last_sign_in.map(store_instant))
    .execute(conn)
    .await
    .map_err(|error| Failure::taken(error, "Ya hay una cuenta con ese usuario."))?;
    Ok(())
}

/// Replaces the password by a one-time one; what the account accepted before stays.
///
/// # Errors
/// The database.
pub async fn set_one_time(
    conn: Conn<'_>,
    id: &AccountId,
    hash: &str,
    expires: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE accounts SET password_hash = $2, one_time = 1, one_time_expires = $3, \
         state = $4 WHERE id = $1",
    )
    .bind(id.to_string())
    .bind(hash.to_owned())
    .bind(store_instant(expires))
    .bind(AccountState::Delivered.code().to_owned())
    .execute(conn)
    .await?;
    Ok(())
}
