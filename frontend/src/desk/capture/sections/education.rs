//! Formación académica.

use conoceles_shared::catalogues::{Degree, DegreeStatus};
use conoceles_shared::questionnaire::FieldSpec;
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
    const COURSES: FieldSpec = FieldSpec::COURSES;
    let form = Form::here();
    let (degree, declined) = (
        FieldSpec::DEGREE.pointer(),
        FieldSpec::DEGREE.decline_pointer(),
    );
    let asks_status = Memo::new(move |_| {
        let degree = form.text(&degree).parse::<Degree>();
        degree.is_ok_and(Degree::has_status) && !form.flag(&declined)
    });
    let degrees = Degree::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()));
    let degrees = degrees.collect::<Vec<_>>();
    let statuses = DegreeStatus::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()));
    let statuses = StoredValue::new(statuses.collect::<Vec<_>>());
    view! {
        <OneOf field=FieldSpec::DEGREE options=degrees/>
        <Show when=move || asks_status.get()>
            <OneOf field=FieldSpec::STATUS options=statuses.get_value()/>
        </Show>
        <ListField
            pointer=COURSES.pointer()
            label=COURSES.label
            max=courses
            length=length
            hint=(texts().sections.courses_hint)(length)
            decline=COURSES.decline_pointer()
        />
    }
}

/// One of a catalogue, or «No proporcionó».
#[component]
fn OneOf(field: FieldSpec, options: Vec<Choice>) -> impl IntoView {
    view! {
        <div class="stack stack--s">
            <SelectField
                pointer=field.pointer()
                label=field.label
                options=Signal::stored(options)
                declined=field.decline_pointer()
            />
            <Decline pointer=field.decline_pointer() of=field.label/>
        </div>
    }
}
