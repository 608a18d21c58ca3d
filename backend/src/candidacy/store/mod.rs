//! Candidacies, their section versions, consents and observations in the database.

pub mod bulk;
pub mod observations;

use std::collections::BTreeMap;
use std::sync::Arc;

use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, ElectionId};
use conoceles_shared::lifecycle::{Consents, Process};
use conoceles_shared::questionnaire::{ConsentKind, Section};
use conoceles_shared::time::{Instant, Period};
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::Loaded;
use crate::core::db::{Conn, read_instant, read_optional, store_instant, swapped};
use crate::core::error::Failure;
use crate::elections;

const LOAD: &str = "SELECT id, election_id, actor_id, person_id, version, process, registration, \
     own_start, own_end, extended_end FROM candidacies WHERE id = $1";
const IDS_OF_ACTOR: &str = "SELECT id FROM candidacies WHERE actor_id = $1 ORDER BY name_key, id";
const IDS_OF_ELECTION: &str =
    "SELECT id FROM candidacies WHERE election_id = $1 ORDER BY name_key, id";

/// A candidacy, whoever asks.
///
/// # Errors
/// The database.
pub async fn load(conn: Conn<'_>, id: &CandidacyId) -> Result<Option<Loaded>, Failure> {
    let row = sqlx::query(LOAD)
        .bind(id.to_string())
        .fetch_optional(&mut *conn)
        .await?;
    match row {
        Some(row) => loaded(conn, &row).await.map(Some),
        None => Ok(None),
    }
}

/// A candidacy of one's own actor; another actor's is not found.
///
/// # Errors
/// 404, or the database.
pub async fn own(conn: Conn<'_>, actor: &ActorId, id: &CandidacyId) -> Result<Loaded, Failure> {
    load(conn, id)
        .await?
        .filter(|it| it.actor.id == *actor)
        .ok_or_else(Failure::not_found)
}

/// The ids of an actor's candidacies, by name.
///
/// # Errors
/// The database.
pub async fn ids_of_actor(conn: Conn<'_>, actor: &ActorId) -> Result<Vec<CandidacyId>, Failure> {
    ids(sqlx::query(IDS_OF_ACTOR)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?)
}

