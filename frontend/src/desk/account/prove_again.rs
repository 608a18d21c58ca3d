//! A code of the second factor, asked for anew before something that cannot be undone.

use conoceles_shared::api::second_factor::GiveCode;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::dom;
use crate::desk::form::request::{self, Want};
use crate::desk::form::{RequestForm, TextField};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

const TITLE: &str = "confirmar-codigo";

/// The form above the page, while the server waits for a code.
#[component]
pub fn ProveAgain() -> impl IntoView {
    let wanted = Access::here().proof_wanted();
    view! { <Show when=move || wanted.get()><ProofForm/></Show> }
}

#[component]
fn ProofForm() -> impl IntoView {
    let t = texts().second_factor;
    let access = Access::here();
    let visit = Visit::here();
    let send = move |value: Value| async move {
        let code: GiveCode =
            request::parse_request(&value, &[(GiveCode::CODE, t.code, Want::Text)])?;
        access.prove(&code).await?;
        visit.say(t.again_given);
        Ok(())
    };
    dom::focus_soon(TITLE);
    view! {
        <section class="wrap wrap--narrow stack" aria-labelledby=TITLE>
            <div class="panel stack">
                <h2 id=TITLE tabindex="-1">{t.again_title}</h2>
                <p>{t.again_text}</p>
                <RequestForm start=json!({}) button=t.again_send send=send>
                    <TextField
                        pointer=GiveCode::CODE
                        label=t.code
                        hint=t.code_hint
                        autocomplete="one-time-code"
                    />
                </RequestForm>
            </div>
        </section>
    }
}
