//! Candidacies in the database, as administration makes and extends them.
//!
//! [`insert_candidacy`] is the one way to make one: the API and the demo both go through it. It checks nothing but what the tables do; the rules stand in the feature's
//! `…_rules.rs` files.

use conoceles_shared::api::admin::Registration;
use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId, PersonId};
use conoceles_shared::lifecycle::{Process, State};
use conoceles_shared::text::spanish_sort_key;
use conoceles_shared::time::{Instant, Period};

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::candidacy_swapped;
use crate::candidacy::store::listing::list_candidacy;
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

/// A candidacy to be stored.
#[derive(Debug)]
pub struct NewCandidacyRow {
    /// New.
    pub id: CandidacyId,
    /// One that exists.
    pub election: ElectionId,
    /// An actor of that election.
    pub actor: ActorId,
    /// The same for everyone with the same CURP.
    pub person: PersonId,
    /// Its state is stored once more beside it.
    pub process: Process,
    /// What was registered, with the age at election day.
    pub registration: Registration,
    /// The sealed private data, see [`crate::candidacy::private::seal`]; none in an archive.
    pub private: Option<String>,
    /// A capture period that is not its actor's.
    pub own_period: Option<Period>,
    /// Whose place it takes.
    pub substitutes: Option<CandidacyId>,
}

/// Stores a new candidacy as version 1, with the key that sorts it by name.
pub async fn insert_candidacy(
    conn: Conn<'_>,
    row: &NewCandidacyRow,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO candidacies (id, election_id, actor_id, person_id, version, state, process, \
         registration, name_key, private_data, own_start, own_end, updated_at, substitutes) \
         VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
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
    .bind(row.substitutes.as_ref().map(ToString::to_string))
    .execute(&mut *conn)
    .await?;
    list_candidacy(conn, &row.id).await
}

/// Whether somebody took the place of a candidacy and was not cancelled.
pub async fn has_substitute(conn: Conn<'_>, id: &CandidacyId) -> Result<bool, Failure> {
    let Only(count): Only<u32> = sqlx::query_as(
        "SELECT COUNT(*) FROM candidacies WHERE substitutes = $1 AND state <> 'cancelled'",
    )
    .bind(id.to_string())
    .fetch_one(conn)
    .await?;
    Ok(count > 0)
}

row! {
    /// A candidacy whose place may be taken.
    pub struct PlaceLeftRow from place_left_columns! {
        /// Which it is.
        pub id: CandidacyId = "c.id",
        /// Who left which place.
        pub registration: Registration = "c.registration",
        /// Whose place it is.
        pub actor: ActorId = "c.actor_id",
        /// That actor's name.
        pub actor_name: String = "a.name",
    }
}

const PLACES_LEFT: &str = concat!(
    "SELECT ",
    place_left_columns!(),
    " FROM candidacies c JOIN actors a ON a.id = c.actor_id \
     WHERE c.election_id = $1 AND c.state = $2 AND NOT EXISTS (SELECT 1 FROM candidacies s \
     WHERE s.substitutes = c.id AND s.state <> 'cancelled') ORDER BY c.name_key, c.id"
);

/// The candidacies in a state that left their place, which nobody took.
pub async fn places_left(
    conn: Conn<'_>,
    election: &ElectionId,
    state: State,
) -> Result<Vec<PlaceLeftRow>, Failure> {
    Ok(sqlx::query_as(PLACES_LEFT)
        .bind(election.to_string())
        .bind(state.code().to_owned())
        .fetch_all(conn)
        .await?)
}

row! {
    /// A capture period that is a candidacy's own.
    struct OwnPeriodRow from own_period_columns! {
        /// Its first instant.
        starts: Instant = "own_start",
        /// Its last second.
        ends: Instant = "own_end",
        /// What it was extended to.
        extended: Option<Instant> = "extended_end",
    }
}

const OWN_PERIODS: &str = concat!(
    "SELECT ",
    own_period_columns!(),
    " FROM candidacies WHERE election_id = $1 AND own_start IS NOT NULL AND own_end IS NOT NULL \
     AND state IN ('registered', 'in_capture')"
);

