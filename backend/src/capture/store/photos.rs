//! What was measured of uploaded photos, in the database.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::photo::Measures;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::Only;

/// Keeps what was measured of a photo; of the same picture with another cut, the last.
pub async fn keep_measures(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    sha256: &str,
    measures: &Measures,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO photo_measures (candidacy_id, sha256, measures) VALUES ($1, $2, $3) \
         ON CONFLICT (candidacy_id, sha256) DO UPDATE SET measures = excluded.measures",
    )
    .bind(candidacy.to_string())
    .bind(sha256.to_owned())
    .bind(serde_json::to_string(measures)?)
    .execute(conn)
    .await?;
    Ok(())
}

/// What was measured of a photo; `None` where it was not uploaded here.
pub async fn measures_of(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    sha256: &str,
) -> Result<Option<Measures>, Failure> {
    let measures = sqlx::query_as(
        "SELECT measures FROM photo_measures WHERE candidacy_id = $1 AND sha256 = $2",
    )
    .bind(candidacy.to_string())
    .bind(sha256.to_owned())
    .fetch_optional(conn)
    .await?;
    Ok(measures.map(|Only(measures)| measures))
}
