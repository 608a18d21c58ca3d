//! A tile for each municipality or district: no map, whose outline would have a licence.

use conoceles_shared::reports::{Measure, ReportTable};
use leptos::prelude::*;

use super::table::figures_below;
use crate::i18n::desk::texts;

/// The shade of a share: five of them, and none of nothing.
fn shade(share: f64) -> &'static str {
    match share {
        it if it >= 100.0 => "tile tile--5",
        it if it >= 75.0 => "tile tile--4",
        it if it >= 50.0 => "tile tile--3",
        it if it >= 25.0 => "tile tile--2",
        it if it > 0.0 => "tile tile--1",
        _ => "tile",
    }
}

/// The tiles with their table.
pub fn tiles(table: &ReportTable, path: &str) -> impl IntoView + use<> {
    let t = texts().boards;
    let shown = table
        .rows
        .iter()
        .map(|row| {
            let text = |code: &str| {
                let cell = table.cell(row, code);
                cell.map(|it| it.text.clone()).unwrap_or_default()
            };
            let share = table.cell(row, "published_share").and_then(|it| it.number);
            let counts = (t.part_of)(
                &text(Measure::Published.code()),
                &text(Measure::Registered.code()),
            );
            view! {
                <li class=shade(share.unwrap_or(0.0))>
                    <span class="tile__name">{row.label.clone()}</span>
                    <b>{text("published_share")}</b>
                    <span>{counts}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack panel" aria-labelledby="recuadros">
            <h2 class="label" id="recuadros">{t.tiles}</h2>
            <p class="hint">{t.tiles_hint}</p>
            <ul class="tiles">{shown}</ul>
            {figures_below(table, path)}
        </section>
    }
}

#[cfg(test)]
#[path = "tiles_tests.rs"]
mod tiles_tests;
