//! Taking the next in line: one button, one key.

use conoceles_shared::api::listing::CandidacySearch;
use conoceles_shared::api::review::Desk;
use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::dom;
use crate::desk::listing::Sought;
use crate::desk::page::way;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The key, with Alt: a letter alone could be typed by accident.
const KEY: &str = "KeyN";

/// Takes the first in line that one may take, of what is looked for, and opens it.
#[component]
pub fn TakeNext(sought: Sought, message: RwSignal<Option<String>>) -> impl IntoView {
    let t = texts().queue;
    let access = Access::here();
    let go = way();
    let busy = RwSignal::new(false);
    let take = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        message.set(None);
        let path = format!(
            "/review/next?{}",
            narrowed_line(sought.untracked()).to_query()
        );
        spawn_local(async move {
            let taken = access.send::<_, Desk>(Method::Post, path, &json!({})).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match taken {
                Ok(desk) => go.run(Place::Review(desk.id)),
                Err(why) => message.set(Some(why.message())),
            }
        });
    });
    let pressed = window_event_listener(keydown, move |ev: KeyboardEvent| {
        let chord = ev.alt_key() && !ev.ctrl_key() && !ev.meta_key() && !ev.shift_key();
        if chord && ev.code() == KEY && !dom::is_typing() {
            ev.prevent_default();
            take.run(());
        }
    });
    on_cleanup(move || pressed.remove());
    let words = move || {
        if narrowed_line(sought.now()).is_narrowed() {
            t.take_next_of_filter
        } else {
            t.take_next
        }
    };
    view! {
        <button
            type="button"
            class="btn"
            aria-keyshortcuts="Alt+N"
            aria-disabled=move || busy.get().then_some("true")
            on:click=move |_| take.run(())
        >
            {words}
            " "
            <kbd aria-hidden="true">{t.take_next_keys}</kbd>
        </button>
    }
}

/// What of a search narrows the line: not whose turn it is, nor which page is shown.
fn narrowed_line(search: CandidacySearch) -> CandidacySearch {
    CandidacySearch {
        turn: None,
        waits_for: None,
        limit: 0,
        cursor: None,
        ..search
    }
}
