//! Section versions in the database: only inserted.

use std::collections::BTreeMap;

use chrono::Duration;
use conoceles_shared::ids::{AccountId, CandidacyId, ElectionId};
use conoceles_shared::problem::Code;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    /// A stored version of a section. Identity contents are sealed: see
    /// [`sealed_place`](crate::candidacy::content::sealed_place).
    #[derive(Debug, Clone)]
    pub struct VersionRow from version_columns! {
        /// Of which candidacy.
        pub candidacy: CandidacyId = "v.candidacy_id",
        /// Of which section.
        pub section: Section = "v.section",
        /// Counts from 1 in each section of a candidacy.
        pub version: u32 = "v.version",
        /// JSON, or a sealed value for identity.
        pub content: String = "v.content",
        /// Hash of the plain content.
        pub sha256: String = "v.sha256",
        /// Who saved it; nobody in an archive.
        pub account: Option<AccountId> = "v.account_id",
        /// The instant of the request that saved it.
        pub saved_at: Instant = "v.saved_at",
    }
}

impl VersionRow {
    /// Whether `account`, whose present credentials were issued at `since`, wrote it with them. What
    /// was told in confidence is shown to nobody who came by an account later.
    #[must_use]
    pub fn is_by(&self, account: &AccountId, since: Option<Instant>) -> bool {
        self.account.as_ref() == Some(account) && since.is_some_and(|it| it <= self.saved_at)
    }
}

const ONE: &str = concat!(
    "SELECT ",
    version_columns!(),
    " FROM section_versions v WHERE v.candidacy_id = $1 AND v.section = $2 AND v.version = $3"
);
const OF_SECTION: &str = concat!(
    "SELECT ",
    version_columns!(),
    " FROM section_versions v WHERE v.candidacy_id = $1 AND v.section = $2 ORDER BY v.version"
);
const LAST: &str = concat!(
    "SELECT ",
    version_columns!(),
    " FROM section_versions v WHERE v.candidacy_id = $1 AND v.version = \
     (SELECT MAX(x.version) FROM section_versions x \
     WHERE x.candidacy_id = v.candidacy_id AND x.section = v.section)"
);
const ALL_IDENTITY: &str = concat!(
    "SELECT ",
    version_columns!(),
    " FROM section_versions v WHERE v.section = 'identity'"
);
const LAST_IDENTITY: &str = concat!(
    "SELECT ",
    version_columns!(),
    " FROM section_versions v JOIN candidacies c ON c.id = v.candidacy_id \
     WHERE c.election_id = $1 AND v.candidacy_id > $2 AND v.section = 'identity' AND v.version = \
     (SELECT MAX(x.version) FROM section_versions x \
     WHERE x.candidacy_id = v.candidacy_id AND x.section = v.section) \
     ORDER BY v.candidacy_id LIMIT $3"
);
pub(super) const LAST_OF_ACTOR: &str = concat!(
    "SELECT ",
    version_columns!(),
    " FROM section_versions v JOIN candidacies c ON c.id = v.candidacy_id \
     WHERE c.actor_id = $1 AND v.section NOT IN ('photo', 'identity') AND v.version = \
     (SELECT MAX(x.version) FROM section_versions x \
     WHERE x.candidacy_id = v.candidacy_id AND x.section = v.section)"
);

/// One version of a section.
pub async fn section_version(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    section: Section,
    version: u32,
) -> Result<Option<VersionRow>, Failure> {
    Ok(sqlx::query_as(ONE)
        .bind(candidacy.to_string())
        .bind(section.code().to_owned())
        .bind(i64::from(version))
        .fetch_optional(conn)
        .await?)
}

/// The last version of every section that has one.
pub async fn last_versions(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<BTreeMap<Section, VersionRow>, Failure> {
    let rows: Vec<VersionRow> = sqlx::query_as(LAST)
        .bind(candidacy.to_string())
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(|it| (it.section, it)).collect())
}

/// Every version of a section, oldest first.
pub async fn versions_of(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    section: Section,
) -> Result<Vec<VersionRow>, Failure> {
    Ok(sqlx::query_as(OF_SECTION)
        .bind(candidacy.to_string())
        .bind(section.code().to_owned())
        .fetch_all(conn)
        .await?)
}

/// Versions of one section that can be saved within an hour: one every fifteen seconds, without a
/// pause. Nobody types like that for an hour, and each is kept for good.
const VERSIONS_AN_HOUR: u32 = 240;

/// Stores a version that somebody saves, where the section had not too many within the hour.
///
/// # Errors
/// 429 with the seconds until the next may be saved.
pub async fn store_saved_version(conn: Conn<'_>, row: &VersionRow) -> Result<(), Failure> {
    if let Some(first) = row
        .version
        .checked_sub(VERSIONS_AN_HOUR)
        .filter(|it| *it > 0)
        && let Some(first) = section_version(&mut *conn, &row.candidacy, row.section, first).await?
    {
        let left = (first.saved_at + Duration::hours(1) - row.saved_at).num_seconds();
        if left > 0 {
            return Err(Failure::later(
                Code::TooManyRequests,
                format!(
                    "Esta sección se guardó {VERSIONS_AN_HOUR} veces en una hora. Lo que escribió no \
                     se perdió: se podrá guardar en {}.",
                    match left / 60 + 1 {
                        1 => "1 minuto".to_owned(),
                        minutes => format!("{minutes} minutos"),
                    }
                ),
                left.unsigned_abs(),
            ));
        }
    }
    insert_section_version(conn, row).await
}

/// Stores a new, immutable version of a section.
///
/// # Errors
/// The same version a second time is refused by its key.
pub async fn insert_section_version(conn: Conn<'_>, row: &VersionRow) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO section_versions (candidacy_id, section, version, content, sha256, \
         account_id, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(row.candidacy.to_string())
    .bind(row.section.code().to_owned())
    .bind(i64::from(row.version))
    .bind(row.content.clone())
    .bind(row.sha256.clone())
    .bind(row.account.as_ref().map(ToString::to_string))
    .bind(store_instant(row.saved_at))
    .execute(conn)
    .await?;
    Ok(())
}

/// The last identity version of the candidacies of an election that follow `after`, by id; so many.
pub async fn last_identity_versions(
    conn: Conn<'_>,
    election: &ElectionId,
    after: Option<&CandidacyId>,
    limit: i64,
) -> Result<Vec<VersionRow>, Failure> {
    Ok(sqlx::query_as(LAST_IDENTITY)
        .bind(election.to_string())
        .bind(after.map(ToString::to_string).unwrap_or_default())
        .bind(limit)
        .fetch_all(conn)
        .await?)
}

/// Every identity version there is.
pub async fn identity_versions(conn: Conn<'_>) -> Result<Vec<VersionRow>, Failure> {
    Ok(sqlx::query_as(ALL_IDENTITY).fetch_all(conn).await?)
}

/// Puts the same content, sealed anew, in the place of a version's.
pub async fn replace_sealed(conn: Conn<'_>, row: &VersionRow, sealed: &str) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE section_versions SET content = $4 \
         WHERE candidacy_id = $1 AND section = $2 AND version = $3",
    )
    .bind(row.candidacy.to_string())
    .bind(row.section.code().to_owned())
    .bind(i64::from(row.version))
    .bind(sealed.to_owned())
    .execute(conn)
    .await?;
    Ok(())
}
