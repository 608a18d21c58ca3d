//! What is done to a candidacy now and then: more time, a substitution, a cancellation, or undoing
//! either, and what a tribunal orders.

use conoceles_shared::api::admin::{Acuerdo, Candidacy};
use conoceles_shared::lifecycle::State;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::admin::actors::ExtensionForm;
use crate::desk::admin::remedies::{ReopeningForm, UndoingForm, UndoingWords};
use crate::desk::client::{Body, Call, Method, PROPOSED_ONLY};
use crate::desk::form::TextField;
use crate::desk::form::request::{self, Want};
use crate::desk::form::{FoldedForm, RequestForm};
use crate::desk::page::Visit;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The extension and the ends of a candidacy, and once it has ended the ways back.
#[component]
pub fn CandidacyActions(candidacy: Candidacy, done: Callback<()>) -> impl IntoView {
    let (t, lists) = (texts().admin, texts().lists);
    let Candidacy {
        id,
        registration,
        state,
        ..
    } = candidacy;
    let name = registration.full_name();
    let path = StoredValue::new(format!("/admin/candidacies/{id}"));
    let under = move |rest: &str| format!("{}/{rest}", path.get_value());
    if state.is_end() {
        return view! { <WaysBack state=state name=name path=path/> }.into_any();
    }
    view! {
        <div class="cluster top">
            <a class="btn btn--quiet btn--small" href=Place::Registration(id.clone()).href()>
                {texts().editing.edit}<span class="hidden-visually">{format!(" {name}")}</span>
            </a>
            <FoldedForm title=lists.extend of=name.clone()>
                <ExtensionForm path=under("extension") done=done/>
            </FoldedForm>
            <Reopening name=name.clone() path=path/>
            <FoldedForm title=lists.substitute of=name.clone()>
                <AcuerdoForm path=under("substitution") button=t.substitute said=t.substituted done=done/>
            </FoldedForm>
            <FoldedForm title=lists.cancel of=name.clone()>
                <AcuerdoForm path=under("cancellation") button=t.cancel said=t.cancelled done=done/>
            </FoldedForm>
        </div>
    }
    .into_any()
}

/// What leads back from an end.
#[component]
fn WaysBack(state: State, name: String, path: StoredValue<String>) -> impl IntoView {
    let t = texts().remedies;
    let words = UndoingWords {
        about: t.undo_about,
        reference: t.acuerdo,
        reference_hint: t.acuerdo_hint,
    };
    let mistaken = state.gave_up_its_place();
    view! {
        <div class="cluster top">
            {mistaken.then(|| view! {
                <FoldedForm title=texts().lists.undo of=name.clone()>
                    <UndoingForm path=format!("{}/reinstatement", path.get_value()) words=words/>
                </FoldedForm>
            })}
            <Reopening name=name.clone() path=path/>
        </div>
    }
}

#[component]
fn Reopening(name: String, path: StoredValue<String>) -> impl IntoView {
    view! {
        <FoldedForm title=texts().lists.reopen of=name>
            <ReopeningForm path=format!("{}/reopening", path.get_value())/>
        </FoldedForm>
    }
}

#[component]
fn AcuerdoForm(
    path: String,
    button: &'static str,
    said: &'static str,
    done: Callback<()>,
) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    let path = StoredValue::new(path);
    let send = move |value: Value| async move {
        let data: Acuerdo =
            request::parse_request(&value, &[(Acuerdo::ACUERDO, t.acuerdo, Want::Text)])?;
        let reply = access
            .call(Call::new(Method::Post, path.get_value()).body(Body::json(&data)))
            .await?;
        if reply.status == PROPOSED_ONLY {
            visit.say(texts().proposals.proposed);
            return Ok(());
        }
        visit.say(said);
        done.run(());
        Ok(())
    };
    view! {
        <p>{t.end_warning}</p>
        <RequestForm start=json!({}) button=button send=send>
            <TextField pointer=Acuerdo::ACUERDO label=t.acuerdo hint=t.acuerdo_hint/>
        </RequestForm>
    }
}
