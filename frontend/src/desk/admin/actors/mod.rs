//! The political actors of an election, and what is done to one now and then.

mod accounts;
mod actions;

pub use actions::ExtensionForm;

use std::sync::Arc;

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Actor, Election, NewActor, Party};
use conoceles_shared::catalogues::ActorKind;
use conoceles_shared::ids::{ActorId, ElectionId};
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::{spanish_deadline, spanish_moment};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::described::{told_as, told_plainly};
use super::editing::{Described, Edit, EditQuestions};
use super::listing::{Listed, NextStep, SearchedList, ToNew};
use crate::desk::access::Access;
use crate::desk::client::{Failure, Method};
use crate::desk::form::RequestForm;
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{CheckGroup, Choice, RadioGroup, TextField, text_at};
use crate::desk::load::Loader;
use crate::desk::page::Drill;
use crate::desk::page::{Crumbs, Heading, Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use crate::ui::party_sign;
use accounts::OperatorAccounts;
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
    let created = RwSignal::new(election.actors > 0 && election.candidacies == 0);
    let next = Place::Candidacies(election.id.clone()).href();
    let accounts_of = (!election.setup.archived).then(|| election.id.clone());
    let send = move |value: Value| async move {
        let data = typed_actor(&value)?;
        let made: Actor = access.send(Method::Post, path.get_value(), &data).await?;
        visit.say((t.actor_saved)(&made.name));
        let _ = created.try_set(true);
        actors.reload();
        Ok(())
    };
    let name = election.setup.name;
    let above = vec![
        (Place::Start, t.elections.to_owned()),
        (Place::Election(election.id), name.clone()),
    ];
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=above here=t.actors/>
            <div class="stack stack--l">
                <div class="split page-head">
                    <Heading text=(t.actors_of)(&name)/>
                    <ToNew to="nuevo" words=t.new_actor/>
                </div>
                <NextStep due=created href=next words=texts().editing.next_candidacies/>
                {actors.show(move |it| {
                    let listed = listed_actors(it.data);
                    let row = move |it| view! { <ActorRow actor=it actors=actors/> };
                    view! { <SearchedList listed=listed row=row/> }
                })}
                {accounts_of.map(|id| view! { <OperatorAccounts election=id actors=actors/> })}
                <section class="panel stack" aria-labelledby="nuevo">
                    <h2 id="nuevo" tabindex="-1">{t.new_actor}</h2>
                    <RequestForm
                        start=json!({"parties": []})
                        button=t.create_actor
                        send=send
                        required=request::required(&actor_fields())
                    >
                        <ActorFields parties=parties/>
                    </RequestForm>
                </section>
            </div>
        </div>
    }
}

fn listed_actors(all: Vec<Actor>) -> Listed<Actor> {
    let e = texts().editing;
    let mut states: Vec<_> = ActorKind::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    states.push(Choice::new("received", e.with_receipt));
    states.push(Choice::new("pending", e.without_receipt));
    states.push(Choice::new("no_account", e.no_account));
    Listed {
        all,
        about: |it| {
            let parties = it.parties.iter();
            let parties = parties.map(|it| format!("{} {}", it.data.name, it.data.acronym));
            format!("{} {}", it.name, parties.collect::<Vec<_>>().join(" "))
        },
        states,
        is_in: |it, state| match state {
            "received" => it.received.is_some(),
            "pending" => it.received.is_none(),
            "no_account" => it.accounts == 0,
            kind => it.kind.is_some_and(|it| it.code() == kind),
        },
    }
}

fn actor_fields() -> [WantedField<'static>; 2] {
    let t = texts().admin;
    [
        (NewActor::KIND, t.kind, Want::Choice),
        (NewActor::NAME, t.actor_name, Want::Text),
    ]
}

/// The fields of an actor; `fixed_kind` is its kind, where that can no longer change.
#[component]
fn ActorFields(
    parties: Vec<Party>,
    #[prop(optional_no_strip)] fixed_kind: Option<ActorKind>,
) -> impl IntoView {
    let t = texts().admin;
    let kinds = ActorKind::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let parties = parties
        .into_iter()
        .map(|it| Choice::new(it.id.as_str(), it.data.name))
        .collect();
    let kind = match fixed_kind {
        Some(kind) => view! {
            <p><span class="muted">{t.kind}": "</span>{kind.label()}</p>
            <p class="hint">{texts().editing.fixed_kind}</p>
        }
        .into_any(),
        None => {
            view! { <RadioGroup pointer=NewActor::KIND legend=t.kind options=kinds/> }.into_any()
        }
    };
    view! {
        {kind}
        <TextField pointer=NewActor::NAME label=t.actor_name/>
        <CheckGroup
            pointer=NewActor::PARTIES
            legend=t.actor_parties
            options=parties
            hint=t.actor_parties_hint
        />
    }
}

