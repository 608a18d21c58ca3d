//! What is done to a candidacy now and then: more time, a substitution, a cancellation.

use conoceles_shared::api::admin::{Acuerdo, Candidacy};
use leptos::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::admin::actors::ExtensionForm;
use crate::desk::client::{Body, Call};
use crate::desk::form::TextField;
use crate::desk::form::request::{self, Want};
use crate::desk::form::{FoldedForm, RequestForm};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// The extension and the ends of a candidacy; nothing once it has ended.
#[component]
pub fn CandidacyActions(candidacy: Candidacy, done: Callback<()>) -> impl IntoView {
    let t = texts().admin;
    let Candidacy {
        id,
        registration,
        state,
        ..
    } = candidacy;
    if state.is_end() {
        return ().into_any();
    }
    let name = registration.full_name();
    let path = StoredValue::new(format!("/admin/candidacies/{id}"));
    let under = move |rest: &str| format!("{}/{rest}", path.get_value());
    view! {
        <div class="cluster top">
            <FoldedForm title=(t.extend_of)(&name)>
                <ExtensionForm path=under("extension") done=done/>
            </FoldedForm>
            <FoldedForm title=(t.substitute_of)(&name)>
                <AcuerdoForm path=under("substitution") button=t.substitute said=t.substituted done=done/>
            </FoldedForm>
            <FoldedForm title=(t.cancel_of)(&name)>
                <AcuerdoForm path=under("cancellation") button=t.cancel said=t.cancelled done=done/>
            </FoldedForm>
        </div>
    }
    .into_any()
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
        access
            .call(Call::new(Method::POST, path.get_value()).body(Body::json(&data)))
            .await?;
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
