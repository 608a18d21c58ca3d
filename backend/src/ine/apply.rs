//! Writes a plan: the archived election, its actors, and its public records with their log
//! entries, all inside the caller's transaction.

use std::collections::{HashMap, HashSet};

use conoceles_shared::api::Labelled;
use conoceles_shared::api::admin::{Party, PartyData};
use conoceles_shared::api::public::{ActorRef, ElectionRef, PartyRef, Record, Source};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Code;
use conoceles_shared::text::fold;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::plan::{Actor, Plan};
use super::row::Planned;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::secrets::token;
use crate::elections::{
    ActorRow, ElectionRow, elections, insert_actor, insert_election, insert_party, parties,
};
use crate::publication::append_imports;
use crate::publication::project::election_ref;

/// Records that are written between two reports of progress.
const AT_ONCE: usize = 500;
/// The colour of a party that only an archive names.
const NO_COLOUR: &str = "#767676";

/// The file that is imported.
#[derive(Debug, Clone)]
pub struct File {
    /// Without folders.
    pub name: String,
    /// Hexadecimal, of its bytes.
    pub sha256: String,
}

/// Writes everything; the id of the new election.
///
/// # Errors
/// 409 where an election has that name already, besides the database.
pub async fn apply(
    conn: Conn<'_>,
    plan: &Plan,
    file: &File,
    now: Instant,
    progress: &(dyn Fn(usize) + Send + Sync),
) -> Result<ElectionId, Failure> {
    let named = |it: &ElectionRow| fold(&it.setup.name) == fold(&plan.setup.name);
    if elections(&mut *conn).await?.iter().any(named) {
        return Err(Failure::new(
            Code::AlreadyExists,
            format!("Ya hay una elección con el nombre «{}».", plan.setup.name),
        ));
    }
    let election = ElectionRow {
        id: new_id(now)?,
        version: 1,
        setup: plan.setup.clone(),
        draw_seed: token()?,
    };
    insert_election(&mut *conn, &election, now).await?;
    let actors = actors(&mut *conn, &election, &plan.actors, now).await?;
    let reference = election_ref(&election);
    let mut done = 0;
    for some in plan.candidacies.chunks(AT_ONCE) {
        let records: Result<Vec<Record>, Failure> = some
            .iter()
            .map(|it| record(it, &reference, &actors, file, now))
            .collect();
        append_imports(&mut *conn, &records?, now).await?;
        done += some.len();
        progress(done);
    }
    let entry = AuditEntry {
        election: Some(&election.id),
        after: Some(&file.sha256),
        detail: json!({
            "file": file.name,
            "candidacies": plan.candidacies.len(),
            "captured": plan.captured(),
            "warnings": plan.warnings.len(),
        }),
        ..AuditEntry::of_system(AuditAction::ElectionImported)
    };
    audit::write(conn, now, entry).await?;
    Ok(election.id)
}

/// Stores the actors, and the parties that are not known yet.
async fn actors(
    conn: Conn<'_>,
    election: &ElectionRow,
    planned: &[Actor],
    now: Instant,
) -> Result<HashMap<String, ActorRef>, Failure> {
    // By name alone: an acronym would make one of two parties that never met.
    let stored = parties(&mut *conn).await?.into_iter();
    let mut known: HashMap<String, Party> = stored.map(|it| (fold(&it.data.name), it)).collect();
    let mut actors = HashMap::new();
    let mut names = HashSet::new();
    for it in planned {
        let mut own = Vec::new();
        for name in &it.parties {
            let party = match known.get(&fold(name)) {
                Some(party) => party.clone(),
                None => {
                    let party = new_party(name, now)?;
                    insert_party(&mut *conn, &party).await?;
                    known.insert(fold(name), party.clone());
                    party
                }
            };
            own.push(party);
        }
        let row = ActorRow {
            id: new_id(now)?,
            version: 1,
            election: election.id.clone(),
            kind: it.kind,
            name: stored_name(it, &mut names),
            parties: own.iter().map(|party| party.id.clone()).collect(),
            received: None,
            accepted: None,
            capture_end: None,
            candidacies: 0,
            accounts: 0,
        };
        insert_actor(&mut *conn, &row).await?;
        let reference = ActorRef {
            id: row.id,
            kind: it.kind.map(|kind| Labelled::new(kind.code(), kind.label())),
            name: it.name.clone(),
            parties: own.into_iter().map(party_ref).collect(),
        };
        actors.insert(it.key.clone(), reference);
    }
    Ok(actors)
}

/// The name of an actor among those of its election, where no two share one: independents are told
/// apart by their persons.
fn stored_name(actor: &Actor, names: &mut HashSet<String>) -> String {
    let mut name = match &actor.person {
        Some(person) => format!("{} · {person}", actor.name),
        None => actor.name.clone(),
    };
    while !names.insert(name.clone()) {
        name.push('\'');
    }
    name
}

fn party_ref(party: Party) -> PartyRef {
    PartyRef {
        id: party.id,
        name: party.data.name,
        acronym: party.data.acronym,
        colour: party.data.colour,
        logo: party.logo,
    }
}

fn new_party(name: &str, now: Instant) -> Result<Party, Failure> {
    Ok(Party {
        id: new_id(now)?,
        version: 1,
        logo: None,
        data: PartyData {
            name: name.to_owned(),
            acronym: acronym(name),
            colour: NO_COLOUR.to_owned(),
        },
    })
}

/// The initials of a name of several words: `PARTIDO DEL TRABAJO` is `PT`.
fn acronym(name: &str) -> String {
    let small = ["de", "del", "la", "las", "los", "el", "y", "en"];
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !small.contains(&word.to_lowercase().as_str()))
        .collect();
    if words.len() < 2 {
        return name.chars().take(20).collect();
    }
    let initials = words.iter().filter_map(|word| word.chars().next());
    initials.take(20).flat_map(char::to_uppercase).collect()
}

fn record(
    it: &Planned,
    election: &ElectionRef,
    actors: &HashMap<String, ActorRef>,
    file: &File,
    now: Instant,
) -> Result<Record, Failure> {
    let actor = actors
        .get(&it.actor_key)
        .cloned()
        .ok_or_else(|| Failure::internal("import: an actor is missing"))?;
    Ok(Record {
        id: new_id(now)?,
        person_id: new_id(now)?,
        version: 1,
        name: it.name.clone(),
        name_parts: None,
        nickname: None,
        age: it.age,
        sex: it.sex.clone(),
        election: election.clone(),
        office: it.office.clone(),
        territory: it.territory.clone(),
        list_position: it.list_position,
        role: it.role.clone(),
        actor,
        affirmative_actions: Vec::new(),
        identity_badges: Vec::new(),
        photo: None,
        sections: it.sections.clone(),
        captured: it.captured,
        published_at: now,
        source: Some(Source {
            file: file.name.clone(),
            sha256: file.sha256.clone(),
            row: it.row,
        }),
        nonce: token()?,
    })
}

#[cfg(test)]
#[path = "apply_tests.rs"]
mod apply_tests;
