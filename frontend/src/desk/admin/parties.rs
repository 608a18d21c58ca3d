//! The parties: one table for all elections.

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Party, PartyData};
use leptos::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::form::RequestForm;
use crate::desk::form::TextField;
use crate::desk::form::request::{self, Want};
use crate::desk::load::Loader;
use crate::desk::page::{Heading, Visit};
use crate::i18n::desk::texts;

/// All parties, and a form for another.
#[component]
pub fn PartiesPage() -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    let parties = Loader::new(move || access.get::<List<Party>>("/admin/parties".to_owned()));
    let send = move |value: Value| async move {
        let fields = [
            (PartyData::NAME, t.party_name, Want::Text),
            (PartyData::ACRONYM, t.acronym, Want::Text),
            (PartyData::COLOUR, t.colour, Want::Text),
        ];
        let data: PartyData = request::parse_request(&value, &fields)?;
        let made: Party = access
            .send(Method::POST, "/admin/parties".to_owned(), &data)
            .await?;
        visit.say((t.party_saved)(&made.data.name));
        parties.reload();
        Ok(())
    };
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head"><Heading text=t.parties/></div>
            {parties.show(|it| {
                let rows = it.data.into_iter().map(party_row).collect_view();
                view! { <ul class="tasks plain-tasks">{rows}</ul> }
            })}
            <section class="panel stack" aria-labelledby="nuevo">
                <h2 id="nuevo">{t.new_party}</h2>
                <RequestForm start=json!({}) button=t.create_party send=send>
                    <TextField pointer=PartyData::NAME label=t.party_name/>
                    <TextField pointer=PartyData::ACRONYM label=t.acronym/>
                    <TextField pointer=PartyData::COLOUR label=t.colour hint=t.colour_hint/>
                </RequestForm>
            </section>
        </div>
    }
}

fn party_row(party: Party) -> impl IntoView {
    view! {
        <li>
            <span class="party">{party_mark(party.data.colour)}{party.data.name}</span>
            <span class="muted">{party.data.acronym}</span>
        </li>
    }
}

/// The small mark before a party's name: the only place its colour is.
pub(super) fn party_mark(colour: String) -> impl IntoView {
    view! {
        <svg class="party__mark" viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" fill=colour></rect>
        </svg>
    }
}
