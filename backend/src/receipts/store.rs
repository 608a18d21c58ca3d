//! Receipts in the database: only inserted.

use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::receipt::{ReceiptCode, ReceiptKind};
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::facts::Facts;
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;

/// A receipt with the hash of its facts.
#[derive(Debug, Clone)]
pub struct Stored {
    /// The facts.
    pub facts: Facts,
    /// SHA-256 of their text.
    pub sha256: String,
}

/// Stores a receipt; the hash of its facts.
///
/// # Errors
/// The database; a code that exists is refused by its key.
pub async fn insert(conn: Conn<'_>, facts: &Facts) -> Result<String, Failure> {
    let text = serde_json::to_string(facts)?;
    let sha256 = sha256_hex(text.as_bytes());
    sqlx::query(
        "INSERT INTO receipts (code, kind, at, election_id, actor_id, candidacy_id, account_id, \
         facts, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(facts.code.to_string())
    .bind(facts.kind.code().to_owned())
    .bind(store_instant(facts.at))
    .bind(facts.election.id.to_string())
    .bind(facts.actor.id.to_string())
    .bind(facts.candidacy.as_ref().map(|it| it.id.to_string()))
    .bind(facts.account.as_ref().map(|it| it.id.to_string()))
    .bind(text)
    .bind(sha256.clone())
    .execute(conn)
    .await?;
    Ok(sha256)
}

/// The receipt with this code.
///
/// # Errors
/// The database, or facts that do not have their hash.
pub async fn by_code(conn: Conn<'_>, code: &ReceiptCode) -> Result<Option<Stored>, Failure> {
    let row = sqlx::query("SELECT facts, sha256 FROM receipts WHERE code = $1")
        .bind(code.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(stored).transpose()
}

/// The receipts of a candidacy, the latest first.
///
/// # Errors
/// The database, or facts that do not have their hash.
pub async fn of_candidacy(conn: Conn<'_>, id: &CandidacyId) -> Result<Vec<Stored>, Failure> {
    let rows = sqlx::query(
        "SELECT facts, sha256 FROM receipts WHERE candidacy_id = $1 ORDER BY at DESC, code",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(stored).collect()
}

/// The code of the receipt that an account got by accepting; none where it accepted before receipts
/// were stored.
///
/// # Errors
/// The database.
pub async fn code_of_account(
    conn: Conn<'_>,
    account: &AccountId,
) -> Result<Option<ReceiptCode>, Failure> {
    let row = sqlx::query(
        "SELECT code FROM receipts WHERE account_id = $1 AND kind = $2 ORDER BY at LIMIT 1",
    )
    .bind(account.to_string())
    .bind(ReceiptKind::Account.code().to_owned())
    .fetch_optional(conn)
    .await?;
    row.map(|it| {
        it.try_get::<String, _>("code")?
            .parse()
            .map_err(|_| Failure::internal("receipts: code"))
    })
    .transpose()
}

/// What is read is what was issued: the text must have its hash.
fn stored(row: &AnyRow) -> Result<Stored, Failure> {
    let text: String = row.try_get("facts")?;
    let sha256: String = row.try_get("sha256")?;
    if sha256_hex(text.as_bytes()) != sha256 {
        return Err(Failure::internal(
            "receipts: the facts do not have their hash",
        ));
    }
    Ok(Stored {
        facts: serde_json::from_str(&text)?,
        sha256,
    })
}
