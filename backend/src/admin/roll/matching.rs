//! Which row is which candidacy that is there already.

use std::collections::{HashMap, HashSet};

use conoceles_shared::catalogues::{Office, Role};
use conoceles_shared::ids::{ActorId, PersonId};
use conoceles_shared::names::name_key;

use super::known::KnownElection;
use super::rows::{ReadRow, RowPlace};
use super::seats::has_left_place;

/// Somebody in a contest: the same name, however it is written, in the same place.
type Named = (ActorId, Office, String, Role, String);
/// A person in a contest.
type Standing = (PersonId, Office, String, Role);

/// The candidacies of an election by what a row may say of them.
#[derive(Debug, Default)]
pub struct Matcher {
    by_person: HashMap<PersonId, Vec<usize>>,
    by_standing: HashMap<Standing, usize>,
    by_name: HashMap<Named, usize>,
    rows_of_person: HashMap<PersonId, usize>,
    taken: HashSet<usize>,
}

impl Matcher {
    /// Of the candidacies that have not left their place, for these rows.
    #[must_use]
    pub fn of(known: &KnownElection, rows: &[ReadRow]) -> Self {
        let mut matcher = Self::default();
        for (at, it) in known.candidacies.iter().enumerate() {
            let loaded = &it.loaded;
            if has_left_place(loaded.process.state) {
                continue;
            }
            let own = &loaded.registration;
            let (office, territory, role) = (own.office, own.territory_code.clone(), own.role);
            let of_person = matcher.by_person.entry(loaded.person.clone());
            of_person.or_default().push(at);
            let standing = (loaded.person.clone(), office, territory.clone(), role);
            matcher.by_standing.insert(standing, at);
            let name = name_key(&own.full_name());
            let actor = loaded.actor.id.clone();
            let _ = matcher
                .by_name
                .entry((actor, office, territory, role, name))
                .or_insert(at);
        }
        for person in rows.iter().filter_map(|it| it.person.as_ref()) {
            *matcher.rows_of_person.entry(person.clone()).or_default() += 1;
        }
        matcher
    }

    /// The candidacy of a row, by its place in the list, which no later row gets: by person and place; by
    /// person and office, who stands once in the file and once in the election; by name and place.
    pub fn take(
        &mut self,
        known: &KnownElection,
        row: &ReadRow,
        place: &RowPlace,
    ) -> Option<usize> {
        let found = self.find(known, row, place)?;
        self.taken.insert(found).then_some(found)
    }

    fn find(&self, known: &KnownElection, row: &ReadRow, place: &RowPlace) -> Option<usize> {
        let RowPlace {
            office,
            territory,
            role,
            ..
        } = place;
        if let Some(person) = &row.person {
            let standing = (person.clone(), *office, territory.clone(), *role);
            if let Some(found) = self.by_standing.get(&standing) {
                return Some(*found);
            }
            let own = self.by_person.get(person).map(Vec::as_slice);
            if let (Some([only]), Some(1)) = (own, self.rows_of_person.get(person)) {
                // For another office one person may stand as well.
                let of_office = known.candidacies.get(*only);
                let same = of_office.is_some_and(|it| it.loaded.registration.office == *office);
                if same {
                    return Some(*only);
                }
            }
        }
        let actor = known.actors.get(place.actor)?.id.clone();
        let name = name_key(&full_name(row));
        let named = (actor, *office, territory.clone(), *role, name);
        let found = self.by_name.get(&named).copied()?;
        // A namesake takes nobody's candidacy who is in the file as well, on whichever row.
        let stored = &known.candidacies.get(found)?.loaded.person;
        let another = row.person.as_ref().is_some_and(|it| it != stored);
        (!another || !self.rows_of_person.contains_key(stored)).then_some(found)
    }

    /// Whether a candidacy is that of some row.
    #[must_use]
    pub fn is_taken(&self, at: usize) -> bool {
        self.taken.contains(&at)
    }

    /// Another candidacy of a person for the same office, territory and role.
    #[must_use]
    pub fn other_of_person(
        &self,
        person: &PersonId,
        place: &RowPlace,
        own: Option<usize>,
    ) -> Option<usize> {
        let standing = (
            person.clone(),
            place.office,
            place.territory.clone(),
            place.role,
        );
        let found = self.by_standing.get(&standing).copied();
        found.filter(|it| Some(*it) != own)
    }
}

/// The whole name that a row says.
#[must_use]
pub fn full_name(row: &ReadRow) -> String {
    let second = row.second_surname.iter().flatten();
    let parts = [&row.given_names, &row.first_surname]
        .into_iter()
        .chain(second);
    let parts: Vec<&str> = parts.map(String::as_str).collect();
    parts.join(" ")
}