/// The periods of those that are captured in a time of their own.
pub async fn own_periods_in_capture(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<CaptureDates>, Failure> {
    let rows: Vec<OwnPeriodRow> = sqlx::query_as(OWN_PERIODS)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    let dates = rows.into_iter().map(|it| CaptureDates {
        own: Some(Period {
            starts: it.starts,
            ends: it.ends,
        }),
        own_end: it.extended,
        ..CaptureDates::default()
    });
    Ok(dates.collect())
}

row! {
    /// What was registered of a candidacy that has private data.
    #[derive(Debug)]
    pub struct SealedCandidacyRow from sealed_columns! {
        /// What the private data are sealed for.
        pub id: CandidacyId = "id",
        /// In the clear: name, office, age.
        pub registration: Registration = "registration",
        /// Sealed: birth date, keys, contact.
        pub private: String = "private_data",
    }
}

const SEALED: &str = concat!(
    "SELECT ",
    sealed_columns!(),
    " FROM candidacies WHERE election_id = $1 AND private_data IS NOT NULL"
);

/// Every candidacy of an election that has private data.
pub async fn sealed_candidacies(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<SealedCandidacyRow>, Failure> {
    Ok(sqlx::query_as(SEALED)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?)
}

/// Replaces what was registered; the name stays, so its sort key does too.
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
    .execute(&mut *conn)
    .await?;
    list_candidacy(conn, id).await
}

/// What was registered of every candidacy of an election.
pub async fn registrations(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<Vec<Registration>, Failure> {
    let all = sqlx::query_as("SELECT registration FROM candidacies WHERE election_id = $1")
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    Ok(all.into_iter().map(|Only(it)| it).collect())
}

row! {
    /// How far the candidacies of an election have come.
    #[derive(Debug, Clone, Copy)]
    pub struct ProgressCounts from progress_columns! {
        /// Sent to review at least once.
        pub submitted: u32 = "(SELECT COUNT(*) FROM candidacies WHERE election_id = $1 \
            AND state NOT IN ('registered', 'in_capture', 'substituted', 'cancelled'))",
        /// Approved, waiting for their date.
        pub approved: u32 = "(SELECT COUNT(*) FROM candidacies WHERE election_id = $1 \
            AND state = 'approved')",
        /// Public now.
        pub published: u32 = "(SELECT COUNT(*) FROM candidacies WHERE election_id = $1 \
            AND state = 'published')",
    }
}

const PROGRESS: &str = concat!("SELECT ", progress_columns!());

/// How far the candidacies of an election have come.
pub async fn progress_counts(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<ProgressCounts, Failure> {
    Ok(sqlx::query_as(PROGRESS)
        .bind(election.to_string())
        .fetch_one(conn)
        .await?)
}

/// Whether the person already stands for the same office, territory and role in the election, in
/// a candidacy that was neither substituted nor cancelled.
pub async fn is_registered(
    conn: Conn<'_>,
    election: &ElectionId,
    person: &PersonId,
    new: &Registration,
) -> Result<bool, Failure> {
    let others: Vec<Only<Registration>> = sqlx::query_as(
        "SELECT registration FROM candidacies WHERE election_id = $1 AND person_id = $2 \
         AND state NOT IN ('substituted', 'cancelled')",
    )
    .bind(election.to_string())
    .bind(person.to_string())
    .fetch_all(conn)
    .await?;
    Ok(others.iter().any(|Only(old)| {
        old.office == new.office && old.territory_code == new.territory_code && old.role == new.role
    }))
}

row! {
    /// Who stands, for whom.
    #[derive(Debug, Clone)]
    pub struct StandingRow from standing_columns! {
        /// Name, office and territory among it.
        pub registration: Registration = "c.registration",
        /// The name of the actor that postulates.
        pub actor: String = "a.name AS actor_name",
    }
}

const STANDING: &str = concat!(
    "SELECT ",
    standing_columns!(),
    " FROM candidacies c JOIN actors a ON a.id = c.actor_id WHERE c.election_id = $1 \
     AND c.state NOT IN ('substituted', 'cancelled') ORDER BY c.id"
);

/// Who stands in an election, in candidacies that were neither substituted nor cancelled.
pub async fn standing(conn: Conn<'_>, election: &ElectionId) -> Result<Vec<StandingRow>, Failure> {
    Ok(sqlx::query_as(STANDING)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?)
}

/// Extends a candidacy's capture period to `end`, by compare-and-swap on the loaded version.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
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
    candidacy_swapped(&done)
}
