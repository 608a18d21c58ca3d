//! The logo of a party: what stands now, another file, or none.

use std::sync::Arc;

use conoceles_shared::api::admin::Party;
use conoceles_shared::problem::FieldError;
use leptos::html::Input;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::editing::{Edit, EditQuestions};
use crate::desk::access::Access;
use crate::desk::client::{Body, Failure, Method};
use crate::desk::dom;
use crate::desk::form::request::refusal;
use crate::desk::form::{FoldedForm, Form, Labels, RequestForm};
use crate::desk::load::Loader;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;
use crate::ui::party_sign;

/// Where errors of the file are told.
const FILE: &str = "/file";
/// Bytes that a file may have.
const MOST_BYTES: f64 = 2.0 * 1024.0 * 1024.0;

#[component]
pub fn LogoSection(party: Party, loader: Loader<Party>) -> impl IntoView {
    let t = texts().logos;
    let of = &party.data;
    let sign = party_sign(&of.name, &of.acronym, &of.colour, party.logo.as_deref());
    let name = of.name.clone();
    let has_logo = party.logo.is_some();
    let party = StoredValue::new(party);
    view! {
        <section class="panel stack" aria-labelledby="emblema">
            <h2 id="emblema">{t.title}</h2>
            <p class="party">{sign}{name}</p>
            <p class="hint">{if has_logo { t.stands } else { t.none }}</p>
            // Its own owner: the form of the party stands on the same page.
            {move || view! { <PutForm party=party loader=loader/> }}
            {has_logo.then(|| view! {
                <FoldedForm title=t.remove><RemoveForm party=party loader=loader/></FoldedForm>
            })}
        </section>
    }
}

fn logo_edit(party: StoredValue<Party>) -> Edit {
    party.with_value(|it| Edit::of(format!("/admin/parties/{}/logo", it.id), it.version))
}

/// What an edit of the logo changes, in words.
fn described_logo(party: &Value) -> Vec<(&'static str, String)> {
    let logo = party.get("logo").and_then(Value::as_str);
    vec![(texts().logos.title, logo.unwrap_or_default().to_owned())]
}

#[component]
fn PutForm(party: StoredValue<Party>, loader: Loader<Party>) -> impl IntoView {
    let t = texts().logos;
    let access = Access::here();
    let visit = Visit::here();
    let edit = logo_edit(party);
    let input = NodeRef::<Input>::new();
    let send = move |_: Value| async move {
        let (bytes, kind) = chosen_file(input).await?;
        edit.send_as(access, Method::Put, Body::Raw(bytes, kind))
            .await?;
        visit.say(t.saved);
        loader.reload();
        Ok(())
    };
    view! {
        <RequestForm
            start=json!({})
            button=t.save
            send=send
            stays=true
            required=vec![FILE.to_owned()]
        >
            <FileField input=input/>
            <EditQuestions
                edit=edit
                described=Arc::new(described_logo)
                give_up=Callback::new(move |()| loader.reload())
            />
        </RequestForm>
    }
}

/// The chosen file with its media type, or what to do first.
async fn chosen_file(input: NodeRef<Input>) -> Result<(Vec<u8>, String), Failure> {
    let t = texts().logos;
    let wrong = |code: &str, detail: &str| refusal(vec![FieldError::new(FILE, code, detail)]);
    let files = input.get_untracked().and_then(|it| it.files());
    let file = files.and_then(|it| it.get(0));
    let file = file.ok_or_else(|| wrong("required", t.missing))?;
    if file.size() > MOST_BYTES {
        return Err(wrong("too_large", t.too_large));
    }
    let bytes = dom::read_file(&file).await;
    let bytes = bytes.ok_or_else(|| wrong("changed", t.changed))?;
    Ok((bytes, file.type_()))
}

#[component]
fn FileField(input: NodeRef<Input>) -> impl IntoView {
    let t = texts().logos;
    let labels = Labels::of(Form::here(), FILE, true);
    let (error_id, error) = (labels.error_id(), labels.error);
    view! {
        <div class=labels.field_class()>
            <label class=labels.label_class() for=labels.id.clone()>{t.file}</label>
            <p class="hint" id=labels.hint_id()>{t.file_hint}</p>
            {move || error.get().map(|text| view! {
                <p class="error" id=error_id.clone()>
                    <span class="hidden-visually">{texts().form.error_prefix}</span>
                    {text}
                </p>
            })}
            <input
                class="input"
                node_ref=input
                type="file"
                id=labels.id.clone()
                name=labels.id.clone()
                accept="image/png,image/jpeg,image/webp"
                aria-describedby=labels.described_by(None)
                aria-invalid=labels.invalid()
                aria-required=labels.required()
            />
        </div>
    }
}

#[component]
fn RemoveForm(party: StoredValue<Party>, loader: Loader<Party>) -> impl IntoView {
    let t = texts().logos;
    let access = Access::here();
    let visit = Visit::here();
    let edit = logo_edit(party);
    let send = move |_: Value| async move {
        edit.send_as(access, Method::Delete, Body::Empty).await?;
        visit.say(t.removed);
        loader.reload();
        Ok(())
    };
    view! {
        <p>{t.remove_about}</p>
        <RequestForm start=json!({}) button=t.remove send=send stays=true>
            <EditQuestions
                edit=edit
                described=Arc::new(described_logo)
                give_up=Callback::new(move |()| loader.reload())
            />
        </RequestForm>
    }
}
