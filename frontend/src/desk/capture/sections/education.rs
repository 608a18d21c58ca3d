//! Formación académica.

use conoceles_shared::catalogues::{Degree, DegreeStatus};
use conoceles_shared::questionnaire::field;
use leptos::prelude::*;

use crate::desk::form::{Choice, Decline, Form, ListField, SelectField};
use crate::i18n::desk::texts;

/// Degree, its status unless there are no studies, and courses.
#[component]
pub fn EducationFields(
    /// How many courses.
    courses: u32,
    /// How many characters each.
    length: u32,
) -> impl IntoView {
    let t = texts().sections;
    let form = Form::here();
    let asks_status = Memo::new(move |_| {
        let degree = form.text("/degree/value").parse::<Degree>();
        degree.is_ok_and(Degree::has_status) && !form.flag("/degree/not_provided")
    });
    let label = |id: &str| field(id).map_or("", |it| it.label);
    let degrees: Vec<_> = Degree::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let statuses: Vec<_> = DegreeStatus::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let statuses = Signal::stored(statuses);
    let (of_degree, of_status) = (label("degree"), label("status"));
    view! {
        <div class="stack stack--s">
            <SelectField
                pointer="/degree/value"
                label=of_degree
                options=Signal::stored(degrees)
                declined="/degree/not_provided"
            />
            <Decline pointer="/degree/not_provided" of=of_degree/>
        </div>
        <Show when=move || asks_status.get()>
            <div class="stack stack--s">
                <SelectField
                    pointer="/status/value"
                    label=of_status
                    options=statuses
                    declined="/status/not_provided"
                />
                <Decline pointer="/status/not_provided" of=of_status/>
            </div>
        </Show>
        <ListField
            pointer="/courses/value"
            label=label("courses")
            max=courses
            hint=(t.courses_hint)(length)
            decline="/courses/not_provided"
        />
    }
}
