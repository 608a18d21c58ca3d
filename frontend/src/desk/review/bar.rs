//! The bar below the desk: decide on the section, conclude or release the turn.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::conclude::Conclude;
use super::correction::{AnswerRequest, is_requested, is_sent};
use super::decide::Decide;
use super::live::{HEADING, Live, is_published};
use super::pause::Pause;
use super::shortcuts::Shortcuts;
use crate::desk::dom;
use crate::desk::form::{FoldedForm, Summary};
use crate::desk::page::{Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// What may be done now: claim, decide, conclude, or pause what is published.
#[component]
pub fn Bar(live: Live) -> impl IntoView {
    let t = texts().review;
    let message = RwSignal::new(None);
    let claimed = Memo::new(move |_| live.claimed());
    let published = Memo::new(move |_| live.desk().with(|it| is_published(it.state)));
    view! {
        <div class="decision" role="region" aria-label=t.decision>
            <div class="wrap stack stack--s">
                <Summary message=message.into()/>
                {move || match (published.get(), claimed.get()) {
                    (true, false) => view! { <WhilePublished live=live message=message/> }.into_any(),
                    (_, true) => view! {
                        <Decide live=live message=message/>
                        <div class="split center">
                            <span class="cluster">
                                <Release live=live message=message/>
                                <Shortcuts live=live/>
                            </span>
                            <Conclude live=live message=message/>
                        </div>
                    }
                    .into_any(),
                    (false, false) => view! { <Claim live=live message=message/> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// Of what is published: answering a request, claiming what was sent, and pausing, which waits for
/// neither.
#[component]
fn WhilePublished(live: Live, message: RwSignal<Option<String>>) -> impl IntoView {
    let t = texts().corrections;
    let desk = live.desk();
    let requested = Memo::new(move |_| desk.with(|it| is_requested(it.correction.as_ref())));
    let sent = Memo::new(move |_| desk.with(|it| is_sent(it.correction.as_ref())));
    move || {
        if !requested.get() && !sent.get() {
            return view! { <Pause live=live message=message/> }.into_any();
        }
        let first = if requested.get() {
            view! { <AnswerRequest live=live message=message/> }.into_any()
        } else {
            view! { <Claim live=live message=message/> }.into_any()
        };
        view! {
            {first}
            <FoldedForm title=t.pause_title><Pause live=live message=message/></FoldedForm>
        }
        .into_any()
    }
}

#[component]
fn Claim(live: Live, message: RwSignal<Option<String>>) -> impl IntoView {
    let t = texts().review;
    let refusal = Memo::new(move |_| live.desk().with(|it| it.claim_refusal.clone()));
    let claim = move |_| {
        message.set(None);
        spawn_local(async move {
            match live.claim().await {
                // The button that had the focus is gone.
                Ok(()) => dom::focus_soon(HEADING),
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    };
    move || match refusal.get() {
        Some(why) => view! { <p>{why}</p> }.into_any(),
        None => view! {
            <div class="split center">
                <p class="small">{t.claim_to_decide}</p>
                <button type="button" class="btn" on:click=claim>{t.claim_this}</button>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Release(live: Live, message: RwSignal<Option<String>>) -> impl IntoView {
    let t = texts().review;
    let visit = Visit::here();
    let go = way();
    let release = move |_| {
        if !live.may_leave() {
            return;
        }
        spawn_local(async move {
            match live.release().await {
                Ok(()) => {
                    visit.say_next(t.released);
                    go.run(Place::Start);
                }
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    };
    view! {
        <button type="button" class="btn btn--quiet btn--small" on:click=release>{t.release}</button>
    }
}
