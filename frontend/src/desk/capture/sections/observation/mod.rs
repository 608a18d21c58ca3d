//! An observation to answer: by changing the section, or in words.

mod answer;

use conoceles_shared::api::capture::Observation;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use super::saving::Saving;
use crate::desk::icon::Icon;
use crate::i18n::desk::texts;
use answer::{Answer, Left, Reply};

/// The observation on this section, if there is one, and the form to answer it without a change.
#[component]
pub fn ObservationBox(saving: Saving) -> impl IntoView {
    let view = saving.stored();
    let observation = Memo::new(move |_| view.with(|it| it.observation.clone()));
    let reply = Reply::of(saving);
    let open = reply.is_possible();
    let left = move || !open.get() && reply.is_unsent().get();
    view! {
        {move || observation.get().map(|it| view! { <Observed observation=it open=open/> })}
        <Show when=move || open.get()>
            <Answer reply=reply/>
        </Show>
        <Show when=left>
            <Left reply=reply/>
        </Show>
    }
}

#[component]
fn Observed(observation: Observation, open: Memo<bool>) -> impl IntoView {
    let t = texts().sections;
    view! {
        <div class="notice notice--plain">
            {Icon::Flag.drawn()}
            <h2 class="label">{t.observation}</h2>
            <p><b>{observation.ground.label()}</b></p>
            <p>{observation.reason}</p>
            <p class="small muted">{spanish_moment(observation.at)}</p>
            {observation.answer.map(|it| view! { <p>{(t.your_answer)(&it)}</p> })}
            <Show when=move || open.get()><p>{t.observation_how}</p></Show>
        </div>
    }
}
