//! One entry in the table.

use conoceles_shared::api::audit::AuditItem;
use conoceles_shared::time::moment_in_list;
use leptos::prelude::*;

use crate::i18n::desk::texts;

/// A row: what everyone wants to know, and the rest behind a word.
pub fn entry_row(it: AuditItem) -> impl IntoView {
    let t = texts().audit;
    let when = moment_in_list(it.at);
    let about = (t.more_about)(&it.action_label, &when);
    let who = match (&it.who, &it.role_label) {
        (Some(who), _) => who.name.clone(),
        (None, Some(role)) => role.clone(),
        (None, None) => t.system.to_owned(),
    };
    let role = it.who.as_ref().and(it.role_label.clone());
    let basis = it.legal_basis.as_deref().map(|it| (t.basis)(it));
    let details = details(&it);
    view! {
        <tr role="row">
            <td role="cell" data-label=t.col_when>{when}</td>
            <th scope="row" role="rowheader">
                {it.action_label}
                {basis.map(|it| view! { <span class="hint">{it}</span> })}
            </th>
            <td role="cell" data-label=t.col_who>
                {who}
                {role.map(|it| view! { <span class="hint">{it}</span> })}
            </td>
            <td role="cell" data-label=t.col_where>
                {it.candidacy_name}
                {it.election_name.map(|it| view! { <span class="hint">{it}</span> })}
            </td>
            <td role="cell">
                <details class="disclosure">
                    <summary>{t.more}<span class="hidden-visually">{about}</span></summary>
                    {details}
                </details>
            </td>
        </tr>
    }
}

fn details(it: &AuditItem) -> impl IntoView + use<> {
    let t = texts().audit;
    let seal = it
        .seal
        .map_or_else(|| t.unsealed.to_owned(), |it| (t.seal)(it));
    let data = Some(it.detail.clone()).filter(|it| it != "null");
    let rows = [
        (t.code, Some(it.action.clone())),
        (t.data, data),
        (t.before, it.before_sha256.clone()),
        (t.after, it.after_sha256.clone()),
        (t.entry, Some(it.id.to_string())),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .map(|(name, value)| view! { <li><span class="muted">{name}": "</span><code>{value}</code></li> })
        .collect_view();
    view! { <ul class="plain-list small audit-details">{rows}<li class="muted">{seal}</li></ul> }
}
