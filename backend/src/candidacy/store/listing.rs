//! What lists are ordered and filtered by, in the database: written here and nowhere else, but where many
//! candidacies are inserted at once, by the columns and values that stand here.

use conoceles_shared::api::admin::Registration;
use conoceles_shared::ids::{AccountId, CandidacyId, ElectionId};
use conoceles_shared::lifecycle::{Process, QueueFlag, State};
use sqlx::Any;
use sqlx::any::AnyArguments;
use sqlx::query::Query;

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::listing::{Standing, flags_column, search_name};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;
use crate::core::store::{is_marked, set_mark};
use crate::elections::{self, ElectionRow};

/// Says that everything stored before is listed.
const MARK: &str = "candidacies_are_listed";

row! {
    /// The documents that a candidacy is listed by.
    struct ListedRow from listed_columns! {
        id: CandidacyId = "c.id",
        election: ElectionId = "c.election_id",
        process: Process = "c.process",
        registration: Registration = "c.registration",
    }
}

const ONE: &str = concat!(
    "SELECT ",
    listed_columns!(),
    " FROM candidacies c WHERE c.id = $1"
);
const OF_ELECTION: &str = concat!(
    "SELECT ",
    listed_columns!(),
    " FROM candidacies c WHERE c.election_id = $1"
);
const IN_QUEUE: &str = concat!(
    "SELECT ",
    listed_columns!(),
    " FROM candidacies c WHERE c.queue_key IS NOT NULL AND c.election_id = $1"
);

/// Whether everything stored before lists were kept is listed.
pub async fn is_relisted(conn: Conn<'_>) -> Result<bool, Failure> {
    is_marked(conn, MARK).await
}

/// Lists every candidacy by its documents, and says so.
pub async fn relist_everything(conn: Conn<'_>) -> Result<(), Failure> {
    for election in elections::elections(&mut *conn).await? {
        let rows: Vec<ListedRow> = sqlx::query_as(OF_ELECTION)
            .bind(election.id.to_string())
            .fetch_all(&mut *conn)
            .await?;
        for row in rows {
            list_registration(&mut *conn, &row.id, &row.registration).await?;
            let standing = Standing::of(&row.process, &row.registration, &election.setup);
            store_standing(&mut *conn, &row.id, &standing).await?;
        }
    }
    sqlx::query(
        "UPDATE candidacies SET observed_by = (SELECT o.account_id FROM observations o \
         WHERE o.candidacy_id = candidacies.id ORDER BY o.at DESC, o.id DESC LIMIT 1)",
    )
    .execute(&mut *conn)
    .await?;
    set_mark(conn, MARK).await
}

/// Lists a new candidacy, or one whose registration changed.
///
/// # Errors
/// There is no such candidacy.
pub async fn list_candidacy(conn: Conn<'_>, id: &CandidacyId) -> Result<(), Failure> {
    let row: ListedRow = sqlx::query_as(ONE)
        .bind(id.to_string())
        .fetch_one(&mut *conn)
        .await?;
    list_registration(&mut *conn, id, &row.registration).await?;
    let election = elections::election(&mut *conn, &row.election)
        .await?
        .ok_or_else(|| Failure::internal("candidacies: an election that is not there"))?;
    let standing = Standing::of(&row.process, &row.registration, &election.setup);
    store_standing(conn, id, &standing).await
}

/// Gives what waits the places that an election's new dates and terms give it.
pub async fn list_by_new_setup(conn: Conn<'_>, election: &ElectionRow) -> Result<(), Failure> {
    let rows: Vec<ListedRow> = sqlx::query_as(IN_QUEUE)
        .bind(election.id.to_string())
        .fetch_all(&mut *conn)
        .await?;
    for row in rows {
        let standing = Standing::of(&row.process, &row.registration, &election.setup);
        store_standing(&mut *conn, &row.id, &standing).await?;
    }
    Ok(())
}

