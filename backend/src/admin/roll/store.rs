//! Rolls in the database: what was said of headings, and many candidacies in few statements.

use std::collections::BTreeMap;

use conoceles_shared::api::roll::RollHeading;
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::{CandidacyId, ElectionId};
use conoceles_shared::lifecycle::State;
use conoceles_shared::text::spanish_sort_key;
use conoceles_shared::time::Instant;
use sqlx::AssertSqlSafe;

use super::seats::has_left_place;
use crate::admin::store::NewCandidacyRow;
use crate::candidacy::listing::Standing;
use crate::candidacy::store::listing::{
    REGISTRATION_COLUMNS, STANDING_COLUMNS, bind_registration, bind_standing,
};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::many::rows_of_places;
use crate::core::row::row;
use crate::elections::{
    DocumentTable, ElectionDocument, document_table, election_document, save_election_document,
};

const HEADINGS: DocumentTable = document_table!(
    "roll_headings",
    "headings",
    "Otra persona cambió estas columnas al mismo tiempo. Vuelva a abrir la página."
);

/// How many values a new candidacy has, and how many candidacies one statement stores.
const NEW_VALUES: usize = 26;
const NEW_AT_ONCE: usize = 20;

/// What was said of the headings of an election's files, in their order.
pub async fn roll_headings(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<ElectionDocument<Vec<RollHeading>>, Failure> {
    election_document(conn, &HEADINGS, election).await
}

/// Stores them as the version after `before`, by compare-and-swap.
///
/// # Errors
/// 409 where another request was first.
pub async fn save_roll_headings(
    conn: Conn<'_>,
    election: &ElectionId,
    before: u32,
    headings: &[RollHeading],
    now: Instant,
) -> Result<(), Failure> {
    save_election_document(conn, &HEADINGS, (election, before), headings, now).await
}

/// The versions of an election's registrations, by candidacy, each with whether it left its place.
pub type RegistrationVersions = BTreeMap<CandidacyId, (u32, bool)>;

row! {
    /// The version of a registration, and whether it left its place.
    struct VersionOfRow from version_of_columns! {
        id: CandidacyId = "id",
        version: u32 = "registration_version",
        state: State = "state",
    }
}

const VERSIONS: &str = concat!(
    "SELECT ",
    version_of_columns!(),
    " FROM candidacies WHERE election_id = $1"
);

/// The versions of an election's registrations as they stand in the caller's transaction.
pub async fn registration_versions(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<RegistrationVersions, Failure> {
    let rows: Vec<VersionOfRow> = sqlx::query_as(VERSIONS)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    let version = |it: VersionOfRow| (it.id, (it.version, has_left_place(it.state)));
    Ok(rows.into_iter().map(version).collect())
}

/// Stores new candidacies as version 1, with all that they are sorted and listed by, a few in each statement.
pub async fn insert_candidacies(
    conn: Conn<'_>,
    rows: &[NewCandidacyRow],
    setup: &ElectionSetup,
    now: Instant,
) -> Result<(), Failure> {
    for some in rows.chunks(NEW_AT_ONCE) {
        let sql = format!(
            "INSERT INTO candidacies (id, election_id, actor_id, person_id, version, state, process, \
             registration, name_key, private_data, updated_at, {REGISTRATION_COLUMNS}, {STANDING_COLUMNS}) \
             VALUES {}",
            rows_of_places(some.len(), NEW_VALUES)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for row in some {
            query = query
                .bind(row.id.to_string())
                .bind(row.election.to_string())
                .bind(row.actor.to_string())
                .bind(row.person.to_string())
                .bind(1_i64)
                .bind(row.process.state.code().to_owned())
                .bind(serde_json::to_string(&row.process)?)
                .bind(serde_json::to_string(&row.registration)?)
                .bind(spanish_sort_key(&row.registration.full_name()))
                .bind(row.private.clone())
                .bind(store_instant(now));
            query = bind_registration(query, &row.registration);
            let standing = Standing::of(&row.process, &row.registration, setup);
            query = bind_standing(query, &standing);
        }
        query.execute(&mut *conn).await?;
    }
    Ok(())
}
