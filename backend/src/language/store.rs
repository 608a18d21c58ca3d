//! Rules of elections and what was left as it is, in the database.

use std::collections::BTreeMap;

use conoceles_shared::ids::{AccountId, CandidacyId, ElectionId};
use conoceles_shared::language::{ElectionRules, Ignored};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};
use crate::elections::{
    DocumentTable, ElectionDocument, document_table, election_document, save_election_document,
};

const RULES: DocumentTable = document_table!(
    "election_language",
    "rules",
    "Otra persona cambió estas reglas al mismo tiempo. Vuelva a abrir la página."
);

row! {
    struct IgnoredInSection from ignored_columns! {
        section: Section = "section",
        ignored: Vec<Ignored> = "ignored",
    }
}

const IGNORED_OF_VERSION: &str = "SELECT ignored FROM ignored_findings \
     WHERE candidacy_id = $1 AND section = $2 AND version <= $3 ORDER BY version DESC LIMIT 1";
const IGNORED_OF_CANDIDACY: &str = concat!(
    "SELECT ",
    ignored_columns!(),
    " FROM ignored_findings WHERE candidacy_id = $1 ORDER BY version"
);

/// What an election changed in the built-in rules: those that it added or switched off.
pub async fn election_rules(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<ElectionDocument<ElectionRules>, Failure> {
    election_document(conn, &RULES, election).await
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
    save_election_document(conn, &RULES, (election, before), rules, now).await
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
