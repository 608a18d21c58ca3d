//! The logo of a party: what stands now, another file, or none.

use std::sync::Arc;

use conoceles_shared::api::admin::Party;
use conoceles_shared::problem::FieldError;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::editing::{Edit, EditQuestions};
use crate::desk::access::Access;
use crate::desk::client::{Body, Failure, Method};
use crate::desk::dom;
use crate::desk::form::request::refusal;
use crate::desk::form::{FoldedForm, Form, Labels, RequestForm};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;
use crate::ui::party_sign;

/// Where errors of the file are told.
const FILE: &str = "/file";
/// Bytes that a file may have.
const MOST_BYTES: f64 = 2.0 * 1024.0 * 1024.0;

/// The logo as it stands, and the edit of the party's data beside it; a copy is a handle to the same. What is typed of
/// the party stays, whatever becomes of its logo.
#[derive(Clone, Copy)]
struct LogoDesk {
    access: Access,
    visit: Visit,
    party: RwSignal<Party>,
    beside: Edit,
}

impl LogoDesk {
    /// A fresh edit, of the version that stands.
    fn edit(self) -> Edit {
        self.party
            .with_untracked(|it| Edit::of(format!("/admin/parties/{}/logo", it.id), it.version))
    }

    /// Stores it, and shows the party as it was answered.
    async fn send(self, edit: Edit, method: Method, body: Body, said: &str) -> Result<(), Failure> {
        let from = edit.base();
        let reply = edit.send_as(self.access, method, body).await?;
        let now: Party = reply.decoded()?;
        self.visit.say(said);
        self.beside.follow(from, now.version);
        self.party.try_set(now);
        Ok(())
    }

    /// Goes on with the logo that somebody else stored.
    fn take_theirs(self) {
        let path = self
            .party
            .with_untracked(|it| format!("/admin/parties/{}", it.id));
        spawn_local(async move {
            match self.access.get::<Party>(path).await {
                Ok(now) => drop(self.party.try_set(now)),
                Err(why) => self.visit.say_trouble(why.message()),
            }
        });
    }
}

#[component]
pub fn LogoSection(
    party: Party,
    /// The edit of the party's data on the same page.
    beside: Edit,
) -> impl IntoView {
    let t = texts().logos;
    let desk = LogoDesk {
        access: Access::here(),
        visit: Visit::here(),
        party: RwSignal::new(party),
        beside,
    };
    view! {
        <section class="panel stack" aria-labelledby="emblema">
            <h2 id="emblema" tabindex="-1">{t.title}</h2>
            // Drawn anew with each logo, and an owner of its own: the form of the party stands on the same page.
            {move || view! { <LogoNow desk=desk party=desk.party.get()/> }}
        </section>
    }
}

#[component]
fn LogoNow(desk: LogoDesk, party: Party) -> impl IntoView {
    let t = texts().logos;
    let of = party.data;
    let sign = party_sign(&of.name, &of.acronym, &of.colour, party.logo.as_deref());
    let has_logo = party.logo.is_some();
    // The button that was pressed goes with the logo as it was.
    on_cleanup(|| dom::focus_if_lost("emblema".to_owned()));
    view! {
        <p class="party">{sign}{of.name}</p>
        <p class="hint">{if has_logo { t.stands } else { t.none }}</p>
        {move || view! { <PutForm desk=desk/> }}
        {has_logo.then(|| view! {
            <FoldedForm title=t.remove><RemoveForm desk=desk/></FoldedForm>
        })}
    }
}

/// What an edit of the logo changes, in words.
fn described_logo(party: &Value) -> Vec<(&'static str, String)> {
    let logo = party.get("logo").and_then(Value::as_str);
    vec![(texts().logos.title, logo.unwrap_or_default().to_owned())]
}

#[component]
fn PutForm(desk: LogoDesk) -> impl IntoView {
    let t = texts().logos;
    let edit = desk.edit();
    let input = NodeRef::<Input>::new();
    let send = move |_: Value| async move {
        let (bytes, kind) = chosen_file(input).await?;
        desk.send(edit, Method::Put, Body::Raw(bytes, kind), t.saved)
            .await
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
            <LogoQuestions desk=desk edit=edit/>
        </RequestForm>
    }
}

#[component]
fn LogoQuestions(desk: LogoDesk, edit: Edit) -> impl IntoView {
    view! {
        <EditQuestions
            edit=edit
            described=Arc::new(described_logo)
            give_up=Callback::new(move |()| desk.take_theirs())
        />
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
fn RemoveForm(desk: LogoDesk) -> impl IntoView {
    let t = texts().logos;
    let edit = desk.edit();
    let send = move |_: Value| async move {
        desk.send(edit, Method::Delete, Body::Empty, t.removed)
            .await
    };
    view! {
        <p>{t.remove_about}</p>
        <RequestForm start=json!({}) button=t.remove send=send stays=true>
            <LogoQuestions desk=desk edit=edit/>
        </RequestForm>
    }
}
