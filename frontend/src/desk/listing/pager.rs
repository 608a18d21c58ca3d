//! The pages of a list.

use leptos::prelude::*;

use super::Sought;
use crate::desk::dom;
use crate::i18n::desk::texts;

/// Which items of how many are shown, and the ways to the pages beside this one. The focus goes to the
/// list's heading, so that what is new is read from its beginning.
#[component]
pub fn Pager(
    sought: Sought,
    /// How many items this page has.
    shown: usize,
    /// How many there are on all pages.
    total: u32,
    /// The next page, if there is one.
    next: Option<String>,
    /// The id of the list's heading.
    heading: &'static str,
) -> impl IntoView {
    let t = texts().lists;
    let passed = sought.passed();
    sought.found.set(Some(total));
    let back = move |_| {
        sought.go_back();
        dom::focus_soon(heading);
    };
    let previous = (passed > 0).then(|| {
        view! {
            <button type="button" class="btn btn--quiet btn--small" on:click=back>{t.previous}</button>
        }
    });
    let next = next.map(|cursor| {
        let go = move |_| {
            sought.go_on(cursor.clone());
            dom::focus_soon(heading);
        };
        view! { <button type="button" class="btn btn--quiet btn--small" on:click=go>{t.next}</button> }
    });
    let paged = previous.is_some() || next.is_some();
    paged.then(|| {
        view! {
            <nav class="pager" aria-label=t.pages>
                <span class="small muted">{(t.span)(passed + 1, passed + shown, total)}</span>
                <span class="cluster">{previous}{next}</span>
            </nav>
        }
    })
}
