//! The core's own statements: the audit, who is behind a session, and whether the database answers.

use conoceles_shared::ids::{AccountId, ActorId, AuditId, SessionId};
use conoceles_shared::time::Instant;
use sqlx::Row as _;

use super::audit::AuditEntry;
use super::db::{Conn, read_instant, store_instant};
use super::error::Failure;
use super::signed_in::Standing;

const INSERT: &str = "INSERT INTO audit (id, at, account_id, role, action, election_id, \
     candidacy_id, before_sha256, after_sha256, legal_basis, detail) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

/// Appends an audit entry.
///
/// # Errors
/// The database.
pub async fn insert_audit(
    conn: Conn<'_>,
    id: &AuditId,
    now: Instant,
    entry: &AuditEntry<'_>,
) -> Result<(), Failure> {
    sqlx::query(INSERT)
        .bind(id.as_str().to_owned())
        .bind(store_instant(now))
        .bind(entry.account.map(ToString::to_string))
        .bind(entry.role.map(|it| it.code().to_owned()))
        .bind(entry.action.to_owned())
        .bind(entry.election.map(ToString::to_string))
        .bind(entry.candidacy.map(ToString::to_string))
        .bind(entry.before.map(ToOwned::to_owned))
        .bind(entry.after.map(ToOwned::to_owned))
        .bind(entry.legal_basis.map(ToOwned::to_owned))
        .bind(entry.detail.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Asks for nothing, to see whether an answer comes.
///
/// # Errors
/// None comes.
pub async fn ping(conn: Conn<'_>) -> Result<(), Failure> {
    sqlx::query("SELECT 1").execute(conn).await?;
    Ok(())
}

/// A session with the account it belongs to.
#[derive(Debug)]
pub struct AccountInSession {
    /// Whose it is.
    pub account: AccountId,
    /// An operator's actor.
    pub actor: Option<ActorId>,
    /// Where account and session stand.
    pub standing: Standing,
    /// The session's absolute end.
    pub expires: Instant,
    /// Whether it was ended before.
    pub ended: bool,
}

/// The account behind a session.
///
/// # Errors
/// The database.
pub async fn account_in_session(
    conn: Conn<'_>,
    session: &SessionId,
) -> Result<Option<AccountInSession>, Failure> {
    let row = sqlx::query(
        "SELECT a.id, a.actor_id, a.role, a.state, s.expires_at, s.ended_at, s.verified_at, \
         f.since FROM sessions s JOIN accounts a ON a.id = s.account_id \
         LEFT JOIN second_factors f ON f.account_id = a.id WHERE s.id = $1",
    )
    .bind(session.to_string())
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let is_set = |name: &str| -> Result<bool, Failure> {
        Ok(row.try_get::<Option<String>, _>(name)?.is_some())
    };
    let damaged = |_| Failure::internal("accounts: malformed id");
    let actor: Option<String> = row.try_get("actor_id")?;
    Ok(Some(AccountInSession {
        account: row.try_get::<String, _>("id")?.parse().map_err(damaged)?,
        actor: actor.map(|it| it.parse().map_err(damaged)).transpose()?,
        standing: Standing {
            role: row
                .try_get::<String, _>("role")?
                .parse()
                .map_err(|_| Failure::internal("accounts: role"))?,
            state: row
                .try_get::<String, _>("state")?
                .parse()
                .map_err(|_| Failure::internal("accounts: state"))?,
            has_second_factor: is_set("since")?,
            verified: is_set("verified_at")?,
        },
        expires: read_instant(row.try_get("expires_at")?)?,
        ended: is_set("ended_at")?,
    }))
}

/// The name of an account's owner.
///
/// # Errors
/// The database.
pub async fn account_name(conn: Conn<'_>, id: &AccountId) -> Result<Option<String>, Failure> {
    let row = sqlx::query("SELECT name FROM accounts WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|it| Ok(it.try_get("name")?)).transpose()
}
