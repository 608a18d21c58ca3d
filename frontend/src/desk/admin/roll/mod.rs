//! Candidacies from a file: checked, its columns said once, then all of it or nothing.

mod columns;
mod outcome;
mod progress;
mod run;

use conoceles_shared::api::roll::ElectionRollHeadings;
use conoceles_shared::ids::ElectionId;
use leptos::prelude::*;
use leptos::web_sys::File;

use crate::desk::access::Access;
use crate::desk::file_to_send::{FileToSend, FileWords};
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Drill, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use columns::Columns;
use outcome::Outcome;
use progress::{FileUnderWay, look_while_busy};
use run::{Last, RollAct, RollDesk};

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
    Drill::here().set(headings.drill);
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
    look_while_busy(desk);
    view! {
        <div class="wrap">
            <Crumbs above=above here=t.title/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=(t.title_of)(&name)/>
                    <p class="measure">{t.lead}</p>
                </div>
                <Upload desk=desk/>
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
    let words = FileWords {
        label: t.file,
        hint: t.file_hint.to_owned(),
        missing: t.file_missing,
        button: t.check,
    };
    view! {
        <section class="panel stack stack--s" aria-labelledby="subir">
            <h2 id="subir">{t.file_step}</h2>
            <FileToSend
                id="archivo"
                words=words
                accept=".xlsx,.xls,.csv,.txt"
                busy=desk.is_busy()
                begin=move |file: File| desk.read_and_check(file)
            >
                <FileUnderWay desk=desk act=RollAct::Check/>
            </FileToSend>
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
