//! Who took whose place, in the database.

use std::collections::HashMap;

use conoceles_shared::api::admin::Registration;
use conoceles_shared::api::seat::{SeatHistory, SeatHolder};
use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId};

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    /// A substitution: the one that left, the one that came.
    struct SubstitutionRow from substitution_columns! {
        left: CandidacyId = "b.id",
        left_registration: Registration = "b.registration",
        came: CandidacyId = "c.id",
        came_registration: Registration = "c.registration",
    }
}

macro_rules! substitutions_where {
    ($condition:literal) => {
        concat!(
            "SELECT ",
            substitution_columns!(),
            " FROM candidacies c JOIN candidacies b ON b.id = c.substitutes \
             WHERE c.state <> 'cancelled' AND ",
            $condition
        )
    };
}

const OF_ONE: &str = substitutions_where!("(c.id = $1 OR b.id = $1)");
const OF_ALL: &str = substitutions_where!("(c.actor_id = $1 OR b.actor_id = $1)");
const OF_ELECTION: &str = substitutions_where!("c.election_id = $1");

/// Whose place a candidacy took, and who took its own; a cancelled one took nobody's.
pub async fn seat_history(conn: Conn<'_>, id: &CandidacyId) -> Result<SeatHistory, Failure> {
    let rows: Vec<SubstitutionRow> = sqlx::query_as(OF_ONE)
        .bind(id.to_string())
        .fetch_all(conn)
        .await?;
    Ok(by_candidacy(rows).remove(id).unwrap_or_default())
}

/// The same of each of an actor's candidacies that had a part in one.
pub async fn seat_histories_of_actor(
    conn: Conn<'_>,
    actor: &ActorId,
) -> Result<HashMap<CandidacyId, SeatHistory>, Failure> {
    let rows: Vec<SubstitutionRow> = sqlx::query_as(OF_ALL)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?;
    Ok(by_candidacy(rows))
}

/// The same of each of an election's.
pub async fn seat_histories_of_election(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<HashMap<CandidacyId, SeatHistory>, Failure> {
    let rows: Vec<SubstitutionRow> = sqlx::query_as(OF_ELECTION)
        .bind(election.to_string())
        .fetch_all(conn)
        .await?;
    Ok(by_candidacy(rows))
}

fn by_candidacy(rows: Vec<SubstitutionRow>) -> HashMap<CandidacyId, SeatHistory> {
    let mut found: HashMap<CandidacyId, SeatHistory> = HashMap::new();
    for row in rows {
        let left = SeatHolder {
            id: row.left.clone(),
            name: row.left_registration.full_name(),
        };
        let came = SeatHolder {
            id: row.came.clone(),
            name: row.came_registration.full_name(),
        };
        found.entry(row.came).or_default().substitutes = Some(left);
        found.entry(row.left).or_default().substituted_by = Some(came);
    }
    found
}
