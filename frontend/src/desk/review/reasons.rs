//! In the drawer of an observation: the reasons that the election offers for the ground that is chosen.

use conoceles_shared::api::reason_templates::{ReasonTemplate, ReasonTemplates};
use conoceles_shared::api::review::DecisionRequest;
use leptos::prelude::*;
use serde_json::Value;

use super::live::Live;
use crate::desk::access::Access;
use crate::desk::dom;
use crate::desk::form::{Form, text_at};
use crate::i18n::desk::texts;

/// How much of a text its option shows, in characters.
const OPTION: usize = 90;

/// A list of the texts for the chosen ground, and the button that takes one; nothing where there is none.
#[component]
pub fn ReasonsToStartFrom(live: Live) -> impl IntoView {
    let access = Access::here();
    let form = Form::here();
    let all = RwSignal::new(Vec::<ReasonTemplate>::new());
    let id = live.desk().with_untracked(|it| it.id.clone());
    leptos::task::spawn_local(async move {
        let path = format!("/review/candidacies/{id}/reason-templates");
        // Without them a reason is written as before.
        if let Ok(found) = access.get::<ReasonTemplates>(path).await {
            let _ = all.try_set(found.templates);
        }
    });
    let fitting = Memo::new(move |_| {
        let ground = form.text(DecisionRequest::GROUND);
        let of_ground = |it: &&ReasonTemplate| it.ground.code() == ground;
        all.with(|all| all.iter().filter(of_ground).cloned().collect::<Vec<_>>())
    });
    move || {
        let texts = fitting.get();
        (!texts.is_empty()).then(|| view! { <Offer texts=texts form=form/> })
    }
}

#[component]
fn Offer(#[prop(name = "texts")] offered: Vec<ReasonTemplate>, form: Form) -> impl IntoView {
    let t = texts().desk_tools;
    let chosen = RwSignal::new(0_usize);
    let options = offered
        .iter()
        .enumerate()
        .map(|(at, it)| view! { <option value=at.to_string()>{shortened(&it.text)}</option> })
        .collect_view();
    let offered = StoredValue::new(offered);
    let take = move |_| {
        let at = chosen.get_untracked();
        let Some(text) = offered.with_value(|all| all.get(at).map(|it| it.text.clone())) else {
            return;
        };
        let typed = text_at(&form.value(), DecisionRequest::REASON)
            .trim()
            .to_owned();
        if typed.is_empty() || typed == text || dom::confirm(t.replace_reason) {
            form.set(DecisionRequest::REASON, Value::String(text));
            dom::focus_soon("reason");
        }
    };
    view! {
        <div class="field drawer__reasons">
            <label class="label" for="partir-de">{t.start_from}</label>
            <p class="hint" id="partir-de-ayuda">{t.start_hint}</p>
            <div class="cluster">
                <select
                    class="select"
                    id="partir-de"
                    aria-describedby="partir-de-ayuda"
                    on:change=move |ev| chosen.set(event_target_value(&ev).parse().unwrap_or(0))
                >
                    {options}
                </select>
                <button type="button" class="btn btn--secondary btn--small" on:click=take>
                    {t.use_it}
                </button>
            </div>
        </div>
    }
}

/// The beginning of a text, whole words.
fn shortened(text: &str) -> String {
    if text.chars().count() <= OPTION {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(OPTION).collect();
    let whole = beginning
        .rsplit_once(' ')
        .map_or(beginning.as_str(), |(it, _)| it);
    format!("{whole}…")
}
