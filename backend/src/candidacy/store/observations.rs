//! Observations in the database.

use std::collections::BTreeMap;

use conoceles_shared::ids::{AccountId, CandidacyId, ObservationId};
use conoceles_shared::questionnaire::{Ground, Section};
use conoceles_shared::time::Instant;
use sqlx::Row as _;

use crate::core::db::{Conn, read_instant, store_instant};
use crate::core::error::Failure;

/// An observation as stored.
#[derive(Debug, Clone)]
pub struct ObservationRow {
    /// Its id.
    pub id: ObservationId,
    /// The section observed.
    pub section: Section,
    /// The version observed.
    pub version: u32,
    /// The ground.
    pub ground: Ground,
    /// The reasoning.
    pub reason: String,
    /// When.
    pub at: Instant,
    /// The operator's answer without a change.
    pub answer: Option<String>,
}

/// The last observation of every section that has one.
///
/// # Errors
/// The database.
pub async fn last(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<BTreeMap<Section, ObservationRow>, Failure> {
    let rows = sqlx::query(
        "SELECT id, section, section_version, ground, reason, at, answer FROM observations \
         WHERE candidacy_id = $1 ORDER BY at, id",
    )
    .bind(candidacy.to_string())
    .fetch_all(conn)
    .await?;
    let damaged = || Failure::internal("observations: a column is malformed");
    rows.iter()
        .map(|row| {
            let text = |name: &str| row.try_get::<String, _>(name);
            let section: Section = text("section")?.parse().map_err(|_| damaged())?;
            let row = ObservationRow {
                id: text("id")?.parse().map_err(|_| damaged())?,
                section,
                version: u32::try_from(row.try_get::<i64, _>("section_version")?)
                    .map_err(|_| damaged())?,
                ground: text("ground")?.parse().map_err(|_| damaged())?,
                reason: text("reason")?,
                at: read_instant(row.try_get("at")?)?,
                answer: row.try_get("answer")?,
            };
            Ok((section, row))
        })
        .collect()
}

/// Stores an observation.
///
/// # Errors
/// The database.
pub async fn insert(
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

/// Notes the operator's answer.
///
/// # Errors
/// The database.
pub async fn answer(
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
