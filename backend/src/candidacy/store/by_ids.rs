//! Candidacies of several elections with all that they refer to: the pages of a list.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use conoceles_shared::ids::{CandidacyId, ElectionId};

use super::bulk::together;
use super::{
    CandidacyRow, ConsentRow, LoadedCandidacy, candidacy_columns, consent_columns, leads_nowhere,
};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::many::rows_with;
use crate::elections::{self, ElectionRow};

const WITH_IDS: (&str, &str) = (
    concat!(
        "SELECT ",
        candidacy_columns!(),
        " FROM candidacies c WHERE c.id"
    ),
    "",
);
const CONSENTS_WITH_IDS: (&str, &str) = (
    concat!(
        "SELECT ",
        consent_columns!(),
        " FROM consents s WHERE s.candidacy_id"
    ),
    " ORDER BY s.at, s.id",
);

/// The candidacies of these elections with these ids, in their order; one that is gone is left out.
pub async fn candidacies_with_ids(
    conn: Conn<'_>,
    elections: &[Arc<ElectionRow>],
    ids: &[CandidacyId],
) -> Result<Vec<LoadedCandidacy>, Failure> {
    let texts: Vec<_> = ids.iter().map(ToString::to_string).collect();
    let rows = rows_with(&mut *conn, WITH_IDS, &texts).await?;
    let all = with_all_references(conn, elections, rows).await?;
    let mut by_id: HashMap<_, _> = all.into_iter().map(|it| (it.id.clone(), it)).collect();
    Ok(ids.iter().filter_map(|it| by_id.remove(it)).collect())
}

/// Rows of these elections with what they refer to, in no particular order.
pub(super) async fn with_all_references(
    conn: Conn<'_>,
    elections: &[Arc<ElectionRow>],
    rows: Vec<CandidacyRow>,
) -> Result<Vec<LoadedCandidacy>, Failure> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut actors: Vec<_> = rows.iter().map(|it| it.actor.to_string()).collect();
    actors.sort_unstable();
    actors.dedup();
    let ids: Vec<_> = rows.iter().map(|it| it.id.to_string()).collect();
    let ledger: Vec<ConsentRow> = rows_with(&mut *conn, CONSENTS_WITH_IDS, &ids).await?;
    let actors = elections::actors_with_ids(conn, &actors).await?;
    let mut of_elections: BTreeMap<ElectionId, Vec<CandidacyRow>> = BTreeMap::new();
    for row in rows {
        let of_election = of_elections.entry(row.election.clone()).or_default();
        of_election.push(row);
    }
    let mut found = Vec::new();
    for (id, rows) in of_elections {
        let election = elections.iter().find(|it| it.id == id);
        let election = election.ok_or_else(leads_nowhere)?;
        found.extend(together(election, actors.clone(), rows, &ledger)?);
    }
    Ok(found)
}
