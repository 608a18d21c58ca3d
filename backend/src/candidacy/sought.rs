//! Whether a candidacy is one that is looked for, as it stands now: for the few that the clock has
//! overtaken, of which the columns still say how they stood. `store/search.rs` says the same in SQL.

use conoceles_shared::api::listing::{CandidacySearch, QueueCounts, TurnWanted};
use conoceles_shared::ids::AccountId;
use conoceles_shared::lifecycle::{Process, QueueFlag, State, WaitingAge, WaitsFor};
use conoceles_shared::text::{fold, without_enie};
use conoceles_shared::time::Instant;

use super::LoadedCandidacy;
use super::listing::{Standing, search_name};

/// Who looks for what, and when.
#[derive(Debug, Clone, Copy)]
pub struct Seeker<'a> {
    /// What is looked for.
    pub search: &'a CandidacySearch,
    /// Whose turns are meant.
    pub account: &'a AccountId,
    /// The instant of the request.
    pub now: Instant,
}

/// A candidacy in a process that it has or had, with what lists say of it.
pub struct Placed<'a> {
    loaded: &'a LoadedCandidacy,
    state: State,
    /// What its columns say, or would.
    pub standing: Standing,
}

impl<'a> Placed<'a> {
    /// The candidacy in this process.
    #[must_use]
    pub fn new(loaded: &'a LoadedCandidacy, process: &Process) -> Self {
        Self {
            loaded,
            state: process.state,
            standing: Standing::of(process, &loaded.registration, &loaded.election.setup),
        }
    }

    fn is_free(&self, now: Instant) -> bool {
        self.standing.claim_expires.is_none_or(|it| it <= now)
    }

    /// Whether its turn is this one's, for `account`.
    #[must_use]
    pub fn has_turn(&self, turn: TurnWanted, account: &AccountId, now: Instant) -> bool {
        let it = &self.standing;
        let own_first = it.first_turn_of.as_ref() == Some(account);
        let reviewed = it.waits_for == Some(WaitsFor::Review);
        match turn {
            TurnWanted::Mine => it.holder.as_ref() == Some(account) && !self.is_free(now),
            TurnWanted::Returning => {
                let observed = self.loaded.observed_by.as_ref() == Some(account);
                observed && self.state == State::Resubmitted && !own_first
            }
            TurnWanted::Second => {
                reviewed && it.first_turn_of.is_some() && !own_first && self.is_free(now)
            }
            TurnWanted::Free => {
                let judged = reviewed || it.waits_for == Some(WaitsFor::CorrectionReview);
                judged && !own_first && self.is_free(now)
            }
        }
    }

    /// Everything to look out for.
    #[must_use]
    pub fn flags(&self) -> Vec<QueueFlag> {
        let sent = self.loaded.text_flags.iter();
        self.standing.flags.iter().chain(sent).copied().collect()
    }
}

impl Seeker<'_> {
    /// Whether it is one that is looked for.
    #[must_use]
    pub fn finds(&self, it: &Placed<'_>) -> bool {
        let turn = self.search.turn;
        self.finds_but_for_age_and_turn(it)
            && self.search.age.is_none_or(|age| self.is_of_age(it, age))
            && turn.is_none_or(|turn| it.has_turn(turn, self.account, self.now))
    }

    fn finds_but_for_age_and_turn(&self, it: &Placed<'_>) -> bool {
        let (search, loaded) = (self.search, it.loaded);
        let registration = &loaded.registration;
        let here = search.territory.as_ref().is_none_or(|wanted| {
            wanted.kind == registration.territory_kind && wanted.code == registration.territory_code
        });
        let is = |wanted: bool, is_so: bool| !wanted || is_so;
        here && search
            .election
            .as_ref()
            .is_none_or(|id| *id == loaded.election.id)
            && search
                .actor
                .as_ref()
                .is_none_or(|id| *id == loaded.actor.id)
            && search
                .office
                .is_none_or(|office| office == registration.office)
            && is(!search.states.is_empty(), search.states.contains(&it.state))
            && search
                .waits_for
                .is_none_or(|wanted| it.standing.waits_for == Some(wanted))
            && search.flag.is_none_or(|flag| it.flags().contains(&flag))
            && self.has_words(loaded)
    }

    fn has_words(&self, loaded: &LoadedCandidacy) -> bool {
        let about = [
            search_name(&loaded.registration),
            without_enie(&fold(&loaded.actor.name)),
            without_enie(&fold(&loaded.territory_name())),
        ];
        let words = self.search.words();
        words
            .iter()
            .all(|word| about.iter().any(|it| it.contains(word)))
    }

    fn is_of_age(&self, it: &Placed<'_>, age: WaitingAge) -> bool {
        let setup = &it.loaded.election.setup;
        let since = it.standing.waiting_since;
        since.is_some_and(|since| age.holds(setup.review_due(since), since, self.now))
    }

    /// What it adds to the counts of the queue.
    #[must_use]
    pub fn counts(&self, it: &Placed<'_>) -> QueueCounts {
        if it.standing.waits_for.is_none() || !self.finds_but_for_age_and_turn(it) {
            return QueueCounts::default();
        }
        let held = it.standing.waits_for == Some(WaitsFor::Publication);
        let aged = |age| u32::from(self.is_of_age(it, age));
        let turn = |turn| u32::from(it.has_turn(turn, self.account, self.now));
        QueueCounts {
            waiting: u32::from(!held),
            overdue: aged(WaitingAge::Overdue),
            today: aged(WaitingAge::Today),
            soon: aged(WaitingAge::Soon),
            later: aged(WaitingAge::Later),
            new: aged(WaitingAge::New),
            held: u32::from(held),
            mine: turn(TurnWanted::Mine),
            returning: turn(TurnWanted::Returning),
            second: turn(TurnWanted::Second),
        }
    }
}
