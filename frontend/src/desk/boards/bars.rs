//! Progress as bars: what is published, in review and in capture of each group.

use conoceles_shared::reports::{Measure, ReportRow, ReportTable};
use leptos::prelude::*;

use super::table::figures_below;
use crate::i18n::desk::texts;

/// The three parts of each bar, with their looks.
const PARTS: [(Measure, &str); 3] = [
    (Measure::Published, "b1"),
    (Measure::InReview, "b2"),
    (Measure::InCapture, "b3"),
];

/// A part of a bar: where it begins and how wide it is, of 100.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Piece {
    begins: f64,
    width: f64,
    class: &'static str,
}

/// The pieces of a row's bar; none of nothing.
fn pieces(table: &ReportTable, row: &ReportRow) -> Vec<Piece> {
    let number = |it: Measure| table.cell(row, it.code()).and_then(|it| it.number);
    let whole = number(Measure::Registered).unwrap_or(0.0);
    let mut begins = 0.0;
    let mut pieces = Vec::new();
    for (measure, class) in PARTS {
        let part = number(measure).unwrap_or(0.0);
        if whole > 0.0 && part > 0.0 {
            let width = part * 100.0 / whole;
            pieces.push(Piece {
                begins,
                width,
                class,
            });
            begins += width;
        }
    }
    pieces
}

fn text_of(table: &ReportTable, row: &ReportRow, measure: Measure) -> String {
    table
        .cell(row, measure.code())
        .map(|it| it.text.clone())
        .unwrap_or_default()
}

/// A chart of a table that has the general measures, with that table below it.
pub fn bars(table: &ReportTable, path: &str) -> impl IntoView + use<> {
    let note = table.note.clone();
    view! {
        <figure class="chart panel">
            <figcaption><h2 class="label">{table.title.clone()}</h2></figcaption>
            <Key/>
            {plot(table)}
            {note.map(|it| view! { <p class="hint">{it}</p> })}
            {figures_below(table, path)}
        </figure>
    }
}

/// The same alone, for a wall.
pub fn wall_bars(table: &ReportTable) -> impl IntoView + use<> {
    view! {
        <figure class="chart">
            <figcaption><h2 class="label">{table.title.clone()}</h2></figcaption>
            <Key/>
            {plot(table)}
        </figure>
    }
}

fn plot(table: &ReportTable) -> impl IntoView + use<> {
    let t = texts().boards;
    let spoken: Vec<_> = table
        .rows
        .iter()
        .map(|row| {
            let part = text_of(table, row, Measure::Published);
            let whole = text_of(table, row, Measure::Registered);
            (t.row_published)(&row.label, &part, &whole)
        })
        .collect();
    let about = (t.chart_of)(&table.title, &spoken.join("; "));
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let part = text_of(table, row, Measure::Published);
            let whole = text_of(table, row, Measure::Registered);
            let bars = pieces(table, row).into_iter().map(drawn).collect_view();
            view! {
                <div class="chart__row">
                    <span>{row.label.clone()}</span>
                    <svg class="chart__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="b-track" width="100" height="10"></rect>
                        {bars}
                    </svg>
                    <span>{(t.part_of)(&part, &whole)}</span>
                </div>
            }
        })
        .collect_view();
    view! { <div class="chart__plot" role="img" aria-label=about>{rows}</div> }
}

fn drawn(it: Piece) -> impl IntoView {
    view! {
        <rect
            class=it.class
            x=format!("{:.2}", it.begins)
            width=format!("{:.2}", it.width)
            height="10"
        ></rect>
    }
}

/// What the parts of the bars are.
#[component]
fn Key() -> impl IntoView {
    let t = texts().boards;
    let of = |class: &'static str, label: &'static str| {
        view! {
            <li>
                <svg viewBox="0 0 10 10" aria-hidden="true"><rect class=class width="10" height="10"></rect></svg>
                {label}
            </li>
        }
    };
    view! {
        <ul class="key">
            {of("b1", t.published)}
            {of("b2", t.in_review)}
            {of("b3", t.in_capture)}
        </ul>
    }
}

#[cfg(test)]
#[path = "bars_tests.rs"]
mod bars_tests;
