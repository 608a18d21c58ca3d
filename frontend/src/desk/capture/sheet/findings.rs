//! What a dry run found: the issues by cell, and what a save would change and delete.

use conoceles_shared::api::bulk::{BulkIssue, BulkRow};
use leptos::prelude::*;

use crate::desk::icon::Icon;
use crate::i18n::desk::texts;

/// What each row would change; what it would delete comes first, for it is easily overlooked.
pub fn changes(all: &[BulkRow]) -> impl IntoView + use<> {
    let t = texts().bulk;
    let changed = all
        .iter()
        .map(|it| {
            let sections = it.changes.iter().map(|it| it.section.short_label());
            let file = it
                .photo_file
                .as_ref()
                .map(|_| texts().many_photos.sheet_file);
            let sections = sections.chain(file).collect::<Vec<_>>().join(", ");
            view! { <li>{(t.changed)(it.row, &it.name, &sections)}</li> }
        })
        .collect_view();
    let deleted: Vec<_> = all
        .iter()
        .filter_map(|it| {
            let fields = it.changes.iter().flat_map(|it| &it.deletes);
            let fields = fields.map(String::as_str).collect::<Vec<_>>().join(", ");
            let said = || view! { <li>{(t.deleted)(it.row, &it.name, &fields)}</li> };
            (!fields.is_empty()).then(said)
        })
        .collect();
    let warning = (!deleted.is_empty()).then(|| {
        view! {
            <div class="notice">
                {Icon::Warning.drawn()}
                <h3 class="label">{t.deleted_caption}</h3>
                <p>{t.deleted_text}</p>
                <ul>{deleted}</ul>
            </div>
        }
    });
    view! {
        {warning}
        <h3 class="label">{t.changed_caption}</h3>
        <ul>{changed}</ul>
    }
}

/// What was found, by cell; nothing where nothing was.
pub fn issues(caption: &'static str, all: &[BulkIssue]) -> impl IntoView + use<> {
    let t = texts().bulk;
    let rows = all
        .iter()
        .map(|it| {
            let place = it.cell.clone().or_else(|| it.row.map(|row| (t.row)(row)));
            view! {
                <tr>
                    <th scope="row">{place.unwrap_or_else(|| t.whole_file.to_owned())}</th>
                    <td>{it.label.clone()}</td>
                    <td>{it.detail.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    (!all.is_empty()).then(|| {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=caption>
                <table class="table table--stack">
                    <caption class="label">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t.col_cell}</th>
                            <th scope="col">{t.col_field}</th>
                            <th scope="col">{t.col_detail}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    })
}