/// Lists a candidacy by its next process, where that says anything new.
pub(super) async fn list_by_next(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    next: &Process,
) -> Result<(), Failure> {
    let setup = &loaded.election.setup;
    let before = Standing::of(&loaded.process, &loaded.registration, setup);
    let standing = Standing::of(next, &loaded.registration, setup);
    if standing != before {
        store_standing(&mut *conn, &loaded.id, &standing).await?;
    }
    let observed = next.state == State::Observed && loaded.process.state == State::InReview;
    if let Some(claim) = loaded.process.claim.as_ref().filter(|_| observed) {
        note_observer(conn, &loaded.id, &claim.by).await?;
    }
    Ok(())
}

/// A statement that is being given its values.
pub type BoundQuery<'q> = Query<'q, Any, AnyArguments>;

/// The columns of a registration, in the order of [`bind_registration`].
pub const REGISTRATION_COLUMNS: &str =
    "office, territory_kind, territory_code, sex, role, search_name";

/// The columns of how a candidacy stands, in the order of [`bind_standing`].
pub const STANDING_COLUMNS: &str = "waits_for, waiting_since, queue_key, holder, claim_expires, \
     first_turn_of, incomplete, flags, clock_at";

/// The values of [`REGISTRATION_COLUMNS`].
pub fn bind_registration<'q>(query: BoundQuery<'q>, registration: &Registration) -> BoundQuery<'q> {
    query
        .bind(registration.office.code().to_owned())
        .bind(registration.territory_kind.code().to_owned())
        .bind(registration.territory_code.clone())
        .bind(registration.sex.code().to_owned())
        .bind(registration.role.code().to_owned())
        .bind(search_name(registration))
}

/// The values of [`STANDING_COLUMNS`].
pub fn bind_standing<'q>(query: BoundQuery<'q>, standing: &Standing) -> BoundQuery<'q> {
    query
        .bind(standing.waits_for.map(|it| it.code().to_owned()))
        .bind(standing.waiting_since.map(store_instant))
        .bind(standing.queue_key.clone())
        .bind(standing.holder.as_ref().map(ToString::to_string))
        .bind(standing.claim_expires.map(store_instant))
        .bind(standing.first_turn_of.as_ref().map(ToString::to_string))
        .bind(i64::from(standing.incomplete))
        .bind(flags_column(&standing.flags))
        .bind(standing.clock_at.map(store_instant))
}

async fn list_registration(
    conn: Conn<'_>,
    id: &CandidacyId,
    registration: &Registration,
) -> Result<(), Failure> {
    let query = sqlx::query(
        "UPDATE candidacies SET office = $2, territory_kind = $3, territory_code = $4, sex = $5, \
         role = $6, search_name = $7 WHERE id = $1",
    )
    .bind(id.to_string());
    bind_registration(query, registration).execute(conn).await?;
    Ok(())
}

async fn store_standing(
    conn: Conn<'_>,
    id: &CandidacyId,
    standing: &Standing,
) -> Result<(), Failure> {
    let query = sqlx::query(
        "UPDATE candidacies SET waits_for = $2, waiting_since = $3, queue_key = $4, holder = $5, \
         claim_expires = $6, first_turn_of = $7, incomplete = $8, flags = $9, clock_at = $10 \
         WHERE id = $1",
    )
    .bind(id.to_string());
    bind_standing(query, standing).execute(conn).await?;
    Ok(())
}

async fn note_observer(conn: Conn<'_>, id: &CandidacyId, by: &AccountId) -> Result<(), Failure> {
    sqlx::query("UPDATE candidacies SET observed_by = $2 WHERE id = $1")
        .bind(id.to_string())
        .bind(by.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Replaces the flags that come from what was sent.
pub async fn flag_what_was_sent(
    conn: Conn<'_>,
    id: &CandidacyId,
    flags: &[QueueFlag],
) -> Result<(), Failure> {
    sqlx::query("UPDATE candidacies SET text_flags = $2 WHERE id = $1")
        .bind(id.to_string())
        .bind(flags_column(flags))
        .execute(conn)
        .await?;
    Ok(())
}
