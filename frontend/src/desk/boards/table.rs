//! A table of a report, as it is read, with its CSV.

use conoceles_shared::reports::{ReportCell, ReportColumn, ReportTable};
use leptos::prelude::*;

use crate::desk::download::Download;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// Where the rows of a table lead.
pub type RowLink<'a> = dyn Fn(&str) -> Option<Place> + 'a;

/// A table with its heading, note and CSV: `path` is that of its report, below `/api/v1`; `link` says
/// where its rows lead, by their codes.
pub fn figures(
    table: &ReportTable,
    path: &str,
    link: Option<&RowLink<'_>>,
) -> impl IntoView + use<> {
    let t = texts().boards;
    let csv = format!("{path}/csv?table={}", table.id);
    let (title, note) = (table.title.clone(), table.note.clone());
    let (name, about) = (format!("{}.csv", table.id), table.title.clone());
    let rows = if table.rows.is_empty() {
        view! { <p>{t.no_rows}</p> }.into_any()
    } else {
        scrolled(table, link).into_any()
    };
    view! {
        <div class="stack">
            <h2 class="label">{title}</h2>
            {note.map(|it| view! { <p class="small muted">{it}</p> })}
            {rows}
            <p><Download path=csv name=name label=t.download_csv about=about/></p>
        </div>
    }
}

/// The same below a chart: behind a disclosure.
pub fn figures_below(table: &ReportTable, path: &str) -> impl IntoView + use<> {
    let t = texts().boards;
    let csv = format!("{path}/csv?table={}", table.id);
    let (name, about) = (format!("{}.csv", table.id), table.title.clone());
    let hidden = format!(": {about}");
    let rows = scrolled(table, None);
    view! {
        <div class="split small">
            <details class="disclosure">
                <summary>{t.as_table}<span class="hidden-visually">{hidden}</span></summary>
                {rows}
            </details>
            <Download path=csv name=name label=t.download_csv about=about/>
        </div>
    }
}

fn scrolled(table: &ReportTable, link: Option<&RowLink<'_>>) -> impl IntoView + use<> {
    let head = table
        .columns
        .iter()
        .map(|it| view! { <th scope="col" class=class_of(it)>{it.label.clone()}</th> })
        .collect_view();
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let place = link.and_then(|it| it(&row.code));
            let label = row.label.clone();
            let name = match place {
                Some(place) => view! { <a href=place.href()>{label}</a> }.into_any(),
                None => label.into_any(),
            };
            let cells = cells_of(&table.columns, &row.cells);
            view! { <tr><th scope="row">{name}</th>{cells}</tr> }
        })
        .collect_view();
    let total = table.total.as_ref().map(|cells| {
        let cells = cells_of(&table.columns, cells);
        view! { <tfoot><tr><th scope="row">{texts().boards.total}</th>{cells}</tr></tfoot> }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=table.title.clone()>
            <table class="table" aria-label=table.title.clone()>
                <thead><tr><th scope="col">{table.row_label.clone()}</th>{head}</tr></thead>
                <tbody>{rows}</tbody>
                {total}
            </table>
        </div>
    }
}

fn cells_of(columns: &[ReportColumn], cells: &[ReportCell]) -> impl IntoView + use<> {
    columns
        .iter()
        .zip(cells)
        .map(|(column, cell)| view! { <td class=class_of(column)>{cell.text.clone()}</td> })
        .collect_view()
}

const fn class_of(column: &ReportColumn) -> Option<&'static str> {
    if column.numeric { Some("n") } else { None }
}
