//! The assistant of one text: checks it when typing pauses, never at the key stroke.

use std::sync::Arc;
use std::time::Duration;

use conoceles_shared::language::{
    ElectionRules, Finding, Ignored, Rules, carried, check, ignored_among,
};
use leptos::prelude::*;

use crate::desk::dom;

/// How long typing pauses before the text is checked.
const PAUSE: Duration = Duration::from_millis(400);

/// The name of a check in the browser's timeline.
const TIMED: &str = "conoceles-language";

/// A text with what was found in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub text: String,
    /// What was found, what is left as it is included.
    pub findings: Vec<Finding>,
    /// Whether the text was checked as it is, or findings were carried over from an earlier one.
    fresh: bool,
}

/// The assistant of the one text of a page; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Assistant {
    changes: StoredValue<ElectionRules>,
    rules: StoredValue<Option<Arc<Rules>>>,
    ignored: RwSignal<Vec<Ignored>>,
    found: RwSignal<Found>,
    shown: Memo<Vec<Finding>>,
    /// How many were shown when the text was last checked: what is told to whoever does not see it.
    told: RwSignal<usize>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Whether a person chose on this page what is left as it is.
    chosen: StoredValue<bool>,
}

impl Assistant {
    /// With the rules of an election, and what was left as it is before.
    pub fn provide(changes: ElectionRules, ignored: Vec<Ignored>) -> Self {
        let found = RwSignal::new(Found::default());
        let ignored = RwSignal::new(ignored);
        let shown = Memo::new(move |_| {
            let ignored = ignored.get();
            let waits = |it: &&Finding| !ignored.iter().any(|other| other.covers(it));
            found.with(|it| it.findings.iter().filter(waits).cloned().collect())
        });
        let assistant = Self {
            changes: StoredValue::new(changes),
            rules: StoredValue::new(None),
            ignored,
            found,
            shown,
            told: RwSignal::new(0),
            timer: StoredValue::new(None),
            chosen: StoredValue::new(false),
        };
        provide_context(assistant);
        on_cleanup(move || assistant.stop());
        assistant
    }

    /// Follows a text; while `off`, nothing is looked for in it.
    pub fn follow(self, text: Signal<String>, off: Signal<bool>) {
        Effect::new(move |before: Option<()>| {
            let now = text.get();
            self.stop();
            if off.get() {
                let text = now;
                self.found.set(Found {
                    text,
                    ..Found::default()
                });
                return self.told.set(0);
            }
            self.found.update(|it| it.carry(now));
            let pause = before.map_or(Duration::ZERO, |()| PAUSE);
            let timer = set_timeout_with_handle(move || self.look(), pause).ok();
            self.timer.set_value(timer);
        });
    }

    fn stop(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    /// Checks the text as it is now.
    fn look(self) {
        let Some(text) = self.found.try_with_untracked(|it| it.text.clone()) else {
            return;
        };
        let rules = self.rules();
        let findings = dom::timed(TIMED, || check(&text, &rules));
        self.found.set(Found {
            text,
            findings,
            fresh: true,
        });
        self.tell();
    }

    fn tell(self) {
        let count = self.shown.with_untracked(Vec::len);
        if self.told.get_untracked() != count {
            self.told.set(count);
        }
    }

    /// The rules, put together when they are first needed.
    fn rules(self) -> Arc<Rules> {
        if let Some(rules) = self.rules.get_value() {
            return rules;
        }
        let rules = Arc::new(self.changes.with_value(Rules::of));
        self.rules.set_value(Some(Arc::clone(&rules)));
        rules
    }

    /// Why a rule is there.
    pub fn explanation(self, rule: &str) -> String {
        let rules = self.rules();
        rules
            .rule(rule)
            .map(|it| it.explanation.clone())
            .unwrap_or_default()
    }

    /// The text and all that was found in it.
    pub fn found(self) -> Signal<Found> {
        self.found.into()
    }

    /// What was found and is not left as it is.
    pub fn shown(self) -> Memo<Vec<Finding>> {
        self.shown
    }

    /// How many were shown when the text was last checked.
    pub fn told(self) -> Signal<usize> {
        self.told.into()
    }

    /// Leaves a finding as it is, wherever it stands in the text.
    pub fn leave(self, finding: &Finding) {
        self.chosen.set_value(true);
        self.ignored.update(|it| it.push(Ignored::of(finding)));
        self.tell();
    }

    /// Shows again what was left as it is.
    pub fn bring_back(self) {
        self.chosen.set_value(true);
        self.ignored.set(Vec::new());
        self.tell();
    }

    /// Takes up what was left as it is in a version that the server has.
    pub fn adopt(self, ignored: Vec<Ignored>) {
        self.ignored.update(|it| {
            for other in ignored {
                if !it.contains(&other) {
                    it.push(other);
                }
            }
        });
    }

    /// Which findings in the text are left as they are; `None` until it is checked and a person chose
    /// something: opening a page tells the server nothing.
    pub fn left(self) -> Option<Vec<Ignored>> {
        let ignored = self.ignored.get();
        let fresh = |it: &Found| it.fresh.then(|| ignored_among(&ignored, &it.findings));
        let left = self.found.with(fresh);
        left.filter(|_| self.chosen.get_value())
    }
}

impl Found {
    /// The same in a text that has changed.
    fn carry(&mut self, now: String) {
        if self.text == now {
            return;
        }
        self.findings = carried(&self.findings, &self.text, &now);
        self.text = now;
        self.fresh = false;
    }
}
