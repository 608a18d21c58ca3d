//! Candidacies that the clock has overtaken and the sweep has not stored yet, or is about to, and those that
//! stand still, found without loading the others: few, but around the end of a period that thousands have
//! in common.

use std::sync::Arc;

use conoceles_shared::catalogues::Office;
use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::ActorId;
use conoceles_shared::time::{Instant, is_past_grace};

use super::bulk::UNENDED_OF_ELECTION;
use super::by_ids::with_all_references;
use super::{CandidacyRow, LoadedCandidacy, candidacy_columns};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;
use crate::elections::{self, ElectionRow};

row! {
    /// What a capture period comes from that is an actor's.
    struct CapturingActorRow from capturing_columns! {
        id: ActorId = "a.id",
        received: Option<Instant> = "a.received_at",
        capture_end: Option<Instant> = "a.capture_end",
    }
}

const CAPTURING: &str = concat!(
    "SELECT ",
    capturing_columns!(),
    " FROM actors a WHERE a.election_id = $1 AND a.id IN (SELECT c.actor_id FROM candidacies c \
     WHERE c.state IN ('registered', 'in_capture') AND c.election_id = $1)"
);
const CAPTURED_OF_ACTOR: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c WHERE c.state IN ('registered', 'in_capture') AND c.election_id = $1 \
     AND c.actor_id = $2"
);
/// Those with a period of their own that may be over: which it is depends on the later of both ends.
const CAPTURED_ALONE: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c WHERE c.state IN ('registered', 'in_capture') AND c.election_id = $1 \
     AND (c.own_end IS NOT NULL OR c.extended_end IS NOT NULL) \
     AND COALESCE(c.own_end, '') <= $2 AND COALESCE(c.extended_end, '') <= $2"
);
const APPROVED_FOR_OFFICE: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c WHERE c.state = 'approved' AND c.election_id = $1 AND c.office = $2"
);
const BY_THEIR_CLOCK: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c WHERE c.clock_at IS NOT NULL AND c.clock_at <= $2 AND c.election_id = $1"
);

/// Those whose first consent was revoked at some time: it may be given again.
const ONCE_REVOKED: &str = concat!(
    "SELECT ",
    candidacy_columns!(),
    " FROM candidacies c WHERE c.election_id = $1 \
     AND c.state NOT IN ('substituted', 'cancelled', 'closed') AND EXISTS (SELECT 1 FROM consents s \
     WHERE s.candidacy_id = c.id AND s.kind = 'treatment' AND s.granted = 0)"
);

/// The elections that are no archives, the newest first.
pub async fn elections_under_way(conn: Conn<'_>) -> Result<Vec<Arc<ElectionRow>>, Failure> {
    let all = elections::elections(conn).await?;
    let under_way = all.into_iter().filter(|it| !it.setup.archived);
    Ok(under_way.map(Arc::new).collect())
}

/// The candidacies of these elections that stand otherwise at `now` than they are stored.
pub async fn overtaken_by_clock(
    conn: Conn<'_>,
    elections: &[Arc<ElectionRow>],
    now: Instant,
) -> Result<Vec<LoadedCandidacy>, Failure> {
    let mut found = Vec::new();
    for election in elections {
        let mut rows = if is_past_grace(election.setup.publication_ends(), now) {
            of_election(&mut *conn, UNENDED_OF_ELECTION, election, None).await?
        } else {
            perhaps_overtaken(&mut *conn, election, now).await?
        };
        each_once(&mut rows);
        found.extend(with_all_references(&mut *conn, elections, rows).await?);
    }
    found.retain(|it| it.in_force(now) != it.process);
    Ok(found)
}

/// The candidacies of these elections of which a period that they are in ends by `by`, among others.
pub async fn ending_by(
    conn: Conn<'_>,
    elections: &[Arc<ElectionRow>],
    by: Instant,
) -> Result<Vec<LoadedCandidacy>, Failure> {
    let mut found = Vec::new();
    for election in elections {
        let mut rows = with_an_end_by(&mut *conn, election, by).await?;
        each_once(&mut rows);
        found.extend(with_all_references(&mut *conn, elections, rows).await?);
    }
    Ok(found)
}

/// The candidacies of these elections that have not ended and whose first consent is or was revoked.
pub async fn once_revoked(
    conn: Conn<'_>,
    elections: &[Arc<ElectionRow>],
) -> Result<Vec<LoadedCandidacy>, Failure> {
    let mut found = Vec::new();
    for election in elections {
        let rows = of_election(&mut *conn, ONCE_REVOKED, election, None).await?;
        found.extend(with_all_references(&mut *conn, elections, rows).await?);
    }
    Ok(found)
}

fn each_once(rows: &mut Vec<CandidacyRow>) {
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    rows.dedup_by(|a, b| a.id == b.id);
}

async fn perhaps_overtaken(
    conn: Conn<'_>,
    election: &ElectionRow,
    now: Instant,
) -> Result<Vec<CandidacyRow>, Failure> {
    let mut rows = with_an_end_by(&mut *conn, election, now).await?;
    for office in &election.setup.offices {
        if is_public(*office, election, now) {
            let code = Some(office.code().to_owned());
            rows.extend(of_election(&mut *conn, APPROVED_FOR_OFFICE, election, code).await?);
        }
    }
    Ok(rows)
}

/// Those with a turn, a time to answer, a correction or a capture period that ends by `by`.
async fn with_an_end_by(
    conn: Conn<'_>,
    election: &ElectionRow,
    by: Instant,
) -> Result<Vec<CandidacyRow>, Failure> {
    let at = || Some(store_instant(by));
    let mut rows = of_election(&mut *conn, BY_THEIR_CLOCK, election, at()).await?;
    rows.extend(of_election(&mut *conn, CAPTURED_ALONE, election, at()).await?);
    let actors: Vec<CapturingActorRow> = sqlx::query_as(CAPTURING)
        .bind(election.id.to_string())
        .fetch_all(&mut *conn)
        .await?;
    for actor in actors
        .iter()
        .filter(|it| its_period_is_over(it, election, by))
    {
        let id = Some(actor.id.to_string());
        rows.extend(of_election(&mut *conn, CAPTURED_OF_ACTOR, election, id).await?);
    }
    Ok(rows)
}

fn its_period_is_over(actor: &CapturingActorRow, election: &ElectionRow, now: Instant) -> bool {
    let dates = CaptureDates {
        received: actor.received,
        actor_end: actor.capture_end,
        ..CaptureDates::default()
    };
    let period = dates.period(&election.setup);
    period.is_some_and(|it| it.is_past_grace(now))
}

fn is_public(office: Office, election: &ElectionRow, now: Instant) -> bool {
    let starts = election.setup.publication_starts(office);
    starts.is_none_or(|it| it <= now)
}

async fn of_election(
    conn: Conn<'_>,
    query: &'static str,
    election: &ElectionRow,
    other: Option<String>,
) -> Result<Vec<CandidacyRow>, Failure> {
    let mut query = sqlx::query_as(query).bind(election.id.to_string());
    if let Some(value) = other {
        query = query.bind(value);
    }
    Ok(query.fetch_all(conn).await?)
}
