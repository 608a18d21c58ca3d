//! Papers that were recorded, in the database: only inserted.

use chrono::NaiveDate;
use conoceles_shared::api::paper::{PaperRequest, RecordedPaper};
use conoceles_shared::ids::{AccountId, CandidacyId, PaperId};
use conoceles_shared::paper::PaperRequestKind;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::row::row;

row! {
    struct PaperRow from paper_columns! {
        kind: PaperRequestKind = "p.kind",
        dated: NaiveDate = "p.dated",
        reference: String = "p.reference",
        recorded_at: Instant = "p.at",
        recorded_by: String = "a.name",
    }
}

const OF_CANDIDACY: &str = concat!(
    "SELECT ",
    paper_columns!(),
    " FROM paper_requests p JOIN accounts a ON a.id = p.account_id \
     WHERE p.candidacy_id = $1 ORDER BY p.at DESC, p.id DESC"
);

/// Records a paper.
pub async fn insert_paper(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    by: &AccountId,
    paper: &PaperRequest,
    now: Instant,
) -> Result<(), Failure> {
    let id: PaperId = new_id(now)?;
    sqlx::query(
        "INSERT INTO paper_requests (id, candidacy_id, kind, dated, reference, account_id, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id.to_string())
    .bind(candidacy.to_string())
    .bind(paper.kind.code().to_owned())
    .bind(paper.dated.to_string())
    .bind(paper.reference.clone())
    .bind(by.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// The papers of a candidacy, the latest first.
pub async fn papers_of_candidacy(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<Vec<RecordedPaper>, Failure> {
    let rows: Vec<PaperRow> = sqlx::query_as(OF_CANDIDACY)
        .bind(candidacy.to_string())
        .fetch_all(conn)
        .await?;
    let recorded = |it: PaperRow| RecordedPaper {
        kind: it.kind,
        dated: it.dated,
        reference: it.reference,
        recorded_at: it.recorded_at,
        recorded_by: it.recorded_by,
    };
    Ok(rows.into_iter().map(recorded).collect())
}
