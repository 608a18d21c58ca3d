//! Rules of elections and what was left as it is, in the database.

use std::collections::BTreeMap;

use conoceles_shared::ids::{AccountId, CandidacyId, ElectionId};
use conoceles_shared::language::{ElectionRules, Ignored};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

/// What a second save on the same version is told.
const CONCURRENT: &str =
    "Otra persona cambió estas reglas al mismo tiempo. Vuelva a abrir la página.";

row! {
    /// What an election changed in the built-in rules.
    #[derive(Debug, Default)]
    pub struct ElectionLanguageRow from election_language_columns! {
        /// 0 where it changed nothing.
        pub version: u32 = "version",
        /// Rules that it added or switched off.
        pub rules: ElectionRules = "rules",
    }
}

row! {
    struct IgnoredInSection from ignored_columns! {
        section: Section = "section",
        ignored: Vec<Ignored> = "ignored",
    }
}

const OF_ELECTION: &str = concat!(
    "SELECT ",
    election_language_columns!(),
    " FROM election_language WHERE election_id = $1"
);
const IGNORED_OF_VERSION: &str = "SELECT ignored FROM ignored_findings \
     WHERE candidacy_id = $1 AND section = $2 AND version <= $3 ORDER BY version DESC LIMIT 1";
const IGNORED_OF_CANDIDACY: &str = concat!(
    "SELECT ",
    ignored_columns!(),
    " FROM ignored_findings WHERE candidacy_id = $1 ORDER BY version"
);

/// What an election changed in the built-in rules.
pub async fn election_rules(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<ElectionLanguageRow, Failure> {
    let row: Option<_> = sqlx::query_as(OF_ELECTION)
        .bind(election.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.unwrap_or_default())
}

/// Stores an election's rules as the version after `before`, by compare-and-swap.
///
/// # Errors
/// 409 where another request was first.
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
pub async fn ignored_in_version(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    section: Section,
    version: u32,
) -> Result<Vec<Ignored>, Failure> {
    let ignored = sqlx::query_as(IGNORED_OF_VERSION)
        .bind(candidacy.to_string())
        .bind(section.code().to_owned())
        .bind(i64::from(version))
        .fetch_optional(conn)
        .await?;
    Ok(ignored.map_or_else(Vec::new, |Only(ignored)| ignored))
}

/// The same for every section of a candidacy, as it stands now.
pub async fn ignored_of_candidacy(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<BTreeMap<Section, Vec<Ignored>>, Failure> {
    let rows: Vec<IgnoredInSection> = sqlx::query_as(IGNORED_OF_CANDIDACY)
        .bind(candidacy.to_string())
        .fetch_all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .map(|it| (it.section, it.ignored))
        .collect())
}

/// What is left as it is in a version of a section, by whom.
#[derive(Debug)]
pub struct IgnoredRow<'a> {
    /// Of which candidacy.
    pub candidacy: &'a CandidacyId,
    /// Of which section, one text.
    pub section: Section,
    /// The version that holds the words.
    pub version: u32,
    /// Rules and words, wherever in the text they stand.
    pub ignored: &'a [Ignored],
    /// Through which account.
    pub account: &'a AccountId,
}

/// Stores what is left as it is in a version, in the place of what was stored for it.
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
