//! The six sections that are one text.

use conoceles_shared::questionnaire::{Section, field};
use conoceles_shared::text::CountingMode;
use leptos::prelude::*;

use crate::desk::form::{CheckBox, Form, TextArea};
use crate::i18n::desk::texts;

/// The text with its counter, or «No proporcionó».
#[component]
pub fn WordsFields(
    /// Which.
    section: Section,
    /// Minimum, maximum and how they are counted.
    limits: (u32, u32, CountingMode),
) -> impl IntoView {
    let t = texts().sections;
    let form = Form::here();
    let help = field(section.code()).map_or("", |it| it.help);
    // The next save, which nobody asks for, lets go of the text.
    let question = Callback::new(move |()| {
        let written = !form.text("/text").trim().is_empty();
        written.then(|| t.declined_text.to_owned())
    });
    view! {
        <TextArea
            pointer="/text"
            label=section.label()
            hint=help
            limits=limits
            words=true
            declined="/not_provided"
        />
        <CheckBox
            pointer="/not_provided"
            label=texts().form.not_provided
            hint=t.declined_hint
            question=question
        />
    }
}
