//! An election: its data, phases, territories and settings, all in one form.

use std::sync::Arc;

use conoceles_shared::api::admin::Election;
use conoceles_shared::catalogues::Office;
use conoceles_shared::election::{ElectionSetup, Settings};
use conoceles_shared::ids::ElectionId;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::described::described_setup;
use super::drill::{CopyChoice, FixedKind};
use super::embargoes::{self, EmbargoFields};
use super::phases::{self, PhaseFields};
use super::terms::{self, TermFields};
use super::territories::TerritoryFields;
use crate::desk::access::Access;
use crate::desk::admin::editing::{Edit, EditQuestions};
use crate::desk::admin::listing::NextStep;
use crate::desk::client::{Failure, Method, PROPOSED_ONLY};
use crate::desk::form::RequestForm;
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{CheckBox, CheckGroup, Choice, Kind, RadioGroup, TextField};
use crate::desk::load::Loader;
use crate::desk::page::Drill;
use crate::desk::page::{Crumbs, Heading, Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

#[component]
pub fn NewElectionPage() -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    let go = way();
    let mut settings = serde_json::to_value(Settings::default()).unwrap_or(Value::Null);
    let start = json!({
        "entity": texts().settings.entity_name,
        "drill": false,
        "archived": false,
        "offices": [],
        "territories": [],
        "days": phases::to_days(&[]),
        "embargo_days": embargoes::none(),
        "units": terms::take_units(&mut settings),
        "settings": settings,
    });
    let send = move |value: Value| async move {
        let setup = setup(value)?;
        let made: Election = access
            .send(Method::Post, "/admin/elections".to_owned(), &setup)
            .await
            .map_err(|why| told_at_days(why, &setup))?;
        visit.say_next((t.election_saved)(&made.setup.name));
        go.run(Place::Election(made.id));
        Ok(())
    };
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=vec![(Place::Start, t.elections.to_owned())] here=t.new_election/>
            <div class="page-head"><Heading text=t.new_election/></div>
            <CopyChoice/>
            <RequestForm
                start=start
                button=t.create_election
                send=send
                stays=true
                required=required_fields()
            >
                <ElectionFields/>
            </RequestForm>
        </div>
    }
}

#[component]
pub fn ElectionPage(id: ElectionId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || access.get::<Election>(format!("/admin/elections/{id}")));
    loaded.show(move |it| view! { <ElectionEdit election=it loader=loaded/> })
}

#[component]
fn ElectionEdit(election: Election, loader: Loader<Election>) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    Drill::here().set(election.setup.drill);
    let edit = Edit::of(
        format!("/admin/elections/{}", election.id),
        election.version,
    );
    let next = next_step(&election);
    let name = election.setup.name.clone();
    let send = move |value: Value| async move {
        let setup = setup(value)?;
        let sent = edit.put(access, &setup).await;
        let reply = sent.map_err(|why| told_at_days(why, &setup))?;
        if reply.status == PROPOSED_ONLY {
            visit.say(texts().proposals.proposed);
            return Ok(());
        }
        let saved: Election = reply.decoded()?;
        edit.based_on(saved.version);
        visit.say((t.election_saved)(&saved.setup.name));
        Ok(())
    };
    let links = [
        (
            Place::Actors(election.id.clone()),
            (t.actors_count)(election.actors),
        ),
        (
            Place::Candidacies(election.id.clone()),
            (t.candidacies_count)(election.candidacies),
        ),
    ];
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=vec![(Place::Start, t.elections.to_owned())] here=name.clone()/>
            <div class="page-head">
                <Heading text=(t.election_settings)(&name)/>
                <p>{t.audited}</p>
                <p class="small muted">{(t.draw_seed)(&election.draw_seed)}</p>
                <p class="cluster">
                    {links
                        .into_iter()
                        .map(|(place, words)| view! { <a href=place.href()>{words}</a> })
                        .collect_view()}
                </p>
            </div>
            {next}
            <RequestForm
                start=setup_form_start(&election.setup)
                button=t.save_election
                send=send
                stays=true
                required=required_fields()
            >
                <ElectionFields fixed=election.setup.drill/>
                <EditQuestions
                    edit=edit
                    described=Arc::new(described_setup)
                    give_up=Callback::new(move |()| loader.reload())
                />
            </RequestForm>
        </div>
    }
}

