//! Pictures that only the session may read.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::access::Access;
use super::client::{Call, Method};
use super::dom;
use super::icon::Icon;
use crate::i18n::desk::texts;

/// A private picture: fetched with the session, shown from memory, let go of with the page.
#[component]
pub fn PrivatePhoto(
    /// Below `/api/v1`.
    path: String,
    /// What it shows; empty where the name stands beside it.
    #[prop(into)]
    alt: String,
    class: &'static str,
) -> impl IntoView {
    let access = Access::here();
    let url = RwSignal::new(None::<String>);
    spawn_local(async move {
        let call = Call::new(Method::Get, path);
        let Ok(reply) = access.call(call).await else {
            return;
        };
        let made = dom::object_url(&reply.bytes, &reply.media_type);
        if let Some(Some(unused)) = url.try_set(made) {
            dom::revoke(&unused);
        }
    });
    on_cleanup(move || {
        if let Some(url) = url.try_get_untracked().flatten() {
            dom::revoke(&url);
        }
    });
    view! {
        {move || match url.get() {
            Some(src) => view! {
                <img class=class src=src alt=alt.clone() width="400" height="500"/>
            }
            .into_any(),
            None => view! { <div class=format!("{class} portrait--missing")></div> }.into_any(),
        }}
    }
}

/// The picture of a candidacy in a row, or the neutral box.
#[component]
pub fn Thumbnail(
    /// Where the picture is, if there is one.
    path: Option<String>,
) -> impl IntoView {
    match path {
        Some(path) => {
            view! { <PrivatePhoto path=path alt="" class="portrait portrait--s"/> }.into_any()
        }
        None => view! {
            <div class="portrait portrait--missing portrait--s">
                {Icon::Person.drawn()}
                <span class="hidden-visually">{texts().sections.no_photo}</span>
            </div>
        }
        .into_any(),
    }
}
