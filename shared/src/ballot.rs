//! Which offices people of a municipality vote for, from where each office is contested.

use crate::catalogues::{FEDERAL_DISTRICTS, LOCAL_DISTRICTS};

/// Digits of INEGI's code that name the state.
const STATE_DIGITS: usize = 2;

/// Whether people of a municipality (INEGI's five digits) vote for an office that is contested in a
/// territory: that of their town council, of their state, of a district that is known to hold part of
/// the municipality. Archives write the state before the code of a district (`15_2`).
#[must_use]
pub fn is_voted_in(municipality: &str, kind: &str, code: &str) -> bool {
    let state = municipality.get(..STATE_DIGITS).unwrap_or_default();
    let own = || code_in_state(code, state);
    match kind {
        "municipality" => code == municipality,
        "state" => !state.is_empty() && code == state,
        // The local ones: one for the whole state. Federal ones span states and have no such code.
        "circumscription" => own().is_some(),
        "local_district" => own().is_some_and(|it| holds(LOCAL_DISTRICTS, it, municipality)),
        "federal_district" => own().is_some_and(|it| holds(FEDERAL_DISTRICTS, it, municipality)),
        _ => false,
    }
}

/// The number of a district of this state: the state's own, or an archive's with the state before it.
fn code_in_state<'a>(code: &'a str, state: &str) -> Option<&'a str> {
    /// The state whose districts the catalogues have, and whose elections write plain numbers.
    const OWN_STATE: &str = "15";
    match code.split_once('_') {
        Some((before, number)) => (before == state).then_some(number),
        None => (state == OWN_STATE).then_some(code),
    }
}

fn holds(districts: &[crate::catalogues::District], number: &str, municipality: &str) -> bool {
    districts
        .iter()
        .any(|it| number.parse() == Ok(it.number) && it.municipality == Some(municipality))
}

#[cfg(test)]
#[path = "ballot_tests.rs"]
mod ballot_tests;
