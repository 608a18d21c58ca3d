//! An edit of what was created: sent on a version, asked about where it changes what is published, and
//! put beside what somebody else saved meanwhile.

use std::sync::Arc;

use conoceles_shared::problem::{Code, Consequences};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Failure, Method, Reply};
use crate::desk::dom;
use crate::desk::icon::Icon;
use crate::i18n::desk::texts;

/// A document in words: the label of each datum with what it holds. Of what is there now and of what was
/// submitted alike.
pub type Described = Arc<dyn Fn(&Value) -> Vec<(&'static str, String)> + Send + Sync>;

/// The id of the button that confirms.
const CONFIRM: &str = "confirmar-consecuencias";
/// The id of the button that puts one's own in the place of what is there.
const KEEP_MINE: &str = "guardar-lo-mio";

/// What somebody else saved, and what was to be saved.
#[derive(Clone)]
struct Rival {
    current: Value,
    submitted: Value,
}

/// An edit under way; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Edit {
    path: StoredValue<String>,
    /// The version that it is based on.
    version: RwSignal<u32>,
    /// The digest of what was confirmed, for the next time it is sent.
    confirmed: RwSignal<Option<String>>,
    asked: RwSignal<Option<Consequences>>,
    rival: RwSignal<Option<Rival>>,
}

impl Edit {
    /// Of what is at this path of the API, as its version was loaded.
    pub fn of(path: String, version: u32) -> Self {
        Self {
            path: StoredValue::new(path),
            version: RwSignal::new(version),
            confirmed: RwSignal::new(None),
            asked: RwSignal::new(None),
            rival: RwSignal::new(None),
        }
    }

    /// Goes on from this version; whether its page is still there.
    pub fn based_on(self, version: u32) -> bool {
        self.version.try_set(version).is_none()
    }

    /// Goes on from `to` where it is based on `from`: what lies between them was changed on this very page, beside what
    /// this edit is about.
    pub fn follow(self, from: u32, to: u32) {
        if self.version.try_get_untracked() == Some(from) {
            let _ = self.based_on(to);
        }
    }

    /// The version that it is based on.
    pub fn base(self) -> u32 {
        self.version.get_untracked()
    }

    /// Sends it. A refusal that asks for an answer is shown by [`EditQuestions`] as well.
    pub async fn put<T: Serialize>(self, access: Access, edit: &T) -> Result<Reply, Failure> {
        self.send_as(access, Method::Put, Body::json(edit)).await
    }

    /// The same with another method or a file.
    pub async fn send_as(
        self,
        access: Access,
        method: Method,
        body: Body,
    ) -> Result<Reply, Failure> {
        let mut path = self.path.get_value();
        if let Some(digest) = self.confirmed.get_untracked() {
            path = format!("{path}?confirmed={digest}");
        }
        self.confirmed.set(None);
        self.asked.set(None);
        self.rival.set(None);
        let call = Call::new(method, path)
            .body(body)
            .if_match(self.version.get_untracked());
        let sent = access.call(call).await;
        if let Err(Failure::Refused(problem)) = &sent {
            if problem.code == Code::ConfirmationRequired {
                let _ = self.asked.try_set(problem.consequences.clone());
            } else if problem.code == Code::Stale {
                let both = problem.current.clone().zip(problem.submitted.clone());
                let rival = both.map(|(current, submitted)| Rival { current, submitted });
                let _ = self.rival.try_set(rival);
            }
        }
        sent
    }
}

/// What an edit asks before it is stored; nothing while there is nothing to ask. Inside the edit's form:
/// its buttons send the form again.
#[component]
pub fn EditQuestions(
    edit: Edit,
    /// The document in words.
    described: Described,
    /// Goes on with what is there now.
    give_up: Callback<()>,
) -> impl IntoView {
    view! {
        {move || edit.asked.get().map(|it| view! { <Confirmation edit=edit consequences=it/> })}
        {move || edit.rival.get().map(|it| view! {
            <BothVersions edit=edit rival=it described=described.clone() give_up=give_up/>
        })}
    }
}

