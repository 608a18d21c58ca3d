//! What was registered of a candidacy, edited.

use std::sync::Arc;

use conoceles_shared::api::admin::{
    Actor, Candidacy, CandidacyEdit, Election, NewCandidacy, PrivateField, RegistrationFile,
};
use conoceles_shared::catalogues::{AffirmativeAction, Office, Role, Sex};
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::{CandidacyId, ElectionId};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::registration::{
    PersonFields, PlaceFields, PositionFields, PrivateFields, divide_territory, key_errors,
    registered_fields,
};
use crate::desk::access::Access;
use crate::desk::admin::described::{told_as, told_plainly, told_together};
use crate::desk::admin::editing::{Described, Edit, EditQuestions};
use crate::desk::client::Failure;
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{CheckGroup, Choice, RequestForm, TextField, set_at, text_at};
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Drill, Heading, Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// A registration with what its form needs.
#[derive(Clone)]
struct Opened {
    file: RegistrationFile,
    territory: String,
    election: ElectionId,
    setup: ElectionSetup,
}

async fn open_registration(access: Access, id: CandidacyId) -> Result<Opened, Failure> {
    let path = format!("/admin/candidacies/{id}");
    let file: RegistrationFile = access.get(format!("{path}/registration")).await?;
    let candidacy: Candidacy = access.get(path).await?;
    let actor: Actor = access
        .get(format!("/admin/actors/{}", candidacy.actor))
        .await?;
    let election: Election = access
        .get(format!("/admin/elections/{}", actor.election))
        .await?;
    Ok(Opened {
        file,
        territory: candidacy.territory_name,
        election: election.id,
        setup: election.setup,
    })
}

/// What was registered of a candidacy, to be edited.
#[component]
pub fn RegistrationPage(id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || open_registration(access, id.clone()));
    loaded.show(move |it| {
        let again = Callback::new(move |()| loaded.reload());
        view! { <RegistrationEdit opened=it again=again/> }
    })
}

#[component]
fn RegistrationEdit(opened: Opened, again: Callback<()>) -> impl IntoView {
    let (t, e) = (texts().admin, texts().editing);
    let access = Access::here();
    let visit = Visit::here();
    let go = way();
    Drill::here().set(opened.setup.drill);
    let Opened {
        file,
        territory,
        election,
        setup,
    } = opened;
    let path = format!("/admin/candidacies/{}/registration", file.id);
    let edit = Edit::of(path, file.version);
    let name = file.registration.full_name();
    let above = vec![
        (Place::Start, t.elections.to_owned()),
        (
            Place::Candidacies(election.clone()),
            t.candidacies.to_owned(),
        ),
    ];
    let election = StoredValue::new(election);
    let send = move |value: Value| async move {
        let data = typed_edit(value)?;
        edit.put(access, &data).await?;
        visit.say_next((e.saved)(&data.registration.full_name()));
        go.run(Place::Candidacies(election.get_value()));
        Ok(())
    };
    let given: Vec<_> = file.private.iter().map(|it| it.label()).collect();
    let kept = match given.is_empty() {
        true => e.private_kept.to_owned(),
        false => format!(
            "{} {}",
            e.private_kept,
            (e.private_given)(&given.join(", "))
        ),
    };
    let known = setup.clone();
    let described: Described = Arc::new(move |it| described_registration(it, &known));
    let place = match file.fixed.clone() {
        Some(why) => {
            view! { <FixedPlace file=file.clone() territory=territory why=why/> }.into_any()
        }
        None => view! { <PlaceFields setup=setup/> }.into_any(),
    };
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=above here=name.clone()/>
            <div class="page-head"><Heading text=(e.edit_registration)(&name)/></div>
            <RequestForm
                start=edit_start(&file)
                button=e.save
                send=send
                stays=true
                required=request::required(&edit_fields())
            >
                <PersonFields/>
                {place}
                <PositionFields/>
                <PrivateFields hint=kept/>
                <CheckGroup
                    pointer=CandidacyEdit::ERASE
                    legend=e.erase
                    options=erasable(&file.private)
                />
                <TextField
                    pointer=CandidacyEdit::REFERENCE
                    label=e.reference
                    hint=e.reference_hint
                />
                <EditQuestions edit=edit described=described give_up=again/>
            </RequestForm>
        </div>
    }
}

