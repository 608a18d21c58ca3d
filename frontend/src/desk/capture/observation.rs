//! An observation to answer: by changing the section, or in words.

use conoceles_shared::api::capture::{Observation, ObservationAnswer, SectionView};
use conoceles_shared::api::field_errors;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;
use leptos::task::spawn_local;
use reqwest::Method;
use validator::Validate;

use super::saving::Saving;
use crate::desk::access::Access;
use crate::desk::icon::Icon;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// The observation on this section, if there is one, and the form to answer it without a change.
#[component]
pub fn ObservationBox(id: CandidacyId, section: Section) -> impl IntoView {
    let Some(saving) = use_context::<Saving>() else {
        return ().into_any();
    };
    let view = saving.view();
    let observation = Memo::new(move |_| view.with(|it| it.observation.clone()));
    let open = Memo::new(move |_| view.with(|it| it.state.is_under_observation()));
    let id = StoredValue::new(id);
    view! {
        {move || observation.get().map(|it| view! { <Observed observation=it/> })}
        <Show when=move || open.get()>
            <Answer id=id.get_value() section=section/>
        </Show>
    }
    .into_any()
}

#[component]
fn Observed(observation: Observation) -> impl IntoView {
    let t = &texts().sections;
    view! {
        <div class="notice notice--plain">
            {Icon::Flag.view()}
            <h2 class="label">{t.observation}</h2>
            <p><b>{observation.ground.label()}</b></p>
            <p>{observation.reason}</p>
            <p class="small muted">{spanish_moment(observation.at)}</p>
            {observation.answer.map(|it| view! { <p>{(t.your_answer)(&it)}</p> })}
            <p>{t.observation_how}</p>
        </div>
    }
}

#[component]
fn Answer(id: CandidacyId, section: Section) -> impl IntoView {
    let t = &texts().sections;
    let access = Access::here();
    let visit = Visit::here();
    let saving = use_context::<Saving>();
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let send = move |_| {
        let answer = ObservationAnswer {
            answer: text.get_untracked().trim().to_owned(),
        };
        if let Err(why) = answer.validate() {
            return error.set(field_errors(&why).into_iter().next().map(|it| it.detail));
        }
        error.set(None);
        let path = format!("/capture/candidacies/{id}/sections/{section}/answer");
        spawn_local(async move {
            match access
                .send::<_, SectionView>(Method::POST, path, &answer)
                .await
            {
                Ok(view) => {
                    if let Some(saving) = saving {
                        saving.refresh(view);
                    }
                    visit.say(t.answer_sent);
                }
                Err(why) => {
                    error.try_set(Some(why.message()));
                }
            }
        });
    };
    view! {
        <details class="panel disclosure">
            <summary>{t.answer_without_change}</summary>
            <div class="field" class:field--error=move || error.read().is_some()>
                <label class="label" for="respuesta">{t.answer}</label>
                <p class="hint" id="respuesta-hint">{t.answer_hint}</p>
                {move || error.get().map(|it| view! {
                    <p class="error" role="alert" id="respuesta-error">{it}</p>
                })}
                <textarea
                    class="textarea short"
                    id="respuesta"
                    name="respuesta"
                    aria-describedby=move || {
                        if error.read().is_some() { "respuesta-hint respuesta-error" } else { "respuesta-hint" }
                    }
                    aria-invalid=move || error.read().is_some().then_some("true")
                    prop:value=move || text.get()
                    on:input=move |ev| text.set(event_target_value(&ev))
                ></textarea>
                <button type="button" class="btn btn--secondary" on:click=send>{t.send_answer}</button>
            </div>
        </details>
    }
}
