//! The last minutes of a session, with a way to go on.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::access::{Access, Phase};
use super::clock::now;
use super::icon::Icon;
use super::page::Visit;
use crate::i18n::desk::texts;

/// From how many seconds before the end on it is told.
const WARNING: i64 = 5 * 60;

/// Nothing until the last five minutes; when they are over, the sign-in form takes its place.
#[component]
pub fn Countdown() -> impl IntoView {
    let access = Access::here();
    let left = RwSignal::new(None::<i64>);
    let tick = move || {
        let signed_in = access.phase().get_untracked() == Phase::SignedIn;
        let ends = access.ends().get_untracked().filter(|_| signed_in);
        let seconds = ends.map(|it| (it - now()).num_seconds());
        if seconds.is_some_and(|it| it <= 0) {
            access.run_out();
        }
        left.set(seconds.filter(|it| (1..=WARNING).contains(it)));
    };
    let ticking = set_interval_with_handle(tick, Duration::from_secs(1)).ok();
    on_cleanup(move || {
        if let Some(ticking) = ticking {
            ticking.clear();
        }
    });
    // Once the network answers again, or another tab went on, the next second knows.
    let shown = Memo::new(move |_| left.read().is_some());
    view! { <Show when=move || shown.get()><Warning left=left/></Show> }
}

#[component]
fn Warning(left: RwSignal<Option<i64>>) -> impl IntoView {
    let t = &texts().account;
    let access = Access::here();
    let visit = Visit::here();
    let minutes = Memo::new(move |_| left.get().map_or(0, |it| (it + 59) / 60));
    let stay = move |_| {
        spawn_local(async move {
            if let Err(why) = access.stay().await {
                visit.say(why.message());
            }
        });
    };
    view! {
        <section class="wrap" aria-labelledby="fin-de-sesion">
            <div class="notice">
                {Icon::Clock.view()}
                // Told once a minute; the seconds are for the eye only.
                <p class="label" id="fin-de-sesion" role="status">
                    {move || (t.session_ends)(minutes.get())}
                </p>
                <p>
                    {t.session_ends_text}" "
                    <span aria-hidden="true">{move || clock(left.get().unwrap_or_default())}</span>
                </p>
                <p><button type="button" class="btn btn--small" on:click=stay>{t.stay}</button></p>
            </div>
        </section>
    }
}

/// «4:05».
fn clock(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
