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

/// Whom the account captures for as it stands; a copy is a handle to the same. What is typed elsewhere on the page stays,
/// whatever becomes of this list.
#[derive(Clone, Copy)]
struct RepresentedDesk {
    access: Access,
    visit: Visit,
    path: StoredValue<String>,
    all: RwSignal<Vec<RepresentedActor>>,
}

/// The list, and a form for another.
#[component]
pub fn RepresentedActors(
    path: String,
    own: Option<ActorId>,
    all: Vec<RepresentedActor>,
) -> impl IntoView {
    let t = texts().represented;
    let desk = RepresentedDesk {
        access: Access::here(),
        visit: Visit::here(),
        path: StoredValue::new(path),
        all: RwSignal::new(all),
    };
    let actors = Loader::new(move || all_actors(desk.access));
    let own = StoredValue::new(own);
    view! {
        <section class="panel stack" aria-labelledby="representa">
            <h2 id="representa" tabindex="-1">{t.title}</h2>
            <p>{t.lead}</p>
            {move || represented_list(desk, desk.all.get())}
            <FoldedForm title=t.add>
                {actors.show(move |mut all| {
                    let own = own.get_value();
                    all.retain(|it| own.as_ref().is_none_or(|own| it.code != own.as_str()));
                    view! { <AddForm desk=desk actors=all/> }
                })}
            </FoldedForm>
        </section>
    }
}

fn represented_list(desk: RepresentedDesk, all: Vec<RepresentedActor>) -> AnyView {
    // The button that was pressed goes with the list as it was.
    on_cleanup(|| dom::focus_if_lost("representa".to_owned()));
    if all.is_empty() {
        return view! { <p>{texts().represented.none}</p> }.into_any();
    }
    let rows = all.into_iter().map(|it| represented_row(desk, it));
    view! { <ul class="stack plain-list">{rows.collect_view()}</ul> }.into_any()
}

fn represented_row(desk: RepresentedDesk, it: RepresentedActor) -> impl IntoView + use<> {
    let t = texts().represented;
    let accepted = match it.accepted {
        Some(at) => (t.accepted)(&spanish_moment(at)),
        None => t.not_accepted.to_owned(),
    };
    let asked = StoredValue::new((t.remove_question)(&it.name));
    let actor = StoredValue::new(it.actor);
    let remove = move |_| {
        if !dom::confirm(&asked.get_value()) {
            return;
        }
        let actor = actor.get_value();
        let path = format!("{}/{actor}", desk.path.get_value());
        spawn_local(async move {
            match desk.access.call(Call::new(Method::Delete, path)).await {
                Ok(_) => {
                    desk.visit.say(t.removed);
                    desk.all
                        .try_update(|all| all.retain(|it| it.actor != actor));
                }
                Err(why) => desk.visit.say_trouble(why.message()),
            }
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
fn AddForm(desk: RepresentedDesk, actors: Vec<Choice>) -> impl IntoView {
    let t = texts().represented;
    let send = move |value: Value| async move {
        let new: NewRepresented = request::parse_request(&value, &wanted())?;
        let now: Account = desk
            .access
            .send(Method::Post, desk.path.get_value(), &new)
            .await?;
        let name = now.represents.iter().find(|it| it.actor == new.actor);
        desk.visit
            .say((t.added)(name.map_or("", |it| it.name.as_str())));
        desk.all.try_set(now.represents);
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
