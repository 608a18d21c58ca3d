//! What each column of the file holds, to be changed.

use std::collections::BTreeMap;

use conoceles_shared::api::roll::{RollColumn, RollField, RollHeading, RollHeadings};
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

use super::progress::FileUnderWay;
use super::run::{CheckedFile, RollAct, RollDesk};
use crate::desk::icon::Icon;
use crate::i18n::desk::texts;

/// What was chosen for the columns, by their place.
type Chosen = RwSignal<BTreeMap<usize, Option<RollField>>>;

/// The columns of the checked file with what they hold; open by itself where something is missing.
#[component]
pub fn Columns(desk: RollDesk, checked: CheckedFile) -> impl IntoView {
    let t = texts().roll;
    let columns = checked.run.columns.clone();
    if columns.is_empty() {
        return ().into_any();
    }
    let missing = checked
        .run
        .errors
        .iter()
        .any(|it| it.code == "missing_column");
    let start = columns.iter().enumerate().map(|(at, it)| (at, it.field));
    let chosen: Chosen = RwSignal::new(start.collect());
    let about = StoredValue::new((checked, columns.clone()));
    let keep = move |ev: SubmitEvent| {
        ev.prevent_default();
        let (checked, columns) = about.get_value();
        let said = chosen.with_untracked(|chosen| said_of(&columns, chosen));
        desk.keep_columns(checked, said);
    };
    let rows = columns
        .into_iter()
        .enumerate()
        .map(|(at, it)| column_row(at, &it, chosen))
        .collect_view();
    let busy = move || desk.busy.read().is_some().then_some("true");
    view! {
        <section class="panel stack" aria-labelledby="columnas">
            <h2 id="columnas" tabindex="-1">{t.columns_step}</h2>
            <p class="measure">{t.columns_lead}</p>
            {missing.then(|| view! {
                <div class="notice">{Icon::Warning.drawn()}<p>{t.columns_missing}</p></div>
            })}
            <Overtaken desk=desk/>
            <details class="disclosure" open=missing>
                <summary>{t.columns_open}</summary>
                <form class="stack" novalidate on:submit=keep>
                    <table class="table table--stack" role="table" aria-labelledby="columnas">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{t.col_heading}</th>
                                <th scope="col" role="columnheader">{t.col_holds}</th>
                                <th scope="col" role="columnheader">{t.col_source}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                    <div><button class="btn btn--secondary" aria-disabled=busy>{t.keep}</button></div>
                </form>
            </details>
            <FileUnderWay desk=desk act=RollAct::KeepColumns/>
        </section>
    }
    .into_any()
}

/// What somebody else said otherwise of a heading at the same time.
#[component]
fn Overtaken(desk: RollDesk) -> impl IntoView {
    move || {
        desk.overtaken.get().map(|all| {
            let told = if all.is_empty() {
                texts().roll.stale_same
            } else {
                texts().roll.stale
            };
            let rows = all
                .into_iter()
                .map(|it| view! { <li>{it}</li> })
                .collect_view();
            view! {
                <div class="notice" role="alert">
                    {Icon::Warning.drawn()}
                    <p>{told}</p>
                    <ul class="bullets">{rows}</ul>
                </div>
            }
        })
    }
}

fn column_row(at: usize, column: &RollColumn, chosen: Chosen) -> impl IntoView + use<> {
    let t = texts().roll;
    let heading = if column.heading.is_empty() {
        t.no_heading.to_owned()
    } else {
        column.heading.clone()
    };
    let id = format!("columna-{}", column.letter);
    let now = column.field;
    let options = RollField::ALL
        .iter()
        .map(|it| {
            let selected = now == Some(*it);
            view! { <option value=it.code() selected=selected>{it.label()}</option> }
        })
        .collect_view();
    let change = move |ev: Event| {
        let field = event_target_value(&ev).parse::<RollField>().ok();
        chosen.update(|all| {
            // A datum has one column: the one it had before is not read any more.
            if field.is_some() {
                for other in all.values_mut().filter(|it| **it == field) {
                    *other = None;
                }
            }
            let _ = all.insert(at, field);
        });
    };
    let shown = move || {
        let field = chosen.with(|all| all.get(&at).copied().flatten());
        field.map_or("", RollField::code)
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <label for=id.clone()>{(t.heading_at)(&column.letter, &heading)}</label>
            </th>
            <td role="cell" data-label=t.col_holds>
                <select class="select" id=id.clone() name=id prop:value=shown on:change=change>
                    <option value="">{t.not_read}</option>
                    {options}
                </select>
            </td>
            <td role="cell" data-label=t.col_source>{column.source.label()}</td>
        </tr>
    }
}

/// What is kept: of each heading what was chosen for it. Columns without one cannot be told apart.
fn said_of(
    columns: &[RollColumn],
    chosen: &BTreeMap<usize, Option<RollField>>,
) -> Vec<RollHeading> {
    let mut said: Vec<RollHeading> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let field = chosen.get(&at).copied().flatten();
        let one = RollHeading {
            heading: column.heading.clone(),
            field,
        };
        let alone = RollHeadings {
            headings: said.iter().cloned().chain([one.clone()]).collect(),
        };
        if alone.tidied().is_ok() {
            said.push(one);
        }
    }
    said
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod columns_tests;
