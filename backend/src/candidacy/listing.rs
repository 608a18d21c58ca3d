//! What lists of candidacies are ordered and filtered by, reckoned from the documents of a candidacy
//! (`docs/decisions/0044-listed-candidacies.md`).

use conoceles_shared::api::admin::Registration;
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::AccountId;
use conoceles_shared::lifecycle::{Process, QueueFlag, WaitsFor};
use conoceles_shared::text::{fold, without_enie};
use conoceles_shared::time::Instant;

/// What follows for lists from how a candidacy stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What it waits for, if it is in the queue.
    pub waits_for: Option<WaitsFor>,
    /// Since when a reviewer is waited for.
    pub waiting_since: Option<Instant>,
    /// Its place in the queue.
    pub queue_key: Option<String>,
    /// Who holds the turn.
    pub holder: Option<AccountId>,
    /// Until when.
    pub claim_expires: Option<Instant>,
    /// Who is not to take the turn, where two have to.
    pub first_turn_of: Option<AccountId>,
    /// Sent by the end of the period with sections missing.
    pub incomplete: bool,
    /// What of its process is to be looked out for.
    pub flags: Vec<QueueFlag>,
    /// From when on the clock may change it, by what its own process says.
    pub clock_at: Option<Instant>,
}

impl Standing {
    /// How a candidacy with this process stands in an election. Nothing of an archive waits.
    #[must_use]
    pub fn of(process: &Process, registration: &Registration, setup: &ElectionSetup) -> Self {
        let waits_for = process.waits_for().filter(|_| !setup.archived);
        let held = waits_for == Some(WaitsFor::Publication);
        let since = process
            .waiting_since()
            .filter(|_| waits_for.is_some() && !held);
        let publishes_at = setup.publication_starts(registration.office);
        let place = match waits_for {
            None => None,
            Some(WaitsFor::Publication) => Some(held_place(publishes_at)),
            Some(_) => since.map(|it| place_by_due(setup.review_due(it), it)),
        };
        let holder = process.turn_holder();
        let first_turn_of = process.first_turn_of();
        Self {
            waits_for,
            waiting_since: since,
            queue_key: place,
            holder: holder.map(|it| it.0.clone()),
            claim_expires: holder.map(|it| it.1),
            first_turn_of: first_turn_of.filter(|_| setup.settings.four_eyes).cloned(),
            incomplete: process.incomplete,
            flags: process.queue_flags(),
            clock_at: process.clock_changes_it_from().filter(|_| !setup.archived),
        }
    }
}

/// The digits of an instant: of one width, so that their order is that of time.
fn digits(at: Instant) -> String {
    format!("{:020}", at.timestamp_micros().max(0))
}

/// The place of what is due: first what is due first, of that what waits longest.
fn place_by_due(due: Instant, since: Instant) -> String {
    format!("{DUE}{}{}", digits(due), digits(since))
}

/// The place of what waits for its date, after everything that is due.
fn held_place(publishes_at: Option<Instant>) -> String {
    format!("{HELD}{}", publishes_at.map(digits).unwrap_or_default())
}

/// Begins the places of what is due.
const DUE: &str = "0";
/// Begins the places of what waits for its date: greater than any of what is due.
pub const HELD: &str = "1";

/// Every place of what is due before `at` is less than this, no other is.
#[must_use]
pub fn place_before_due(at: Instant) -> String {
    format!("{DUE}{}", digits(at))
}

/// A name as it is searched for.
#[must_use]
pub fn search_name(registration: &Registration) -> String {
    without_enie(&fold(&registration.full_name()))
}

/// Flags as a column holds them: each between commas.
#[must_use]
pub fn flags_column(flags: &[QueueFlag]) -> String {
    let codes: String = flags.iter().map(|it| format!("{it},")).collect();
    format!(",{codes}")
}

/// The flags that a column holds; what it does not know is left out.
#[must_use]
pub fn flags_of(column: &str) -> Vec<QueueFlag> {
    column.split(',').filter_map(|it| it.parse().ok()).collect()
}

#[cfg(test)]
#[path = "listing_tests.rs"]
mod listing_tests;
