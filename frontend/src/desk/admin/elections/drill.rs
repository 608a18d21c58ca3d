//! What a drill is: said in the form of an election, and which election one is copied from.

use conoceles_shared::api::List;
use conoceles_shared::api::admin::Election;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::FieldError;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::form::request::refusal;
use crate::desk::form::{Choice, FoldedForm, RequestForm, SelectField, text_at};
use crate::desk::load::Loader;
use crate::desk::page::way;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// Which kind an election is, for good.
#[component]
pub fn FixedKind(drill: bool) -> impl IntoView {
    let t = texts().drills;
    view! {
        <div class="field">
            <p class="label">{t.kind}</p>
            <p>{if drill { t.is_drill } else { t.is_real }}</p>
        </div>
    }
}

/// Leads to a drill that is copied from an election, where there is one.
#[component]
pub fn CopyChoice() -> impl IntoView {
    let access = Access::here();
    let elections =
        Loader::new(move || access.get::<List<Election>>("/admin/elections".to_owned()));
    elections.show(|it| {
        let choices: Vec<Choice> = it
            .data
            .into_iter()
            .map(|it| Choice::new(it.id.as_str(), it.setup.name))
            .collect();
        (!choices.is_empty()).then(|| view! { <CopyForm choices=choices/> })
    })
}

/// Where the form holds the election that is copied.
const SOURCE: &str = "/source";

#[component]
fn CopyForm(choices: Vec<Choice>) -> impl IntoView {
    let t = texts().drills;
    let choices = StoredValue::new(choices);
    let go = way();
    let send = move |value: Value| async move {
        let chosen: Result<ElectionId, _> = text_at(&value, SOURCE).parse();
        let Ok(source) = chosen else {
            let missing = FieldError::new(SOURCE, "required", t.copy_missing);
            return Err(refusal(vec![missing]));
        };
        go.run(Place::NewDrill(source));
        Ok(())
    };
    view! {
        <FoldedForm title=t.copy_title>
            <p>{t.copy_lead}</p>
            <RequestForm
                start=json!({})
                button=t.copy_go
                send=send
                required=vec![SOURCE.to_owned()]
            >
                <SelectField
                    pointer=SOURCE
                    label=t.copy_which
                    options=Signal::stored(choices.get_value())
                />
            </RequestForm>
        </FoldedForm>
    }
}
