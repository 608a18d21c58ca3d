//! A new candidacy: what was registered, and what is kept private.

use conoceles_shared::api::admin::{Actor, Candidacy, NewCandidacy};
use conoceles_shared::catalogues::{AffirmativeAction, Office, Role, Sex};
use conoceles_shared::election::{ElectionSetup, Territory};
use conoceles_shared::time::{end_of_day, start_of_day};
use leptos::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::client::Failure;
use crate::desk::clock;
use crate::desk::form::Sheet;
use crate::desk::form::typed::{self, Field, Want};
use crate::desk::form::{CheckGroup, Choice, Form, Kind, RadioGroup, SelectField, TextField};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// The form of a new candidacy.
#[component]
pub fn CandidacyForm(
    /// Where it is sent.
    path: String,
    /// The election, for its offices and territories.
    setup: ElectionSetup,
    /// The actors that postulate in it.
    actors: Vec<Actor>,
    /// What follows.
    done: Callback<()>,
) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    let path = StoredValue::new(path);
    let send = move |value: Value| async move {
        let candidacy = typed_candidacy(value)?;
        let made: Candidacy = access
            .send(Method::POST, path.get_value(), &candidacy)
            .await?;
        visit.say((t.candidacy_saved)(&made.registration.full_name()));
        done.run(());
        Ok(())
    };
    let actors: Vec<_> = actors
        .into_iter()
        .map(|it| Choice::new(it.id.as_str(), it.name))
        .collect();
    let start = json!({"registration": {"affirmative_actions": []}, "private": {}, "own": {}});
    view! {
        <Sheet start=start button=t.create_candidacy send=send>
            <SelectField pointer="/actor" label=t.actor options=Signal::stored(actors)/>
            <PersonFields/>
            <OfficeFields setup=setup/>
            <PrivateFields/>
            <PeriodFields/>
        </Sheet>
    }
}

#[component]
fn PersonFields() -> impl IntoView {
    let t = texts().admin;
    let sexes = Sex::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <TextField pointer="/registration/given_names" label=t.given_names/>
        <TextField pointer="/registration/first_surname" label=t.first_surname/>
        <TextField pointer="/registration/second_surname" label=t.second_surname/>
        <TextField pointer="/registration/nickname" label=t.nickname/>
        <TextField
            pointer="/registration/age"
            label=t.age
            kind=Kind::Number
            hint=t.age_hint
        />
        <RadioGroup pointer="/registration/sex" legend=t.sex options=sexes/>
    }
}

#[component]
fn OfficeFields(setup: ElectionSetup) -> impl IntoView {
    let t = texts().admin;
    let form = Form::here();
    let offices: Vec<_> = setup
        .offices
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let territories = StoredValue::new(setup.territories);
    let fitting = Memo::new(move |_| {
        let office = form.text("/registration/office").parse::<Office>().ok();
        territories.with_value(|all| options_for(office, all))
    });
    let roles = Role::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let actions = AffirmativeAction::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <SelectField
            pointer="/registration/office"
            label=t.office
            options=Signal::stored(offices)
            hint=t.office_hint
        />
        <SelectField
            pointer="/registration/territory_code"
            label=t.territory
            options=fitting
            hint=t.territory_hint
        />
        <TextField
            pointer="/registration/list_position"
            label=t.list_position
            kind=Kind::Number
        />
        <RadioGroup pointer="/registration/role" legend=t.role options=roles/>
        <CheckGroup
            pointer="/registration/affirmative_actions"
            legend=t.affirmative_actions
            options=actions
            hint=t.affirmative_actions_hint
        />
    }
}

#[component]
fn PrivateFields() -> impl IntoView {
    let t = texts().admin;
    view! {
        <fieldset class="stack">
            <legend class="label">{t.private}</legend>
            <p class="hint">{t.private_hint}</p>
            <TextField
                pointer="/private/notification_email"
                label=t.notification_email
                kind=Kind::Email
            />
            <TextField
                pointer="/private/notification_phone"
                label=t.notification_phone
                kind=Kind::Phone
                hint=t.notification_phone_hint
            />
            <TextField pointer="/private/birth_date" label=t.birth_date kind=Kind::Date/>
            <TextField pointer="/private/curp" label=t.curp/>
            <TextField pointer="/private/voter_key" label=t.voter_key/>
            <TextField pointer="/private/rfc" label=t.rfc/>
        </fieldset>
    }
}

