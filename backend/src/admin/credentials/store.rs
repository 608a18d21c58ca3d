//! Credentials and their deliveries in the database.

use conoceles_shared::api::admin::{AccountState, Delivery, DeliveryAttempt, DeliveryWay};
use conoceles_shared::ids::{AccountId, DeliveryId};
use conoceles_shared::time::Instant;

use crate::accounts::OneTimeCredential;
use crate::core::bound::bound_hash;
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};
use crate::core::secrets::Secrets;

/// Every user name.
pub async fn all_logins(conn: Conn<'_>) -> Result<Vec<String>, Failure> {
    let all = sqlx::query_as("SELECT login FROM accounts")
        .fetch_all(conn)
        .await?;
    Ok(all.into_iter().map(|Only(login)| login).collect())
}

/// Gives an account that was never used its one-time password, in the place of any that it had. When the
/// first of them was issued stays.
pub async fn issue_first_credential(
    conn: Conn<'_>,
    secrets: &Secrets,
    id: &AccountId,
    code: &OneTimeCredential,
    now: Instant,
) -> Result<(), Failure> {
    let stored = bound_hash(secrets, id, Some(now), &code.hash);
    sqlx::query(
        "UPDATE accounts SET password_hash = $2, one_time = 1, one_time_expires = $3, state = $4, \
         credential_since = $5, first_issued_at = COALESCE(first_issued_at, $5) WHERE id = $1",
    )
    .bind(id.to_string())
    .bind(stored)
    .bind(store_instant(code.expires))
    .bind(AccountState::Delivered.code().to_owned())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

row! {
    /// An attempt as stored.
    struct DeliveryRow from delivery_columns! {
        id: DeliveryId = "d.id",
        way: DeliveryWay = "d.way",
        at: Instant = "d.attempted_at",
        reached: bool = "d.reached",
        note: String = "d.note",
        by: Option<String> = "(SELECT a.name FROM accounts a WHERE a.id = d.noted_by)",
        noted_at: Instant = "d.noted_at",
    }
}

impl From<DeliveryRow> for Delivery {
    fn from(row: DeliveryRow) -> Self {
        Self {
            id: row.id,
            attempt: DeliveryAttempt {
                way: row.way,
                at: row.at,
                reached: row.reached,
                note: row.note,
            },
            by: row.by.unwrap_or_default(),
            noted_at: row.noted_at,
        }
    }
}

const OF_ACCOUNT: &str = concat!(
    "SELECT ",
    delivery_columns!(),
    " FROM credential_deliveries d WHERE d.account_id = $1 ORDER BY d.id DESC LIMIT 100"
);

/// The attempts to deliver an account's sheets, the latest first.
pub async fn deliveries_of(conn: Conn<'_>, account: &AccountId) -> Result<Vec<Delivery>, Failure> {
    let rows: Vec<DeliveryRow> = sqlx::query_as(OF_ACCOUNT)
        .bind(account.to_string())
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(Delivery::from).collect())
}

/// Stores an attempt: which, of whose sheet, and who recorded it.
pub async fn insert_delivery(
    conn: Conn<'_>,
    (id, account, by): (&DeliveryId, &AccountId, &AccountId),
    attempt: &DeliveryAttempt,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO credential_deliveries (id, account_id, way, attempted_at, reached, note, \
         noted_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id.to_string())
    .bind(account.to_string())
    .bind(attempt.way.code().to_owned())
    .bind(store_instant(attempt.at))
    .bind(i64::from(attempt.reached))
    .bind(attempt.note.clone())
    .bind(by.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}
