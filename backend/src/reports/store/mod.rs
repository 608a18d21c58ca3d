//! What reports are reckoned from, and reports as they were issued, in the database.

pub mod technical;

use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId, ReportId};
use conoceles_shared::questionnaire::{Ground, Section};
use conoceles_shared::receipt::ReceiptKind;
use conoceles_shared::reports::{IdentityCut, ObservedFact, Report, ReportKind};
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};
use crate::core::secrets::sha256_hex;

row! {
    /// What moves whenever a candidacy of an election is changed or added.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct ChangeMark from mark_columns! {
        candidacies: i64 = "COUNT(*)",
        versions: i64 = "COALESCE(CAST(SUM(version) AS BIGINT), 0)",
    }
}

row! {
    /// A candidacy and how often it was changed.
    #[derive(Debug)]
    pub struct CandidacyVersion from changed_columns! {
        /// Which.
        pub id: CandidacyId = "id",
        /// Grows with each change.
        pub version: i64 = "version",
    }
}

row! {
    struct ObservedRow from observed_columns! {
        section: Section = "o.section",
        ground: Ground = "o.ground",
        at: Instant = "o.at",
        answered: Option<Instant> = "(SELECT MIN(r.at) FROM receipts r \
            WHERE r.candidacy_id = o.candidacy_id AND r.kind = $2 AND r.at > o.at) AS answered",
    }
}

row! {
    /// More time that was given, as the audit has it.
    #[derive(Debug)]
    pub struct ExtensionRow from extension_columns! {
        /// To which candidacy; none: to an actor.
        pub candidacy: Option<CandidacyId> = "a.candidacy_id",
        /// When.
        pub at: Instant = "a.at",
        /// Who, until when and why, as JSON.
        pub detail: String = "a.detail",
    }
}

row! {
    /// How many notices were written about a candidacy.
    #[derive(Debug)]
    pub struct NoticeCount from notice_count_columns! {
        /// Which.
        pub candidacy: CandidacyId = "n.candidacy_id",
        /// How many.
        pub notices: u64 = "COUNT(*)",
    }
}

row! {
    /// A report as it was issued.
    #[derive(Debug)]
    pub struct IssuedRow from issued_columns! {
        /// Which.
        pub id: ReportId = "id",
        /// Its head, as JSON.
        pub head: String = "head",
        /// SHA-256 of its text.
        pub sha256: String = "sha256",
    }
}

row! {
    struct TextRow from issued_text_columns! {
        text: String = "report",
        sha256: String = "sha256",
    }
}

const CHANGE_MARK: &str = concat!(
    "SELECT ",
    mark_columns!(),
    " FROM candidacies WHERE election_id = $1"
);
const VERSIONS: &str = concat!(
    "SELECT ",
    changed_columns!(),
    " FROM candidacies WHERE election_id = $1"
);
const OBSERVED: &str = "SELECT DISTINCT o.candidacy_id FROM observations o \
    JOIN candidacies c ON c.id = o.candidacy_id WHERE c.election_id = $1";
const OBSERVATIONS: &str = concat!(
    "SELECT ",
    observed_columns!(),
    " FROM observations o JOIN candidacies c ON c.id = o.candidacy_id WHERE c.election_id = $1"
);
const ACTOR_EXTENSIONS: &str = concat!(
    "SELECT ",
    extension_columns!(),
    " FROM audit a WHERE a.action = 'actor.extended' AND a.election_id = $1 ORDER BY a.id"
);
const CANDIDACY_EXTENSIONS: &str = concat!(
    "SELECT ",
    extension_columns!(),
    " FROM candidacies c JOIN audit a ON a.candidacy_id = c.id \
     WHERE c.actor_id = $1 AND a.action = 'candidacy.extended' ORDER BY a.id"
);
const NOTICE_COUNTS: &str = concat!(
    "SELECT ",
    notice_count_columns!(),
    " FROM notices n WHERE n.actor_id = $1 AND n.candidacy_id IS NOT NULL GROUP BY n.candidacy_id"
);
const ISSUED: &str = concat!(
    "SELECT ",
    issued_columns!(),
    " FROM reports WHERE election_id = $1 ORDER BY cutoff DESC, kind, number DESC LIMIT 500"
);
const ISSUED_TEXT: &str = concat!(
    "SELECT ",
    issued_text_columns!(),
    " FROM reports WHERE id = $1"
);
const LAST_TEXT: &str = concat!(
    "SELECT ",
    issued_text_columns!(),
    " FROM reports WHERE election_id = $1 AND kind = $2 ORDER BY number DESC LIMIT 1"
);
const LAST_CUTOFF: &str = "SELECT MAX(cutoff) FROM reports WHERE election_id = $1";
const CUTS: &str = "SELECT cut FROM identity_cuts WHERE election_id = $1 ORDER BY cutoff";

/// What moves whenever a candidacy of the election does.
pub async fn change_mark(conn: Conn<'_>, election: &ElectionId) -> Result<ChangeMark, Failure> {
    Ok(sqlx::query_as(CHANGE_MARK)
        .bind(election.to_string())
        .fetch_one(conn)
        .await?)
}

