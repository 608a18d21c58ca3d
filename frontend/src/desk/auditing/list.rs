//! The entries that a role reads, newest first.

use conoceles_shared::api::audit::{AuditPage, AuditSearch};
use conoceles_shared::permissions::Role;
use leptos::prelude::*;

use super::entry::entry_row;
use super::search::AuditSearchForm;
use crate::desk::access::Access;
use crate::desk::download::Download;
use crate::desk::listing::zone_of_list;
use crate::desk::load::Loader;
use crate::desk::page::Heading;
use crate::i18n::desk::texts;

/// The search, the entries of a page, and the way to the next.
#[component]
pub fn AuditListPage(role: Role) -> impl IntoView {
    let t = texts().audit;
    let access = Access::here();
    let wanted = RwSignal::new(AuditSearch::default());
    let found = Loader::new(move || {
        let query = wanted.read().query();
        access.get::<AuditPage>(format!("/audit?{query}"))
    });
    let lead = match role {
        Role::Admin => t.lead_admin,
        Role::Technician => t.lead_support,
        _ => t.lead_review,
    };
    view! {
        <div class="wrap stack stack--l">
            <div class="page-head">
                <Heading text=t.title/>
                <p>{lead}</p>
            </div>
            <AuditSearchForm role=role wanted=wanted/>
            {found.show(move |it| view! { <Found page=it wanted=wanted/> })}
        </div>
    }
}

#[component]
fn Found(page: AuditPage, wanted: RwSignal<AuditSearch>) -> impl IntoView {
    let t = texts().audit;
    let count = page.data.len();
    let search = wanted.get_untracked();
    let later = search.before.is_some();
    let all = AuditSearch {
        before: None,
        ..search
    };
    let file = format!("/audit/export.csv?{}", all.query());
    let next = page.next;
    let more = next.is_some();
    let rows = page.data.into_iter().map(entry_row).collect_view();
    let older = move |_| {
        let next = next.clone();
        wanted.update(|it| it.before = next);
    };
    let newest = move |_| wanted.update(|it| it.before = None);
    view! {
        <div class="split">
            <p role="status" class="small muted" id="entradas">{(t.found)(count)}</p>
            <Download
                path=file
                name="auditoria.csv".to_owned()
                label=t.download
                about=t.download_about.to_owned()
            />
        </div>
        {(count > 0).then(|| view! {
            {zone_of_list()}
            <div class="scroll" tabindex="0" role="region" aria-labelledby="entradas">
                <table class="table table--stack" role="table" aria-labelledby="entradas">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t.col_when}</th>
                            <th scope="col" role="columnheader">{t.col_what}</th>
                            <th scope="col" role="columnheader">{t.col_who}</th>
                            <th scope="col" role="columnheader">{t.col_where}</th>
                            <th scope="col" role="columnheader">{t.col_more}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        })}
        <div class="cluster">
            {later.then(|| view! {
                <button type="button" class="btn btn--quiet" on:click=newest>{t.newer}</button>
            })}
            {more.then(|| view! {
                <button type="button" class="btn btn--quiet" on:click=older>{t.older}</button>
            })}
        </div>
    }
}
