//! What is done to an actor now and then: more time, a receipt signed on paper, or annulling it.

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Actor, Extension, PaperReceipt};
use conoceles_shared::problem::FieldError;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::admin::remedies::{UndoingForm, UndoingWords};
use crate::desk::client::{Body, Call, Failure, Method};
use crate::desk::clock;
use crate::desk::form::request::{self, Want};
use crate::desk::form::{FoldedForm, RequestForm, text_at};
use crate::desk::form::{Kind, TextArea, TextField};
use crate::desk::load::Loader;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// The extension and the paper receipt of an actor, and annulling that.
#[component]
pub fn ActorActions(actor: Actor, actors: Loader<List<Actor>>) -> impl IntoView {
    let t = texts().admin;
    let id = StoredValue::new(actor.id);
    let name = actor.name;
    let done = Callback::new(move |()| actors.reload());
    let has_receipt = actor.received.is_some();
    let on_paper = actor.received_on_paper;
    let remedies = texts().remedies;
    let words = UndoingWords {
        about: remedies.annul_about,
        reference: remedies.annul_reference,
        reference_hint: remedies.annul_reference_hint,
    };
    view! {
        <div class="cluster top">
            <FoldedForm title=(t.extend_of)(&name)>
                <ExtensionForm path=format!("/admin/actors/{}/extension", id.get_value()) done=done/>
            </FoldedForm>
            {(!has_receipt).then(|| view! {
                <FoldedForm title=(t.paper_receipt_of)(&name)>
                    <PaperReceiptForm
                        path=format!("/admin/actors/{}/paper-receipt", id.get_value())
                        done=done
                    />
                </FoldedForm>
            })}
            {on_paper.then(|| view! {
                <FoldedForm title=(remedies.annul_of)(&name)>
                    <UndoingForm
                        path=format!("/admin/actors/{}/paper-receipt/annulment", id.get_value())
                        words=words
                    />
                </FoldedForm>
            })}
        </div>
    }
}

/// More time, with its reason.
#[component]
pub fn ExtensionForm(path: String, done: Callback<()>) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    let path = StoredValue::new(path);
    let send = move |value: Value| async move {
        let fields = [
            (Extension::ENDS_ON, t.ends_on, Want::Date),
            (Extension::REASON, t.extension_reason, Want::Text),
        ];
        let data: Extension = request::parse_request(&value, &fields)?;
        access
            .call(Call::new(Method::Post, path.get_value()).body(Body::json(&data)))
            .await?;
        visit.say(t.extended);
        done.run(());
        Ok(())
    };
    view! {
        <RequestForm start=json!({}) button=t.extend send=send>
            <TextField pointer=Extension::ENDS_ON label=t.ends_on kind=Kind::Date hint=t.ends_on_hint/>
            <TextArea
                pointer=Extension::REASON
                label=t.extension_reason
                hint=(t.extension_reason_hint)(Extension::REASON_LENGTH)
            />
        </RequestForm>
    }
}

#[component]
fn PaperReceiptForm(path: String, done: Callback<()>) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    let path = StoredValue::new(path);
    let send = move |value: Value| async move {
        let receipt = typed_receipt(&value)?;
        access
            .call(Call::new(Method::Post, path.get_value()).body(Body::json(&receipt)))
            .await?;
        visit.say(texts().proposals.proposed);
        done.run(());
        Ok(())
    };
    view! {
        <RequestForm start=json!({}) button=t.save_paper_receipt send=send>
            <TextField
                pointer=PaperReceipt::RECEIVED
                label=t.paper_received
                kind=Kind::Moment
                hint=t.paper_received_hint
            />
        </RequestForm>
    }
}

fn typed_receipt(value: &Value) -> Result<PaperReceipt, Failure> {
    let t = texts().admin;
    let typed = clock::moment(text_at(value, PaperReceipt::RECEIVED));
    let detail = || format!("{}: {}", t.paper_received, texts().form.date_wanted);
    typed
        .map(|received| PaperReceipt { received })
        .ok_or_else(|| {
            request::refusal(vec![FieldError::new(
                PaperReceipt::RECEIVED,
                "required",
                detail(),
            )])
        })
}