/// An actor, to be edited.
#[component]
pub fn ActorPage(id: ActorId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || {
        let id = id.clone();
        async move {
            let actor: Actor = access.get(format!("/admin/actors/{id}")).await?;
            let election = format!("/admin/elections/{}", actor.election);
            let election: Election = access.get(election).await?;
            let parties: List<Party> = access.get("/admin/parties".to_owned()).await?;
            Ok((actor, election.setup.drill, parties.data))
        }
    });
    loaded.show(move |(actor, drill, parties)| {
        Drill::here().set(drill);
        let again = Callback::new(move |()| loaded.reload());
        view! { <ActorEdit actor=actor parties=parties again=again/> }
    })
}

#[component]
fn ActorEdit(actor: Actor, parties: Vec<Party>, again: Callback<()>) -> impl IntoView {
    let (t, e) = (texts().admin, texts().editing);
    let access = Access::here();
    let visit = Visit::here();
    let go = way();
    let edit = Edit::of(format!("/admin/actors/{}", actor.id), actor.version);
    let election = StoredValue::new(actor.election.clone());
    let send = move |value: Value| async move {
        let data = typed_actor(&value)?;
        edit.put(access, &data).await?;
        visit.say_next((e.saved)(&data.name));
        go.run(Place::Actors(election.get_value()));
        Ok(())
    };
    let own: Vec<_> = actor.parties.iter().map(|it| it.id.clone()).collect();
    let start = json!({ "kind": actor.kind, "name": actor.name, "parties": own });
    let known = parties.clone();
    let described: Described = Arc::new(move |it| described_actor(it, &known));
    let above = vec![
        (Place::Start, t.elections.to_owned()),
        (Place::Actors(actor.election), t.actors.to_owned()),
    ];
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=above here=actor.name.clone()/>
            <div class="page-head">
                <Heading text=(e.edit_actor)(&actor.name)/>
            </div>
            <RequestForm
                start=start
                button=e.save
                send=send
                stays=true
                required=request::required(&actor_fields())
            >
                <ActorFields parties=parties fixed_kind=actor.received.and(actor.kind)/>
                <EditQuestions edit=edit described=described give_up=again/>
            </RequestForm>
        </div>
    }
}

/// An actor in words. What is there now brings its parties, what was submitted only their ids.
fn described_actor(actor: &Value, parties: &[Party]) -> Vec<(&'static str, String)> {
    let t = texts().admin;
    let own = actor.pointer(NewActor::PARTIES).and_then(Value::as_array);
    let ids = own
        .into_iter()
        .flatten()
        .map(|it| it.get("id").unwrap_or(it));
    let names = ids.filter_map(|id| {
        let found = parties.iter().find(|it| id == it.id.as_str());
        found.map(|it| it.data.name.clone())
    });
    let kind = told_as(actor, NewActor::KIND, |it: ActorKind| it.label().to_owned());
    vec![
        (t.kind, kind),
        (t.actor_name, told_plainly(actor, NewActor::NAME)),
        (t.actor_parties, names.collect::<Vec<_>>().join(", ")),
    ]
}

/// The new actor: one party, two or more, or none, as its kind says.
fn typed_actor(value: &Value) -> Result<NewActor, Failure> {
    let t = texts().admin;
    let kind = text_at(value, NewActor::KIND).parse::<ActorKind>().ok();
    let count = value.pointer(NewActor::PARTIES).and_then(Value::as_array);
    let count = count.map_or(0, Vec::len);
    let fits = match kind {
        Some(ActorKind::Party) => count == 1,
        Some(ActorKind::Coalition | ActorKind::CommonCandidacy) => count >= 2,
        Some(ActorKind::Independent) => count == 0,
        None => true,
    };
    let detail = format!("{}: {}", t.actor_parties, t.actor_parties_hint);
    let wrong = (!fits).then(|| FieldError::new(NewActor::PARTIES, "count", detail));
    request::parse_request_with(value, &actor_fields(), wrong.into_iter().collect())
}

#[component]
fn ActorRow(actor: Actor, actors: Loader<List<Actor>>) -> impl IntoView {
    let t = texts().admin;
    let parties = actor
        .parties
        .iter()
        .map(|it| {
            let of = &it.data;
            let sign = party_sign(&of.name, &of.acronym, &of.colour, it.logo.as_deref());
            let name = of.name.clone();
            view! { <li><span class="party">{sign}{name}</span></li> }
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
                <span class="cluster">
                    <span class="small muted">{actor.kind.map(ActorKind::label)}</span>
                    <a class="btn btn--quiet btn--small" href=Place::Actor(actor.id.clone()).href()>
                        {texts().editing.edit}
                        <span class="hidden-visually">{format!(" {}", actor.name)}</span>
                    </a>
                </span>
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
