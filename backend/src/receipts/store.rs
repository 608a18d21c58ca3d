//! Receipts in the database: only inserted, and annulled.

use conoceles_shared::ids::{AccountId, ActorId, CandidacyId};
use conoceles_shared::receipt::{ReceiptCode, ReceiptKind};
use conoceles_shared::time::Instant;

use super::facts::ReceiptFacts;
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};
use crate::core::secrets::sha256_hex;

/// A receipt with the hash of its facts.
#[derive(Debug, Clone)]
pub struct StoredReceipt {
    /// What it says.
    pub facts: ReceiptFacts,
    /// SHA-256 of the text that they are stored as.
    pub sha256: String,
    /// When it was annulled.
    pub annulled: Option<Instant>,
}

row! {
    struct ReceiptRow from receipt_columns! {
        facts: String = "facts",
        sha256: String = "sha256",
        annulled: Option<Instant> = "annulled_at",
    }
}

const BY_CODE: &str = concat!(
    "SELECT ",
    receipt_columns!(),
    " FROM receipts WHERE code = $1"
);
const OF_CANDIDACY_BY_CODE: &str = concat!(
    "SELECT ",
    receipt_columns!(),
    " FROM receipts WHERE candidacy_id = $1 AND code = $2"
);
const OF_CANDIDACY: &str = concat!(
    "SELECT ",
    receipt_columns!(),
    " FROM receipts WHERE candidacy_id = $1 ORDER BY at DESC, code"
);
const STANDING_OF_ACTOR: &str = concat!(
    "SELECT ",
    receipt_columns!(),
    " FROM receipts WHERE actor_id = $1 AND kind = $2 AND annulled_at IS NULL ORDER BY at, code"
);
const CODE_OF_ACCOUNT: &str = "SELECT code FROM receipts \
    WHERE account_id = $1 AND kind = $2 AND actor_id = $3 AND annulled_at IS NULL ORDER BY at LIMIT 1";

/// What is read is what was issued: the text must have its hash.
impl TryFrom<ReceiptRow> for StoredReceipt {
    type Error = Failure;

    fn try_from(row: ReceiptRow) -> Result<Self, Failure> {
        if sha256_hex(row.facts.as_bytes()) != row.sha256 {
            return Err(Failure::internal(
                "receipts: the facts do not have their hash",
            ));
        }
        Ok(Self {
            facts: serde_json::from_str(&row.facts)?,
            sha256: row.sha256,
            annulled: row.annulled,
        })
    }
}

/// Stores a receipt; the hash of its facts.
///
/// # Errors
/// A code that exists is refused by its key.
pub async fn insert_receipt(conn: Conn<'_>, facts: &ReceiptFacts) -> Result<String, Failure> {
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

/// The receipt with this code, for anyone who has it.
///
/// # Errors
/// Facts that do not have their hash.
pub async fn by_code(conn: Conn<'_>, code: &ReceiptCode) -> Result<Option<StoredReceipt>, Failure> {
    let row: Option<ReceiptRow> = sqlx::query_as(BY_CODE)
        .bind(code.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(StoredReceipt::try_from).transpose()
}

/// The receipt of this candidacy with this code; another candidacy's is never read.
///
/// # Errors
/// Facts that do not have their hash.
pub async fn of_candidacy_by_code(
    conn: Conn<'_>,
    id: &CandidacyId,
    code: &ReceiptCode,
) -> Result<Option<StoredReceipt>, Failure> {
    let row: Option<ReceiptRow> = sqlx::query_as(OF_CANDIDACY_BY_CODE)
        .bind(id.to_string())
        .bind(code.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(StoredReceipt::try_from).transpose()
}

/// The receipts of a candidacy, the latest first.
///
/// # Errors
/// Facts that do not have their hash.
pub async fn of_candidacy(conn: Conn<'_>, id: &CandidacyId) -> Result<Vec<StoredReceipt>, Failure> {
    let rows: Vec<ReceiptRow> = sqlx::query_as(OF_CANDIDACY)
        .bind(id.to_string())
        .fetch_all(conn)
        .await?;
    rows.into_iter().map(StoredReceipt::try_from).collect()
}

/// The receipts of one kind that an actor has and that hold, the first before.
///
/// # Errors
/// Facts that do not have their hash.
pub async fn standing_of_actor(
    conn: Conn<'_>,
    id: &ActorId,
    kind: ReceiptKind,
) -> Result<Vec<StoredReceipt>, Failure> {
    let rows: Vec<ReceiptRow> = sqlx::query_as(STANDING_OF_ACTOR)
        .bind(id.to_string())
        .bind(kind.code().to_owned())
        .fetch_all(conn)
        .await?;
    rows.into_iter().map(StoredReceipt::try_from).collect()
}

/// Notes that a receipt holds no more; what it said stays.
pub async fn annul(conn: Conn<'_>, code: &ReceiptCode, at: Instant) -> Result<(), Failure> {
    sqlx::query("UPDATE receipts SET annulled_at = $2 WHERE code = $1 AND annulled_at IS NULL")
        .bind(code.to_string())
        .bind(store_instant(at))
        .execute(conn)
        .await?;
    Ok(())
}

/// The code of the receipt that an account got by accepting for this actor; none where it accepted before receipts
/// were stored.
pub async fn code_of_account(
    conn: Conn<'_>,
    (account, actor): (&AccountId, &ActorId),
) -> Result<Option<ReceiptCode>, Failure> {
    let code = sqlx::query_as(CODE_OF_ACCOUNT)
        .bind(account.to_string())
        .bind(ReceiptKind::Account.code().to_owned())
        .bind(actor.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(code.map(|Only(code)| code))
}