/// The ids of an election's candidacies, by name.
///
/// # Errors
/// The database.
pub async fn ids_of_election(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<CandidacyId>, Failure> {
    ids(sqlx::query(IDS_OF_ELECTION)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?)
}

/// Reads a column of ids.
///
/// # Errors
/// A malformed id.
pub fn ids(rows: Vec<AnyRow>) -> Result<Vec<CandidacyId>, Failure> {
    rows.into_iter()
        .map(|row| {
            row.try_get::<String, _>("id")?
                .parse()
                .map_err(|_| Failure::internal("candidacies: malformed id"))
        })
        .collect()
}

async fn loaded(conn: Conn<'_>, row: &AnyRow) -> Result<Loaded, Failure> {
    let bad = |_| Failure::internal("candidacies: malformed id");
    let missing = || Failure::internal("candidacies: a reference leads nowhere");
    let id: CandidacyId = row.try_get::<String, _>("id")?.parse().map_err(bad)?;
    let actor: ActorId = row.try_get::<String, _>("actor_id")?.parse().map_err(bad)?;
    let election: ElectionId = row
        .try_get::<String, _>("election_id")?
        .parse()
        .map_err(bad)?;
    let actor = elections::actor(&mut *conn, &actor)
        .await?
        .ok_or_else(missing)?;
    let election = elections::election(&mut *conn, &election)
        .await?
        .ok_or_else(missing)?;
    let consents = consents(conn, &id).await?;
    assembled(row, Arc::new(election), Arc::new(actor), consents)
}

/// Puts a row together with what it refers to.
fn assembled(
    row: &AnyRow,
    election: Arc<elections::ElectionRow>,
    actor: Arc<elections::ActorRow>,
    consents: Consents,
) -> Result<Loaded, Failure> {
    let bad = |_| Failure::internal("candidacies: malformed id");
    let own = match (
        read_optional(row.try_get("own_start")?)?,
        read_optional(row.try_get("own_end")?)?,
    ) {
        (Some(starts), Some(ends)) => Some(Period { starts, ends }),
        _ => None,
    };
    Ok(Loaded {
        version: row.try_get("version")?,
        person: row
            .try_get::<String, _>("person_id")?
            .parse()
            .map_err(bad)?,
        registration: serde_json::from_str(&row.try_get::<String, _>("registration")?)?,
        process: serde_json::from_str(&row.try_get::<String, _>("process")?)?,
        dates: CaptureDates {
            received: actor.received,
            actor_end: actor.capture_end,
            own,
            own_end: read_optional(row.try_get("extended_end")?)?,
        },
        consents,
        id: row.try_get::<String, _>("id")?.parse().map_err(bad)?,
        election,
        actor,
    })
}

/// Stores a process by compare-and-swap on the version that was loaded.
///
/// # Errors
/// 409 `concurrent_change` where another request was first, or the database.
pub async fn save_process(
    conn: Conn<'_>,
    loaded: &Loaded,
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
    .execute(conn)
    .await?;
    swapped(
        &done,
        "Otra persona cambió esta candidatura al mismo tiempo. Vuelva a abrirla.",
    )
}

/// The consents in force: the last entry of each kind in the ledger.
///
/// # Errors
/// The database.
pub async fn consents(conn: Conn<'_>, id: &CandidacyId) -> Result<Consents, Failure> {
    let rows =
        sqlx::query("SELECT kind, granted FROM consents WHERE candidacy_id = $1 ORDER BY at, id")
            .bind(id.to_string())
            .fetch_all(conn)
            .await?;
    rows.iter().try_fold(Consents::default(), apply_entry)
}

/// The consents after one more entry of the ledger.
fn apply_entry(consents: Consents, row: &AnyRow) -> Result<Consents, Failure> {
    let granted = row.try_get::<i64, _>("granted")? != 0;
    let kind: ConsentKind = row
        .try_get::<String, _>("kind")?
        .parse()
        .map_err(|_| Failure::internal("consents: kind"))?;
    Ok(consents.with(kind, granted))
}

/// A stored version of a section. Identity contents are sealed: see [`sealed_place`].
#[derive(Debug, Clone)]
pub struct VersionRow {
    /// Its number.
    pub version: u32,
    /// Its content: JSON, or a sealed value for identity.
    pub content: String,
    /// Hash of the plain content.
    pub sha256: String,
    /// Who saved it.
    pub account: Option<AccountId>,
    /// When.
    pub saved_at: Instant,
}

/// Where an identity version is stored: bound to its ciphertext.
#[must_use]
pub fn sealed_place(candidacy: &CandidacyId, version: u32) -> String {
    format!("section_versions/{candidacy}/identity/{version}")
}

/// One version of a section.
///
/// # Errors
/// The database.
pub async fn section_version(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    section: Section,
    version: u32,
) -> Result<Option<VersionRow>, Failure> {
    let row = sqlx::query(
        "SELECT version, content, sha256, account_id, saved_at FROM section_versions \
         WHERE candidacy_id = $1 AND section = $2 AND version = $3",
    )
    .bind(candidacy.to_string())
    .bind(section.code().to_owned())
    .bind(i64::from(version))
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(version_row).transpose()
}

/// The last version of every section that has one.
///
/// # Errors
/// The database.
pub async fn last_versions(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<BTreeMap<Section, VersionRow>, Failure> {
    let rows = sqlx::query(
        "SELECT v.section, v.version, v.content, v.sha256, v.account_id, v.saved_at \
         FROM section_versions v WHERE v.candidacy_id = $1 AND v.version = \
         (SELECT MAX(x.version) FROM section_versions x \
         WHERE x.candidacy_id = v.candidacy_id AND x.section = v.section)",
    )
    .bind(candidacy.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(section_row).collect()
}

/// A version with the section that it is of.
fn section_row(row: &AnyRow) -> Result<(Section, VersionRow), Failure> {
    let section = row
        .try_get::<String, _>("section")?
        .parse()
        .map_err(|_| Failure::internal("section_versions: section"))?;
    Ok((section, version_row(row)?))
}

/// Every version of a section, oldest first.
///
/// # Errors
/// The database.
pub async fn versions_of(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    section: Section,
) -> Result<Vec<VersionRow>, Failure> {
    let rows = sqlx::query(
        "SELECT version, content, sha256, account_id, saved_at FROM section_versions \
         WHERE candidacy_id = $1 AND section = $2 ORDER BY version",
    )
    .bind(candidacy.to_string())
    .bind(section.code().to_owned())
    .fetch_all(conn)
    .await?;
    rows.iter().map(version_row).collect()
}

fn version_row(row: &AnyRow) -> Result<VersionRow, Failure> {
    Ok(VersionRow {
        version: u32::try_from(row.try_get::<i64, _>("version")?)
            .map_err(|_| Failure::internal("section_versions: version"))?,
        content: row.try_get("content")?,
        sha256: row.try_get("sha256")?,
        account: row
            .try_get::<Option<String>, _>("account_id")?
            .map(|it| {
                it.parse()
                    .map_err(|_| Failure::internal("section_versions: account"))
            })
            .transpose()?,
        saved_at: read_instant(row.try_get("saved_at")?)?,
    })
}

/// Stores a new, immutable version of a section.
///
/// # Errors
/// The database; the same version a second time is refused by its key.
pub async fn insert_section_version(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    section: Section,
    row: &VersionRow,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO section_versions (candidacy_id, section, version, content, sha256, \
         account_id, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(candidacy.to_string())
    .bind(section.code().to_owned())
    .bind(i64::from(row.version))
    .bind(row.content.clone())
    .bind(row.sha256.clone())
    .bind(row.account.as_ref().map(ToString::to_string))
    .bind(store_instant(row.saved_at))
    .execute(conn)
    .await?;
    Ok(())
}
