//! Showing what the server made of what was typed: an address is completed, blank lines go. Never in
//! the field where somebody types, so that the caret stays where it is.

use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;

use super::{SaveState, Saving, form_start};
use crate::desk::dom;
use crate::desk::form::control_id;

impl Saving {
    /// Shows each field as it is stored, but for the one that has the focus.
    pub(super) fn show_completed(self) {
        if !matches!(self.section, Section::Contact | Section::Education) {
            return;
        }
        let (stored, typed) = (self.stored.with_untracked(form_start), self.form.value());
        let focused = dom::focused_id().unwrap_or_default();
        for (key, stored) in stored.as_object().into_iter().flatten() {
            let pointer = format!("/{key}");
            let is_declined = stored.get("value").is_none();
            if !is_declined
                && typed.get(key) != Some(stored)
                && !holds(&control_id(&pointer), &focused)
            {
                self.form.complete(&pointer, stored.clone());
            }
        }
    }

    /// The same once the focus is where it goes.
    pub fn show_completed_soon(self) {
        request_animation_frame(move || {
            // The focus also goes where the page is left: then nothing of it is there any more.
            let Some(SaveState::Saved(_)) = self.state.try_get_untracked() else {
                return;
            };
            if !self.form.dirty().get_untracked() {
                self.show_completed();
            }
        });
    }
}

/// Whether the control of this id is, or is within, the field.
fn holds(field: &str, control: &str) -> bool {
    let rest = control.strip_prefix(field);
    rest.is_some_and(|it| it.is_empty() || it.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_field_holds_its_control_and_its_items_and_no_other() {
        for (field, control, held) in [
            ("facebook", "facebook", true),
            ("public_emails", "public_emails-1", true),
            ("public_emails", "public_emails", true),
            ("other", "other_network", false),
            ("facebook", "", false),
        ] {
            assert_eq!(holds(field, control), held, "{field} {control}");
        }
    }
}
