//! The political actors of an election, and what is done to one now and then.

mod actions;

pub use actions::ExtensionForm;

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Actor, Election, NewActor, Party};
use conoceles_shared::catalogues::ActorKind;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::{spanish_deadline, spanish_moment};
use leptos::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};

use super::parties::party_mark;
use crate::desk::access::Access;
use crate::desk::client::Failure;
use crate::desk::form::RequestForm;
use crate::desk::form::request::{self, Want};
use crate::desk::form::{CheckGroup, Choice, RadioGroup, TextField};
use crate::desk::load::Loader;
use crate::desk::page::Drill;
use crate::desk::page::{Crumbs, Heading, Visit};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use actions::ActorActions;

/// The actors, and a form for another.
#[component]
pub fn ActorsPage(id: ElectionId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || {
        let id = id.clone();
        async move {
            let election: Election = access.get(format!("/admin/elections/{id}")).await?;
            let parties: List<Party> = access.get("/admin/parties".to_owned()).await?;
            Ok((election, parties.data))
        }
    });
    loaded
        .show(|(election, parties)| view! { <ActorsOfElection election=election parties=parties/> })
}

#[component]
fn ActorsOfElection(election: Election, parties: Vec<Party>) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    Drill::here().set(election.setup.drill);
    let path = StoredValue::new(format!("/admin/elections/{}/actors", election.id));
    let actors = Loader::new(move || access.get::<List<Actor>>(path.get_value()));
    let send = move |value: Value| async move {
        let data = typed_actor(&value)?;
        let made: Actor = access.send(Method::POST, path.get_value(), &data).await?;
        visit.say((t.actor_saved)(&made.name));
        actors.reload();
        Ok(())
    };
    let name = election.setup.name;
    let above = vec![
        (Place::Start, t.elections.to_owned()),
        (Place::Election(election.id), name.clone()),
    ];
    let kinds = ActorKind::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let parties = parties
        .into_iter()
        .map(|it| Choice::new(it.id.as_str(), it.data.name))
        .collect();
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=above here=t.actors/>
            <div class="stack stack--l">
                <div class="page-head"><Heading text=(t.actors_of)(&name)/></div>
                {actors.show(move |it| {
                    let rows = it
                        .data
                        .into_iter()
                        .map(|it| view! { <ActorRow actor=it actors=actors/> })
                        .collect_view();
                    view! { <ul class="stack plain-list">{rows}</ul> }
                })}
                <section class="panel stack" aria-labelledby="nuevo">
                    <h2 id="nuevo">{t.new_actor}</h2>
                    <RequestForm start=json!({"parties": []}) button=t.create_actor send=send>
                        <RadioGroup pointer=NewActor::KIND legend=t.kind options=kinds/>
                        <TextField pointer=NewActor::NAME label=t.actor_name/>
                        <CheckGroup
                            pointer=NewActor::PARTIES
                            legend=t.actor_parties
                            options=parties
                            hint=t.actor_parties_hint
                        />
                    </RequestForm>
                </section>
            </div>
        </div>
    }
}

/// The new actor: one party, two or more, or none, as its kind says.
fn typed_actor(value: &Value) -> Result<NewActor, Failure> {
    let t = texts().admin;
    let fields = [
        (NewActor::KIND, t.kind, Want::Choice),
        (NewActor::NAME, t.actor_name, Want::Text),
    ];
    let actor: NewActor = request::parse_request(value, &fields)?;
    let fits = match actor.kind {
        ActorKind::Party => actor.parties.len() == 1,
        ActorKind::Coalition | ActorKind::CommonCandidacy => actor.parties.len() >= 2,
        ActorKind::Independent => actor.parties.is_empty(),
    };
    if fits {
        return Ok(actor);
    }
    let detail = format!("{}: {}", t.actor_parties, t.actor_parties_hint);
    Err(request::refusal(vec![FieldError::new(
        NewActor::PARTIES,
        "count",
        detail,
    )]))
}

#[component]
fn ActorRow(actor: Actor, actors: Loader<List<Actor>>) -> impl IntoView {
    let t = texts().admin;
    let parties = actor
        .parties
        .iter()
        .map(|it| {
            let (colour, name) = (it.data.colour.clone(), it.data.name.clone());
            view! { <li><span class="party">{party_mark(colour)}{name}</span></li> }
        })
        .collect_view();
    let received = match actor.received {
        Some(at) => (t.received_at)(&spanish_moment(at)),
        None => t.not_received.to_owned(),
    };
    let until = actor
        .capture
        .map(|it| (t.capture_until)(&spanish_deadline(it.ends)));
    view! {
        <li class="panel stack stack--s">
            <div class="split">
                <h2 class="label">{actor.name.clone()}</h2>
                <span class="small muted">{actor.kind.map(ActorKind::label)}</span>
            </div>
            <ul class="actor__parties small">{parties}</ul>
            <p class="small">{received}" "{until}</p>
            <p class="small muted">
                {format!("{} · {}", (t.candidacies_count)(actor.candidacies), (t.accounts_count)(actor.accounts))}
            </p>
            <ActorActions actor=actor actors=actors/>
        </li>
    }
}

#[cfg(test)]
#[path = "actors_tests.rs"]
mod actors_tests;
