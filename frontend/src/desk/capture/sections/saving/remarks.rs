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

impl Remarks {
    /// Those on fields with none of these issues.
    fn without(&self, wrong: &[FieldIssue]) -> Self {
        let is_right = |it: &&FieldError| {
            let field = it.pointer.split('/').nth(1).unwrap_or_default();
            wrong.iter().all(|issue| issue.field() != field)
        };
        let kept = |all: &[FieldError]| all.iter().filter(is_right).cloned().collect();
        Self {
            missing: kept(&self.missing),
            doubtful: kept(&self.doubtful),
        }
    }
}

impl Saving {
    /// The remarks on what is typed now, by the rules of the server, once the section was begun. While
    /// that cannot be read they stay as they were, but for the fields that are to be corrected first:
    /// nothing good is said of what is refused.
    pub fn remarks(self, earlier: Option<&Remarks>) -> Remarks {
        let typed = clean::content_to_send(self.section, &self.form.watch());
        let stored = self.stored.with(|it| {
            let begun = it.version > 0 && it.refusal.is_none();
            begun.then(|| Remarks {
                missing: it.missing.clone(),
                doubtful: it.warnings.clone(),
            })
        });
        let Some(stored) = stored else {
            return Remarks::default();
        };
        if !self.form.dirty().get() {
            return stored;
        }
        self.limits.with_value(|limits| {
            let read = match parse(self.section, &typed, limits) {
                Ok(read) => read,
                Err(wrong) => return earlier.unwrap_or(&stored).without(&wrong),
            };
            Remarks {
                missing: errors(missing(&read, limits)),
                doubtful: errors(
                    warnings(&read, self.age, local_date(now()))
                        .into_iter()
                        .chain(tidied(self.section, &typed, limits))
                        .collect(),
                ),
            }
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

#[cfg(test)]
mod tests {
    use conoceles_shared::questionnaire::{Limits, Section};
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_good_is_said_of_a_field_that_is_refused() {
        let limits = Limits::default();
        let told =
            |pointer: &str| FieldError::new(pointer, "completed", "se completó la dirección");
        let earlier = Remarks {
            missing: Vec::new(),
            doubtful: vec![
                told("/website"),
                told("/facebook"),
                told("/public_emails/1"),
            ],
        };
        let typed = json!({
            "website": {"value": "www.sofia romero"},
            "facebook": {"value": "sofia.romero"},
            "public_emails": {"value": ["sofia@ejemplo.mx", "sofia@"]},
        });
        let wrong = parse(Section::Contact, &typed, &limits).unwrap_err();
        assert_eq!(earlier.without(&wrong).doubtful, [told("/facebook")]);
    }
}