#[component]
fn Confirmation(edit: Edit, consequences: Consequences) -> impl IntoView {
    let t = texts().editing;
    let sentences = consequences
        .sentences
        .into_iter()
        .map(|it| view! { <li>{it}</li> })
        .collect_view();
    let examples = consequences.examples.join(", ");
    let digest = consequences.digest;
    let confirm = move |ev: MouseEvent| {
        if is_meant(&ev, CONFIRM) {
            edit.confirmed.set(Some(digest.clone()));
        }
    };
    view! {
        <section class="notice" aria-labelledby="consecuencias">
            {Icon::Warning.drawn()}
            <h2 class="label" id="consecuencias">{t.asks_title}</h2>
            <p>{t.asks_about}</p>
            <ul class="bullets">{sentences}</ul>
            {(!examples.is_empty()).then(|| view! { <p class="small">{(t.among_them)(&examples)}</p> })}
            <p><button class="btn" id=CONFIRM on:click=confirm>{t.confirm}</button></p>
        </section>
    }
}

#[component]
fn BothVersions(
    edit: Edit,
    rival: Rival,
    described: Described,
    give_up: Callback<()>,
) -> impl IntoView {
    let t = texts().editing;
    let rows = differing_rows(&described(&rival.current), &described(&rival.submitted));
    let same = rows.is_empty();
    let rows = rows
        .into_iter()
        .map(|(label, now, yours)| {
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{label}</th>
                    <td role="cell" data-label=t.stale_now>{now}</td>
                    <td role="cell" data-label=t.stale_yours>{yours}</td>
                </tr>
            }
        })
        .collect_view();
    let version = rival.current.get("version").and_then(Value::as_u64);
    let version = version.and_then(|it| u32::try_from(it).ok());
    let mine = move |ev: MouseEvent| {
        if let Some(version) = version.filter(|_| is_meant(&ev, KEEP_MINE)) {
            let _ = edit.based_on(version);
        }
    };
    view! {
        <section class="notice" aria-labelledby="versiones">
            {Icon::Warning.drawn()}
            <h2 class="label" id="versiones">{t.stale_title}</h2>
            {same.then(|| view! { <p>{t.stale_same}</p> })}
            {(!same).then(|| view! {
                <table class="table table--stack" role="table" aria-labelledby="versiones">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t.stale_field}</th>
                            <th scope="col" role="columnheader">{t.stale_now}</th>
                            <th scope="col" role="columnheader">{t.stale_yours}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            })}
            <div class="cluster">
                <button class="btn" id=KEEP_MINE on:click=mine>{t.keep_mine}</button>
                <button type="button" class="btn btn--quiet" on:click=move |_| give_up.run(())>
                    {t.keep_theirs}
                </button>
            </div>
        </section>
    }
}

/// Whether a button was pressed itself. «Enter» in a field presses the first one that sends the form, which must
/// neither confirm nor overwrite anything.
fn is_meant(ev: &MouseEvent, id: &str) -> bool {
    ev.detail() > 0 || dom::focused_id().as_deref() == Some(id)
}

/// The data that differ, each with what it holds now and what was submitted.
fn differing_rows(
    now: &[(&'static str, String)],
    yours: &[(&'static str, String)],
) -> Vec<(&'static str, String, String)> {
    let shown = |text: &str| match text.trim() {
        "" => texts().editing.nothing.to_owned(),
        text => text.to_owned(),
    };
    now.iter()
        .zip(yours)
        .filter(|((_, now), (_, yours))| now != yours)
        .map(|((label, now), (_, yours))| (*label, shown(now), shown(yours)))
        .collect()
}

#[cfg(test)]
#[path = "editing_tests.rs"]
mod editing_tests;
