//! Many candidacies at once, in three queries however many they are.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use conoceles_shared::ids::{ActorId, CandidacyId};
use conoceles_shared::lifecycle::Consents;
use conoceles_shared::questionnaire::Section;

use super::versions::{LAST_OF_ACTOR, VersionRow};
use super::{
    CandidacyRow, ConsentRow, LoadedCandidacy, after_entry, assembled, candidacy_columns,
    consent_columns, leads_nowhere,
};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::elections::{self, ActorRow, ElectionRow};

pub(super) const UNENDED_OF_ELECTION: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c \
     WHERE c.election_id = $1 AND c.state NOT IN ('substituted', 'cancelled', 'closed')"
);
const OF_ELECTION: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c WHERE c.election_id = $1 ORDER BY c.name_key, c.id"
);
const OF_ACTOR: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c WHERE c.actor_id = $1 ORDER BY c.id"
);
const CONSENTS_OF_ELECTION: &str = concat!(
    "SELECT ",
    consent_columns!(),
    " FROM consents s JOIN candidacies c ON c.id = s.candidacy_id \
     WHERE c.election_id = $1 ORDER BY s.at, s.id"
);
const CONSENTS_OF_ACTOR: &str = concat!(
    "SELECT ",
    consent_columns!(),
    " FROM consents s JOIN candidacies c ON c.id = s.candidacy_id \
     WHERE c.actor_id = $1 ORDER BY s.at, s.id"
);

/// Every candidacy of an election, by name.
pub async fn of_election(
    conn: Conn<'_>,
    election: &Arc<ElectionRow>,
) -> Result<Vec<LoadedCandidacy>, Failure> {
    let rows: Vec<CandidacyRow> = sqlx::query_as(OF_ELECTION)
        .bind(election.id.to_string())
        .fetch_all(&mut *conn)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ledger: Vec<ConsentRow> = sqlx::query_as(CONSENTS_OF_ELECTION)
        .bind(election.id.to_string())
        .fetch_all(&mut *conn)
        .await?;
    let actors = elections::actors(conn, &election.id).await?;
    together(election, actors, rows, &ledger)
}

/// Every candidacy of an actor, in the order of their ids: whoever changes several changes them in this one.
pub async fn of_actor(
    conn: Conn<'_>,
    election: &Arc<ElectionRow>,
    actor: ActorRow,
) -> Result<Vec<LoadedCandidacy>, Failure> {
    let rows: Vec<CandidacyRow> = sqlx::query_as(OF_ACTOR)
        .bind(actor.id.to_string())
        .fetch_all(&mut *conn)
        .await?;
    let ledger: Vec<ConsentRow> = sqlx::query_as(CONSENTS_OF_ACTOR)
        .bind(actor.id.to_string())
        .fetch_all(conn)
        .await?;
    together(election, vec![actor], rows, &ledger)
}

/// The last version of every section of an actor's candidacies but the photo and identity, which
/// are not typed into sheets.
pub async fn last_versions_of_actor(
    conn: Conn<'_>,
    actor: &ActorId,
) -> Result<HashMap<CandidacyId, BTreeMap<Section, VersionRow>>, Failure> {
    let rows: Vec<VersionRow> = sqlx::query_as(LAST_OF_ACTOR)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?;
    let mut found: HashMap<CandidacyId, BTreeMap<Section, VersionRow>> = HashMap::new();
    for row in rows {
        let of_candidacy = found.entry(row.candidacy.clone()).or_default();
        of_candidacy.insert(row.section, row);
    }
    Ok(found)
}

pub(super) fn together(
    election: &Arc<ElectionRow>,
    actors: Vec<ActorRow>,
    rows: Vec<CandidacyRow>,
    ledger: &[ConsentRow],
) -> Result<Vec<LoadedCandidacy>, Failure> {
    let actors: HashMap<ActorId, Arc<ActorRow>> = actors
        .into_iter()
        .map(|it| (it.id.clone(), Arc::new(it)))
        .collect();
    let mut consents: HashMap<&CandidacyId, Consents> = HashMap::new();
    for entry in ledger {
        let all = consents.entry(&entry.candidacy).or_default();
        *all = after_entry(*all, entry);
    }
    rows.into_iter()
        .map(|row| {
            let actor = actors.get(&row.actor).cloned().ok_or_else(leads_nowhere)?;
            let consents = consents.get(&row.id).copied().unwrap_or_default();
            Ok(assembled(row, Arc::clone(election), actor, consents))
        })
        .collect()
}
