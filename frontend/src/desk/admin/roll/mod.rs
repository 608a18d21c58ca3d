//! Candidacies from a file: checked, its columns said once, then all of it or nothing.

mod columns;
mod outcome;
mod progress;
mod run;

use conoceles_shared::api::roll::ElectionRollHeadings;
use conoceles_shared::ids::ElectionId;
use leptos::ev::{Event, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};

use crate::desk::access::Access;
use crate::desk::form::Summary;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use columns::Columns;
use outcome::Outcome;
use progress::UnderWay;
use run::{Last, RollDesk};

/// The steps, one below the other.
#[component]
pub fn RollPage(id: ElectionId) -> impl IntoView {
    let access = Access::here();
    let path = format!("/admin/elections/{id}/roll/headings");
    let loaded = Loader::new(move || access.get::<ElectionRollHeadings>(path.clone()));
    loaded.show(move |it| view! { <RollOfElection id=id.clone() headings=it/> })
}

#[component]
fn RollOfElection(id: ElectionId, headings: ElectionRollHeadings) -> impl IntoView {
    let t = texts().roll;
    let name = headings.election_name.clone();
    let above = vec![
        (Place::Start, texts().admin.elections.to_owned()),
        (Place::Election(id.clone()), name.clone()),
        (
            Place::Candidacies(id.clone()),
            texts().admin.candidacies.to_owned(),
        ),
    ];
    let list = Place::Candidacies(id.clone()).href();
    let desk = RollDesk::of(&id, headings);
    view! {
        <div class="wrap">
            <Crumbs above=above here=t.title/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=(t.title_of)(&name)/>
                    <p class="measure">{t.lead}</p>
                </div>
                <Summary message=desk.message.into()/>
                <Upload desk=desk/>
                <UnderWay desk=desk/>
                {move || desk.last.get().map(|it| match it {
                    Last::Checked(it) => view! {
                        <Columns desk=desk checked=(*it).clone()/>
                        <Outcome desk=desk checked=*it/>
                    }
                    .into_any(),
                    Last::Saved(said) => view! { <Saved said=said list=list.clone()/> }.into_any(),
                })}
            </div>
        </div>
    }
}

#[component]
fn Upload(desk: RollDesk) -> impl IntoView {
    let t = texts().roll;
    let chosen = RwSignal::new_local(None::<File>);
    let input = NodeRef::<Input>::new();
    let choose = move |ev: Event| {
        let input = ev
            .target()
            .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        chosen.set(input.and_then(|it| it.files()).and_then(|it| it.get(0)));
    };
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        if desk.busy.get_untracked() {
            return;
        }
        match chosen.get_untracked() {
            Some(file) => {
                // A corrected file is chosen again: browsers refuse to read one that changed.
                chosen.set(None);
                if let Some(input) = input.get_untracked() {
                    input.set_value("");
                }
                desk.read_and_check(file);
            }
            None => desk.message.set(Some(t.file_missing.to_owned())),
        }
    };
    let busy = move || desk.busy.get().then_some("true");
    view! {
        <section class="panel stack stack--s" aria-labelledby="subir">
            <h2 id="subir">{t.file_step}</h2>
            <form class="stack" novalidate on:submit=submit>
                <div class="field">
                    <label class="label" for="archivo">{t.file}</label>
                    <p class="hint" id="archivo-hint">{t.file_hint}</p>
                    <input
                        class="input"
                        node_ref=input
                        type="file"
                        id="archivo"
                        name="archivo"
                        accept=".xlsx,.xls,.csv,.txt"
                        aria-describedby="archivo-hint"
                        on:change=choose
                    />
                </div>
                <div><button class="btn" aria-disabled=busy>{t.check}</button></div>
            </form>
        </section>
    }
}

/// What was stored. Its heading takes the focus from the button, which is gone.
#[component]
fn Saved(said: String, list: String) -> impl IntoView {
    view! {
        <section class="stack stack--s" aria-labelledby="guardado">
            <h2 id="guardado" tabindex="-1">{said}</h2>
            <p><a href=list>{texts().roll.saved_next}</a></p>
        </section>
    }
}