/// What comes next in an election that is being made ready.
fn next_step(election: &Election) -> Option<impl IntoView + use<>> {
    if election.setup.archived {
        return None;
    }
    let t = texts().editing;
    let id = election.id.clone();
    let (place, words) = match (election.actors, election.candidacies) {
        (0, _) => (Place::Actors(id), t.next_actors),
        (_, 0) => (Place::Candidacies(id), t.next_candidacies),
        _ => (Place::Accounts, t.next_accounts),
    };
    Some(view! { <NextStep due=Signal::stored(true) href=place.href() words=words/> })
}

/// What of a setup cannot be left blank.
pub fn required_fields() -> Vec<String> {
    let fields = [
        ElectionSetup::NAME,
        ElectionSetup::ENTITY,
        ElectionSetup::DATE,
        ElectionSetup::OFFICES,
    ];
    fields.map(str::to_owned).to_vec()
}

/// What the form holds of a setup: the phases and the dates of offices as days, the terms as numbers
/// and their units.
pub fn setup_form_start(setup: &ElectionSetup) -> Value {
    let mut value = serde_json::to_value(setup).unwrap_or_else(|_| json!({}));
    if let Value::Object(members) = &mut value {
        members.remove("phases");
        members.remove("embargoes");
        members.insert("days".to_owned(), phases::to_days(&setup.phases));
        let dates = embargoes::to_days(&setup.embargoes);
        members.insert("embargo_days".to_owned(), dates);
        let units = members.get_mut("settings").map(terms::take_units);
        members.insert("units".to_owned(), units.unwrap_or(Value::Null));
    }
    value
}

/// The same refusal with what is wrong with a date at the day that the form asks for.
pub fn told_at_days(why: Failure, setup: &ElectionSetup) -> Failure {
    let Failure::Refused(mut problem) = why else {
        return why;
    };
    for error in &mut problem.errors {
        if let Some(pointer) = day_at(&error.pointer, setup) {
            error.pointer = pointer;
        }
    }
    Failure::Refused(problem)
}

/// Where the form asks for the date at a pointer of the setup.
fn day_at(pointer: &str, setup: &ElectionSetup) -> Option<String> {
    let mut parts = pointer.split('/').skip(1);
    let (list, at, field) = (parts.next()?, parts.next()?, parts.next()?);
    let at: usize = at.parse().ok()?;
    match list {
        "phases" => {
            let phase = setup.phases.get(at)?;
            let date = if field == "ends" { "ends" } else { "starts" };
            Some(phases::pointer(phase.kind, date))
        }
        "embargoes" => Some(embargoes::pointer(setup.embargoes.get(at)?.office)),
        _ => None,
    }
}

/// The setup that a form holds, or everything that is wrong with it.
pub fn setup(mut value: Value) -> Result<ElectionSetup, Failure> {
    let t = texts().settings;
    let numbers: Vec<(String, &str)> = t
        .numbers
        .iter()
        .chain(t.terms)
        .map(|it| (format!("/settings/{}", it.key), it.label))
        .collect();
    let mut fields: Vec<WantedField<'_>> = vec![
        (ElectionSetup::NAME, t.name, Want::Text),
        (ElectionSetup::ENTITY, t.entity, Want::Text),
        (ElectionSetup::DATE, t.date, Want::Date),
    ];
    let mut wanted = fields.clone();
    wanted.extend(asked(&numbers, Want::Number));
    let errors = request::missing(&value, &wanted);
    if !errors.is_empty() {
        return Err(request::refusal(errors));
    }
    dates_and_terms(&mut value);
    // With its unit a term may be no number any more.
    fields.extend(asked(&numbers, Want::Any));
    let setup: ElectionSetup = request::parse_request(&value, &fields)?;
    let against = setup.settings.limits.contradictions();
    if against.is_empty() {
        return Ok(setup);
    }
    let errors = against
        .into_iter()
        .map(|(key, what)| {
            let pointer = format!("/settings/limits/{key}");
            conoceles_shared::problem::FieldError::new(pointer, "contradiction", what)
        })
        .collect();
    Err(request::refusal(request::labelled(errors, &fields)))
}

