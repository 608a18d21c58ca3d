//! The six sections that are one text.

use conoceles_shared::questionnaire::{Limits, Section, field};
use leptos::prelude::*;

use crate::desk::form::{CheckBox, TextArea};
use crate::i18n::desk::texts;

/// The text with its counter, or «No proporcionó».
#[component]
pub fn WordsFields(section: Section, limits: Limits) -> impl IntoView {
    let t = &texts().sections;
    let help = field(section.code()).map_or("", |it| it.help);
    let range = limits.text_range(section).map(|(min, max)| (min, max, limits.counting));
    let range = range.unwrap_or((0, u32::MAX, limits.counting));
    view! {
        <TextArea
            pointer="/text"
            label=section.label()
            hint=help
            limits=range
            words=true
            declined="/not_provided"
        />
        <CheckBox
            pointer="/not_provided"
            label=texts().form.not_provided
            hint=t.declined_hint
        />
    }
}
