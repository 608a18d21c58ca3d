//! Candidacies in the database: loaded with all that their lifecycle depends on, and their process
//! stored.

pub mod bulk;
pub mod by_ids;
mod conditions;
pub mod listing;
pub mod observations;
pub mod overtaken;
pub mod pauses;
pub mod private_data;
pub mod revocations;
pub mod search;
pub mod seats;
pub mod versions;

use std::collections::BTreeSet;
use std::sync::Arc;

use conoceles_shared::api::admin::Registration;
use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, ElectionId, PersonId};
use conoceles_shared::lifecycle::{Consents, Process};
use conoceles_shared::questionnaire::ConsentKind;
use conoceles_shared::time::{Instant, Period};
use sqlx::any::AnyQueryResult;

use super::LoadedCandidacy;
use super::listing::flags_of;
use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;
use crate::core::row::{Only, row};
use crate::elections::{self, ActorRow, ElectionRow};

pub use versions::{
    VersionRow, insert_section_version, last_versions, section_version, store_saved_version,
    versions_of,
};

row! {
    /// The candidacy's own columns, without what they refer to.
    #[derive(Debug)]
    struct CandidacyRow from candidacy_columns! {
        id: CandidacyId = "c.id",
        election: ElectionId = "c.election_id",
        actor: ActorId = "c.actor_id",
        person: PersonId = "c.person_id",
        version: i64 = "c.version",
        process: Process = "c.process",
        registration: Registration = "c.registration",
        own_start: Option<Instant> = "c.own_start",
        own_end: Option<Instant> = "c.own_end",
        extended_end: Option<Instant> = "c.extended_end",
        signed_copies: u32 =
            "(SELECT COUNT(*) FROM signed_consents g WHERE g.candidacy_id = c.id) AS signed_copies",
        observed_by: Option<AccountId> = "c.observed_by",
        text_flags: String = "c.text_flags",
    }
}
use candidacy_columns;

row! {
    /// An entry of the ledger of consents.
    #[derive(Debug)]
    struct ConsentRow from consent_columns! {
        candidacy: CandidacyId = "s.candidacy_id",
        kind: ConsentKind = "s.kind",
        granted: bool = "s.granted",
    }
}
use consent_columns;

const ANY: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c WHERE c.id = $1"
);
const OWN: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c WHERE c.id = $1 AND c.actor_id = $2"
);
const CONSENTS: &str = concat!(
    "SELECT ",
    consent_columns!(),
    " FROM consents s WHERE s.candidacy_id = $1 ORDER BY s.at, s.id"
);
const IDS_OF_ELECTION: &str =
    "SELECT id FROM candidacies WHERE election_id = $1 ORDER BY name_key, id";

/// A candidacy, whoever asks.
pub async fn load_candidacy(
    conn: Conn<'_>,
    id: &CandidacyId,
) -> Result<Option<LoadedCandidacy>, Failure> {
    let row: Option<CandidacyRow> = sqlx::query_as(ANY)
        .bind(id.to_string())
        .fetch_optional(&mut *conn)
        .await?;
    match row {
        Some(row) => with_references(conn, row).await.map(Some),
        None => Ok(None),
    }
}

/// A candidacy as it is once whoever else is changing it has finished. Nobody else changes it until the
/// caller's transaction ends.
pub async fn hold_candidacy(
    conn: Conn<'_>,
    id: &CandidacyId,
) -> Result<Option<LoadedCandidacy>, Failure> {
    hold_candidacy_row(&mut *conn, id).await?;
    load_candidacy(conn, id).await
}

