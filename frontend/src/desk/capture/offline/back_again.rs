//! When the network is back: what of the device has still to be sent.

use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::send_kept::{KeptOutcome, send_kept};
use crate::desk::access::Access;
use crate::desk::clock::time_of_day;
use crate::desk::drafts;
use crate::desk::icon::Icon;
use crate::desk::kept::Kept;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// What of this device has still to be sent, and the button that sends it; then that it was, and when.
#[component]
pub fn BackAgain(account: AccountId) -> impl IntoView {
    let t = texts().capture;
    let kept = Kept::here();
    let own = account.clone();
    // What is typed from now on is saved as always, and is no news of the network.
    let at_return = drafts::all_unsent(&account);
    let finished = RwSignal::new(false);
    let left = Memo::new(move |_| {
        kept.track();
        let unsent = drafts::all_unsent(&own);
        let left = at_return.iter().filter(|it| unsent.contains(it));
        let left: Vec<_> = left.filter(|_| !finished.get()).cloned().collect();
        left
    });
    let path = use_location().pathname;
    let told = RwSignal::new(false);
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if finished.get_untracked() && before.is_some_and(|it| it != now) {
            told.set(true);
        }
        now
    });
    Effect::new(move || {
        if left.read().is_empty() {
            finished.set(true);
        }
    });
    let sent = kept.last_sent();
    let tried = RwSignal::new(None::<KeptOutcome>);
    move || {
        if told.get() {
            return ().into_any();
        }
        let left = left.get();
        if left.is_empty() {
            let text = match sent.get() {
                Some(at) => (t.all_sent)(&time_of_day(at)),
                None => t.back_online.to_owned(),
            };
            return view! { <div class="notice flash">{Icon::Cloud.drawn()}<p>{text}</p></div> }
                .into_any();
        }
        let account = account.clone();
        view! { <Offer account=account left=left tried=tried/> }.into_any()
    }
}

#[component]
fn Offer(
    account: AccountId,
    left: Vec<(CandidacyId, Section)>,
    /// What became of them, once somebody had them sent.
    tried: RwSignal<Option<KeptOutcome>>,
) -> impl IntoView {
    let t = texts().capture;
    let access = Access::here();
    let kept = Kept::here();
    let path = use_location().pathname;
    let rows = left
        .iter()
        .map(|(id, section)| {
            let place = Place::Section(id.clone(), *section);
            let name = drafts::Slot::of(&account, id, *section)
                .and_then(|it| it.seen())
                .map(|it| format!(" · {}", it.candidacy.registration.full_name()));
            let (id, section) = (id.clone(), *section);
            let why = move || {
                let stayed = tried.with(|it| it.as_ref()?.why(&id, section).cloned());
                stayed.map(|it| format!(": {}", it.why))
            };
            view! { <li><a href=place.href()>{section.short_label()}</a>{name}{why}</li> }
        })
        .collect_view();
    // What was tried and waits for a person would be refused again.
    let worth_it = Memo::new(move |_| {
        tried.with(|it| {
            it.as_ref()
                .is_none_or(|it| it.stayed.iter().any(|it| it.may_pass))
        })
    });
    let sent = move || {
        let sent = tried.with(|it| it.as_ref().map(|it| it.sent.clone()).unwrap_or_default());
        let names: Vec<_> = sent.iter().map(|it| it.short_label()).collect();
        (!names.is_empty()).then(|| view! { <p>{(t.sent_now)(&names.join(", "))}</p> })
    };
    let was_tried = Memo::new(move |_| tried.read().is_some());
    let others = StoredValue::new((account, left));
    let busy = RwSignal::new(false);
    let send = move |_| {
        if busy.get_untracked() {
            return;
        }
        let open = Place::parse(&path.get_untracked());
        let (account, left) = others.get_value();
        let elsewhere = left
            .into_iter()
            .filter(|(id, section)| Place::Section(id.clone(), *section) != open);
        let elsewhere: Vec<_> = elsewhere.collect();
        busy.set(true);
        // The open page knows what is typed in it.
        kept.wish_sent();
        spawn_local(async move {
            let outcome = send_kept(access, kept, &account, elsewhere).await;
            tried.try_set(Some(outcome));
            busy.try_set(false);
        });
    };
    view! {
        <div class="notice flash">
            {Icon::Cloud.drawn()}
            {sent}
            <p class="label">
                {move || if was_tried.get() { t.stayed_title } else { t.back_with_unsent }}
            </p>
            <ul class="bullets">{rows}</ul>
            <p class="small">
                {move || if was_tried.get() { t.stayed_text } else { t.back_with_unsent_text }}
            </p>
            <Show when=move || worth_it.get()>
                <p>
                    <button
                        type="button"
                        class="btn btn--small"
                        aria-disabled=move || busy.get().then_some("true")
                        on:click=send
                    >
                        {move || if was_tried.get() { t.send_kept_again } else { t.send_kept }}
                    </button>
                </p>
            </Show>
        </div>
    }
}