/// These fields, each to hold the same.
fn asked<'a>(
    fields: &'a [(String, &'a str)],
    want: Want,
) -> impl Iterator<Item = WantedField<'a>> + 'a {
    fields
        .iter()
        .map(move |(at, label)| (at.as_str(), *label, want))
}

/// Turns the form's days, units and numbers into the setup's dates and terms.
fn dates_and_terms(value: &mut Value) {
    let offices: Vec<Office> = value
        .get("offices")
        .and_then(|it| serde_json::from_value(it.clone()).ok())
        .unwrap_or_default();
    let phases = value.get("days").map(phases::from_days).unwrap_or_default();
    let dates = value
        .get("embargo_days")
        .map(|it| embargoes::from_days(it, &offices))
        .unwrap_or_default();
    if let Value::Object(members) = value {
        members.remove("days");
        members.remove("embargo_days");
        members.insert("phases".to_owned(), json!(phases));
        members.insert("embargoes".to_owned(), json!(dates));
    }
    terms::put_units(value);
}

/// The fields of an election.
#[component]
pub fn ElectionFields(
    /// Whether it is a drill, where that was decided already.
    #[prop(optional)]
    fixed: Option<bool>,
) -> impl IntoView {
    let t = texts().settings;
    let offices = Office::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <TextField pointer=ElectionSetup::NAME label=t.name hint=t.name_hint/>
        <TextField pointer=ElectionSetup::ENTITY label=t.entity/>
        <TextField pointer=ElectionSetup::DATE label=t.date kind=Kind::Date/>
        {match fixed {
            None => view! {
                <CheckBox pointer=ElectionSetup::DRILL label=t.drill hint=texts().drills.chosen_once/>
            }
            .into_any(),
            Some(drill) => view! { <FixedKind drill=drill/> }.into_any(),
        }}
        <CheckGroup pointer=ElectionSetup::OFFICES legend=t.offices options=offices/>
        <TerritoryFields/>
        <PhaseFields/>
        <EmbargoFields/>
        <SettingFields/>
    }
}

#[component]
fn SettingFields() -> impl IntoView {
    let t = texts().settings;
    let defaults = serde_json::to_value(Settings::default()).unwrap_or(Value::Null);
    let numbers = t
        .numbers
        .iter()
        .map(|it| {
            let default = defaults.pointer(&format!("/{}", it.key));
            let default = default.map(ToString::to_string).unwrap_or_default();
            view! {
                <TextField
                    pointer=format!("/settings/{}", it.key)
                    label=it.label
                    kind=Kind::Number
                    hint=(t.default)(&default, it.unit)
                />
            }
        })
        .collect_view();
    let counting = vec![
        Choice::new("without_spaces", t.without_spaces),
        Choice::new("total", t.total),
    ];
    view! {
        <section class="stack" aria-labelledby="ajustes">
            <h2 id="ajustes">{t.title}</h2>
            <CheckBox pointer=ElectionSetup::FOUR_EYES label=t.four_eyes hint=t.four_eyes_hint/>
            <CheckBox
                pointer=ElectionSetup::SIGNED_CONSENT
                label=t.signed_consent
                hint=t.signed_consent_hint
            />
            <RadioGroup
                pointer=ElectionSetup::COUNTING
                legend=t.counting
                options=counting
                hint=t.counting_hint
            />
            <TermFields/>
            {numbers}
        </section>
    }
}

#[cfg(test)]
#[path = "setup_tests.rs"]
mod setup_tests;
