//! What is missing for a section to be complete, and what looks doubtful in it.

use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::{FieldIssue, missing, parse, tidied, warnings};
use conoceles_shared::time::{Instant, local_date};
use leptos::prelude::*;

use super::Saving;
use crate::desk::capture::sections::clean;
use crate::desk::clock::{now, time_of_day};
use crate::i18n::desk::texts;

/// What is said of a section beside its fields.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Remarks {
    /// What is missing for it to be complete.
    pub missing: Vec<FieldError>,
    /// What looks doubtful, which never blocks.
    pub doubtful: Vec<FieldError>,
}

impl Saving {
    /// The remarks on what is typed now, by the rules of the server, once the section was begun;
    /// `None` while that cannot be read and is to be corrected first.
    pub fn remarks(self) -> Option<Remarks> {
        let typed = clean::content_to_send(self.section, &self.form.watch());
        let stored = self.stored.with(|it| {
            let begun = it.version > 0 && it.refusal.is_none();
            begun.then(|| Remarks {
                missing: it.missing.clone(),
                doubtful: it.warnings.clone(),
            })
        });
        let Some(stored) = stored else {
            return Some(Remarks::default());
        };
        if !self.form.dirty().get() {
            return Some(stored);
        }
        self.limits.with_value(|limits| {
            let read = parse(self.section, &typed, limits).ok()?;
            Some(Remarks {
                missing: errors(missing(&read, limits)),
                doubtful: errors(
                    warnings(&read, self.age, local_date(now()))
                        .into_iter()
                        .chain(tidied(self.section, &typed, limits))
                        .collect(),
                ),
            })
        })
    }

    /// That the section was saved and, where it is not complete, what is missing first.
    pub(super) fn saved_text(self, at: Instant) -> String {
        let t = texts().sections;
        let (name, time) = (self.section.short_label(), time_of_day(at));
        self.stored
            .with_untracked(|it| match it.missing.split_first() {
                None => (t.saved_section)(name, &time),
                Some((first, more)) => (t.saved_incomplete)(
                    name,
                    &time,
                    first.detail.trim_end_matches('.'),
                    more.len(),
                ),
            })
    }
}

fn errors(issues: Vec<FieldIssue>) -> Vec<FieldError> {
    issues.into_iter().map(FieldError::from).collect()
}
