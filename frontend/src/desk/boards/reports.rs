//! The reports of an election: what was issued, and what can be asked for at any time.

use conoceles_shared::api::List;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::reports::{IssuedReport, ReportedElection};
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Drill, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

#[component]
pub fn ReportsPage(id: ElectionId) -> impl IntoView {
    let t = texts().boards;
    let access = Access::here();
    let asked = id.clone();
    let issued = Loader::new(move || {
        let id = asked.clone();
        async move {
            let elections: List<ReportedElection> =
                access.get("/reports/elections".to_owned()).await?;
            let of_drill = elections.data.iter().any(|it| it.id == id && it.drill);
            let path = format!("/reports/elections/{id}/issued");
            let issued: List<IssuedReport> = access.get(path).await?;
            Ok((of_drill, issued))
        }
    });
    let drill = Drill::here();
    let board = Place::Board(id.clone());
    let link = |place: Place, words: &'static str| {
        view! { <li><a href=place.href()>{words}</a></li> }
    };
    view! {
        <div class="wrap">
            <Crumbs above=vec![(Place::Boards, t.boards.to_owned()), (board.clone(), t.open_board.to_owned())] here=t.reports/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=t.reports/>
                    <p>{t.issued_lead}</p>
                </div>
                <ul class="bullets">
                    {link(board, t.boards)}
                    {link(Place::ObservationsBoard(id.clone()), t.observations)}
                    {link(Place::IdentityBoard(id), t.identity)}
                </ul>
                {issued.show(move |(of_drill, it)| {
                    drill.set(of_drill);
                    if it.data.is_empty() {
                        return view! { <p>{texts().boards.none_issued}</p> }.into_any();
                    }
                    let rows = it.data.into_iter().map(issued_row).collect_view();
                    view! { <ul class="tasks plain-tasks">{rows}</ul> }.into_any()
                })}
            </div>
        </div>
    }
}

fn issued_row(it: IssuedReport) -> impl IntoView {
    let t = texts().boards;
    let title = it.head.title();
    let place = Place::IssuedReport(it.head.election.id.clone(), it.id);
    view! {
        <li>
            <div>
                <h2 class="label">{title.clone()}</h2>
                <p class="small muted">{(t.as_of)(&spanish_moment(it.head.cutoff))}</p>
                <p class="small muted break">{(t.hash)(&it.sha256)}</p>
            </div>
            <p>
                <a class="btn btn--quiet btn--small" href=place.href()>
                    {t.read_report}<span class="hidden-visually">{format!(" {title}")}</span>
                </a>
            </p>
        </li>
    }
}
