//! One report, whatever it is about: its notices, its tables, and the files of it.

use conoceles_shared::ids::{ActorId, ElectionId, ReportId};
use conoceles_shared::reports::Report;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use super::table::figures;
use crate::desk::access::Access;
use crate::desk::download::Download;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Drill, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The observations of an election.
pub fn observations_page(id: ElectionId) -> AnyView {
    let path = format!("/reports/elections/{id}/observations");
    view! { <ReportPage id=id path=path/> }.into_any()
}

/// The identity statistics of an election.
pub fn identity_page(id: ElectionId) -> AnyView {
    let path = format!("/reports/elections/{id}/identity");
    view! { <ReportPage id=id path=path/> }.into_any()
}

/// A report as it was issued.
pub fn issued_page(id: ElectionId, report: &ReportId) -> AnyView {
    let path = format!("/reports/issued/{report}");
    view! { <ReportPage id=id path=path/> }.into_any()
}

/// What an actor has not captured.
pub fn evidence_page(id: ElectionId, actor: &ActorId) -> AnyView {
    let path = format!("/reports/actors/{actor}/evidence");
    view! { <ReportPage id=id path=path/> }.into_any()
}

#[component]
fn ReportPage(id: ElectionId, path: String) -> impl IntoView {
    let access = Access::here();
    let asked = path.clone();
    let report = Loader::new(move || access.get::<Report>(asked.clone()));
    let drill = Drill::here();
    view! {
        <div class="wrap">
            {report.show(move |it| {
                drill.set(it.head.election.drill);
                view! { <Whole report=it id=id.clone() path=path.clone()/> }
            })}
        </div>
    }
}

#[component]
fn Whole(report: Report, id: ElectionId, path: String) -> impl IntoView {
    let t = texts().boards;
    let title = report.head.title();
    let above = vec![
        (Place::Boards, t.boards.to_owned()),
        (Place::Board(id.clone()), report.head.election.name.clone()),
        (Place::Reports(id), t.reports.to_owned()),
    ];
    let since = report
        .since
        .as_ref()
        .map(|it| (t.since)(it.number, &spanish_moment(it.cutoff)));
    let notices = report
        .notices
        .iter()
        .map(|it| view! { <p>{it.clone()}</p> })
        .collect_view();
    let tables = report
        .tables
        .iter()
        .map(|it| figures(it, &path, None))
        .collect_view();
    let (xlsx, pdf) = (format!("{path}/xlsx"), format!("{path}/pdf"));
    view! {
        <Crumbs above=above here=title.clone()/>
        <div class="stack stack--l">
            <div class="split page-head">
                <Heading text=title.clone()/>
                <div class="cluster">
                    <Download path=xlsx name="informe.xlsx".to_owned() label=t.download_xlsx about=title.clone()/>
                    <Download path=pdf name="informe.pdf".to_owned() label=t.download_pdf about=title/>
                </div>
            </div>
            <p class="small muted">
                {(t.as_of)(&spanish_moment(report.head.cutoff))}" "{report.base.clone()}" "{since}
            </p>
            {(!report.notices.is_empty()).then(|| view! {
                <div class="notice notice--plain">{Icon::Info.drawn()}{notices}</div>
            })}
            {tables}
        </div>
    }
}
