//! A new candidacy: what was registered, and what is kept private.

use conoceles_shared::api::admin::{Actor, Candidacy, NewCandidacy, PlaceLeft};
use conoceles_shared::catalogues::{AffirmativeAction, Office, Role, Sex};
use conoceles_shared::curp::{curp_troubles, tidy_key};
use conoceles_shared::election::{ElectionSetup, Territory};
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::{end_of_day, start_of_day};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::client::{Failure, Method};
use crate::desk::clock;
use crate::desk::form::RequestForm;
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{
    CheckGroup, Choice, Form, Kind, RadioGroup, SelectField, TextField, set_at, text_at,
};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// The own period as the form holds it: two days, of which the request makes a period.
const OWN_STARTS: &str = "/own/starts";
const OWN_ENDS: &str = "/own/ends";

#[component]
pub fn CandidacyForm(
    path: String,
    /// The election, for its offices and territories.
    setup: ElectionSetup,
    /// The actors that postulate in it.
    actors: Vec<Actor>,
    /// The candidacies that were substituted.
    substituted: Signal<Vec<PlaceLeft>>,
    done: Callback<()>,
) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    let path = StoredValue::new(path);
    let send = move |value: Value| async move {
        let candidacy = typed_candidacy(value)?;
        let made: Candidacy = access
            .send(Method::Post, path.get_value(), &candidacy)
            .await?;
        let remarks: Vec<_> = made.remarks.iter().map(|it| it.detail.as_str()).collect();
        let name = made.registration.full_name();
        visit.say((t.candidacy_saved)(&name, &remarks.join(" ")));
        done.run(());
        Ok(())
    };
    let actors: Vec<_> = actors
        .into_iter()
        .map(|it| Choice::new(it.id.as_str(), it.name))
        .collect();
    let start = json!({"registration": {"affirmative_actions": []}, "private": {}, "own": {}});
    view! {
        <RequestForm
            start=start
            button=t.create_candidacy
            send=send
            required=request::required(&candidacy_fields())
        >
            <SelectField pointer=NewCandidacy::ACTOR label=t.actor options=Signal::stored(actors)/>
            <PersonFields/>
            <PlaceFields setup=setup/>
            <PositionFields/>
            <PrivateFields hint=t.private_hint/>
            <PeriodFields/>
            <PlaceToTake substituted=substituted/>
            <TextField
                pointer=NewCandidacy::ACUERDO_ON
                label=t.acuerdo_on
                kind=Kind::Date
                hint=t.acuerdo_on_hint
            />
        </RequestForm>
    }
}

/// Whose place is taken. Choosing it fills what must be the same.
#[component]
fn PlaceToTake(substituted: Signal<Vec<PlaceLeft>>) -> impl IntoView {
    let t = texts().admin;
    let form = Form::here();
    let chosen = Memo::new(move |_| form.text(NewCandidacy::SUBSTITUTES));
    Effect::new(move |before: Option<String>| {
        let now = chosen.get();
        if before.is_some_and(|it| it != now) {
            let left = substituted.read_untracked();
            let left = left.iter().find(|it| it.id.as_str() == now);
            for (pointer, value) in left.map(same_place).unwrap_or_default() {
                form.set(pointer, value);
            }
        }
        now
    });
    let options = Memo::new(move |_| choices_of_places(&substituted.read()));
    view! {
        <SelectField
            pointer=NewCandidacy::SUBSTITUTES
            label=t.substitutes
            options=options
            hint=t.substitutes_hint
        />
    }
}

/// What a substitute has in common with whom it substitutes, as the form holds it.
fn same_place(left: &PlaceLeft) -> Vec<(&'static str, Value)> {
    let of = &left.registration;
    let territory = format!("{}:{}", of.territory_kind, of.territory_code);
    vec![
        (NewCandidacy::ACTOR, json!(left.actor)),
        (NewCandidacy::OFFICE, json!(of.office)),
        (NewCandidacy::TERRITORY_CODE, json!(territory)),
        (NewCandidacy::LIST_POSITION, json!(of.list_position)),
        (NewCandidacy::ROLE, json!(of.role)),
    ]
}

