//! The elections, each with the way to what belongs to it, and the form of one.

mod days;
mod described;
mod drill;
mod embargoes;
mod new_drill;
mod phases;
mod setup;
mod terms;
mod territories;

pub use new_drill::NewDrillPage;
pub use setup::{ElectionPage, NewElectionPage};

use conoceles_shared::api::List;
use conoceles_shared::api::admin::Election;
use conoceles_shared::time::spanish_date;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::admin::listing::{Listed, SearchedList};
use crate::desk::admin::warnings::Warnings;
use crate::desk::form::Choice;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Heading, Tag};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

#[component]
pub fn ElectionsPage() -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let elections =
        Loader::new(move || access.get::<List<Election>>("/admin/elections".to_owned()));
    view! {
        <div class="wrap stack stack--l">
            <div class="split page-head">
                <Heading text=t.elections/>
                <a class="btn" href=Place::NewElection.href()>{t.new_election}</a>
            </div>
            <Warnings/>
            {elections.show(|it| {
                if it.data.is_empty() {
                    let steps = t.first_steps.map(|it| view! { <li>{it}</li> });
                    return view! {
                        <p>{t.no_elections}</p>
                        <div class="notice notice--plain">
                            {Icon::Info.drawn()}
                            <h2 class="label">{texts().account.first_time}</h2>
                            <ol class="bullets">{steps.collect_view()}</ol>
                        </div>
                    }
                    .into_any();
                }
                let e = texts().editing;
                let listed = Listed {
                    all: it.data,
                    about: |it: &Election| {
                        format!("{} {} {}", it.setup.name, it.setup.entity, spanish_date(it.setup.date))
                    },
                    states: vec![
                        Choice::new("real", e.real_elections),
                        Choice::new("drill", e.drills),
                        Choice::new("archive", e.archives),
                    ],
                    is_in: |it, state| match state {
                        "drill" => it.setup.drill,
                        "archive" => it.setup.archived,
                        _ => !it.setup.drill && !it.setup.archived,
                    },
                };
                view! { <SearchedList listed=listed class="tasks plain-tasks" row=election_row/> }
                    .into_any()
            })}
        </div>
    }
}

fn election_row(election: Election) -> impl IntoView {
    let t = texts().admin;
    let id = election.id;
    let setup = election.setup;
    let hidden = format!(" {}", setup.name);
    let link = |place: Place, words: String| {
        let hidden = hidden.clone();
        view! {
            <a class="btn btn--quiet btn--small" href=place.href()>
                {words}<span class="hidden-visually">{hidden}</span>
            </a>
        }
    };
    view! {
        <li>
            <div>
                <h2 class="label">{setup.name.clone()}</h2>
                <p class="small muted">{format!("{} · {}", setup.entity, spanish_date(setup.date))}</p>
                {setup.drill.then(|| view! { <Tag class="tag" icon=Icon::Info text=t.is_drill/> })}
                {setup.archived.then(|| view! { <Tag class="tag" icon=Icon::Lock text=t.is_archive/> })}
            </div>
            <p class="cluster">
                {link(Place::Election(id.clone()), t.settings.to_owned())}
                {link(Place::Actors(id.clone()), (t.actors_count)(election.actors))}
                {link(Place::Candidacies(id.clone()), (t.candidacies_count)(election.candidacies))}
                {link(Place::Language(id.clone()), texts().language.rules.to_owned())}
                {link(Place::Reasons(id.clone()), texts().reasons.title.to_owned())}
                {link(Place::NewDrill(id), texts().drills.from_election.to_owned())}
            </p>
        </li>
    }
}
