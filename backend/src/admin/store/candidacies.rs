//! Candidacies in the database, as administration makes, lists and extends them.

use conoceles_shared::api::admin::Registration;
use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId, PersonId};
use conoceles_shared::lifecycle::Process;
use conoceles_shared::text::spanish_sort_key;
use conoceles_shared::time::{Instant, Period};
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::candidacy::LoadedCandidacy;
use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;

/// A candidacy to be stored.
#[derive(Debug)]
pub struct NewCandidacyRow {
    /// Its id.
    pub id: CandidacyId,
    /// Its election.
    pub election: ElectionId,
    /// Its actor, of the same election.
    pub actor: ActorId,
    /// The person.
    pub person: PersonId,
    /// Where it stands.
    pub process: Process,
    /// What was registered, with the age at election day.
    pub registration: Registration,
    /// The sealed private data, see [`crate::candidacy::private::seal`]; none in an archive.
    pub private: Option<String>,
    /// Its own capture period.
    pub own_period: Option<Period>,
}

/// Stores a new candidacy as version 1, with the key that sorts it by name.
///
/// # Errors
/// The database.
pub async fn insert_candidacy(
    conn: Conn<'_>,
    row: &NewCandidacyRow,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO candidacies (id, election_id, actor_id, person_id, version, state, process, \
         registration, name_key, private_data, own_start, own_end, updated_at) \
         VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(row.id.to_string())
    .bind(row.election.to_string())
    .bind(row.actor.to_string())
    .bind(row.person.to_string())
    .bind(row.process.state.code().to_owned())
    .bind(serde_json::to_string(&row.process)?)
    .bind(serde_json::to_string(&row.registration)?)
    .bind(spanish_sort_key(&row.registration.full_name()))
    .bind(row.private.clone())
    .bind(row.own_period.map(|it| store_instant(it.starts)))
    .bind(row.own_period.map(|it| store_instant(it.ends)))
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// A candidacy's registration with its sealed private data.
#[derive(Debug)]
pub struct SealedRow {
    /// Its id.
    pub id: CandidacyId,
    /// What was registered.
    pub registration: Registration,
    /// The sealed private data.
    pub private: String,
}

/// Every candidacy of an election that has private data.
///
/// # Errors
/// The database.
pub async fn sealed_candidacies(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<SealedRow>, Failure> {
    let rows = sqlx::query(
        "SELECT id, registration, private_data FROM candidacies \
         WHERE election_id = $1 AND private_data IS NOT NULL",
    )
    .bind(election.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(SealedRow {
                id: row
                    .try_get::<String, _>("id")?
                    .parse()
                    .map_err(|_| Failure::internal("candidacies: malformed id"))?,
                registration: registration(row)?,
                private: row.try_get("private_data")?,
            })
        })
        .collect()
}

/// Replaces what was registered; the name stays, so its sort key does too.
///
/// # Errors
/// The database.
pub async fn set_registration(
    conn: Conn<'_>,
    id: &CandidacyId,
    registration: &Registration,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE candidacies SET registration = $2, updated_at = $3, version = version + 1 \
         WHERE id = $1",
    )
    .bind(id.to_string())
    .bind(serde_json::to_string(registration)?)
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// What was registered of every candidacy of an election.
///
/// # Errors
/// The database.
pub async fn registrations(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<Registration>, Failure> {
    let rows = sqlx::query("SELECT registration FROM candidacies WHERE election_id = $1")
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    rows.iter().map(registration).collect()
}

fn registration(row: &AnyRow) -> Result<Registration, Failure> {
    Ok(serde_json::from_str(
        &row.try_get::<String, _>("registration")?,
    )?)
}

/// Whether the person already stands for the same office, territory and role in the election, in
/// a candidacy that was neither substituted nor cancelled.
///
/// # Errors
/// The database.
pub async fn is_registered(
    conn: Conn<'_>,
    election: &ElectionId,
    person: &PersonId,
    new: &Registration,
) -> Result<bool, Failure> {
    let rows = sqlx::query(
        "SELECT registration FROM candidacies WHERE election_id = $1 AND person_id = $2 \
         AND state NOT IN ('substituted', 'cancelled')",
    )
    .bind(election.to_string())
    .bind(person.to_string())
    .fetch_all(conn)
    .await?;
    for row in &rows {
        let old = registration(row)?;
        if old.office == new.office
            && old.territory_code == new.territory_code
            && old.role == new.role
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Extends a candidacy's capture period to `end`, by compare-and-swap on the loaded version.
///
/// # Errors
/// 409 `concurrent_change` where another request was first, or the database.
pub async fn extend_candidacy(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    end: Instant,
    now: Instant,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE candidacies SET extended_end = $3, updated_at = $4, version = version + 1 \
         WHERE id = $1 AND version = $2",
    )
    .bind(loaded.id.to_string())
    .bind(loaded.version)
    .bind(store_instant(end))
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    swapped(
        &done,
        "Otra persona cambió esta candidatura al mismo tiempo. Vuelva a abrirla.",
    )
}