/// The same for who needs nothing of it.
pub async fn hold_candidacy_row(conn: Conn<'_>, id: &CandidacyId) -> Result<(), Failure> {
    sqlx::query("UPDATE candidacies SET version = version WHERE id = $1")
        .bind(id.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Several at once, always in the order of their ids: of two acts that hold the same ones, the later waits
/// for the earlier, and never each for the other.
pub async fn hold_candidacy_rows<'a>(
    conn: Conn<'_>,
    ids: impl IntoIterator<Item = &'a CandidacyId>,
) -> Result<(), Failure> {
    let ids: BTreeSet<&CandidacyId> = ids.into_iter().collect();
    for id in ids {
        hold_candidacy_row(&mut *conn, id).await?;
    }
    Ok(())
}

/// A candidacy of one's own actor; another actor's is never read.
///
/// # Errors
/// 404 where the actor has no such candidacy.
pub async fn load_own_candidacy(
    conn: Conn<'_>,
    actor: &ActorId,
    id: &CandidacyId,
) -> Result<LoadedCandidacy, Failure> {
    let row: Option<CandidacyRow> = sqlx::query_as(OWN)
        .bind(id.to_string())
        .bind(actor.to_string())
        .fetch_optional(&mut *conn)
        .await?;
    with_references(conn, row.ok_or_else(Failure::not_found)?).await
}

/// The ids of an election's candidacies, by name.
pub async fn ids_of_election(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<CandidacyId>, Failure> {
    let ids = sqlx::query_as(IDS_OF_ELECTION)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    Ok(ids.into_iter().map(|Only(id)| id).collect())
}

async fn with_references(conn: Conn<'_>, row: CandidacyRow) -> Result<LoadedCandidacy, Failure> {
    let actor = elections::actor(&mut *conn, &row.actor)
        .await?
        .ok_or_else(leads_nowhere)?;
    let election = elections::election(&mut *conn, &row.election)
        .await?
        .ok_or_else(leads_nowhere)?;
    let ledger: Vec<ConsentRow> = sqlx::query_as(CONSENTS)
        .bind(row.id.to_string())
        .fetch_all(conn)
        .await?;
    let consents = ledger.iter().fold(Consents::default(), after_entry);
    Ok(assembled(
        row,
        Arc::new(election),
        Arc::new(actor),
        consents,
    ))
}

fn leads_nowhere() -> Failure {
    Failure::internal("candidacies: a reference leads nowhere")
}

/// The consents after one more entry of the ledger: the last of each kind is in force.
fn after_entry(consents: Consents, entry: &ConsentRow) -> Consents {
    consents.with(entry.kind, entry.granted)
}

/// Puts a row together with what it refers to.
fn assembled(
    row: CandidacyRow,
    election: Arc<ElectionRow>,
    actor: Arc<ActorRow>,
    consents: Consents,
) -> LoadedCandidacy {
    LoadedCandidacy {
        id: row.id,
        version: row.version,
        person: row.person,
        registration: row.registration,
        process: row.process,
        dates: CaptureDates {
            received: actor.received,
            actor_end: actor.capture_end,
            own: row
                .own_start
                .zip(row.own_end)
                .map(|(starts, ends)| Period { starts, ends }),
            own_end: row.extended_end,
        },
        signed_consent_delivered: row.signed_copies > 0,
        observed_by: row.observed_by,
        text_flags: flags_of(&row.text_flags),
        consents,
        election,
        actor,
    }
}

/// Stores a process by compare-and-swap on the version that was loaded, and lists it by that.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn save_process(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    process: &Process,
    now: Instant,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE candidacies SET process = $3, state = $4, updated_at = $5, version = version + 1 \
         WHERE id = $1 AND version = $2",
    )
    .bind(loaded.id.to_string())
    .bind(loaded.version)
    .bind(serde_json::to_string(process)?)
    .bind(process.state.code().to_owned())
    .bind(store_instant(now))
    .execute(&mut *conn)
    .await?;
    candidacy_swapped(&done)?;
    listing::list_by_next(conn, loaded, process).await
}

/// The end of a compare-and-swap on a candidacy's version.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub fn candidacy_swapped(done: &AnyQueryResult) -> Result<(), Failure> {
    swapped(
        done,
        "Otra persona cambió esta candidatura al mismo tiempo. Vuelva a abrirla.",
    )
}
