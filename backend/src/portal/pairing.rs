//! Which candidacies are shown together: titular and alternate of one formula, and who took whose place.
//!
//! It is known from what is public alone, so that nobody is named before their own publication, and
//! whoever is withdrawn disappears from the other's page too.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use conoceles_shared::api::public::FormulaRef;
use conoceles_shared::catalogues::Role;
use conoceles_shared::ids::{ActorId, CandidacyId};

use super::companions::Companions;
use super::contest::Contest;
use super::published::Published;
use crate::core::error::Failure;

/// A formula: one place on one list of one actor.
type Formula<'a> = (&'a Contest, &'a ActorId, Option<u32>);

/// The records, each with its companions; one whose companions did not change stays as it is, with
/// whatever was prepared of it.
///
/// # Errors
/// Never in practice: what is answered is made here.
pub fn accompanied(
    records: &[Arc<Published>],
    substitutes: &BTreeMap<CandidacyId, CandidacyId>,
    withdrawn: &HashSet<CandidacyId>,
) -> Result<Vec<Arc<Published>>, Failure> {
    let mut formulas: HashMap<Formula<'_>, Vec<&Published>> = HashMap::new();
    for record in records {
        formulas.entry(formula(record)).or_default().push(record);
    }
    records
        .iter()
        .map(|record| {
            let members = formulas.get(&formula(record));
            let before = substitutes.get(&record.id);
            let companions = Companions {
                formula: members.and_then(|it| other_member(record, it)),
                substitutes: before.filter(|it| withdrawn.contains(it)).cloned(),
            };
            if companions == record.companions {
                return Ok(Arc::clone(record));
            }
            record.with_companions(companions).map(Arc::new)
        })
        .collect()
}

fn formula(record: &Published) -> Formula<'_> {
    (&record.contest, record.actor(), record.list_position)
}

/// The other one, where there is one titular and one alternate: of a list whose places have no
/// numbers nobody knows who belongs to whom.
fn other_member(record: &Published, members: &[&Published]) -> Option<FormulaRef> {
    let role_of = |it: &Published| it.summary.role.as_ref()?.code.parse::<Role>().ok();
    let own = role_of(record)?;
    let is_alone = members.iter().filter(|it| role_of(it) == Some(own)).count() == 1;
    let mut others = members
        .iter()
        .filter(|it| role_of(it).is_some_and(|it| it != own));
    let (other, none) = (others.next()?, others.next());
    (is_alone && none.is_none()).then(|| {
        Some(FormulaRef {
            id: other.id.clone(),
            name: other.summary.name.clone(),
            role: other.summary.role.clone()?,
        })
    })?
}

#[cfg(test)]
#[path = "pairing_tests.rs"]
mod pairing_tests;
