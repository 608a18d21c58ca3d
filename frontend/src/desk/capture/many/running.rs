//! How far an act on many is, and what came of it.

use conoceles_shared::api::many::OneAfter;
use leptos::prelude::*;

use crate::desk::dom;
use crate::desk::form::Summary;
use crate::desk::leaving;
use crate::desk::long_act::{HowFar, LongAct};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The id of the heading of what came of it.
const RESULT: &str = "resultado";

/// How far an act is: how many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub of: usize,
}

/// An act that is under way, or was; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Running {
    pub progress: RwSignal<Option<Progress>>,
    message: RwSignal<Option<String>>,
    after: RwSignal<Vec<OneAfter>>,
}

impl Running {
    /// Of the page at hand: leaving it asks first while the act is under way.
    pub fn new() -> Self {
        let running = Self {
            progress: RwSignal::new(None),
            message: RwSignal::new(None),
            after: RwSignal::new(Vec::new()),
        };
        leaving::guard_act(running.is_busy());
        running
    }

    /// Whether it is under way.
    pub fn is_busy(self) -> Signal<bool> {
        Signal::derive(move || self.progress.read().is_some())
    }

    /// Begins anew; false where one is under way.
    pub fn begin(self, of: usize) -> bool {
        if self.progress.get_untracked().is_some() {
            return false;
        }
        self.message.set(None);
        self.after.set(Vec::new());
        self.progress.set(Some(Progress { done: 0, of }));
        true
    }

    /// It is so far; false where nobody is there any more to see what comes of the rest.
    pub fn is_at(self, progress: Progress) -> bool {
        self.progress.try_set(Some(progress)).is_none()
    }

    /// What came of some.
    pub fn take_in(self, data: Vec<OneAfter>) {
        let _ = self.after.try_update(|all| all.extend(data));
    }

    /// It is over; `why`, where it could not go on.
    pub fn stop(self, why: Option<String>) {
        let something =
            why.is_some() || self.after.try_with_untracked(|it| !it.is_empty()) == Some(true);
        self.message.try_set(why);
        if self.progress.try_set(None).is_none() && something {
            dom::focus_soon(RESULT);
        }
    }
}

/// How far it is, then what came of it: first what was not done, each by name with its reasons.
#[component]
pub fn OutcomeOfMany(
    running: Running,
    /// What is under way.
    doing: Signal<&'static str>,
    /// For how many it was done.
    done: fn(usize) -> String,
) -> impl IntoView {
    let t = texts().many;
    let how_far = Signal::derive(move || {
        let step = doing.get();
        running.progress.get().map(|it| HowFar {
            step: step.to_owned(),
            told: format!("{step}: {}", (t.progress)(it.done, it.of)),
            done: it.done,
            total: it.of,
        })
    });
    let some = move || !running.after.read().is_empty() || running.message.read().is_some();
    view! {
        <LongAct how_far=how_far/>
        <Show when=some>
            <section class="stack stack--s" aria-labelledby=RESULT>
                <h2 id=RESULT tabindex="-1">{t.result}</h2>
                <Summary message=running.message.into()/>
                {move || running.after.with(|all| outcome(all, done))}
            </section>
        </Show>
    }
}

fn outcome(all: &[OneAfter], done: fn(usize) -> String) -> impl IntoView + use<> {
    let t = texts().many;
    let (made, refused): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.done);
    let said = (!made.is_empty()).then(|| view! { <p><b>{done(made.len())}</b></p> });
    let why = (!refused.is_empty()).then(|| {
        let rows = refused.iter().map(|it| {
            let why = it.reasons.join(" ");
            view! { <li>{way_to(it)}": "{why}</li> }
        });
        let rows = rows.collect_view();
        view! {
            <p><b>{(t.refused)(refused.len())}</b></p>
            <ul class="bullets">{rows}</ul>
        }
    });
    let list = (!made.is_empty()).then(|| {
        let rows = made.iter().map(|it| {
            let receipt = it.receipt.as_ref().map(|it| {
                let code = it.to_string();
                view! { <span class="hint">{(t.receipt)(&code)}</span> }
            });
            view! { <li>{way_to(it)}" "{receipt}</li> }
        });
        let rows = rows.collect_view();
        view! {
            <details class="disclosure">
                <summary>{t.see_done}</summary>
                <ul class="bullets">{rows}</ul>
            </details>
        }
    });
    view! {
        {said}
        {why}
        {list}
    }
}

/// The candidacy by name, with the way to it, where its receipts are.
fn way_to(it: &OneAfter) -> impl IntoView + use<> {
    let tasks = Place::Tasks(it.id.clone());
    match it.name.clone() {
        Some(name) => view! { <a href=tasks.href()>{name}</a> }.into_any(),
        None => texts().many.somebody.into_any(),
    }
}
