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

/// Nothing until the last five minutes. When they are over the server is asked: another tab may have
/// gone on.
#[component]
pub fn Countdown() -> impl IntoView {
    let access = Access::here();
    let left = RwSignal::new(None::<i64>);
    let tick = move || {
        let signed_in = access.phase().get_untracked() == Phase::SignedIn;
        let ends = access.ends().get_untracked().filter(|_| signed_in);
        let seconds = ends.map(|it| (it - now()).num_seconds());
        if seconds.is_some_and(|it| it <= 0) {
            access.look_whether_it_ended();
        }
        left.set(seconds.filter(|it| (1..=WARNING).contains(it)));
    };
    let ticking = set_interval_with_handle(tick, Duration::from_secs(1)).ok();
    on_cleanup(move || {
        if let Some(ticking) = ticking {
            ticking.clear();
        }
    });
    let minutes = Memo::new(move |_| left.get().map(|it| (it + 59) / 60));
    let t = texts().account;
    view! {
        // Told once a minute; the seconds are for the eye only.
        <p
            class="hidden-visually"
            role="status"
            prop:textContent=move || minutes.get().map(|it| (t.session_ends)(it)).unwrap_or_default()
        ></p>
        <Show when=move || minutes.get().is_some()><Warning left=left minutes=minutes/></Show>
    }
}

#[component]
fn Warning(left: RwSignal<Option<i64>>, minutes: Memo<Option<i64>>) -> impl IntoView {
    let t = texts().account;
    let access = Access::here();
    let visit = Visit::here();
    let stay = move |_| {
        spawn_local(async move {
            if let Err(why) = access.stay().await {
                visit.say_trouble(why.message());
            }
        });
    };
    view! {
        <section class="wrap flash" aria-labelledby="fin-de-sesion">
            <div class="notice">
                {Icon::Clock.drawn()}
                // Set as a whole: something may have put a link in the place of the old figures.
                <p
                    class="label"
                    id="fin-de-sesion"
                    prop:textContent=move || (t.session_ends)(minutes.get().unwrap_or_default())
                ></p>
                <p>
                    {t.session_ends_text}" "
                    <span
                        aria-hidden="true"
                        prop:textContent=move || clock(left.get().unwrap_or_default())
                    ></span>
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
