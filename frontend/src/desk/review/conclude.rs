//! Ending the turn: the button says what will happen, or why it cannot yet.

use conoceles_shared::api::review::Desk;
use conoceles_shared::lifecycle::SectionState;
use conoceles_shared::time::spanish_deadline;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::live::{Live, Outcome, outcome};
use super::shortcuts::CONCLUDE;
use crate::desk::dom;
use crate::desk::page::{Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// What concluding does, and the button that does it.
#[component]
pub fn Conclude(live: Live, message: RwSignal<Option<String>>) -> impl IntoView {
    let visit = Visit::here();
    let go = way();
    let busy = RwSignal::new(false);
    let desk = live.desk();
    let outcome = Memo::new(move |_| desk.with(outcome));
    let off = Memo::new(move |_| busy.get() || is_held_up(outcome.get()));
    let conclude = move |_| {
        if is_held_up(outcome.get_untracked()) {
            return dom::focus("conclusion");
        }
        if off.get_untracked() || !live.may_leave() {
            return;
        }
        let asked = desk.with_untracked(|it| question(it, outcome.get_untracked()));
        if asked.is_some_and(|it| !dom::confirm(&it)) {
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
            <p class="small" id="conclusion" tabindex="-1">
                {move || consequence(outcome.get())}
            </p>
            <button
                type="button"
                id=CONCLUDE
                class=move || look(outcome.get())
                aria-describedby="conclusion"
                aria-disabled=move || off.get().then_some("true")
                on:click=conclude
            >
                {move || label(outcome.get())}
            </button>
        </div>
    }
}

/// Whether something must come first.
const fn is_held_up(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Undecided(_) | Outcome::LacksSignedConsent)
}

/// What concluding does.
fn consequence(outcome: Outcome) -> String {
    let t = texts().review;
    match outcome {
        Outcome::Undecided(n) => (t.still_undecided)(n),
        Outcome::Observe(n) => (t.will_observe)(n),
        Outcome::Keep => t.will_keep.to_owned(),
        Outcome::LacksSignedConsent => t.lacks_signed_consent.to_owned(),
        Outcome::FirstApproval => t.will_record.to_owned(),
        Outcome::Hold(at) => (t.will_hold)(&spanish_deadline(at)),
        Outcome::Publish => t.will_publish.to_owned(),
    }
}

fn label(outcome: Outcome) -> &'static str {
    let t = texts().review;
    match outcome {
        Outcome::Undecided(_) | Outcome::Keep => t.conclude,
        Outcome::Observe(_) => t.conclude_observe,
        Outcome::FirstApproval => t.conclude_first,
        Outcome::Hold(_) => t.conclude_hold,
        Outcome::LacksSignedConsent | Outcome::Publish => t.conclude_publish,
    }
}

/// Publishing looks like none of the acts that can still be changed.
fn look(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Publish => "btn btn--big",
        _ => "btn",
    }
}

/// What is asked before the last act, which nothing takes back: whose information, and which sections of
/// it. `None`: more follows.
fn question(desk: &Desk, outcome: Outcome) -> Option<String> {
    let t = texts().review;
    let names: Vec<_> = desk
        .sections
        .iter()
        .filter(|it| it.to_decide || it.state == SectionState::Approved)
        .map(|it| it.section.short_label())
        .collect();
    let (who, what) = (desk.registration.full_name(), names.join(", "));
    match outcome {
        Outcome::Publish => Some((t.ask_publish)(&who, &what)),
        Outcome::Hold(at) => Some((t.ask_hold)(&who, &what, &spanish_deadline(at))),
        _ => None,
    }
}
