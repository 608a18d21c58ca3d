//! The parties: one table for all elections.

use std::sync::Arc;

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Party, PartyData};
use conoceles_shared::ids::PartyId;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::editing::{Edit, EditQuestions};
use super::listing::{Listed, SearchedList, ToNew};
use super::logo::LogoSection;
use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{RequestForm, TextField, text_at};
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading, Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use crate::ui::party_sign;

/// All parties, and a form for another.
#[component]
pub fn PartiesPage() -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    let parties = Loader::new(move || access.get::<List<Party>>("/admin/parties".to_owned()));
    let send = move |value: Value| async move {
        let data: PartyData = request::parse_request(&value, &party_fields())?;
        let made: Party = access
            .send(Method::Post, "/admin/parties".to_owned(), &data)
            .await?;
        visit.say((t.party_saved)(&made.data.name));
        parties.reload();
        Ok(())
    };
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="split page-head">
                <Heading text=t.parties/>
                <ToNew to="nuevo" words=t.new_party/>
            </div>
            {parties.show(|it| {
                let listed = Listed {
                    all: it.data,
                    about: |it: &Party| format!("{} {}", it.data.name, it.data.acronym),
                    states: Vec::new(),
                    is_in: |_, _| true,
                };
                view! { <SearchedList listed=listed class="tasks plain-tasks" row=party_row/> }
            })}
            <section class="panel stack" aria-labelledby="nuevo">
                <h2 id="nuevo" tabindex="-1">{t.new_party}</h2>
                <RequestForm
                    start=json!({})
                    button=t.create_party
                    send=send
                    required=request::required(&party_fields())
                >
                    <PartyFields/>
                </RequestForm>
            </section>
        </div>
    }
}

/// A party, to be edited.
#[component]
pub fn PartyPage(id: PartyId) -> impl IntoView {
    let access = Access::here();
    let party = Loader::new(move || access.get::<Party>(format!("/admin/parties/{id}")));
    party.show(move |it| view! { <PartyEdit party=it loader=party/> })
}

#[component]
fn PartyEdit(party: Party, loader: Loader<Party>) -> impl IntoView {
    let t = texts().editing;
    let access = Access::here();
    let visit = Visit::here();
    let go = way();
    let edit = Edit::of(format!("/admin/parties/{}", party.id), party.version);
    let title = (t.edit_party)(&party.data.name);
    let send = move |value: Value| async move {
        let data: PartyData = request::parse_request(&value, &party_fields())?;
        edit.put(access, &data).await?;
        visit.say_next((t.saved)(&data.name));
        go.run(Place::Parties);
        Ok(())
    };
    let start = serde_json::to_value(&party.data).unwrap_or(Value::Null);
    let logo = view! { <LogoSection party=party.clone() beside=edit/> };
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=vec![(Place::Parties, texts().admin.parties.to_owned())] here=party.data.name/>
            <div class="page-head"><Heading text=title/></div>
            <div class="stack stack--l">
                <RequestForm
                    start=start
                    button=t.save
                    send=send
                    stays=true
                    required=request::required(&party_fields())
                >
                    <PartyFields/>
                    <EditQuestions
                        edit=edit
                        described=Arc::new(described_party)
                        give_up=Callback::new(move |()| loader.reload())
                    />
                </RequestForm>
                {logo}
            </div>
        </div>
    }
}

fn party_fields() -> [WantedField<'static>; 3] {
    let t = texts().admin;
    [
        (PartyData::NAME, t.party_name, Want::Text),
        (PartyData::ACRONYM, t.acronym, Want::Text),
        (PartyData::COLOUR, t.colour, Want::Text),
    ]
}

fn described_party(party: &Value) -> Vec<(&'static str, String)> {
    let told =
        party_fields().map(|(pointer, label, _)| (label, text_at(party, pointer).to_owned()));
    told.to_vec()
}

#[component]
fn PartyFields() -> impl IntoView {
    let t = texts().admin;
    view! {
        <TextField pointer=PartyData::NAME label=t.party_name/>
        <TextField pointer=PartyData::ACRONYM label=t.acronym/>
        <TextField pointer=PartyData::COLOUR label=t.colour hint=t.colour_hint/>
    }
}

fn party_row(party: Party) -> impl IntoView {
    let hidden = format!(" {}", party.data.name);
    let of = &party.data;
    let sign = party_sign(&of.name, &of.acronym, &of.colour, party.logo.as_deref());
    let href = Place::Party(party.id).href();
    view! {
        <li>
            <span class="party">{sign}{party.data.name}</span>
            <span class="cluster">
                <span class="muted">{party.data.acronym}</span>
                <a class="btn btn--quiet btn--small" href=href>
                    {texts().editing.edit}<span class="hidden-visually">{hidden}</span>
                </a>
            </span>
        </li>
    }
}
