//! The core's own statements: the audit, who is behind a session, and what an account is called.

pub mod audit;

use conoceles_shared::api::admin::AccountState;
use conoceles_shared::ids::{AccountId, ActorId, SessionId};
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;

use super::bound::hash_of;
use super::db::Conn;
use super::error::Failure;
use super::row::{Only, row};
use super::secrets::Secrets;

row! {
    /// A session with the account it belongs to.
    #[derive(Debug)]
    pub struct AccountInSession from session_columns! {
        /// Whose it is.
        pub account: AccountId = "a.id",
        /// The actor that an operator works for.
        pub actor: Option<ActorId> = "CASE WHEN s.actor_id IS NULL THEN a.actor_id ELSE w.actor_id END \
            AS works_for",
        /// What the account may do.
        pub role: Role = "a.role",
        /// How far the account has come, for that actor.
        pub state: AccountState = "CASE WHEN s.actor_id IS NULL OR a.state NOT IN ('received', 'active') \
            THEN a.state WHEN w.receipt_at IS NULL THEN 'received' ELSE 'active' END AS stands",
        /// The session's absolute end.
        pub expires: Instant = "s.expires_at",
        /// When it was ended before that.
        pub ended: Option<Instant> = "s.ended_at",
        /// When the code of the second factor was given in this session.
        pub verified: Option<Instant> = "s.verified_at",
        /// Since when the account has a second factor.
        pub second_factor_since: Option<Instant> = "f.since",
        /// When a second administrator activated it; operators need none.
        pub activated: Option<Instant> = "a.activated_at",
    }
}

const ACCOUNT_IN_SESSION: &str = concat!(
    "SELECT ",
    session_columns!(),
    " FROM sessions s JOIN accounts a ON a.id = s.account_id \
     LEFT JOIN second_factors f ON f.account_id = a.id \
     LEFT JOIN represented_actors w ON w.account_id = a.id AND w.actor_id = s.actor_id \
     AND w.removed_at IS NULL WHERE s.id = $1"
);

/// The account behind a session.
pub async fn account_in_session(
    conn: Conn<'_>,
    session: &SessionId,
) -> Result<Option<AccountInSession>, Failure> {
    Ok(sqlx::query_as(ACCOUNT_IN_SESSION)
        .bind(session.to_string())
        .fetch_optional(conn)
        .await?)
}

/// Holds an account's row until the transaction ends: what else changes the account waits for it.
pub async fn hold_account(conn: Conn<'_>, id: &AccountId) -> Result<(), Failure> {
    sqlx::query("UPDATE accounts SET state = state WHERE id = $1")
        .bind(id.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

row! {
    /// A password and since when it is its account's.
    #[derive(Debug)]
    struct CredentialRow from credential_columns! {
        since: Option<Instant> = "credential_since",
        stored: Option<String> = "password_hash",
    }
}

const CREDENTIAL: &str = concat!(
    "SELECT ",
    credential_columns!(),
    " FROM accounts WHERE id = $1"
);

/// Since when an account's credentials are its owner's present ones; `None` also where they do not fit
/// that date, because the row was changed in the database.
pub async fn credential_since(
    conn: Conn<'_>,
    secrets: &Secrets,
    id: &AccountId,
) -> Result<Option<Instant>, Failure> {
    let found: Option<CredentialRow> = sqlx::query_as(CREDENTIAL)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(found.and_then(|it| {
        let fits = hash_of(secrets, id, it.since, it.stored.as_deref()?).is_some();
        it.since.filter(|_| fits)
    }))
}

/// The name of an account's owner.
pub async fn account_name(conn: Conn<'_>, id: &AccountId) -> Result<Option<String>, Failure> {
    let name = sqlx::query_as("SELECT name FROM accounts WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(name.map(|Only(name)| name))
}

/// Whether the database carries this mark.
pub async fn is_marked(conn: Conn<'_>, name: &str) -> Result<bool, Failure> {
    let found: Option<Only<String>> = sqlx::query_as("SELECT value FROM marks WHERE name = $1")
        .bind(name.to_owned())
        .fetch_optional(conn)
        .await?;
    Ok(found.is_some())
}

/// Marks the database.
pub async fn set_mark(conn: Conn<'_>, name: &str) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO marks (name, value) VALUES ($1, 'done') ON CONFLICT (name) DO NOTHING",
    )
    .bind(name.to_owned())
    .execute(conn)
    .await?;
    Ok(())
}
