//! What reviewers marked as handled, in the database. Each is read by its author alone.

use std::collections::BTreeMap;

use conoceles_shared::api::handled::{FoundOnDesk, HandledFinding};
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;
use crate::core::secrets::sha256_hex;

row! {
    struct HandledRow from handled_columns! {
        section: Section = "section",
        version: u32 = "version",
        found: FoundOnDesk = "found",
        note: Option<String> = "note",
        at: Instant = "at",
    }
}

const OF_ACCOUNT: &str = concat!(
    "SELECT ",
    handled_columns!(),
    " FROM handled_findings WHERE candidacy_id = $1 AND account_id = $2 ORDER BY at, found_sha256"
);

/// Which mark of whom.
#[derive(Debug, Clone, Copy)]
pub struct MarkPlace<'a> {
    /// On which candidacy.
    pub candidacy: &'a CandidacyId,
    /// Whose.
    pub account: &'a AccountId,
    /// On which section.
    pub section: Section,
    /// On which version of it.
    pub version: u32,
}

/// What `account` handled in a candidacy, by section and version.
pub async fn handled_by(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    account: &AccountId,
) -> Result<BTreeMap<(Section, u32), Vec<HandledFinding>>, Failure> {
    let rows: Vec<HandledRow> = sqlx::query_as(OF_ACCOUNT)
        .bind(candidacy.to_string())
        .bind(account.to_string())
        .fetch_all(conn)
        .await?;
    let mut found: BTreeMap<_, Vec<HandledFinding>> = BTreeMap::new();
    for row in rows {
        let of_version = found.entry((row.section, row.version)).or_default();
        of_version.push(HandledFinding {
            found: row.found,
            note: row.note,
            at: row.at,
        });
    }
    Ok(found)
}

/// Marks something as handled, in the place of an earlier mark on the same.
pub async fn save_mark(
    conn: Conn<'_>,
    place: MarkPlace<'_>,
    mark: &HandledFinding,
) -> Result<(), Failure> {
    let found = serde_json::to_string(&mark.found)?;
    sqlx::query(
        "INSERT INTO handled_findings (candidacy_id, account_id, section, version, found_sha256, \
         found, note, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (candidacy_id, account_id, section, version, found_sha256) DO UPDATE SET \
         note = excluded.note, at = excluded.at",
    )
    .bind(place.candidacy.to_string())
    .bind(place.account.to_string())
    .bind(place.section.code().to_owned())
    .bind(i64::from(place.version))
    .bind(sha256_hex(found.as_bytes()))
    .bind(found)
    .bind(mark.note.clone())
    .bind(store_instant(mark.at))
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes a mark back.
pub async fn remove_mark(
    conn: Conn<'_>,
    place: MarkPlace<'_>,
    found: &FoundOnDesk,
) -> Result<(), Failure> {
    let found = serde_json::to_string(found)?;
    sqlx::query(
        "DELETE FROM handled_findings WHERE candidacy_id = $1 AND account_id = $2 \
         AND section = $3 AND version = $4 AND found_sha256 = $5",
    )
    .bind(place.candidacy.to_string())
    .bind(place.account.to_string())
    .bind(place.section.code().to_owned())
    .bind(i64::from(place.version))
    .bind(sha256_hex(found.as_bytes()))
    .execute(conn)
    .await?;
    Ok(())
}
