//! The technical state: health, queues, versions and storage, and no content.

use conoceles_shared::api::technical::TechnicalState;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::load::Loader;
use crate::desk::page::Heading;
use crate::i18n::desk::texts;
use crate::i18n::number;

#[component]
pub fn TechnicalPage() -> impl IntoView {
    let t = texts().boards;
    let access = Access::here();
    let state = Loader::new(move || access.get::<TechnicalState>("/technical/state".to_owned()));
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <Heading text=t.technical/>
                <p>{t.technical_lead}</p>
            </div>
            {state.show(|it| view! { <State it=it/> })}
        </div>
    }
}

fn facts(it: &TechnicalState) -> Vec<(&'static str, String)> {
    let t = texts().boards;
    let when = |at: Option<_>| at.map_or_else(|| t.never.to_owned(), spanish_moment);
    let backup = it.last_backup.map(spanish_moment);
    vec![
        (t.version, it.version.clone()),
        (t.engine, it.engine.clone()),
        (t.migration, it.migration.to_string()),
        (t.started, spanish_moment(it.started)),
        (t.last_sweep, when(it.last_sweep)),
        (t.review_queue, number(it.review_queue)),
        (t.mail_waiting, number(it.outbox.waiting)),
        (t.mail_sent, number(it.outbox.sent)),
        (t.mail_given_up, number(it.outbox.given_up)),
        (t.log_entries, number(it.log_entries)),
        (t.last_report, when(it.last_report)),
        (t.database_bytes, (t.megabytes)(it.database_bytes)),
        (t.objects, number(it.objects)),
        (t.object_bytes, (t.megabytes)(it.object_bytes)),
        (
            t.last_backup,
            backup.unwrap_or_else(|| t.no_backup.to_owned()),
        ),
    ]
}

#[component]
fn State(it: TechnicalState) -> impl IntoView {
    let t = texts().boards;
    let rows = facts(&it)
        .into_iter()
        .map(|(label, value)| view! { <tr><th scope="row">{label}</th><td>{value}</td></tr> })
        .collect_view();
    let warnings = it
        .warnings
        .into_iter()
        .map(|it| view! { <li>{it}</li> })
        .collect::<Vec<_>>();
    let warnings = if warnings.is_empty() {
        view! { <p>{t.no_warnings}</p> }.into_any()
    } else {
        view! { <ul class="bullets">{warnings}</ul> }.into_any()
    };
    view! {
        <table class="table" aria-label=t.technical><tbody>{rows}</tbody></table>
        <h2 class="label">{t.warnings}</h2>
        {warnings}
    }
}
