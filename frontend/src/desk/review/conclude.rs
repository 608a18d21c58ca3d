//! Ending the turn: the button says what will happen, or why it cannot yet.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::live::{Live, Outcome, outcome};
use crate::desk::page::{Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// What concluding does, and the button that does it.
#[component]
pub fn Conclude(message: RwSignal<Option<String>>) -> impl IntoView {
    let t = &texts().review;
    let visit = Visit::here();
    let go = way();
    let Some(live) = use_context::<Live>() else {
        return ().into_any();
    };
    let busy = RwSignal::new(false);
    let outcome = Memo::new(move |_| live.desk().with(outcome));
    let off = Memo::new(move |_| busy.get() || matches!(outcome.get(), Outcome::Undecided(_)));
    let conclude = move |_| {
        if off.get_untracked() {
            return;
        }
        busy.set(true);
        message.set(None);
        spawn_local(async move {
            let ended = live.conclude().await;
            busy.try_set(false);
            match ended {
                Ok(conclusion) => {
                    visit.say_next(conclusion.summary);
                    go.run(Place::Start);
                }
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    };
    view! {
        <div class="cluster">
            <p class="small" id="conclusion">
                {move || match outcome.get() {
                    Outcome::Undecided(n) => (t.still_undecided)(n),
                    Outcome::Observe(n) => (t.will_observe)(n),
                    Outcome::FirstApproval => t.will_record.to_owned(),
                    Outcome::Publish => t.will_publish.to_owned(),
                }}
            </p>
            <button
                type="button"
                class="btn"
                aria-describedby="conclusion"
                aria-disabled=move || off.get().then_some("true")
                on:click=conclude
            >
                {move || match outcome.get() {
                    Outcome::Undecided(_) => t.conclude,
                    Outcome::Observe(_) => t.conclude_observe,
                    Outcome::FirstApproval => t.conclude_first,
                    Outcome::Publish => t.conclude_publish,
                }}
            </button>
        </div>
    }
    .into_any()
}
