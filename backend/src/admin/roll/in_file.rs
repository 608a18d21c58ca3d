//! What two rows of a file cannot both have.

use std::collections::HashMap;

use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::roll::RollField;
use conoceles_shared::ids::PersonId;
use conoceles_shared::names::name_key;

use super::columns::Layout;
use super::matching::full_name;
use super::rows::{ReadRow, RowPlace};
use super::seats::Seat;

/// What earlier rows of the file have taken.
#[derive(Default)]
pub struct InFile {
    persons: HashMap<PersonId, (u32, String)>,
    standing: HashMap<(PersonId, RowPlace), u32>,
    named: HashMap<(RowPlace, String), u32>,
    seats: HashMap<Seat, (u32, String)>,
}

impl InFile {
    /// What of a row an earlier one has already: the candidacy, or the CURP with another name.
    pub fn twice(&mut self, layout: &Layout, row: &ReadRow) -> Vec<BulkIssue> {
        let name = name_key(&full_name(row));
        let mut found = Vec::new();
        if let Some(person) = &row.person {
            let first = self.persons.entry(person.clone());
            let (first, of) = first.or_insert_with(|| (row.number, name.clone()));
            if *first != row.number && *of != name {
                let detail = format!("La CURP es la de la fila {first}, que tiene otro nombre.");
                found.push(layout.issue_of(row.number, RollField::Curp, "curp_of_another", detail));
            }
        }
        let Some(place) = &row.place else {
            return found;
        };
        let by_person = row.person.as_ref().map(|it| {
            let standing = (it.clone(), place.clone());
            *self.standing.entry(standing).or_insert(row.number)
        });
        let named = (place.clone(), name);
        let by_name = *self.named.entry(named).or_insert(row.number);
        let first = by_person.unwrap_or(row.number).min(by_name);
        // Two namesakes with a CURP each are two persons.
        let repeats = first != row.number
            && !(by_person == Some(row.number) && self.has_own_curp(first, row));
        if repeats && found.is_empty() {
            let field = if by_person.is_some_and(|it| it != row.number) {
                RollField::Curp
            } else {
                RollField::GivenNames
            };
            let detail = format!("Repite la candidatura de la fila {first}; deje una sola.");
            found.push(layout.issue_of(row.number, field, "duplicate", detail));
        }
        found
    }

    /// Whether an earlier row has a CURP that is another person's.
    fn has_own_curp(&self, earlier: u32, row: &ReadRow) -> bool {
        let persons = self.persons.iter();
        let mut of_earlier = persons.filter(|(_, (first, _))| *first == earlier);
        of_earlier.any(|(person, _)| Some(person) != row.person.as_ref())
    }

    /// The earlier row that has the same place.
    pub fn seat_twice(&mut self, layout: &Layout, row: &ReadRow, seat: &Seat) -> Option<BulkIssue> {
        let first = self.seats.entry(seat.clone());
        let (first, name) = first.or_insert_with(|| (row.number, full_name(row)));
        (*first != row.number).then(|| {
            let detail = format!(
                "La fila {first} ({name}) tiene este mismo lugar: actor político, cargo, territorio, número y \
                 calidad. Corrija el que esté mal.",
            );
            layout.issue_of(row.number, RollField::GivenNames, "place_taken", detail)
        })
    }
}
