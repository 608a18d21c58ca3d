//! The candidacies of an election, a new one, and what is done to one now and then.

mod actions;
mod editing;
mod registration;

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Actor, Candidacy, CandidacyPage, Election, PlaceLeft};
use conoceles_shared::api::listing::{ActorChoice, ElectionChoices};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::lifecycle::State;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::admin::listing::NextStep;
use crate::desk::dom;
use crate::desk::form::Choice;
use crate::desk::history::{told_remedies, told_seat};
use crate::desk::icon::Icon;
use crate::desk::listing::{ListFilters, Pager, Sought};
use crate::desk::load::Loader;
use crate::desk::page::Drill;
use crate::desk::page::{Crumbs, Heading};
use crate::desk::place::Place;
use crate::desk::tags::candidacy_tag;
use crate::desk::timeline::see_history;
use crate::i18n::desk::texts;
use actions::CandidacyActions;
pub use editing::RegistrationPage;
use registration::CandidacyForm;
pub use registration::{PersonFields, PrivateFields, candidacy_fields, key_errors};

/// The candidacies, and a form for another.
#[component]
pub fn CandidaciesPage(id: ElectionId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || {
        let id = id.clone();
        async move {
            let election: Election = access.get(format!("/admin/elections/{id}")).await?;
            let actors: List<Actor> = access.get(format!("/admin/elections/{id}/actors")).await?;
            Ok((election, actors.data))
        }
    });
    loaded.show(
        |(election, actors)| view! { <CandidaciesOfElection election=election actors=actors/> },
    )
}

#[component]
fn CandidaciesOfElection(election: Election, actors: Vec<Actor>) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    Drill::here().set(election.setup.drill);
    let path = StoredValue::new(format!("/admin/elections/{}", election.id));
    let under = move |rest: &str| format!("{}/{rest}", path.get_value());
    let sought = Sought::by_address();
    let candidacies = Loader::new(move || {
        let query = sought.now().to_query();
        access.get::<CandidacyPage>(under(&format!("candidacies?{query}")))
    });
    let places = Loader::new(move || access.get::<List<PlaceLeft>>(under("places")));
    let name = election.setup.name.clone();
    let above = vec![
        (Place::Start, t.elections.to_owned()),
        (Place::Election(election.id.clone()), name.clone()),
    ];
    let waits = actors.iter().any(|it| it.accounts == 0);
    let created = RwSignal::new(waits && election.candidacies > 0);
    let done = Callback::new(move |()| {
        created.set(waits);
        candidacies.reload();
        places.reload();
    });
    let choices = vec![choices_of(&election, &actors)];
    let several = Place::Substitutions(election.id.clone()).href();
    let roll = Place::Roll(election.id.clone()).href();
    let (setup, actors) = (StoredValue::new(election.setup), StoredValue::new(actors));
    let substituted = RwSignal::new(Vec::new());
    let adding = RwSignal::new(false);
    view! {
        <div class="wrap">
            <Crumbs above=above here=t.candidacies/>
            <div class="stack stack--l">
                <div class="page-head split">
                    <Heading text=(t.candidacies_of)(&name)/>
                    <div class="cluster">
                        <a class="btn btn--quiet" href=several>{texts().substitutions.several}</a>
                        <AddButton adding=adding/>
                        <a class="btn btn--secondary" href=roll>{texts().roll.open}</a>
                    </div>
                </div>
                <NextStep due=created href=Place::Accounts.href() words=texts().editing.next_accounts/>
                <Show when=move || adding.get()>
                    <section class="panel stack" aria-labelledby=NEW>
                        <h2 id=NEW tabindex="-1">{t.new_candidacy}</h2>
                        {places.show(move |it| substituted.set(it.data))}
                        <CandidacyForm
                            path=under("candidacies")
                            setup=setup.get_value()
                            actors=actors.get_value()
                            substituted=substituted.into()
                            done=done
                        />
                    </section>
                </Show>
                <ListFilters
                    choices=choices
                    states=states()
                    flags=Vec::new()
                    label=texts().lists.filter_candidacies
                    sought=sought
                />
                {candidacies.show(move |it| {
                    // In an election without any, the first is what there is to do.
                    if it.total == 0 && !sought.untracked().is_narrowed() {
                        adding.set(true);
                    }
                    view! { <CandidacyRows page=it sought=sought done=done/> }
                })}
            </div>
        </div>
    }
}

/// The id of the heading of the form.
const NEW: &str = "nueva";

/// Opens the form for another, and closes it.
#[component]
fn AddButton(adding: RwSignal<bool>) -> impl IntoView {
    let press = move |_| {
        adding.update(|it| *it = !*it);
        if adding.get_untracked() {
            dom::focus_soon(NEW);
        }
    };
    view! {
        <button
            type="button"
            class="btn"
            aria-expanded=move || adding.get().to_string()
            on:click=press
        >
            {Icon::Plus.drawn()}
            {texts().admin.new_candidacy}
        </button>
    }
}

/// What the list of an election may be narrowed to.
pub fn choices_of(election: &Election, actors: &[Actor]) -> ElectionChoices {
    let actors = actors.iter().map(|it| ActorChoice {
        id: it.id.clone(),
        name: it.name.clone(),
    });
    ElectionChoices {
        id: election.id.clone(),
        name: election.setup.name.clone(),
        offices: election.setup.offices.clone(),
        territories: election.setup.territories.clone(),
        actors: actors.collect(),
    }
}

/// The states to choose from.
pub fn states() -> Vec<Choice> {
    let all = State::ALL.iter();
    all.map(|it| Choice::new(it.code(), it.label())).collect()
}

/// The id of the heading of the list.
const LIST: &str = "lista";

#[component]
fn CandidacyRows(page: CandidacyPage, sought: Sought, done: Callback<()>) -> impl IntoView {
    let t = texts().lists;
    let shown = page.data.len();
    let nothing_found = shown == 0 && sought.untracked().is_narrowed();
    let rows = page
        .data
        .into_iter()
        .map(|it| view! { <CandidacyRow candidacy=it done=done/> })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby=LIST>
            <h2 class="label" id=LIST tabindex="-1">{texts().admin.candidacies}</h2>
            {nothing_found.then(|| view! {
                <div class="notice notice--plain">{Icon::Info.drawn()}<p>{t.nothing_found}</p></div>
            })}
            <ul class="stack plain-list">{rows}</ul>
            <Pager
                sought=sought
                shown=shown
                total=page.total
                next=page.next_cursor
                heading=LIST
            />
        </section>
    }
}

#[component]
fn CandidacyRow(candidacy: Candidacy, done: Callback<()>) -> impl IntoView {
    let registration = &candidacy.registration;
    let facts = format!(
        "{} · {} · {} · {}",
        registration.office.label(),
        candidacy.territory_name,
        registration.role_label(),
        candidacy.actor_name
    );
    view! {
        <li class="panel stack stack--s">
            <div class="split">
                <h3 class="label name">{registration.full_name()}</h3>
                {candidacy_tag(candidacy.state)}
            </div>
            <p class="small muted">{facts}</p>
            {told_seat(&candidacy.seat)}
            {told_remedies(&candidacy.remedies)}
            {see_history(&candidacy.id, Some(&registration.full_name()))}
            <CandidacyActions candidacy=candidacy done=done/>
        </li>
    }
}
