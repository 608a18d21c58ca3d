//! Those who take the places, as the form holds them and as they are sent.
//!
//! The form has a registration for every place that is left, in the order of the places; only those that are
//! filled in are sent, and what the server says of them goes back to where they stand.

use conoceles_shared::api::admin::{NewCandidacy, PlaceLeft, SubstituteRegistrations};
use conoceles_shared::problem::FieldError;
use serde_json::{Value, json};

use crate::desk::admin::candidacies::{candidacy_fields, key_errors};
use crate::desk::client::Failure;
use crate::desk::form::request::{self, refusal};
use crate::desk::form::set_at;

/// Where the form holds the day of the acuerdo: the form of the acuerdo itself stands on the same page.
pub const SUBSTITUTES_ON: &str = "/substitutes_on";

/// Where the form holds the registration for a place.
pub fn under(at: usize) -> String {
    format!("{}/{at}", SubstituteRegistrations::SUBSTITUTES)
}

/// The registration of who takes a place: what was typed of the person, and the place as it was left.
fn taking(place: &PlaceLeft, mut typed: Value, acuerdo_on: &str) -> Value {
    let of = &place.registration;
    for (pointer, value) in [
        (NewCandidacy::ACTOR, json!(place.actor)),
        (NewCandidacy::OFFICE, json!(of.office)),
        (NewCandidacy::TERRITORY_KIND, json!(of.territory_kind)),
        (NewCandidacy::TERRITORY_CODE, json!(of.territory_code)),
        (NewCandidacy::LIST_POSITION, json!(of.list_position)),
        (NewCandidacy::ROLE, json!(of.role)),
        (
            NewCandidacy::AFFIRMATIVE_ACTIONS,
            json!(of.affirmative_actions),
        ),
        (NewCandidacy::SUBSTITUTES, json!(place.id)),
        (NewCandidacy::ACUERDO_ON, json!(acuerdo_on)),
    ] {
        set_at(&mut typed, pointer, value);
    }
    typed
}

/// The request with the places that are filled in, or everything that is wrong with each of them at its
/// fields.
pub fn typed_substitutes(
    value: &Value,
    places: &[PlaceLeft],
    filled: &[usize],
    acuerdo_on: &str,
) -> Result<SubstituteRegistrations, Failure> {
    let mut substitutes = Vec::new();
    let mut errors = Vec::new();
    for at in filled.iter().copied() {
        let Some(place) = places.get(at) else {
            continue;
        };
        let typed = value
            .pointer(&under(at))
            .cloned()
            .unwrap_or_else(|| json!({}));
        let whole = taking(place, typed, acuerdo_on);
        let more = key_errors(&whole);
        match request::parse_request_with::<NewCandidacy>(&whole, &candidacy_fields(), more) {
            Ok(new) => substitutes.push(new),
            Err(why) if why.errors().is_empty() => return Err(why),
            Err(why) => errors.extend(why.errors().iter().cloned().map(|it| moved(at, it))),
        }
    }
    if errors.is_empty() {
        Ok(SubstituteRegistrations { substitutes })
    } else {
        Err(refusal(errors))
    }
}

fn moved(at: usize, error: FieldError) -> FieldError {
    FieldError {
        pointer: format!("{}{}", under(at), error.pointer),
        ..error
    }
}

/// A refusal of the server with each error where the form has its field: it numbers what was sent.
pub fn told_at_places(why: Failure, filled: &[usize]) -> Failure {
    let Failure::Refused(mut problem) = why else {
        return why;
    };
    for error in &mut problem.errors {
        if let Some(pointer) = at_its_place(&error.pointer, filled) {
            error.pointer = pointer;
        }
    }
    Failure::Refused(problem)
}

fn at_its_place(pointer: &str, filled: &[usize]) -> Option<String> {
    let rest = pointer.strip_prefix(SubstituteRegistrations::SUBSTITUTES)?;
    let (sent, field) = rest.strip_prefix('/')?.split_once('/')?;
    let at = filled.get(sent.parse::<usize>().ok()?)?;
    let field = format!("/{field}");
    if field == NewCandidacy::ACUERDO_ON {
        return Some(SUBSTITUTES_ON.to_owned());
    }
    // The place itself and its period have no field of their own: they are told at the box of the place.
    let own = candidacy_fields()
        .iter()
        .any(|(pointer, ..)| *pointer == field);
    let private = field.starts_with("/private/") || field.starts_with("/registration/");
    Some(if own || private {
        format!("{}{field}", under(*at))
    } else {
        under(*at)
    })
}

#[cfg(test)]
#[path = "typed_tests.rs"]
mod typed_tests;
