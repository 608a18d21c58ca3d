//! How often each thing was done, for whoever may not read of whom.

use conoceles_shared::api::audit::AuditCounts;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::load::Loader;
use crate::desk::page::Heading;
use crate::i18n::desk::texts;

#[component]
pub fn AuditCountsPage() -> impl IntoView {
    let t = texts().audit;
    let access = Access::here();
    let counts = Loader::new(move || access.get::<AuditCounts>("/audit/counts".to_owned()));
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <Heading text=t.counts_title/>
                <p>{t.counts_lead}</p>
            </div>
            {counts.show(move |it| {
                let rows = it
                    .data
                    .into_iter()
                    .map(|it| view! {
                        <tr>
                            <th scope="row">{it.action_label}</th>
                            <td class="n">{(t.times)(it.count)}</td>
                        </tr>
                    })
                    .collect_view();
                view! {
                    <table class="table">
                        <caption>{(t.counts_total)(it.total)}</caption>
                        <thead>
                            <tr><th scope="col">{t.col_what}</th><th scope="col" class="n">{t.col_count}</th></tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                }
            })}
        </div>
    }
}
