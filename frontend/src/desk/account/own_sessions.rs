//! One's own sessions, and a way to end the one that was left open elsewhere.

use conoceles_shared::api::List;
use conoceles_shared::api::auth::OwnSession;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::access::Access;
use crate::desk::client::{Call, Method};
use crate::desk::load::Loader;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// The sessions that are open.
#[component]
pub(super) fn OwnSessions() -> impl IntoView {
    let t = texts().account;
    let access = Access::here();
    let sessions = Loader::new(move || access.get::<List<OwnSession>>("/auth/sessions".to_owned()));
    view! {
        <section class="stack" aria-labelledby="sesiones">
            <h2 id="sesiones">{t.sessions}</h2>
            <p class="hint">{t.sessions_hint}</p>
            {sessions.show(move |it| {
                let rows = it.data.iter().map(|it| session_row(it, sessions)).collect_view();
                view! { <ul class="tasks plain-tasks">{rows}</ul> }
            })}
        </section>
    }
}

fn session_row(it: &OwnSession, sessions: Loader<List<OwnSession>>) -> impl IntoView + use<> {
    let t = texts().account;
    let access = Access::here();
    let visit = Visit::here();
    let started = (t.session_started)(&spanish_moment(it.started));
    let hidden = format!(": {started}");
    let path = StoredValue::new(format!("/auth/sessions/{}", it.id));
    let end = move |_| {
        spawn_local(async move {
            match access
                .call(Call::new(Method::Delete, path.get_value()))
                .await
            {
                Ok(_) => visit.say(texts().account.session_closed),
                Err(why) => visit.say_trouble(why.message()),
            }
            sessions.reload();
        });
    };
    view! {
        <li>
            <span>
                {started}
                {it.device.as_deref().map(|it| view! { " · " <span>{(t.session_device)(it)}</span> })}
                <span class="hint">{(t.session_used)(&spanish_moment(it.last_used))}</span>
            </span>
            {if it.current {
                view! { <span class="muted">{t.session_this}</span> }.into_any()
            } else {
                view! {
                    <button type="button" class="btn btn--quiet btn--small" on:click=end>
                        {t.close_session}<span class="hidden-visually">{hidden}</span>
                    </button>
                }
                .into_any()
            }}
        </li>
    }
}
