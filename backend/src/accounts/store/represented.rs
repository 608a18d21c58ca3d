//! Whom an account captures for beside its own actor: one representative of several has one account.

use conoceles_shared::ids::{AccountId, ActorId, ElectionId, SessionId};
use conoceles_shared::problem::Code;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    /// One more actor of an account.
    #[derive(Debug, Clone)]
    pub struct RepresentedRow from represented_columns! {
        /// For whom.
        pub actor: ActorId = "w.actor_id",
        /// When its receipt was accepted.
        pub receipt: Option<Instant> = "w.receipt_at",
    }
}

const REPRESENTED_BY: &str = concat!(
    "SELECT ",
    represented_columns!(),
    " FROM represented_actors w WHERE w.account_id = $1 AND w.removed_at IS NULL ORDER BY w.added_at, w.actor_id"
);

/// The actors that an account captures for beside its own, the first added first.
pub async fn represented_by(
    conn: Conn<'_>,
    account: &AccountId,
) -> Result<Vec<RepresentedRow>, Failure> {
    Ok(sqlx::query_as(REPRESENTED_BY)
        .bind(account.to_string())
        .fetch_all(conn)
        .await?)
}

row! {
    /// One more actor of an account, by its name.
    #[derive(Debug, Clone)]
    pub struct RepresentedNameRow from represented_name_columns! {
        /// Who captures.
        pub account: AccountId = "w.account_id",
        /// For whom.
        pub actor: ActorId = "w.actor_id",
        /// What it is called.
        pub name: String = "a.name",
        /// In which election.
        pub election: ElectionId = "a.election_id",
        /// When its receipt was accepted.
        pub receipt: Option<Instant> = "w.receipt_at",
    }
}

const REPRESENTED_NAMES: &str = concat!(
    "SELECT ",
    represented_name_columns!(),
    " FROM represented_actors w JOIN actors a ON a.id = w.actor_id WHERE w.removed_at IS NULL \
     AND ($1 = '' OR w.account_id = $1) ORDER BY w.account_id, w.added_at, w.actor_id"
);

/// Whom accounts capture for beside their own actors, the first added first; only of `account`, where one is
/// asked for.
pub async fn represented_names(
    conn: Conn<'_>,
    account: Option<&AccountId>,
) -> Result<Vec<RepresentedNameRow>, Failure> {
    Ok(sqlx::query_as(REPRESENTED_NAMES)
        .bind(account.map(ToString::to_string).unwrap_or_default())
        .fetch_all(conn)
        .await?)
}

/// One of them.
///
/// # Errors
/// 404 where the account does not capture for this actor beside its own.
pub async fn one_represented(
    conn: Conn<'_>,
    account: &AccountId,
    actor: &ActorId,
) -> Result<RepresentedRow, Failure> {
    let all = represented_by(conn, account).await?;
    let found = all.into_iter().find(|it| it.actor == *actor);
    found.ok_or_else(Failure::not_found)
}

/// Lets an account capture for another actor; where it did before, the receipt that it accepted stands.
///
/// # Errors
/// 409 `already_exists` where it does already.
pub async fn add_represented(
    conn: Conn<'_>,
    account: &AccountId,
    actor: &ActorId,
    now: Instant,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "INSERT INTO represented_actors (account_id, actor_id, added_at) VALUES ($1, $2, $3) \
         ON CONFLICT (account_id, actor_id) DO UPDATE SET removed_at = NULL \
         WHERE represented_actors.removed_at IS NOT NULL",
    )
    .bind(account.to_string())
    .bind(actor.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Failure::new(
            Code::AlreadyExists,
            "La cuenta ya captura para ese actor político.",
        ));
    }
    Ok(())
}

/// Takes it back; sessions that worked for that actor work for the account's own from then on. The receipt
/// stays the one that it is.
///
/// # Errors
/// 404 where the account does not capture for this actor beside its own.
pub async fn remove_represented(
    conn: Conn<'_>,
    account: &AccountId,
    actor: &ActorId,
    now: Instant,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE represented_actors SET removed_at = $3 \
         WHERE account_id = $1 AND actor_id = $2 AND removed_at IS NULL",
    )
    .bind(account.to_string())
    .bind(actor.to_string())
    .bind(store_instant(now))
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Failure::not_found());
    }
    sqlx::query("UPDATE sessions SET actor_id = NULL WHERE account_id = $1 AND actor_id = $2")
        .bind(account.to_string())
        .bind(actor.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes for whom a session works from now on; `None` is the account's own actor.
pub async fn work_for(
    conn: Conn<'_>,
    session: &SessionId,
    actor: Option<&ActorId>,
) -> Result<(), Failure> {
    sqlx::query("UPDATE sessions SET actor_id = $2 WHERE id = $1")
        .bind(session.to_string())
        .bind(actor.map(ToString::to_string))
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes that the receipt of one more actor was accepted.
///
/// # Errors
/// 404 where the account no longer captures for it.
pub async fn note_represented_receipt(
    conn: Conn<'_>,
    account: &AccountId,
    actor: &ActorId,
    at: Instant,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE represented_actors SET receipt_at = $3 \
         WHERE account_id = $1 AND actor_id = $2 AND removed_at IS NULL",
    )
    .bind(account.to_string())
    .bind(actor.to_string())
    .bind(store_instant(at))
    .execute(conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Failure::not_found());
    }
    Ok(())
}
