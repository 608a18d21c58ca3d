//! A long act on its way: drawn and told to the eye as it goes, announced only at its steps and tenths.

use leptos::prelude::*;

use super::form::Summary;
use crate::i18n::desk::texts;

/// How far a long act is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HowFar {
    /// What is being done.
    pub step: String,
    /// The same with how much of it is done, where that can be counted.
    pub told: String,
    pub done: usize,
    /// 0 where no part can be counted.
    pub total: usize,
}

impl HowFar {
    /// Something of which no part can be counted.
    pub fn uncounted(step: &str) -> Self {
        Self {
            step: step.to_owned(),
            told: step.to_owned(),
            done: 0,
            total: 0,
        }
    }

    /// What is announced: it changes with the step and with each tenth, however often one looks.
    fn announced(&self) -> String {
        match self.tenths() {
            0 => self.step.clone(),
            tenths => (texts().long_acts.announced)(&self.step, tenths * 10),
        }
    }

    fn tenths(&self) -> usize {
        let tenths = self.done.saturating_mul(10).checked_div(self.total);
        tenths.unwrap_or_default().min(10)
    }
}

/// Stands below the button that begins the act: how far it is, and what went wrong with it.
#[component]
pub fn LongAct(
    /// Nothing while it is not under way.
    how_far: Signal<Option<HowFar>>,
    /// What went wrong, where that is told here.
    #[prop(optional, into)]
    message: Option<Signal<Option<String>>>,
) -> impl IntoView {
    let announced = Memo::new(move |_| {
        how_far.with(|it| it.as_ref().map(HowFar::announced).unwrap_or_default())
    });
    let told = move || how_far.with(|it| it.as_ref().map(|it| it.told.clone()));
    let counted = move || how_far.get().filter(|it| it.total > 0);
    view! {
        <div>
            // Always there: what is said in it later is announced.
            <p class="hidden-visually" role="status">{announced}</p>
            <Show when=move || how_far.read().is_some()>
                <p class="save-state" aria-hidden="true">{told}</p>
                <progress
                    class="under-way"
                    aria-label=texts().long_acts.label
                    max=move || counted().map(|it| it.total.to_string())
                    value=move || counted().map(|it| it.done.to_string())
                ></progress>
            </Show>
            {message.map(|it| view! { <Summary message=it/> })}
        </div>
    }
}

#[cfg(test)]
#[path = "long_act_tests.rs"]
mod long_act_tests;
