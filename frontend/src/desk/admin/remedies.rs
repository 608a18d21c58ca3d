//! What is proposed to undo a mistake or to obey a tribunal.

use conoceles_shared::api::proposals::Proposal;
use conoceles_shared::api::remedies::{ReopeningOrder, Undoing};
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use validator::Validate;

use crate::desk::access::Access;
use crate::desk::client::{Failure, Method};
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{Kind, RequestForm, TextArea, TextField};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// What a document is called where an act is undone.
#[derive(Debug, Clone, Copy)]
pub struct UndoingWords {
    pub about: &'static str,
    pub reference: &'static str,
    pub reference_hint: &'static str,
}

/// Where a proposal is sent to, and what came of it.
#[derive(Clone, Copy)]
struct Asked {
    access: Access,
    visit: Visit,
    path: StoredValue<String>,
    proposed: RwSignal<Option<Proposal>>,
}

impl Asked {
    fn at(path: String) -> Self {
        Self {
            access: Access::here(),
            visit: Visit::here(),
            path: StoredValue::new(path),
            proposed: RwSignal::new(None),
        }
    }

    /// Proposes what was typed. What an earlier try would have led to is not shown beside a refusal.
    async fn propose<T: Serialize + DeserializeOwned + Validate>(
        self,
        value: &Value,
        fields: &[WantedField<'_>],
    ) -> Result<(), Failure> {
        self.proposed.set(None);
        let data: T = request::parse_request(value, fields)?;
        let path = self.path.get_value();
        let proposal = self.access.send(Method::Post, path, &data).await?;
        self.proposed.set(Some(proposal));
        self.visit.say(texts().proposals.proposed);
        Ok(())
    }
}

/// Asks to undo an act: by which document, and why.
#[component]
pub fn UndoingForm(path: String, words: UndoingWords) -> impl IntoView {
    let t = texts().remedies;
    let asked = Asked::at(path);
    let send = move |value: Value| async move {
        let fields = [
            (Undoing::REFERENCE, words.reference, Want::Text),
            (Undoing::REASON, t.reason, Want::Text),
        ];
        asked.propose::<Undoing>(&value, &fields).await
    };
    view! {
        <p>{words.about}</p>
        <RequestForm start=json!({}) button=t.propose send=send>
            <TextField
                pointer=Undoing::REFERENCE
                label=words.reference
                hint=words.reference_hint
            />
            <TextArea
                pointer=Undoing::REASON
                label=t.reason
                hint=(t.reason_hint)(Undoing::REASON_LENGTH)
            />
        </RequestForm>
        <Consequences proposed=asked.proposed/>
    }
}

/// Asks to reopen a candidacy by order of a tribunal.
#[component]
pub fn ReopeningForm(path: String) -> impl IntoView {
    let t = texts().remedies;
    let asked = Asked::at(path);
    let send = move |value: Value| async move {
        let fields = [
            (ReopeningOrder::DOCKET, t.docket, Want::Text),
            (ReopeningOrder::DATED, t.dated, Want::Date),
            (ReopeningOrder::STARTS_ON, t.starts_on, Want::Date),
            (ReopeningOrder::ENDS_ON, t.ends_on, Want::Date),
        ];
        asked.propose::<ReopeningOrder>(&value, &fields).await
    };
    view! {
        <p>{t.reopen_about}</p>
        <RequestForm start=json!({}) button=t.propose send=send>
            <TextField pointer=ReopeningOrder::DOCKET label=t.docket hint=t.docket_hint/>
            <TextField pointer=ReopeningOrder::DATED label=t.dated kind=Kind::Date/>
            <TextField pointer=ReopeningOrder::STARTS_ON label=t.starts_on kind=Kind::Date/>
            <TextField
                pointer=ReopeningOrder::ENDS_ON
                label=t.ends_on
                kind=Kind::Date
                hint=t.ends_on_hint
            />
        </RequestForm>
        <Consequences proposed=asked.proposed/>
    }
}

/// What the server says would follow, as whoever confirms is shown it.
#[component]
fn Consequences(proposed: RwSignal<Option<Proposal>>) -> impl IntoView {
    let t = texts().proposals;
    move || {
        proposed.get().map(|it| {
            let all = it
                .consequences
                .into_iter()
                .map(|it| view! { <li>{it}</li> })
                .collect_view();
            view! {
                <div class="stack stack--s">
                    <p class="label">{t.consequences}</p>
                    <ul>{all}</ul>
                    {it.confirm_refusal.map(|why| view! { <p>{why}</p> })}
                </div>
            }
        })
    }
}
