//! What a save of a sheet would change and delete.

use conoceles_shared::api::bulk::BulkRow;
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
