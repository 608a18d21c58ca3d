//! Rules of elections and what was left as it is, in the database.

use std::collections::BTreeMap;

use conoceles_shared::ids::{AccountId, CandidacyId, ElectionId};
use conoceles_shared::language::{ElectionRules, Ignored};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use sqlx::Row as _;

use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;

/// What a second save on the same version is told.
const CONCURRENT: &str =
    "Otra persona cambió estas reglas al mismo tiempo. Vuelva a abrir la página.";

/// What an election changed in the built-in rules, and its version: 0 where it changed nothing.
///
/// # Errors
/// The database, or a damaged row.
pub async fn election_rules(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<(u32, ElectionRules), Failure> {
    let row = sqlx::query("SELECT version, rules FROM election_language WHERE election_id = $1")
        .bind(election.to_string())
        .fetch_optional(conn)
        .await?;
    let Some(row) = row else {
        return Ok((0, ElectionRules::default()));
    };
    let version = u32::try_from(row.try_get::<i64, _>("version")?)
        .map_err(|_| Failure::internal("election_language: version"))?;
    let rules = serde_json::from_str(&row.try_get::<String, _>("rules")?)?;
    Ok((version, rules))
}

/// Stores an election's rules as the version after `before`, by compare-and-swap.
///
/// # Errors
/// 409 where another request was first, or the database.
pub async fn save_election_rules(
    conn: Conn<'_>,
    election: &ElectionId,
    before: u32,
    rules: &ElectionRules,
    now: Instant,
) -> Result<(), Failure> {
    let text = if before == 0 {
        "INSERT INTO election_language (version, rules, updated_at, election_id) \
         VALUES ($1, $2, $3, $4)"
    } else {
        "UPDATE election_language SET version = $1, rules = $2, updated_at = $3 \
         WHERE election_id = $4 AND version = $1 - 1"
    };
    let done = sqlx::query(text)
        .bind(i64::from(before) + 1)
        .bind(serde_json::to_string(rules)?)
        .bind(store_instant(now))
        .bind(election.to_string())
        .execute(conn)
        .await
        .map_err(|error| Failure::taken(error, CONCURRENT))?;
    swapped(&done, CONCURRENT)
}

/// What was left as it is in a version of a section: on it, or on the last before it.
///
/// # Errors
/// The database, or a damaged row.
pub async fn ignored(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    section: Section,
    version: u32,
) -> Result<Vec<Ignored>, Failure> {
    let row = sqlx::query(
        "SELECT ignored FROM ignored_findings \
         WHERE candidacy_id = $1 AND section = $2 AND version <= $3 \
         ORDER BY version DESC LIMIT 1",
    )
    .bind(candidacy.to_string())
    .bind(section.code().to_owned())
    .bind(i64::from(version))
    .fetch_optional(conn)
    .await?;
    match row {
        Some(row) => Ok(serde_json::from_str(&row.try_get::<String, _>("ignored")?)?),
        None => Ok(Vec::new()),
    }
}

/// The same for every section of a candidacy, as it stands now.
///
/// # Errors
/// The database, or a damaged row.
pub async fn ignored_of(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<BTreeMap<Section, Vec<Ignored>>, Failure> {
    let rows = sqlx::query(
        "SELECT section, ignored FROM ignored_findings WHERE candidacy_id = $1 ORDER BY version",
    )
    .bind(candidacy.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let section = row
                .try_get::<String, _>("section")?
                .parse()
                .map_err(|_| Failure::internal("ignored_findings: section"))?;
            let ignored = serde_json::from_str(&row.try_get::<String, _>("ignored")?)?;
            Ok((section, ignored))
        })
        .collect()
}

/// What is left as it is in a version of a section, by whom.
#[derive(Debug)]
pub struct IgnoredRow<'a> {
    /// Of which candidacy.
    pub candidacy: &'a CandidacyId,
    /// Which section.
    pub section: Section,
    /// The version.
    pub version: u32,
    /// What is left as it is.
    pub ignored: &'a [Ignored],
    /// Through which account.
    pub account: &'a AccountId,
}

/// Stores what is left as it is in a version, in the place of what was stored for it.
///
/// # Errors
/// The database.
pub async fn save_ignored(
    conn: Conn<'_>,
    row: &IgnoredRow<'_>,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO ignored_findings (candidacy_id, section, version, ignored, account_id, at) \
         VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (candidacy_id, section, version) DO UPDATE SET \
         ignored = excluded.ignored, account_id = excluded.account_id, at = excluded.at",
    )
    .bind(row.candidacy.to_string())
    .bind(row.section.code().to_owned())
    .bind(i64::from(row.version))
    .bind(serde_json::to_string(row.ignored)?)
    .bind(row.account.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}
