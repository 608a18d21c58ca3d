//! The candidacies of an election, a new one, and what is done to one now and then.

mod actions;
mod editing;
mod registration;

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Actor, Candidacy, Election};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::text::fold;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::admin::listing::{NextStep, ToNew};
use crate::desk::history::{told_remedies, told_seat};
use crate::desk::load::Loader;
use crate::desk::page::Drill;
use crate::desk::page::{Crumbs, Heading};
use crate::desk::place::Place;
use crate::desk::tags::candidacy_tag;
use crate::desk::timeline::see_history;
use crate::i18n::desk::texts;
use actions::CandidacyActions;
pub use editing::RegistrationPage;
use registration::{CandidacyForm, places_left};

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
    let path = format!("/admin/elections/{}/candidacies", election.id);
    let listed = path.clone();
    let candidacies = Loader::new(move || access.get::<List<Candidacy>>(listed.clone()));
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
    });
    let substituted = RwSignal::new(Vec::new());
    view! {
        <div class="wrap">
            <Crumbs above=above here=t.candidacies/>
            <div class="stack stack--l">
                <div class="split page-head">
                    <Heading text=(t.candidacies_of)(&name)/>
                    <ToNew to="nueva" words=t.new_candidacy/>
                </div>
                <NextStep due=created href=Place::Accounts.href() words=texts().editing.next_accounts/>
                {candidacies
                    .show(move |it| {
                        substituted.set(places_left(&it.data));
                        view! { <CandidacyRows all=it.data done=done/> }
                    })}
                <section class="panel stack" aria-labelledby="nueva">
                    <h2 id="nueva" tabindex="-1">{t.new_candidacy}</h2>
                    <CandidacyForm
                        path=path
                        setup=election.setup
                        actors=actors
                        substituted=substituted.into()
                        done=done
                    />
                </section>
            </div>
        </div>
    }
}

/// How many are drawn at once: an election has hundreds, and each brings its forms.
const SHOWN: usize = 50;

#[component]
fn CandidacyRows(all: Vec<Candidacy>, done: Callback<()>) -> impl IntoView {
    let t = texts().admin;
    let wanted = RwSignal::new(String::new());
    let all = StoredValue::new(all);
    let found = Memo::new(move |_| {
        let wanted = fold(&wanted.read());
        let fits = |it: &&Candidacy| {
            let name = it.registration.full_name();
            let about = format!("{name} {} {}", it.territory_name, it.actor_name);
            fold(&about).contains(&wanted)
        };
        all.with_value(|all| all.iter().filter(fits).cloned().collect::<Vec<_>>())
    });
    view! {
        <div class="field">
            <label class="small" for="buscar">{t.search_candidacy}</label>
            <input
                class="input input--m"
                id="buscar"
                type="search"
                on:input=move |ev| wanted.set(event_target_value(&ev))
            />
        </div>
        <p role="status" class="small muted">
            {move || {
                let count = found.read().len();
                (t.shown)(count.min(SHOWN), count)
            }}
        </p>
        <ul class="stack plain-list">
            {move || found
                .get()
                .into_iter()
                .take(SHOWN)
                .map(|it| view! { <CandidacyRow candidacy=it done=done/> })
                .collect_view()}
        </ul>
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
                <h2 class="label name">{registration.full_name()}</h2>
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
