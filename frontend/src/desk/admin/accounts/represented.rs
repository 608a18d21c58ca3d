//! Whom an operator's account captures for beside its own actor.

use conoceles_shared::api::admin::{Account, NewRepresented, RepresentedActor};
use conoceles_shared::ids::ActorId;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::all_actors;
use crate::desk::access::Access;
use crate::desk::client::{Call, Method};
use crate::desk::dom;
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{Choice, FoldedForm, RequestForm, SelectField};
use crate::desk::load::Loader;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// The list, and a form for another.
#[component]
pub fn RepresentedActors(
    path: String,
    own: Option<ActorId>,
    all: Vec<RepresentedActor>,
    loader: Loader<Account>,
) -> impl IntoView {
    let t = texts().represented;
    let access = Access::here();
    let actors = Loader::new(move || all_actors(access));
    let path = StoredValue::new(path);
    let own = StoredValue::new(own);
    let is_alone = all.is_empty();
    let rows = all.into_iter().map(|it| represented_row(it, path, loader));
    let rows = rows.collect_view();
    // The button that was pressed goes with the list as it was.
    on_cleanup(|| dom::focus_if_lost("representa".to_owned()));
    view! {
        <section class="panel stack" aria-labelledby="representa">
            <h2 id="representa" tabindex="-1">{t.title}</h2>
            <p>{t.lead}</p>
            {if is_alone {
                view! { <p>{t.none}</p> }.into_any()
            } else {
                view! { <ul class="stack plain-list">{rows}</ul> }.into_any()
            }}
            <FoldedForm title=t.add>
                {actors.show(move |mut all| {
                    let own = own.get_value();
                    all.retain(|it| own.as_ref().is_none_or(|own| it.code != own.as_str()));
                    view! { <AddForm path=path actors=all loader=loader/> }
                })}
            </FoldedForm>
        </section>
    }
}

fn represented_row(
    it: RepresentedActor,
    path: StoredValue<String>,
    loader: Loader<Account>,
) -> impl IntoView + use<> {
    let t = texts().represented;
    let access = Access::here();
    let visit = Visit::here();
    let path = StoredValue::new(format!("{}/{}", path.get_value(), it.actor));
    let accepted = match it.accepted {
        Some(at) => (t.accepted)(&spanish_moment(at)),
        None => t.not_accepted.to_owned(),
    };
    let asked = StoredValue::new((t.remove_question)(&it.name));
    let remove = move |_| {
        if !dom::confirm(&asked.get_value()) {
            return;
        }
        spawn_local(async move {
            match access
                .call(Call::new(Method::Delete, path.get_value()))
                .await
            {
                Ok(_) => visit.say(t.removed),
                Err(why) => visit.say_trouble(why.message()),
            }
            loader.reload();
        });
    };
    let name = it.name;
    view! {
        <li class="split">
            <span><strong>{name.clone()}</strong><span class="hint">{accepted}</span></span>
            <button type="button" class="btn btn--quiet btn--small" on:click=remove>
                {t.remove}<span class="hidden-visually">{format!(": {name}")}</span>
            </button>
        </li>
    }
}

#[component]
fn AddForm(
    path: StoredValue<String>,
    actors: Vec<Choice>,
    loader: Loader<Account>,
) -> impl IntoView {
    let t = texts().represented;
    let access = Access::here();
    let visit = Visit::here();
    let send = move |value: Value| async move {
        let new: NewRepresented = request::parse_request(&value, &wanted())?;
        let now: Account = access.send(Method::Post, path.get_value(), &new).await?;
        let name = now.represents.iter().find(|it| it.actor == new.actor);
        visit.say((t.added)(name.map_or("", |it| it.name.as_str())));
        loader.reload();
        Ok(())
    };
    let actors = Signal::stored(actors);
    view! {
        <RequestForm
            start=json!({})
            button=t.add_one
            send=send
            required=request::required(&wanted())
        >
            <SelectField pointer=NewRepresented::ACTOR label=texts().admin.actor options=actors/>
        </RequestForm>
    }
}

fn wanted() -> [WantedField<'static>; 1] {
    [(NewRepresented::ACTOR, texts().admin.actor, Want::Choice)]
}
