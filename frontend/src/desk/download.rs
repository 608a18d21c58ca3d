//! Files that only the session may fetch.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::access::Access;
use super::client::{Call, Method};
use super::dom;
use super::page::Visit;

/// A button that saves a private file; what goes wrong is said above the page.
#[component]
pub fn Download(
    /// Below `/api/v1`.
    path: String,
    /// The name to save it as.
    name: String,
    label: &'static str,
    /// What sets it apart from others, for those who do not see where it stands.
    about: String,
    #[prop(default = "btn btn--secondary btn--small")] class: &'static str,
) -> impl IntoView {
    let mut apart = about;
    apart.insert_str(0, ": ");
    let access = Access::here();
    let visit = Visit::here();
    let busy = RwSignal::new(false);
    let file = StoredValue::new((path, name));
    let save = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let Some((path, name)) = file.try_get_value() else {
                return;
            };
            let reply = access.call(Call::new(Method::Get, path)).await;
            busy.try_set(false);
            match reply {
                Ok(reply) => dom::download(&reply.bytes, &reply.media_type, &name),
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    };
    view! {
        <button
            type="button"
            class=class
            aria-disabled=move || busy.get().then_some("true")
            on:click=save
        >
            {label}
            <span class="hidden-visually">{apart}</span>
        </button>
    }
}
