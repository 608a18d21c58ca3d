//! Observations in the database.

use std::collections::BTreeMap;

use conoceles_shared::ids::{AccountId, CandidacyId, ObservationId};
use conoceles_shared::questionnaire::{Ground, Section};
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    /// An observation as stored.
    #[derive(Debug, Clone)]
    pub struct ObservationRow from observation_columns! {
        /// The later, the greater.
        pub id: ObservationId = "id",
        /// The section observed.
        pub section: Section = "section",
        /// The version observed.
        pub version: u32 = "section_version",
        /// Which of the grounds that an observation may have.
        pub ground: Ground = "ground",
        /// The reasoning, in the reviewer's words.
        pub reason: String = "reason",
        /// When the turn that made it was concluded.
        pub at: Instant = "at",
        /// The operator's answer without a change.
        pub answer: Option<String> = "answer",
    }
}

const OF_CANDIDACY: &str = concat!(
    "SELECT ",
    observation_columns!(),
    " FROM observations WHERE candidacy_id = $1 ORDER BY at, id"
);

/// The last observation of every section that has one.
pub async fn last_observations(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<BTreeMap<Section, ObservationRow>, Failure> {
    let rows: Vec<ObservationRow> = sqlx::query_as(OF_CANDIDACY)
        .bind(candidacy.to_string())
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(|it| (it.section, it)).collect())
}

/// Stores an observation that `by` made.
pub async fn insert_observation(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    by: &AccountId,
    row: &ObservationRow,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO observations (id, candidacy_id, section, section_version, ground, reason, \
         account_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(row.id.to_string())
    .bind(candidacy.to_string())
    .bind(row.section.code().to_owned())
    .bind(i64::from(row.version))
    .bind(row.ground.code().to_owned())
    .bind(row.reason.clone())
    .bind(by.to_string())
    .bind(store_instant(row.at))
    .execute(conn)
    .await?;
    Ok(())
}

/// Notes the operator's answer without a change.
pub async fn note_answer(
    conn: Conn<'_>,
    id: &ObservationId,
    answer: &str,
    at: Instant,
) -> Result<(), Failure> {
    sqlx::query("UPDATE observations SET answer = $2, answered_at = $3 WHERE id = $1")
        .bind(id.to_string())
        .bind(answer.to_owned())
        .bind(store_instant(at))
        .execute(conn)
        .await?;
    Ok(())
}
