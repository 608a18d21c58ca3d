//! The facts of each candidacy of an election, kept in memory and brought up to date by what changed:
//! whatever is asked, ten thousand processes are read once.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::web;
use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId};
use conoceles_shared::reports::{ActorClock, CandidacyFacts};
use conoceles_shared::time::Instant;
use tokio::runtime::Handle;

use super::store::{self, ChangeMark};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::{bulk, load_candidacy};
use crate::core::error::Failure;
use crate::core::http::off_thread;
use crate::core::state::App;
use crate::elections::{self, ActorRow, ElectionRow};

/// Of how many elections figures are kept: those that run.
const MOST_ELECTIONS: usize = 8;
/// So many candidacies that changed are read one by one; more are read with all others.
const FEW: usize = 48;

/// An election's figures, as of one instant.
#[derive(Clone)]
pub struct ElectionFigures {
    /// The election.
    pub election: Arc<ElectionRow>,
    /// Its actors, by name.
    pub actors: Arc<Vec<ActorRow>>,
    /// What each candidacy contributes.
    pub facts: Arc<Vec<CandidacyFacts>>,
}

impl ElectionFigures {
    /// The actors with their clocks.
    pub fn clocks(&self) -> Vec<ActorClock> {
        let clock = |it: &ActorRow| ActorClock {
            id: it.id.clone(),
            name: it.name.clone(),
            received: it.received,
            capture: capture_dates(it).period(&self.election.setup),
        };
        self.actors.iter().map(clock).collect()
    }

    /// When the first account of any actor was delivered.
    pub fn began(&self) -> Option<Instant> {
        self.actors.iter().filter_map(|it| it.received).min()
    }
}

/// What fixes the capture period of an actor.
pub fn capture_dates(actor: &ActorRow) -> CaptureDates {
    CaptureDates {
        received: actor.received,
        actor_end: actor.capture_end,
        ..CaptureDates::default()
    }
}

/// What of one candidacy is kept, and until when the clock changes nothing of it.
struct KeptFacts {
    version: i64,
    until: Option<Instant>,
    facts: CandidacyFacts,
}

/// What everything kept depends on beside the candidacies themselves.
#[derive(PartialEq, Eq)]
struct Ground {
    election_version: u32,
    actors: Vec<(ActorId, Option<Instant>, Option<Instant>)>,
}

struct Kept {
    ground: Ground,
    mark: ChangeMark,
    of: HashMap<CandidacyId, KeptFacts>,
    figures: ElectionFigures,
    until: Option<Instant>,
}

type Place = Arc<tokio::sync::Mutex<Option<Kept>>>;

/// The figures of the elections that were asked for.
#[derive(Default)]
pub struct Boards(Mutex<HashMap<ElectionId, Place>>);

impl Boards {
    /// The figures of an election at `now`. Whoever asks while they are being reckoned waits for the same.
    ///
    /// # Errors
    /// The database.
    pub async fn of(
        &self,
        app: &web::Data<App>,
        election: Arc<ElectionRow>,
        now: Instant,
    ) -> Result<ElectionFigures, Failure> {
        let place = self.place(&election.id);
        let mut kept = place.lock().await;
        let mut conn = app.db.read().await?;
        let actors = elections::actors(&mut conn, &election.id).await?;
        let mark = store::change_mark(&mut conn, &election.id).await?;
        let ground = Ground {
            election_version: election.version,
            actors: actors
                .iter()
                .map(|it| (it.id.clone(), it.received, it.capture_end))
                .collect(),
        };
        if let Some(kept) = kept
            .as_ref()
            .filter(|it| it.ground == ground && it.mark == mark)
            && kept.until.is_none_or(|it| now < it)
        {
            return Ok(kept.figures.clone());
        }
        let before = kept.take().filter(|it| it.ground == ground);
        drop(conn);
        let of = read_what_changed(app, &election, before.map(|it| it.of), now).await?;
        let figures = ElectionFigures {
            election,
            actors: Arc::new(actors),
            facts: Arc::new(of.values().map(|it| it.facts.clone()).collect()),
        };
        let until = of.values().filter_map(|it| it.until).min();
        *kept = Some(Kept {
            ground,
            mark,
            of,
            figures: figures.clone(),
            until,
        });
        Ok(figures)
    }

    fn place(&self, id: &ElectionId) -> Place {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if places.len() >= MOST_ELECTIONS && !places.contains_key(id) {
            places.clear();
        }
        Arc::clone(places.entry(id.clone()).or_default())
    }
}

/// The facts of every candidacy: those before where nothing changed, the rest read again.
async fn read_what_changed(
    app: &web::Data<App>,
    election: &Arc<ElectionRow>,
    before: Option<HashMap<CandidacyId, KeptFacts>>,
    now: Instant,
) -> Result<HashMap<CandidacyId, KeptFacts>, Failure> {
    let mut conn = app.db.read().await?;
    let observed: HashSet<_> = store::observed_candidacies(&mut conn, &election.id)
        .await?
        .into_iter()
        .collect();
    if let Some(mut of) = before {
        let versions = store::candidacy_versions(&mut conn, &election.id).await?;
        let changed: Vec<_> = versions
            .into_iter()
            .filter(|row| {
                of.get(&row.id).is_none_or(|it| {
                    it.version != row.version || it.until.is_some_and(|it| it <= now)
                })
            })
            .collect();
        if changed.len() <= FEW {
            for row in changed {
                let loaded = load_candidacy(&mut conn, &row.id).await?;
                let loaded = loaded.ok_or_else(Failure::not_found)?;
                of.insert(row.id, kept_facts(&loaded, &observed, now));
            }
            return Ok(of);
        }
    }
    drop(conn);
    // Thousands of processes are decoded by a thread that answers nobody meanwhile.
    let (app, election, here) = (app.clone(), Arc::clone(election), Handle::current());
    off_thread(move || {
        let all = here.block_on(async {
            let mut conn = app.db.read().await?;
            bulk::of_election(&mut conn, &election).await
        })?;
        let facts = all
            .iter()
            .map(|it| (it.id.clone(), kept_facts(it, &observed, now)));
        Ok(facts.collect())
    })
    .await?
}

fn kept_facts(
    loaded: &LoadedCandidacy,
    observed: &HashSet<CandidacyId>,
    now: Instant,
) -> KeptFacts {
    let is_archived = loaded.election.setup.archived;
    let facts = loaded.facts(now);
    let (process, until) = if is_archived {
        (loaded.process.clone(), None)
    } else {
        let until = loaded.process.next_decision_of_the_clock(&facts);
        (loaded.process.in_force(&facts), until)
    };
    KeptFacts {
        version: loaded.version,
        until,
        facts: CandidacyFacts::of(
            &loaded.registration,
            &loaded.actor.id,
            &process,
            loaded.actor.received.is_some(),
            observed.contains(&loaded.id),
        ),
    }
}
