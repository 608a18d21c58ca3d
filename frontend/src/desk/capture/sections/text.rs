//! The six sections that are one text.

use conoceles_shared::questionnaire::FieldSpec;
use conoceles_shared::text::CountingMode;
use leptos::prelude::*;

use crate::desk::form::{CheckBox, Form, TextArea};
use crate::i18n::desk::texts;

/// The text with its counter, or «No proporcionó».
#[component]
pub fn TextSectionFields(
    /// The one field of the section.
    field: &'static FieldSpec,
    /// Minimum, maximum and how they are counted.
    limits: (u32, u32, CountingMode),
) -> impl IntoView {
    let t = texts().sections;
    let form = Form::here();
    // The next save, which nobody asks for, lets go of the text.
    let question = Callback::new(move |()| {
        let written = !form.text(&field.pointer()).trim().is_empty();
        written.then(|| t.declined_text.to_owned())
    });
    view! {
        <TextArea
            pointer=field.pointer()
            label=field.label
            hint=field.help
            limits=limits
            words=true
            declined=field.decline_pointer()
        />
        <CheckBox
            pointer=field.decline_pointer()
            label=texts().form.not_provided
            hint=t.declined_hint
            question=question
        />
    }
}
