//! When what is approved becomes public: the start of the publication phase, and the dates of offices
//! (`docs/domain/process.md#held-publication`).

use std::collections::BTreeSet;

use conoceles_shared::election::{ElectionSetup, Phase, PhaseKind};
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::spanish_moment;

/// Every error of when publication begins, as a whole and for each office.
pub fn errors(setup: &ElectionSetup, errors: &mut Vec<FieldError>) {
    publication_start(setup, errors);
    embargoes(setup, errors);
}

/// A publication that would begin after its end would show nothing.
fn publication_start(setup: &ElectionSetup, errors: &mut Vec<FieldError>) {
    let late = |it: &Phase| {
        let begins_late = it.starts.is_some_and(|at| at > setup.publication_ends());
        // With both dates that is an error of the end, told there.
        it.kind == PhaseKind::Publication && it.ends.is_none() && begins_late
    };
    if let Some(at) = setup.phases.iter().position(late) {
        errors.push(FieldError::new(
            format!("/phases/{at}/starts"),
            "after_end",
            format!(
                "La publicación termina antes, el {}.",
                spanish_moment(setup.publication_ends())
            ),
        ));
    }
}

fn embargoes(setup: &ElectionSetup, errors: &mut Vec<FieldError>) {
    let mut seen = BTreeSet::new();
    let ends = setup.publication_ends();
    for (at, it) in setup.embargoes.iter().enumerate() {
        let office = it.office.label();
        if !seen.insert(it.office) {
            errors.push(FieldError::new(
                format!("/embargoes/{at}/office"),
                "duplicate",
                format!("«{office}» ya tiene una fecha."),
            ));
        }
        if !setup.offices.contains(&it.office) {
            errors.push(FieldError::new(
                format!("/embargoes/{at}/office"),
                "not_in_election",
                format!("«{office}» no está en juego en esta elección."),
            ));
        }
        if it.from > ends {
            errors.push(FieldError::new(
                format!("/embargoes/{at}/from"),
                "after_end",
                format!(
                    "«{office}» no llegaría a publicarse: la publicación termina el {}.",
                    spanish_moment(ends)
                ),
            ));
        }
    }
}
