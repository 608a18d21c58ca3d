//! The elections that there are boards of.

use conoceles_shared::api::List;
use conoceles_shared::reports::ReportedElection;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Heading, Tag};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

#[component]
pub fn BoardsPage() -> impl IntoView {
    let t = texts().boards;
    let access = Access::here();
    let elections =
        Loader::new(move || access.get::<List<ReportedElection>>("/reports/elections".to_owned()));
    view! {
        <div class="wrap stack stack--l">
            <div class="page-head">
                <Heading text=t.boards/>
                <p>{t.lead}</p>
            </div>
            <h2 class="label">{t.choose}</h2>
            {elections.show(|it| {
                if it.data.is_empty() {
                    return view! { <p>{texts().boards.no_elections}</p> }.into_any();
                }
                let rows = it.data.into_iter().map(board_row).collect_view();
                view! { <ul class="tasks plain-tasks">{rows}</ul> }.into_any()
            })}
        </div>
    }
}

fn board_row(election: ReportedElection) -> impl IntoView {
    let t = texts().boards;
    let hidden = format!(" {}", election.name);
    let link = |place: Place, words: &'static str| {
        let hidden = hidden.clone();
        view! {
            <a class="btn btn--quiet btn--small" href=place.href()>
                {words}<span class="hidden-visually">{hidden}</span>
            </a>
        }
    };
    let id = election.id;
    view! {
        <li>
            <div>
                <h3 class="label">{election.name.clone()}</h3>
                {election.drill.then(|| view! { <Tag class="tag" icon=Icon::Info text=t.is_drill/> })}
                {election.archived.then(|| view! { <Tag class="tag" icon=Icon::Lock text=t.is_archive/> })}
            </div>
            <p class="cluster">
                {link(Place::Board(id.clone()), t.open_board)}
                {link(Place::Reports(id), t.reports)}
            </p>
        </li>
    }
}