#[component]
fn PeriodFields() -> impl IntoView {
    let t = texts().admin;
    view! {
        <fieldset class="stack">
            <legend class="label">{t.own_period}</legend>
            <p class="hint">{t.own_period_hint}</p>
            <div class="cluster top">
                <TextField pointer="/own/starts" label=t.own_starts kind=Kind::Date/>
                <TextField pointer="/own/ends" label=t.own_ends kind=Kind::Date/>
            </div>
        </fieldset>
    }
}

/// The territories of an office, coded as `kind:code` since codes repeat between kinds.
fn options_for(office: Option<Office>, all: &[Territory]) -> Vec<Choice> {
    let Some(office) = office else {
        return Vec::new();
    };
    all.iter()
        .filter(|it| it.kind == office.territory_kind())
        .map(|it| Choice::new(format!("{}:{}", it.kind, it.code), it.name.clone()))
        .collect()
}

/// The request, or everything that is wrong with what was typed.
fn typed_candidacy(mut value: Value) -> Result<NewCandidacy, Failure> {
    let t = texts().admin;
    let own = value.get("own").cloned().unwrap_or(Value::Null);
    let territory = value
        .pointer("/registration/territory_code")
        .and_then(Value::as_str);
    let territory = territory.and_then(|it| it.split_once(':'));
    let territory = territory.map(|(kind, code)| (kind.to_owned(), code.to_owned()));
    let registration = value.get_mut("registration").and_then(Value::as_object_mut);
    if let (Some(registration), Some((kind, code))) = (registration, territory) {
        registration.insert("territory_kind".to_owned(), kind.into());
        registration.insert("territory_code".to_owned(), code.into());
    }
    let fields: [Field<'_>; 15] = [
        ("/actor", t.actor, Want::Choice),
        ("/registration/given_names", t.given_names, Want::Text),
        ("/registration/first_surname", t.first_surname, Want::Text),
        ("/registration/second_surname", t.second_surname, Want::Any),
        ("/registration/age", t.age, Want::MaybeNumber),
        ("/registration/sex", t.sex, Want::Choice),
        ("/registration/office", t.office, Want::Choice),
        ("/registration/territory_code", t.territory, Want::Choice),
        (
            "/registration/list_position",
            t.list_position,
            Want::MaybeNumber,
        ),
        ("/registration/role", t.role, Want::Choice),
        (
            "/private/notification_email",
            t.notification_email,
            Want::Text,
        ),
        (
            "/private/notification_phone",
            t.notification_phone,
            Want::Text,
        ),
        ("/private/curp", t.curp, Want::Any),
        ("/private/voter_key", t.voter_key, Want::Any),
        ("/private/rfc", t.rfc, Want::Any),
    ];
    let mut fields = fields.to_vec();
    let day = |key: &str| own.get(key).and_then(Value::as_str).and_then(clock::date);
    let period = day("starts")
        .zip(day("ends"))
        .map(|(starts, ends)| json!({"starts": start_of_day(starts), "ends": end_of_day(ends)}));
    if period.is_none() && (day("starts").is_some() || day("ends").is_some()) {
        fields.push(("/own/starts", t.own_starts, Want::Date));
        fields.push(("/own/ends", t.own_ends, Want::Date));
    }
    let errors = typed::missing(&value, &fields);
    if !errors.is_empty() {
        return Err(typed::refusal(errors));
    }
    if let Value::Object(members) = &mut value {
        members.remove("own");
        members.insert("own_period".to_owned(), period.unwrap_or(Value::Null));
    }
    typed::read(&value, &fields)
}

#[cfg(test)]
#[path = "registration_tests.rs"]
mod registration_tests;
