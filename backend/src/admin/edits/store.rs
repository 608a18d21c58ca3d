//! Edits in the database, each by compare-and-swap on the version that it is based on.

use std::collections::HashMap;

use conoceles_shared::api::admin::{AccountEdit, NewActor, PartyData, Registration};
use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, ElectionId, PartyId, PersonId};
use conoceles_shared::text::spanish_sort_key;
use conoceles_shared::time::Instant;

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::candidacy_swapped;
use crate::candidacy::store::listing::list_candidacy;
use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

const AT_THE_SAME_TIME: &str = "Otra persona lo cambió al mismo tiempo. Vuelva a abrirlo.";

/// Replaces what is known of a party.
///
/// # Errors
/// 409 `already_exists` where the name is another's, `concurrent_change` where another request was first.
pub async fn update_party(
    conn: Conn<'_>,
    id: &PartyId,
    version: u32,
    data: &PartyData,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE parties SET name = $3, acronym = $4, colour = $5, version = version + 1 \
         WHERE id = $1 AND version = $2",
    )
    .bind(id.to_string())
    .bind(i64::from(version))
    .bind(data.name.clone())
    .bind(data.acronym.clone())
    .bind(data.colour.clone())
    .execute(conn)
    .await
    .map_err(|error| Failure::taken(error, "Ya hay un partido con ese nombre."))?;
    swapped(&done, AT_THE_SAME_TIME)
}

/// Replaces a party's logo, or takes it away.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn update_logo(
    conn: Conn<'_>,
    id: &PartyId,
    version: u32,
    logo: Option<&str>,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE parties SET logo = $3, version = version + 1 WHERE id = $1 AND version = $2",
    )
    .bind(id.to_string())
    .bind(i64::from(version))
    .bind(logo.map(str::to_owned))
    .execute(conn)
    .await?;
    swapped(&done, AT_THE_SAME_TIME)
}

/// Replaces an actor's name, kind and parties.
///
/// # Errors
/// As [`update_party`].
pub async fn update_actor(
    conn: Conn<'_>,
    id: &ActorId,
    version: u32,
    data: &NewActor,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE actors SET name = $3, kind = $4, party_ids = $5, version = version + 1 \
         WHERE id = $1 AND version = $2",
    )
    .bind(id.to_string())
    .bind(i64::from(version))
    .bind(data.name.clone())
    .bind(data.kind.code().to_owned())
    .bind(serde_json::to_string(&data.parties)?)
    .execute(conn)
    .await
    .map_err(|error| {
        Failure::taken(
            error,
            "Ya hay un actor político con ese nombre en esta elección.",
        )
    })?;
    swapped(&done, AT_THE_SAME_TIME)
}

/// Replaces an account's user name and the name of its person.
///
/// # Errors
/// As [`update_party`].
pub async fn update_account(
    conn: Conn<'_>,
    id: &AccountId,
    version: u32,
    edit: &AccountEdit,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE accounts SET login = $3, name = $4, version = version + 1 \
         WHERE id = $1 AND version = $2",
    )
    .bind(id.to_string())
    .bind(i64::from(version))
    .bind(edit.login.clone())
    .bind(edit.name.clone())
    .execute(conn)
    .await
    .map_err(|error| Failure::taken(error, "Ya hay una cuenta con ese usuario."))?;
    swapped(&done, AT_THE_SAME_TIME)
}

row! {
    /// What an edit of a registration is based on, beside the candidacy itself.
    #[derive(Debug)]
    pub struct EditedRow from edited_columns! {
        /// Grows by one with each edit, and by nothing else.
        pub version: u32 = "registration_version",
        /// Whose place it took.
        pub substitutes: Option<CandidacyId> = "substitutes",
        /// Sealed; none in an archive.
        pub private: Option<String> = "private_data",
        /// How many of its versions were ever public.
        pub public_versions: u32 = "(SELECT COUNT(*) FROM publication_log l \
            WHERE l.candidacy_id = candidacies.id) \
            + (SELECT COUNT(*) FROM drill_log d WHERE d.candidacy_id = candidacies.id)",
    }
}

const EDITED: &str = concat!(
    "SELECT ",
    edited_columns!(),
    " FROM candidacies WHERE id = $1"
);

/// What an edit of this candidacy's registration is based on.
///
/// # Errors
/// 404 where there is no such candidacy.
pub async fn edited_row(conn: Conn<'_>, id: &CandidacyId) -> Result<EditedRow, Failure> {
    sqlx::query_as(EDITED)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?
        .ok_or_else(Failure::not_found)
}

row! {
    /// The same beside its candidacy, for many at once.
    #[derive(Debug)]
    struct EditedOfElection from edited_of_election_columns! {
        id: CandidacyId = "id",
        version: u32 = "registration_version",
        substitutes: Option<CandidacyId> = "substitutes",
        private: Option<String> = "private_data",
        public_versions: u32 = "(SELECT COUNT(*) FROM publication_log l \
            WHERE l.candidacy_id = candidacies.id) \
            + (SELECT COUNT(*) FROM drill_log d WHERE d.candidacy_id = candidacies.id)",
    }
}

const OF_ELECTION: &str = concat!(
    "SELECT ",
    edited_of_election_columns!(),
    " FROM candidacies WHERE election_id = $1"
);

/// What edits of an election's candidacies are based on.
///
/// # Errors
/// The database.
pub async fn edited_rows(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<HashMap<CandidacyId, EditedRow>, Failure> {
    let rows: Vec<EditedOfElection> = sqlx::query_as(OF_ELECTION)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    let row = |it: EditedOfElection| {
        let row = EditedRow {
            version: it.version,
            substitutes: it.substitutes,
            private: it.private,
            public_versions: it.public_versions,
        };
        (it.id, row)
    };
    Ok(rows.into_iter().map(row).collect())
}

/// What a registration becomes.
pub struct EditedRegistration<'a> {
    /// In the clear.
    pub registration: &'a Registration,
    /// Sealed for this candidacy.
    pub private: String,
    /// Who stands.
    pub person: &'a PersonId,
}

/// Replaces a registration with its private data, its person and the key that sorts it by name.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn update_registration(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    edited: EditedRegistration<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE candidacies SET registration = $3, name_key = $4, private_data = $5, person_id = $6, \
         updated_at = $7, version = version + 1, registration_version = registration_version + 1 \
         WHERE id = $1 AND version = $2",
    )
    .bind(loaded.id.to_string())
    .bind(loaded.version)
    .bind(serde_json::to_string(edited.registration)?)
    .bind(spanish_sort_key(&edited.registration.full_name()))
    .bind(edited.private)
    .bind(edited.person.to_string())
    .bind(store_instant(now))
    .execute(&mut *conn)
    .await?;
    candidacy_swapped(&done)?;
    list_candidacy(conn, &loaded.id).await
}

/// What else a person stands for in an election, in candidacies that were neither substituted nor
/// cancelled.
pub async fn other_registrations(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    person: &PersonId,
) -> Result<Vec<Registration>, Failure> {
    let others = sqlx::query_as(
        "SELECT registration FROM candidacies WHERE election_id = $1 AND person_id = $2 \
         AND id <> $3 AND state NOT IN ('substituted', 'cancelled')",
    )
    .bind(loaded.election.id.to_string())
    .bind(person.to_string())
    .bind(loaded.id.to_string())
    .fetch_all(conn)
    .await?;
    Ok(others.into_iter().map(|Only(it)| it).collect())
}
