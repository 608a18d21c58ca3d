//! Since when consent 1 is revoked, and by which paper, in the database.

use std::collections::HashMap;

use chrono::NaiveDate;
use conoceles_shared::api::standstill::{RevokingPaper, Standstill};
use conoceles_shared::ids::{ActorId, CandidacyId};
use conoceles_shared::time::Instant;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    struct RevocationRow from revocation_columns! {
        candidacy: CandidacyId = "s.candidacy_id",
        since: Instant = "s.at",
        dated: Option<NaiveDate> = "p.dated",
        reference: Option<String> = "p.reference",
    }
}

/// Revocations of consent 1, the last of a candidacy last, each with the papers that asked for it or
/// came after it.
macro_rules! revocations_where {
    ($condition:literal) => {
        concat!(
            "SELECT ",
            revocation_columns!(),
            " FROM consents s JOIN candidacies c ON c.id = s.candidacy_id \
             LEFT JOIN paper_requests p ON p.candidacy_id = s.candidacy_id \
             AND p.kind = 'revoke_treatment' AND p.at >= s.at \
             WHERE s.kind = 'treatment' AND s.granted = 0 AND ",
            $condition,
            " ORDER BY s.at, s.id, p.at"
        )
    };
}

const OF_ONE: &str = revocations_where!("s.candidacy_id = $1");
const OF_ALL: &str = revocations_where!("c.actor_id = $1");

/// What the last revocation of a candidacy's first consent was; none where there was none.
pub async fn last_revocation(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<Option<Standstill>, Failure> {
    let rows: Vec<RevocationRow> = sqlx::query_as(OF_ONE)
        .bind(candidacy.to_string())
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().next_back().map(revoked))
}

/// The same of each of an actor's candidacies.
pub async fn last_revocations_of_actor(
    conn: Conn<'_>,
    actor: &ActorId,
) -> Result<HashMap<CandidacyId, Standstill>, Failure> {
    let rows: Vec<RevocationRow> = sqlx::query_as(OF_ALL)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?;
    let each = rows.into_iter();
    Ok(each.map(|it| (it.candidacy.clone(), revoked(it))).collect())
}

fn revoked(row: RevocationRow) -> Standstill {
    let paper = row.dated.zip(row.reference);
    Standstill {
        since: row.since,
        paper: paper.map(|(dated, reference)| RevokingPaper { dated, reference }),
    }
}
