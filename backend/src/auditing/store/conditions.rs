//! What an entry must meet to be read: what its reader may read of, and what was asked for.

use chrono::Duration;
use conoceles_shared::api::audit::AuditSearch;
use conoceles_shared::audit::{AuditAction, AuditSight};
use conoceles_shared::ids::{AccountId, ActorId, CandidacyId};
use conoceles_shared::permissions::Role;
use conoceles_shared::text::spanish_sort_key;
use conoceles_shared::time::{end_of_day, start_of_day};

use crate::core::ids::least_id_at;

/// Who reads.
#[derive(Debug, Clone)]
pub struct AuditReader {
    /// Whose request it is.
    pub account: AccountId,
    /// By which they read their part.
    pub role: Role,
    /// The actor that an operator works for.
    pub actor: Option<ActorId>,
}

/// Conditions that must all hold, each a fixed text, and the values that they compare with.
#[derive(Debug, Default)]
pub struct Conditions {
    all: Vec<String>,
    /// In the order of their placeholders.
    pub values: Vec<String>,
}

impl Conditions {
    /// Of what `reader` may read, and asked for; `people` are those that `who` of the search means.
    pub fn of(reader: &AuditReader, search: &AuditSearch, people: Option<&[AccountId]>) -> Self {
        let mut found = Self::default();
        found.of_role(reader);
        if let Some(people) = people {
            found.of_people(people);
        }
        found.of_search(search);
        found
    }

    /// Of the places and days asked for alone, for counts that tell of nobody.
    pub fn of_counts(search: &AuditSearch) -> Self {
        let mut found = Self::default();
        found.of_search(search);
        found
    }

    /// As the end of a statement on a table called `a`; nothing where everything fits.
    pub fn to_sql(&self) -> String {
        if self.all.is_empty() {
            String::new()
        } else {
            format!(" WHERE {}", self.all.join(" AND "))
        }
    }

    /// The placeholder of one more value.
    fn value(&mut self, value: impl Into<String>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn must(&mut self, condition: String) {
        self.all.push(condition);
    }

    fn is_one_of(&mut self, actions: impl Iterator<Item = AuditAction>) -> String {
        let places: Vec<_> = actions.map(|it| self.value(it.code())).collect();
        if places.is_empty() {
            // No action is called nothing.
            "a.action = ''".to_owned()
        } else {
            format!("a.action IN ({})", places.join(", "))
        }
    }

    fn of_role(&mut self, reader: &AuditReader) {
        if reader.role != Role::Admin {
            let of_role = self.is_one_of(AuditAction::read_by(reader.role));
            self.must(of_role);
        }
        if reader.role.audit_sight() == AuditSight::OwnActor {
            let actor = self.value(reader.actor.as_ref().map_or("", ActorId::as_str));
            let own = self.value(reader.account.as_str());
            self.must(format!(
                "(a.account_id = {own} OR a.candidacy_id IN \
                 (SELECT o.id FROM candidacies o WHERE o.actor_id = {actor}))"
            ));
        }
        if reader.role.is_kept_from_turns() {
            self.unless_of_anothers_turn(&reader.account);
        }
    }

    /// The second person must not learn what the first one decided. A review is over where everything
    /// was approved; what was observed comes back with the approvals that it had, and what ended may
    /// be reinstated with them. Of a correction, a decision waits for its conclusion.
    fn unless_of_anothers_turn(&mut self, reader: &AccountId) {
        let turns = AuditAction::ALL.iter().copied();
        let of_a_turn = self.is_one_of(turns.filter(|it| it.is_of_a_turn()));
        let own = self.value(reader.as_str());
        let decided = self.value(AuditAction::SectionDecided.code());
        let concluded = self.value(AuditAction::ReviewConcluded.code());
        self.must(format!(
            "(NOT {of_a_turn} OR a.account_id = {own} OR (\
             EXISTS (SELECT 1 FROM candidacies r WHERE r.id = a.candidacy_id \
             AND r.state IN ('approved', 'published', 'closed')) \
             AND (a.action <> {decided} OR EXISTS (SELECT 1 FROM audit l \
             WHERE l.candidacy_id = a.candidacy_id AND l.id > a.id AND l.action = {concluded}))))"
        ));
    }

    fn of_search(&mut self, search: &AuditSearch) {
        if let Some(action) = search.action {
            let action = self.value(action.code());
            self.must(format!("a.action = {action}"));
        }
        if let Some(area) = search.area {
            let all = AuditAction::ALL.iter().copied();
            let of_area = self.is_one_of(all.filter(|it| it.area() == area));
            self.must(of_area);
        }
        if let Some(candidacy) = &search.candidacy {
            self.of_candidacy(candidacy);
        }
        if let Some(election) = &search.election {
            let election = self.value(election.as_str());
            self.must(format!("a.election_id = {election}"));
        }
        if let Some(day) = search.from {
            let first = self.value(least_id_at(start_of_day(day)));
            self.must(format!("a.id >= {first}"));
        }
        if let Some(day) = search.until {
            // The end of a day is its last second.
            let after = self.value(least_id_at(end_of_day(day) + Duration::seconds(1)));
            self.must(format!("a.id < {after}"));
        }
        if let Some(before) = &search.before {
            let before = self.value(before.as_str());
            self.must(format!("a.id < {before}"));
        }
    }

    fn of_people(&mut self, people: &[AccountId]) {
        let places: Vec<_> = people.iter().map(|it| self.value(it.as_str())).collect();
        // Nobody is called like that, or nobody that the reader may look for.
        let places = if places.is_empty() {
            "''".to_owned()
        } else {
            places.join(", ")
        };
        self.must(format!("a.account_id IN ({places})"));
    }

    fn of_candidacy(&mut self, candidacy: &str) {
        if let Ok(id) = candidacy.parse::<CandidacyId>() {
            let id = self.value(id.as_str());
            self.must(format!("a.candidacy_id = {id}"));
            return;
        }
        let key = spanish_sort_key(candidacy);
        if key.is_empty() {
            // Signs alone are nobody's name.
            self.must("a.candidacy_id = ''".to_owned());
            return;
        }
        let words: Vec<_> = key.split(' ').map(contains).collect();
        let words: Vec<_> = words.into_iter().map(|it| self.value(it)).collect();
        let each: Vec<_> = words
            .iter()
            .map(|it| format!("n.name_key LIKE {it}"))
            .collect();
        self.must(format!(
            "a.candidacy_id IN (SELECT n.id FROM candidacies n WHERE {})",
            each.join(" AND ")
        ));
    }
}

/// A pattern of what has this word in it. What patterns are made of matches any one character.
fn contains(word: &str) -> String {
    format!("%{}%", word.replace(['%', '_', '\\'], "_"))
}
