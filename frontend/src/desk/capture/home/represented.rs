//! For whom an operator works, where one account represents several actors.

use conoceles_shared::api::auth::{ChosenActor, Me, OwnActor};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::page::Visit;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The actors to choose among; nothing where there is one.
#[component]
pub fn WorksFor() -> impl IntoView {
    let t = texts().represented;
    let person = Access::here().person();
    let several = Memo::new(move |_| person.get().filter(|it| it.represented.len() > 1));
    move || {
        several.get().map(|me| {
            let each = me.represented.iter().map(|it| choice(&me, it.clone()));
            view! {
                <nav class="wrap stack stack--s" aria-labelledby="representa">
                    <p class="folio" id="representa">{t.works_for}</p>
                    <ul class="cluster plain-list">{each.collect_view()}</ul>
                </nav>
            }
        })
    }
}

fn choice(me: &Me, actor: OwnActor) -> impl IntoView + use<> {
    let access = Access::here();
    let visit = Visit::here();
    let is_present = me.actor.as_ref().is_some_and(|it| it.id == actor.id);
    let words = format!("{} · {}", actor.name, actor.election_name);
    let choose = move |_| {
        if is_present {
            return;
        }
        let chosen = ChosenActor {
            actor: actor.id.clone(),
        };
        spawn_local(async move {
            let path = "/auth/actor".to_owned();
            match access.send::<_, Me>(Method::Put, path, &chosen).await {
                // Everything on the page was the other actor's.
                Ok(_) => {
                    let _ = window().location().assign(&Place::Start.href());
                }
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    };
    view! {
        <li>
            <button
                type="button"
                class="btn btn--secondary btn--small"
                aria-current=is_present.then_some("true")
                on:click=choose
            >
                {words}
            </button>
        </li>
    }
}
