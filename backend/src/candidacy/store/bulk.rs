//! Many candidacies at once, in three queries however many they are.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use conoceles_shared::ids::{ActorId, CandidacyId};
use conoceles_shared::lifecycle::Consents;
use conoceles_shared::questionnaire::Section;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::{Loaded, VersionRow, apply_entry, assembled, section_row};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::elections::{self, ActorRow, ElectionRow};

const OPEN_OF_ELECTION: &str = "SELECT id, election_id, actor_id, person_id, version, process, \
     registration, own_start, own_end, extended_end FROM candidacies \
     WHERE election_id = $1 AND state NOT IN ('substituted', 'cancelled', 'closed')";
const OF_ELECTION: &str = "SELECT id, election_id, actor_id, person_id, version, process, \
     registration, own_start, own_end, extended_end FROM candidacies \
     WHERE election_id = $1 ORDER BY name_key, id";
const CONSENTS_OF_ELECTION: &str = "SELECT s.candidacy_id, s.kind, s.granted FROM consents s \
     JOIN candidacies c ON c.id = s.candidacy_id WHERE c.election_id = $1 ORDER BY s.at, s.id";
const OF_ACTOR: &str = "SELECT id, election_id, actor_id, person_id, version, process, \
     registration, own_start, own_end, extended_end FROM candidacies WHERE actor_id = $1";
const LAST_VERSIONS_OF_ACTOR: &str = "SELECT v.candidacy_id, v.section, v.version, v.content, \
     v.sha256, v.account_id, v.saved_at FROM section_versions v \
     JOIN candidacies c ON c.id = v.candidacy_id \
     WHERE c.actor_id = $1 AND v.section NOT IN ('photo', 'identity') AND v.version = \
     (SELECT MAX(x.version) FROM section_versions x \
     WHERE x.candidacy_id = v.candidacy_id AND x.section = v.section)";
const CONSENTS_OF_ACTOR: &str = "SELECT s.candidacy_id, s.kind, s.granted FROM consents s \
     JOIN candidacies c ON c.id = s.candidacy_id WHERE c.actor_id = $1 ORDER BY s.at, s.id";

/// The candidacies of an election that have not ended, in no particular order.
///
/// # Errors
/// The database.
async fn open_of_election(
    conn: Conn<'_>,
    election: &Arc<ElectionRow>,
) -> Result<Vec<Loaded>, Failure> {
    some_of_election(conn, election, OPEN_OF_ELECTION).await
}

/// The candidacies of every election that is no archive which have not ended, in no particular order.
///
/// # Errors
/// The database.
pub async fn open(conn: Conn<'_>) -> Result<Vec<Loaded>, Failure> {
    let mut found = Vec::new();
    for election in elections::elections(&mut *conn).await? {
        if !election.setup.archived {
            found.extend(open_of_election(&mut *conn, &Arc::new(election)).await?);
        }
    }
    Ok(found)
}

/// Every candidacy of an election, by name.
///
/// # Errors
/// The database.
pub async fn of_election(
    conn: Conn<'_>,
    election: &Arc<ElectionRow>,
) -> Result<Vec<Loaded>, Failure> {
    some_of_election(conn, election, OF_ELECTION).await
}

async fn some_of_election(
    conn: Conn<'_>,
    election: &Arc<ElectionRow>,
    query: &'static str,
) -> Result<Vec<Loaded>, Failure> {
    let rows = sqlx::query(query)
        .bind(election.id.to_string())
        .fetch_all(&mut *conn)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let consents = sqlx::query(CONSENTS_OF_ELECTION)
        .bind(election.id.to_string())
        .fetch_all(&mut *conn)
        .await?;
    let actors = elections::actors(conn, &election.id).await?;
    together(election, actors, &rows, &consents)
}

/// Every candidacy of an actor, in no particular order.
///
/// # Errors
/// The database.
pub async fn of_actor(
    conn: Conn<'_>,
    election: &Arc<ElectionRow>,
    actor: ActorRow,
) -> Result<Vec<Loaded>, Failure> {
    let rows = sqlx::query(OF_ACTOR)
        .bind(actor.id.to_string())
        .fetch_all(&mut *conn)
        .await?;
    let consents = sqlx::query(CONSENTS_OF_ACTOR)
        .bind(actor.id.to_string())
        .fetch_all(conn)
        .await?;
    together(election, vec![actor], &rows, &consents)
}

/// The last version of every section of an actor's candidacies but the photo and identity, which
/// are not typed into sheets.
///
/// # Errors
/// The database, or a malformed row.
pub async fn last_versions_of_actor(
    conn: Conn<'_>,
    actor: &ActorId,
) -> Result<HashMap<CandidacyId, BTreeMap<Section, VersionRow>>, Failure> {
    let rows = sqlx::query(LAST_VERSIONS_OF_ACTOR)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?;
    let mut found: HashMap<CandidacyId, BTreeMap<Section, VersionRow>> = HashMap::new();
    for row in &rows {
        let id = row
            .try_get::<String, _>("candidacy_id")?
            .parse()
            .map_err(|_| Failure::internal("section_versions: malformed id"))?;
        let (section, version) = section_row(row)?;
        found.entry(id).or_default().insert(section, version);
    }
    Ok(found)
}

fn together(
    election: &Arc<ElectionRow>,
    actors: Vec<ActorRow>,
    rows: &[AnyRow],
    entries: &[AnyRow],
) -> Result<Vec<Loaded>, Failure> {
    let actors: HashMap<ActorId, Arc<ActorRow>> = actors
        .into_iter()
        .map(|it| (it.id.clone(), Arc::new(it)))
        .collect();
    let mut consents: HashMap<String, Consents> = HashMap::new();
    for entry in entries {
        let all = consents.entry(entry.try_get("candidacy_id")?).or_default();
        *all = apply_entry(*all, entry)?;
    }
    rows.iter()
        .map(|row| {
            let id: String = row.try_get("id")?;
            let actor = row
                .try_get::<String, _>("actor_id")?
                .parse()
                .ok()
                .and_then(|id: ActorId| actors.get(&id).cloned())
                .ok_or_else(|| Failure::internal("candidacies: a reference leads nowhere"))?;
            let consents = consents.get(&id).copied().unwrap_or_default();
            assembled(row, Arc::clone(election), actor, consents)
        })
        .collect()
}
