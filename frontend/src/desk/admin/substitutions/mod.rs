//! Several substitutions under one acuerdo: who leaves, and who takes each place.

mod act;
mod picked;
mod picking;
mod substitutes;
mod typed;

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Actor, Election, PlaceLeft};
use conoceles_shared::ids::ElectionId;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::admin::candidacies::choices_of;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Drill, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use act::ActForm;
use picked::Picked;
use picking::Picking;
use substitutes::SubstitutesForm;

/// The page of an election's substitutions.
#[component]
pub fn SubstitutionsPage(id: ElectionId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || {
        let id = id.clone();
        async move {
            let election: Election = access.get(format!("/admin/elections/{id}")).await?;
            let actors: List<Actor> = access.get(format!("/admin/elections/{id}/actors")).await?;
            Ok((election, actors.data))
        }
    });
    loaded.show(|(election, actors)| {
        view! { <SubstitutionsOfElection election=election actors=actors/> }
    })
}

#[component]
fn SubstitutionsOfElection(election: Election, actors: Vec<Actor>) -> impl IntoView {
    let t = texts().substitutions;
    let access = Access::here();
    Drill::here().set(election.setup.drill);
    let path = StoredValue::new(format!("/admin/elections/{}", election.id));
    let places =
        Loader::new(move || access.get::<List<PlaceLeft>>(format!("{}/places", path.get_value())));
    let picked = Picked::nobody();
    // The day of the acuerdo is that of the substitutes too.
    let acuerdo_on = RwSignal::new(String::new());
    let changed = Trigger::new();
    let done = Callback::new(move |()| {
        picked.clear();
        changed.notify();
        places.reload();
    });
    let listed = format!("{}/candidacies", path.get_value());
    let choices = choices_of(&election, &actors);
    let above = vec![
        (Place::Start, texts().admin.elections.to_owned()),
        (
            Place::Candidacies(election.id.clone()),
            (texts().admin.candidacies_of)(&election.setup.name),
        ),
    ];
    view! {
        <div class="wrap stack stack--l">
            <Crumbs above=above here=t.title/>
            <div class="page-head stack stack--s">
                <Heading text=(t.title_of)(&election.setup.name)/>
                <p class="measure">{t.lead}</p>
            </div>
            <section class="stack" aria-labelledby="salen">
                <h2 id="salen">{t.who_leaves}</h2>
                <Picking path=listed choices=choices picked=picked changed=changed/>
            </section>
            <section class="panel stack" aria-labelledby="acuerdo-comun">
                <h2 id="acuerdo-comun">{t.acuerdo}</h2>
                <ActForm path=path picked=picked acuerdo_on=acuerdo_on done=done/>
            </section>
            <section class="stack" aria-labelledby="entran">
                <h2 id="entran">{t.who_comes}</h2>
                {places.show(move |it| view! {
                    <SubstitutesForm path=path places=it.data acuerdo_on=acuerdo_on done=done/>
                })}
            </section>
        </div>
    }
}
