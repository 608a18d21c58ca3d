//! What a dry run of a sheet found, by cell.

use conoceles_shared::api::bulk::BulkIssue;
use leptos::prelude::*;

use crate::i18n::desk::texts;

/// What was found, by cell; nothing where nothing was.
pub fn issues(caption: &'static str, all: &[BulkIssue]) -> impl IntoView + use<> {
    let t = texts().bulk;
    let rows = all
        .iter()
        .map(|it| {
            let place = it.cell.clone().or_else(|| it.row.map(|row| (t.row)(row)));
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">
                        {place.unwrap_or_else(|| t.whole_file.to_owned())}
                    </th>
                    <td role="cell" data-label=t.col_field>{it.label.clone()}</td>
                    <td role="cell" data-label=t.col_detail>{it.detail.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    (!all.is_empty()).then(|| {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=caption>
                <table class="table table--stack" role="table">
                    <caption class="label">{caption}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t.col_cell}</th>
                            <th scope="col" role="columnheader">{t.col_field}</th>
                            <th scope="col" role="columnheader">{t.col_detail}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        }
    })
}
