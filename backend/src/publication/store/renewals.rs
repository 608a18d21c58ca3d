//! Published candidacies whose public record names what was edited: found, marked and taken off the list.

use conoceles_shared::api::admin::Registration;
use conoceles_shared::election::TerritoryKind;
use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId, PartyId};
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::Only;

/// How many of those that an edit concerns are named to whoever confirms it.
const EXAMPLES: usize = 5;

/// What public records repeat of something that can be edited.
#[derive(Debug, Clone)]
pub enum NamedInRecords {
    /// Its name, acronym and colour.
    Party(PartyId),
    /// Its name, kind and parties.
    Actor(ActorId),
    /// Its name and date.
    Election(ElectionId),
    /// Its name.
    Territory {
        /// Whose territory.
        election: ElectionId,
        /// Codes repeat between kinds.
        kind: TerritoryKind,
        /// In the election's catalogue.
        code: String,
    },
}

/// The same three questions about each kind of thing; `$1` is [`NamedInRecords::key`].
struct Statements {
    count: &'static str,
    examples: &'static str,
    mark: &'static str,
}

macro_rules! statements {
    ($condition:literal) => {
        Statements {
            count: concat!(
                "SELECT COUNT(*) FROM candidacies c WHERE c.state = 'published' AND ",
                $condition
            ),
            examples: concat!(
                "SELECT c.registration FROM candidacies c WHERE c.state = 'published' AND ",
                $condition,
                " ORDER BY c.name_key, c.id LIMIT 5"
            ),
            mark: concat!(
                "INSERT INTO public_renewals (candidacy_id, marked_at) \
                 SELECT c.id, $2 FROM candidacies c WHERE c.state = 'published' AND ",
                $condition,
                " ON CONFLICT (candidacy_id) DO NOTHING"
            ),
        }
    };
}

const OF_PARTY: Statements =
    statements!("c.actor_id IN (SELECT a.id FROM actors a WHERE a.party_ids LIKE $1)");
const OF_ACTOR: Statements = statements!("c.actor_id = $1");
const OF_ELECTION: Statements = statements!("c.election_id = $1");
const OF_TERRITORY: Statements = statements!("c.election_id || c.registration LIKE $1");

impl NamedInRecords {
    const fn statements(&self) -> &'static Statements {
        match self {
            Self::Party(_) => &OF_PARTY,
            Self::Actor(_) => &OF_ACTOR,
            Self::Election(_) => &OF_ELECTION,
            Self::Territory { .. } => &OF_TERRITORY,
        }
    }

    fn key(&self) -> String {
        match self {
            Self::Party(id) => format!("%\"{id}\"%"),
            Self::Actor(id) => id.to_string(),
            Self::Election(id) => id.to_string(),
            // As a registration is stored. Ids and codes hold no wildcard but `_`, which at worst renews
            // a record that says the same.
            Self::Territory {
                election,
                kind,
                code,
            } => format!(
                "{election}%\"territory_kind\":\"{}\",\"territory_code\":\"{code}\"%",
                kind.code()
            ),
        }
    }
}

/// How many published candidacies name this in their record, and the names of the first of them.
pub async fn records_that_name(
    conn: Conn<'_>,
    named: &NamedInRecords,
) -> Result<(u64, Vec<String>), Failure> {
    let statements = named.statements();
    let Only(count): Only<u64> = sqlx::query_as(statements.count)
        .bind(named.key())
        .fetch_one(&mut *conn)
        .await?;
    let first: Vec<Only<Registration>> = sqlx::query_as(statements.examples)
        .bind(named.key())
        .fetch_all(conn)
        .await?;
    let names = first.into_iter().take(EXAMPLES);
    Ok((count, names.map(|Only(it)| it.full_name()).collect()))
}

/// Marks every published candidacy whose record names this: each gets a new version.
pub async fn mark_for_renewal(
    conn: Conn<'_>,
    named: &NamedInRecords,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(named.statements().mark)
        .bind(named.key())
        .bind(store_instant(now))
        .execute(conn)
        .await?;
    Ok(())
}

/// Those that wait for their new version, who waits longest first.
pub async fn marked_for_renewal(conn: Conn<'_>) -> Result<Vec<CandidacyId>, Failure> {
    let all =
        sqlx::query_as("SELECT candidacy_id FROM public_renewals ORDER BY marked_at, candidacy_id")
            .fetch_all(conn)
            .await?;
    Ok(all.into_iter().map(|Only(id)| id).collect())
}

/// Takes the mark off; whether there was one.
pub async fn unmark(conn: Conn<'_>, candidacy: &CandidacyId) -> Result<bool, Failure> {
    let done = sqlx::query("DELETE FROM public_renewals WHERE candidacy_id = $1")
        .bind(candidacy.to_string())
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}
