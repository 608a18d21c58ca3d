//! The board of an election.

use conoceles_shared::ids::ElectionId;
use conoceles_shared::reports::{Grouping, Report, ReportTable};
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use super::bars::bars;
use super::days::days;
use super::table::figures;
use super::tiles::tiles;
use crate::desk::access::Access;
use crate::desk::download::Download;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Drill, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The board of an election, as of now.
pub fn board_of(id: &ElectionId) -> impl IntoView + use<> {
    let access = Access::here();
    let path = format!("/reports/elections/{id}/board");
    let asked = path.clone();
    let report = Loader::new(move || access.get::<Report>(asked.clone()));
    let drill = Drill::here();
    view! {
        <div class="wrap">
            {report.show(move |it| {
                drill.set(it.head.election.drill);
                board(&it, &path)
            })}
        </div>
    }
}

fn board(report: &Report, path: &str) -> impl IntoView + use<> {
    let t = texts().boards;
    let id = report.head.election.id.clone();
    let name = report.head.election.name.clone();
    let charts = Grouping::ALL
        .iter()
        .filter(|it| **it != Grouping::Territory)
        .filter_map(|it| Some(bars(report.table(it.code())?, path)))
        .collect_view();
    let evidence = |code: &str| {
        let actor = code.parse().ok()?;
        Some(Place::Evidence(id.clone(), actor))
    };
    let table = |id: &str| report.table(id);
    view! {
        <Crumbs above=vec![(Place::Boards, t.boards.to_owned())] here=name.clone()/>
        <div class="stack stack--l">
            <div class="split page-head">
                <div>
                    <p class="folio">{t.lead}</p>
                    <Heading text=name.clone()/>
                </div>
                <Ways id=id.clone() path=path.to_owned() name=name/>
            </div>
            <p class="small muted">
                {(t.as_of)(&spanish_moment(report.head.cutoff))}" "{report.base.clone()}
            </p>
            {stats(report)}
            <div class="grid grid--wide">
                {charts}
                {table("by_day").map(|it| days(it, path))}
            </div>
            {table(Grouping::Territory.code()).map(|it| tiles(it, path))}
            {table("compliance").map(|it| view! {
                <p class="hint">{t.evidence_hint}</p>
                {figures(it, path, Some(&evidence))}
            })}
            {table("totals").map(|it| figures(it, path, None))}
        </div>
    }
}

/// Where one goes from here, and the board as a file.
#[component]
fn Ways(id: ElectionId, path: String, name: String) -> impl IntoView {
    let t = texts().boards;
    let link = |place: Place, words: &'static str| {
        view! { <a class="btn btn--quiet btn--small" href=place.href()>{words}</a> }
    };
    let (xlsx, pdf) = (format!("{path}/xlsx"), format!("{path}/pdf"));
    view! {
        <div class="cluster">
            {link(Place::Reports(id.clone()), t.reports)}
            {link(Place::Wall(id), t.wall)}
            <Download path=xlsx name="avance.xlsx".to_owned() label=t.download_xlsx about=name.clone()/>
            <Download path=pdf name="avance.pdf".to_owned() label=t.download_pdf about=name/>
        </div>
    }
}

/// The text and the number of a general figure.
pub fn general(totals: &ReportTable, measure: &str, column: &str) -> String {
    let row = totals.rows.iter().find(|it| it.code == measure);
    let cell = row.and_then(|it| totals.cell(it, column));
    cell.map(|it| it.text.clone()).unwrap_or_default()
}

/// How many actors have at most three days left.
pub fn ending_soon(compliance: &ReportTable) -> usize {
    let left = compliance
        .rows
        .iter()
        .filter_map(|row| compliance.cell(row, "days_left").and_then(|it| it.number));
    left.filter(|days| (1.0..=3.0).contains(days)).count()
}

/// The figures that matter most, large.
pub fn stats(report: &Report) -> impl IntoView + use<> {
    let t = texts().boards;
    let totals = report.table("totals");
    let soon = report.table("compliance").map_or(0, ending_soon);
    let stats = totals.map(|it| {
        [
            ("published", t.published),
            ("in_review", t.in_review),
            ("in_capture", t.in_capture),
        ]
        .map(|(measure, label)| {
            let share = (t.of_all)(&general(it, measure, "share"));
            view! {
                <div class="stat">
                    <b>{general(it, measure, "candidacies")}</b>
                    <span>{format!("{label} {share}")}</span>
                </div>
            }
        })
        .collect_view()
    });
    view! {
        <div class="grid four">
            {stats}
            <div class="stat"><b>{soon.to_string()}</b><span>{t.soon}</span></div>
        </div>
    }
}

#[cfg(test)]
#[path = "board_tests.rs"]
mod board_tests;