/// Every candidacy of the election with its version.
pub async fn candidacy_versions(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<CandidacyVersion>, Failure> {
    Ok(sqlx::query_as(VERSIONS)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?)
}

/// Those that ever had an observation.
pub async fn observed_candidacies(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<CandidacyId>, Failure> {
    let rows: Vec<Only<CandidacyId>> = sqlx::query_as(OBSERVED)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(|Only(id)| id).collect())
}

/// Every observation of the election, without its words.
pub async fn observed_facts(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<ObservedFact>, Failure> {
    let rows: Vec<ObservedRow> = sqlx::query_as(OBSERVATIONS)
        .bind(election.to_string())
        .bind(ReceiptKind::Resubmission.code().to_owned())
        .fetch_all(conn)
        .await?;
    let fact = |it: ObservedRow| ObservedFact {
        section: it.section,
        ground: it.ground,
        at: it.at,
        answered: it.answered,
    };
    Ok(rows.into_iter().map(fact).collect())
}

/// More time that was given to actors of the election.
pub async fn actor_extensions(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<ExtensionRow>, Failure> {
    Ok(sqlx::query_as(ACTOR_EXTENSIONS)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?)
}

/// More time that was given to single candidacies of an actor.
pub async fn candidacy_extensions(
    conn: Conn<'_>,
    actor: &ActorId,
) -> Result<Vec<ExtensionRow>, Failure> {
    Ok(sqlx::query_as(CANDIDACY_EXTENSIONS)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?)
}

/// How many notices an actor got about each of its candidacies.
pub async fn notice_counts(conn: Conn<'_>, actor: &ActorId) -> Result<Vec<NoticeCount>, Failure> {
    Ok(sqlx::query_as(NOTICE_COUNTS)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?)
}

/// The reports that were issued of an election, the last first.
pub async fn issued_reports(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<IssuedRow>, Failure> {
    Ok(sqlx::query_as(ISSUED)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?)
}

/// A report as it was issued.
///
/// # Errors
/// Its text does not have its hash.
pub async fn issued_report(conn: Conn<'_>, id: &ReportId) -> Result<Option<Report>, Failure> {
    let row: Option<TextRow> = sqlx::query_as(ISSUED_TEXT)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(checked).transpose()
}

/// The last report of a kind.
///
/// # Errors
/// Its text does not have its hash.
pub async fn last_issued(
    conn: Conn<'_>,
    election: &ElectionId,
    kind: ReportKind,
) -> Result<Option<Report>, Failure> {
    let row: Option<TextRow> = sqlx::query_as(LAST_TEXT)
        .bind(election.to_string())
        .bind(kind.code().to_owned())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(checked).transpose()
}

fn checked(row: &TextRow) -> Result<Report, Failure> {
    if sha256_hex(row.text.as_bytes()) != row.sha256 {
        return Err(Failure::internal("reports: a text does not have its hash"));
    }
    Ok(serde_json::from_str(&row.text)?)
}

/// The last cut-off that a report of the election names.
pub async fn last_cutoff(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Option<Instant>, Failure> {
    let Only(last) = sqlx::query_as(LAST_CUTOFF)
        .bind(election.to_string())
        .fetch_one(conn)
        .await?;
    Ok(last)
}

/// Issues a report; its hash, or `None` where another replica issued that number first.
pub async fn insert_report(
    conn: Conn<'_>,
    id: &ReportId,
    report: &Report,
) -> Result<Option<String>, Failure> {
    let text = serde_json::to_string(report)?;
    let sha256 = sha256_hex(text.as_bytes());
    let done = sqlx::query(
        "INSERT INTO reports (id, election_id, kind, number, cutoff, head, report, sha256) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (election_id, kind, number) DO NOTHING",
    )
    .bind(id.to_string())
    .bind(report.head.election.id.to_string())
    .bind(report.head.kind.code().to_owned())
    .bind(i64::from(report.head.number.unwrap_or(0)))
    .bind(store_instant(report.head.cutoff))
    .bind(serde_json::to_string(&report.head)?)
    .bind(text)
    .bind(sha256.clone())
    .execute(conn)
    .await?;
    Ok((done.rows_affected() == 1).then_some(sha256))
}

/// What was told of identity answers, the first cut first.
pub async fn identity_cuts(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<IdentityCut>, Failure> {
    let rows: Vec<Only<String>> = sqlx::query_as(CUTS)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    let cuts = rows.iter().map(|Only(text)| serde_json::from_str(text));
    Ok(cuts.collect::<Result<_, _>>()?)
}

/// Stores one more cut; its hash.
pub async fn insert_identity_cut(
    conn: Conn<'_>,
    election: &ElectionId,
    cut: &IdentityCut,
) -> Result<String, Failure> {
    let text = serde_json::to_string(cut)?;
    let sha256 = sha256_hex(text.as_bytes());
    sqlx::query(
        "INSERT INTO identity_cuts (election_id, cutoff, cut, sha256) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (election_id, cutoff) DO NOTHING",
    )
    .bind(election.to_string())
    .bind(store_instant(cut.at))
    .bind(text)
    .bind(sha256.clone())
    .execute(conn)
    .await?;
    Ok(sha256)
}
