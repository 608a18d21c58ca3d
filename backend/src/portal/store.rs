//! What a snapshot is built from.

use std::collections::{BTreeMap, HashMap};

use conoceles_shared::api::public::LogChain;
use conoceles_shared::ids::{CandidacyId, ElectionId};
use conoceles_shared::lifecycle::State;
use conoceles_shared::time::Instant;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::{Only, row};

row! {
    /// The current record of a candidacy, without its text.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct CurrentRow from current_columns! {
        /// Whose record.
        pub candidacy: CandidacyId = "r.candidacy_id",
        /// The hash of its text.
        pub sha256: String = "r.sha256",
        /// The log of the entry it came with.
        pub log: LogChain = "r.log",
        /// The number of that entry.
        pub seq: u64 = "r.seq",
        /// The time of that entry.
        pub at: Instant = "COALESCE(l.at, d.at)",
    }
}

row! {
    /// The bytes of a record.
    struct TextRow from record_columns! {
        sha256: String = "sha256",
        text: String = "record",
    }
}

row! {
    /// How many are registered in an election.
    struct RegisteredRow from registered_columns! {
        election: ElectionId = "election_id",
        count: u32 = "COUNT(*)",
    }
}

const ALL_CURRENT: &str = concat!(
    "SELECT ",
    current_columns!(),
    " FROM public_records r \
     LEFT JOIN publication_log l ON r.log = 'publication' AND l.seq = r.seq \
     LEFT JOIN drill_log d ON r.log = 'drill' AND d.seq = r.seq \
     WHERE r.is_current = 1 AND COALESCE(l.at, d.at) IS NOT NULL"
);
const ALL_TEXTS: &str = concat!(
    "SELECT ",
    record_columns!(),
    " FROM public_records WHERE is_current = 1"
);
const REGISTERED: &str = concat!(
    "SELECT ",
    registered_columns!(),
    " FROM candidacies WHERE state <> $1 AND state <> $2 GROUP BY election_id"
);

row! {
    /// Who took whose place.
    struct SubstituteRow from substitute_columns! {
        candidacy: CandidacyId = "id",
        before: CandidacyId = "substitutes",
    }
}

const SUBSTITUTES: &str = concat!(
    "SELECT ",
    substitute_columns!(),
    " FROM candidacies WHERE substitutes IS NOT NULL"
);

/// Whose place each substitute took.
pub async fn substitutes(conn: Conn<'_>) -> Result<BTreeMap<CandidacyId, CandidacyId>, Failure> {
    let rows: Vec<SubstituteRow> = sqlx::query_as(SUBSTITUTES).fetch_all(conn).await?;
    let pairs = rows.into_iter().map(|it| (it.candidacy, it.before));
    Ok(pairs.collect())
}

row! {
    /// Where both logs end: the last number of each, 0 before its first entry.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
    pub struct LogEnds from end_columns! {
        /// Of real elections.
        pub publication: u64 = "(SELECT seq FROM publication_head WHERE id = 1)",
        /// Of drills.
        pub drill: u64 = "(SELECT seq FROM publication_head WHERE id = 2)",
    }
}

const LOG_ENDS: &str = concat!("SELECT ", end_columns!());

/// Where both logs end.
pub async fn log_ends(conn: Conn<'_>) -> Result<LogEnds, Failure> {
    Ok(sqlx::query_as(LOG_ENDS).fetch_one(conn).await?)
}

row! {
    /// When the last entries of both logs were written; none before the first of each.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
    pub struct CutOffs from cut_off_columns! {
        /// Of real elections.
        pub publication: Option<Instant> = "(SELECT at FROM publication_log WHERE seq = $1)",
        /// Of drills.
        pub drill: Option<Instant> = "(SELECT at FROM drill_log WHERE seq = $2)",
    }
}

const CUT_OFFS: &str = concat!("SELECT ", cut_off_columns!());

/// When these entries of the two logs were written.
pub async fn cut_offs(conn: Conn<'_>, ends: LogEnds) -> Result<CutOffs, Failure> {
    Ok(sqlx::query_as(CUT_OFFS)
        .bind(ends.publication.cast_signed())
        .bind(ends.drill.cast_signed())
        .fetch_one(conn)
        .await?)
}

/// Which record of each candidacy is current.
pub async fn all_current(conn: Conn<'_>) -> Result<Vec<CurrentRow>, Failure> {
    Ok(sqlx::query_as(ALL_CURRENT).fetch_all(conn).await?)
}

/// The bytes of a current record; none where it was replaced meanwhile.
pub async fn record_text(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    sha256: &str,
) -> Result<Option<String>, Failure> {
    let found =
        sqlx::query_as("SELECT record FROM public_records WHERE candidacy_id = $1 AND sha256 = $2")
            .bind(candidacy.to_string())
            .bind(sha256.to_owned())
            .fetch_optional(conn)
            .await?;
    Ok(found.map(|Only(text)| text))
}

/// The bytes of every current record by their hash.
pub async fn all_texts(conn: Conn<'_>) -> Result<HashMap<String, String>, Failure> {
    let rows: Vec<TextRow> = sqlx::query_as(ALL_TEXTS).fetch_all(conn).await?;
    Ok(rows.into_iter().map(|it| (it.sha256, it.text)).collect())
}

/// Candidacies that were withdrawn; one may have been published again since.
pub async fn withdrawn(conn: Conn<'_>) -> Result<Vec<CandidacyId>, Failure> {
    let all = sqlx::query_as(
        "SELECT candidacy_id FROM publication_log WHERE kind = 'withdrawal' \
         UNION SELECT candidacy_id FROM drill_log WHERE kind = 'withdrawal'",
    )
    .fetch_all(conn)
    .await?;
    Ok(all.into_iter().map(|Only(id)| id).collect())
}

/// Registered candidacies by election: substituted and cancelled ones do not count.
pub async fn registered(conn: Conn<'_>) -> Result<BTreeMap<ElectionId, u32>, Failure> {
    let rows: Vec<RegisteredRow> = sqlx::query_as(REGISTERED)
        .bind(State::Substituted.code().to_owned())
        .bind(State::Cancelled.code().to_owned())
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(|it| (it.election, it.count)).collect())
}