/// Who left each place, and which it is.
fn choices_of_places(left: &[PlaceLeft]) -> Vec<Choice> {
    left.iter()
        .map(|it| {
            let of = &it.registration;
            let (name, office) = (of.full_name(), of.office.label());
            let place = of.list_position.map(|it| (texts().admin.place_in_list)(it));
            let label = format!(
                "{name} · {office}, {}{} · {} · {}",
                it.territory_name,
                place.unwrap_or_default(),
                of.role_label(),
                it.actor_name
            );
            Choice::new(it.id.as_str(), label)
        })
        .collect()
}

/// The person's names, age and sex.
#[component]
pub fn PersonFields(
    /// Where the registration is in the form, where that is not all of it.
    #[prop(optional, into)]
    under: String,
) -> impl IntoView {
    let t = texts().admin;
    let at = move |pointer: &str| format!("{under}{pointer}");
    let sexes = Sex::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <TextField pointer=at(NewCandidacy::GIVEN_NAMES) label=t.given_names/>
        <TextField pointer=at(NewCandidacy::FIRST_SURNAME) label=t.first_surname/>
        <TextField pointer=at(NewCandidacy::SECOND_SURNAME) label=t.second_surname/>
        <TextField pointer=at(NewCandidacy::NICKNAME) label=t.nickname/>
        <TextField
            pointer=at(NewCandidacy::AGE)
            label=t.age
            kind=Kind::Number
            hint=t.age_hint
        />
        <RadioGroup pointer=at(NewCandidacy::SEX) legend=t.sex options=sexes/>
    }
}

/// Office, territory and role.
#[component]
pub fn PlaceFields(setup: ElectionSetup) -> impl IntoView {
    let t = texts().admin;
    let form = Form::here();
    let offices: Vec<_> = setup
        .offices
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let territories = StoredValue::new(setup.territories);
    let fitting = Memo::new(move |_| {
        let office = form.text(NewCandidacy::OFFICE).parse::<Office>().ok();
        territories.with_value(|all| options_for(office, all))
    });
    let roles = Role::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <SelectField
            pointer=NewCandidacy::OFFICE
            label=t.office
            options=Signal::stored(offices)
            hint=t.office_hint
        />
        <SelectField
            pointer=NewCandidacy::TERRITORY_CODE
            label=t.territory
            options=fitting
            hint=t.territory_hint
        />
        <RadioGroup pointer=NewCandidacy::ROLE legend=t.role options=roles/>
    }
}

/// The number on the list, and the affirmative actions.
#[component]
pub fn PositionFields() -> impl IntoView {
    let t = texts().admin;
    let actions = AffirmativeAction::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <TextField
            pointer=NewCandidacy::LIST_POSITION
            label=t.list_position
            kind=Kind::Number
        />
        <CheckGroup
            pointer=NewCandidacy::AFFIRMATIVE_ACTIONS
            legend=t.affirmative_actions
            options=actions
            hint=t.affirmative_actions_hint
        />
    }
}