/// Office, territory and role where they stay as they are, and why.
#[component]
fn FixedPlace(file: RegistrationFile, territory: String, why: String) -> impl IntoView {
    let t = texts().admin;
    let it = file.registration;
    view! {
        <section class="stack stack--s" aria-labelledby="lugar">
            <h2 class="label" id="lugar">{texts().editing.place}</h2>
            <dl class="pairs">
                <dt>{t.office}</dt>
                <dd>{it.office.label()}</dd>
                <dt>{t.territory}</dt>
                <dd>{territory}</dd>
                <dt>{t.role}</dt>
                <dd>{it.role_label()}</dd>
            </dl>
            <div class="notice notice--plain">{Icon::Lock.drawn()}<p>{why}</p></div>
        </section>
    }
}

/// What can be taken out; means of contact can only be replaced.
fn erasable(given: &[PrivateField]) -> Vec<Choice> {
    given
        .iter()
        .filter(|it| {
            !matches!(
                it,
                PrivateField::NotificationEmail | PrivateField::NotificationPhone
            )
        })
        .map(|it| Choice::new(it.code(), it.label()))
        .collect()
}

/// What the form starts with: the territory as a choice, `kind:code`.
fn edit_start(file: &RegistrationFile) -> Value {
    let it = &file.registration;
    let mut start = json!({ "registration": it, "private": { "erase": [] } });
    let territory = format!("{}:{}", it.territory_kind, it.territory_code);
    set_at(&mut start, NewCandidacy::TERRITORY_CODE, territory.into());
    start
}

fn edit_fields() -> Vec<WantedField<'static>> {
    let e = texts().editing;
    let mut fields = registered_fields();
    fields.push((CandidacyEdit::REFERENCE, e.reference, Want::Text));
    fields
}

fn typed_edit(mut value: Value) -> Result<CandidacyEdit, Failure> {
    divide_territory(&mut value);
    request::parse_request_with(&value, &edit_fields(), key_errors(&value))
}

/// A registration in words. Of the private data nothing: what is there is not shown.
fn described_registration(document: &Value, setup: &ElectionSetup) -> Vec<(&'static str, String)> {
    let t = texts().admin;
    let plainly = |label, pointer| (label, told_plainly(document, pointer));
    let office = told_as(document, NewCandidacy::OFFICE, |it: Office| {
        it.label().to_owned()
    });
    let sex = told_as(document, NewCandidacy::SEX, |it: Sex| it.label().to_owned());
    let role = told_as(document, NewCandidacy::ROLE, |it: Role| {
        it.label().to_owned()
    });
    let code = text_at(document, NewCandidacy::TERRITORY_CODE);
    let territory = told_as(document, NewCandidacy::TERRITORY_KIND, |kind| {
        let found = setup.territory(kind, code);
        found.map_or_else(|| code.to_owned(), |it| it.name.clone())
    });
    let actions = NewCandidacy::AFFIRMATIVE_ACTIONS;
    let actions = told_as(document, actions, |all: Vec<AffirmativeAction>| {
        told_together(all, |it| it.label().to_owned())
    });
    vec![
        plainly(t.given_names, NewCandidacy::GIVEN_NAMES),
        plainly(t.first_surname, NewCandidacy::FIRST_SURNAME),
        plainly(t.second_surname, NewCandidacy::SECOND_SURNAME),
        plainly(t.nickname, NewCandidacy::NICKNAME),
        plainly(t.age, NewCandidacy::AGE),
        (t.sex, sex),
        (t.office, office),
        (t.territory, territory),
        (t.role, role),
        plainly(t.list_position, NewCandidacy::LIST_POSITION),
        (t.affirmative_actions, actions),
    ]
}

#[cfg(test)]
#[path = "editing_tests.rs"]
mod editing_tests;
