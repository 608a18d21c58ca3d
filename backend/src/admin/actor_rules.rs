//! What a new actor must hold.

use std::collections::BTreeSet;

use conoceles_shared::api::admin::NewActor;
use conoceles_shared::catalogues::ActorKind;
use conoceles_shared::ids::PartyId;
use conoceles_shared::problem::FieldError;

use super::check;

/// Every error of a new actor, given the parties that exist.
pub fn errors(new: &NewActor, known: &BTreeSet<&PartyId>) -> Vec<FieldError> {
    let mut errors = check::own_errors(new);
    check::characters(&mut errors, "/name", &new.name);
    let count = new.parties.len();
    let wrong = match new.kind {
        ActorKind::Party if count != 1 => Some("Un partido político lleva exactamente un partido."),
        ActorKind::Coalition if count < 2 => Some("Una coalición lleva dos o más partidos."),
        ActorKind::CommonCandidacy if count < 2 => {
            Some("Una candidatura común lleva dos o más partidos.")
        }
        ActorKind::Independent if count != 0 => {
            Some("Una candidatura independiente no lleva partidos.")
        }
        _ => None,
    };
    if let Some(sentence) = wrong {
        errors.push(FieldError::new("/parties", "wrong_count", sentence));
    }
    let mut seen = BTreeSet::new();
    for (at, party) in new.parties.iter().enumerate() {
        let pointer = format!("/parties/{at}");
        if !known.contains(party) {
            errors.push(FieldError::new(
                pointer,
                "unknown",
                "Este partido no existe.",
            ));
        } else if !seen.insert(party) {
            errors.push(FieldError::new(
                pointer,
                "duplicate",
                "El partido está repetido.",
            ));
        }
    }
    errors
}

#[cfg(test)]
#[path = "actor_rules_tests.rs"]
mod actor_rules_tests;