/// What is kept private.
#[component]
pub fn PrivateFields(
    /// What is said before the fields.
    #[prop(into)]
    hint: String,
    /// Where the registration is in the form, where that is not all of it.
    #[prop(optional, into)]
    under: String,
) -> impl IntoView {
    let t = texts().admin;
    let at = move |pointer: &str| format!("{under}{pointer}");
    view! {
        <fieldset class="stack">
            <legend class="label">{t.private}</legend>
            <p class="hint">{hint}</p>
            <TextField
                pointer=at(NewCandidacy::NOTIFICATION_EMAIL)
                label=t.notification_email
                kind=Kind::Email
            />
            <TextField
                pointer=at(NewCandidacy::NOTIFICATION_PHONE)
                label=t.notification_phone
                kind=Kind::Phone
                hint=t.notification_phone_hint
            />
            <TextField pointer=at(NewCandidacy::BIRTH_DATE) label=t.birth_date kind=Kind::Date/>
            <TextField pointer=at(NewCandidacy::CURP) label=t.curp/>
            <TextField pointer=at(NewCandidacy::VOTER_KEY) label=t.voter_key/>
            <TextField pointer=at(NewCandidacy::RFC) label=t.rfc/>
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
                <TextField pointer=OWN_STARTS label=t.own_starts kind=Kind::Date/>
                <TextField pointer=OWN_ENDS label=t.own_ends kind=Kind::Date/>
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

/// The territory of a choice, `kind:code`, at its two places.
pub fn divide_territory(value: &mut Value) {
    let territory = text_at(value, NewCandidacy::TERRITORY_CODE).split_once(':');
    if let Some((kind, code)) = territory.map(|(kind, code)| (kind.to_owned(), code.to_owned())) {
        set_at(value, NewCandidacy::TERRITORY_KIND, kind.into());
        set_at(value, NewCandidacy::TERRITORY_CODE, code.into());
    }
}

/// What is asked of every new registration.
pub fn candidacy_fields() -> Vec<WantedField<'static>> {
    let t = texts().admin;
    let mut fields = registered_fields();
    fields.extend([
        (NewCandidacy::ACTOR, t.actor, Want::Choice),
        (
            NewCandidacy::NOTIFICATION_EMAIL,
            t.notification_email,
            Want::Text,
        ),
        (
            NewCandidacy::NOTIFICATION_PHONE,
            t.notification_phone,
            Want::Text,
        ),
        (NewCandidacy::CURP, t.curp, Want::Any),
        (NewCandidacy::VOTER_KEY, t.voter_key, Want::Any),
        (NewCandidacy::RFC, t.rfc, Want::Any),
    ]);
    fields
}

/// What is asked of every registration, new or edited.
pub fn registered_fields() -> Vec<WantedField<'static>> {
    let t = texts().admin;
    vec![
        (NewCandidacy::GIVEN_NAMES, t.given_names, Want::Text),
        (NewCandidacy::FIRST_SURNAME, t.first_surname, Want::Text),
        (NewCandidacy::SECOND_SURNAME, t.second_surname, Want::Any),
        (NewCandidacy::AGE, t.age, Want::MaybeNumber),
        (NewCandidacy::SEX, t.sex, Want::Choice),
        (NewCandidacy::OFFICE, t.office, Want::Choice),
        (NewCandidacy::TERRITORY_CODE, t.territory, Want::Choice),
        (
            NewCandidacy::LIST_POSITION,
            t.list_position,
            Want::MaybeNumber,
        ),
        (NewCandidacy::ROLE, t.role, Want::Choice),
    ]
}

/// The request, or everything that is wrong with what was typed.
fn typed_candidacy(mut value: Value) -> Result<NewCandidacy, Failure> {
    let t = texts().admin;
    let day = |pointer: &str| clock::date(text_at(&value, pointer));
    let (starts, ends) = (day(OWN_STARTS), day(OWN_ENDS));
    divide_territory(&mut value);
    let period = starts
        .zip(ends)
        .map(|(starts, ends)| json!({"starts": start_of_day(starts), "ends": end_of_day(ends)}));
    let mut more = key_errors(&value);
    if period.is_none() && (starts.is_some() || ends.is_some()) {
        let both = [
            (OWN_STARTS, t.own_starts, Want::Date),
            (OWN_ENDS, t.own_ends, Want::Date),
        ];
        more.extend(request::missing(&value, &both));
    }
    if let Value::Object(members) = &mut value {
        members.remove("own");
    }
    set_at(
        &mut value,
        NewCandidacy::OWN_PERIOD,
        period.unwrap_or(Value::Null),
    );
    request::parse_request_with(&value, &candidacy_fields(), more)
}

/// What is wrong with the CURP, which the birth date is held against.
pub fn key_errors(value: &Value) -> Vec<FieldError> {
    let curp = tidy_key(text_at(value, NewCandidacy::CURP));
    if curp.is_empty() {
        return Vec::new();
    }
    let birth = clock::date(text_at(value, NewCandidacy::BIRTH_DATE));
    let label = texts().admin.curp;
    let troubles = curp_troubles(&curp, birth).into_iter();
    let told = troubles.map(|it| {
        let detail = format!("{label}: {}", it.detail);
        FieldError::new(NewCandidacy::CURP, it.code, detail)
    });
    told.collect()
}

#[cfg(test)]
#[path = "registration_tests.rs"]
mod registration_tests;
