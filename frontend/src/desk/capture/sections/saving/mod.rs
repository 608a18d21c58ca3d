//! Saving a section: check, send on the version it is based on, say what happened.

mod autosave;
mod choosing;
mod completed;
mod refused;
mod remarks;
mod sending;

use conoceles_shared::api::capture::{Candidacy, SectionView};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::{Limits, Savable, Section, parse, savable};
use conoceles_shared::time::{Instant, local_date};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use serde_json::{Value, json};

use super::clean;
use super::photo::crop::Crop;
use super::photo::file::check_picture;
use crate::desk::access::Access;
use crate::desk::capture::offline::Device;
use crate::desk::clock::now;
use crate::desk::dom;
use crate::desk::form::Form;
use crate::desk::page::{Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

pub use remarks::Remarks;

/// Where a save stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was saved on this page yet.
    Idle,
    /// On its way.
    Saving,
    /// The server has it since then.
    Saved(Instant),
    /// Not on the server yet; it goes there without being asked.
    Waiting(Wait),
    /// It was not saved; why.
    Failed(String),
}

/// What a save waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wait {
    Network,
    /// The server, which asks to come back later: in its own words.
    Server(String),
    SignIn,
    /// Corrections: how many. The rest is on the server since then, if there was any.
    Correction(usize, Option<Instant>),
}

/// A content that cannot be saved as it is.
#[derive(Debug)]
struct Wrong {
    errors: Vec<FieldError>,
    /// What else is new in it and can be sent.
    rest: Option<Value>,
}

/// Who asked for a save, and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Nobody: typing paused. Nothing takes the focus.
    Quiet,
    /// A person, who stays.
    Stay,
    /// A person, who goes on to the next page.
    GoOn,
}

/// The section on this page and how it is saved; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Saving {
    access: Access,
    visit: Visit,
    form: Form,
    candidacy: StoredValue<CandidacyId>,
    section: Section,
    limits: StoredValue<Limits>,
    max_megabytes: u8,
    /// The candidate's age: what is doubtful may depend on it.
    age: Option<u8>,
    next: StoredValue<Place>,
    stored: RwSignal<SectionView>,
    state: RwSignal<SaveState>,
    conflict: RwSignal<Option<SectionView>>,
    file: RwSignal<Option<File>, LocalStorage>,
    crop: Crop,
    go: Callback<Place>,
    pub(super) device: Device,
    /// Until what is typed is sent without being asked.
    timer: StoredValue<Option<TimeoutHandle>>,
    /// What a person asked for while another save was on its way.
    wish: StoredValue<Option<Manner>>,
    /// Whether a person asked for the save whose state is shown.
    loud: RwSignal<bool>,
}

impl Saving {
    /// For a section of a candidacy, shown by `form`.
    pub fn of(form: Form, candidacy: &Candidacy, view: SectionView) -> Self {
        let section = view.section;
        Self {
            access: Access::here(),
            visit: Visit::here(),
            form,
            section,
            limits: StoredValue::new(candidacy.limits.clone()),
            max_megabytes: candidacy.photo_max_megabytes,
            age: candidacy.registration.age,
            next: StoredValue::new(next_place(candidacy, view.section)),
            candidacy: StoredValue::new(candidacy.id.clone()),
            stored: RwSignal::new(view),
            state: RwSignal::new(SaveState::Idle),
            conflict: RwSignal::new(None),
            file: RwSignal::new_local(None),
            crop: Crop::new(),
            go: way(),
            device: Device::of(&candidacy.id, section),
            timer: StoredValue::new(None),
            wish: StoredValue::new(None),
            loud: RwSignal::new(false),
        }
    }

    pub(super) fn section(self) -> Section {
        self.section
    }

    pub(super) fn candidacy(self) -> CandidacyId {
        self.candidacy.get_value()
    }

    /// The section's address in the API.
    pub(super) fn address(self) -> String {
        let id = self.candidacy.get_value();
        format!("/capture/candidacies/{id}/sections/{}", self.section)
    }

    /// Where the candidacy's photos are in the API.
    pub(super) fn photos(self) -> String {
        let id = self.candidacy.get_value();
        format!("/capture/candidacies/{id}/photo")
    }

    /// Whether the page was left while an answer was on its way.
    fn is_gone(self) -> bool {
        self.state.try_get_untracked().is_none()
    }

    /// Whether a person asked for the save whose state is shown.
    pub fn loud(self) -> Signal<bool> {
        self.loud.into()
    }

    pub fn stored(self) -> Signal<SectionView> {
        self.stored.into()
    }

    pub fn state(self) -> Signal<SaveState> {
        self.state.into()
    }

    /// The newer version that someone else saved, while it must be chosen.
    pub fn conflict(self) -> RwSignal<Option<SectionView>> {
        self.conflict
    }

    /// The largest picture, in megabytes.
    pub fn max_megabytes(self) -> u8 {
        self.max_megabytes
    }

    /// What would be sent.
    pub fn content(self) -> Value {
        clean::content_to_send(self.section, &self.form.value())
    }

    /// Whether nothing but corrections is left of what is typed; then it says so.
    fn only_wrong_is_left(self) -> bool {
        let content = self.content();
        let Err(Wrong { errors, rest: None }) = self.check(&content) else {
            return false;
        };
        self.keep();
        self.await_corrections(errors);
        true
    }

    /// Takes over what another saved, forgetting what is typed here.
    pub fn adopt(self, view: SectionView) {
        self.form.replace(form_start(&view), false);
        self.stored.set(view);
        self.conflict.set(None);
        self.state.set(SaveState::Idle);
        self.device.forget();
        dom::focus_soon("contenido");
    }

    /// Puts what is typed here on top of what another saved.
    pub fn insist(self, view: SectionView) {
        self.stored.set(view);
        self.conflict.set(None);
        self.save(false);
    }

    /// Saves what was put together from both versions.
    pub fn settle(self, view: SectionView, content: Value) {
        self.form.replace(content, true);
        self.insist(view);
    }

    /// What was done on the server without the form, such as an answer to an observation.
    pub fn refresh(self, view: SectionView) {
        let present = self.stored.with_untracked(|it| it.version);
        if view.version == present {
            self.stored.set(view);
        } else if self.form.dirty().get_untracked() {
            // Somebody else saved meanwhile: what is typed here still stands on the earlier version.
            self.stored.set(SectionView {
                version: present,
                ..view.clone()
            });
            self.conflict.set(Some(view));
        } else {
            self.adopt(view);
        }
    }

    /// Checks, then saves; with `go_on`, the next page follows. While another save is on its way, as
    /// soon as that one is there.
    pub fn save(self, go_on: bool) {
        let manner = if go_on { Manner::GoOn } else { Manner::Stay };
        if self.state.get_untracked() == SaveState::Saving {
            return self.wish.set_value(Some(manner));
        }
        self.loud.set(true);
        let content = self.content();
        if let Err(Wrong { errors, rest }) = self.check(&content) {
            let text = texts().sections.not_saved_errors.to_owned();
            self.state.set(SaveState::Failed(text));
            self.form.refuse(errors);
            if let Some(rest) = rest {
                self.start(rest, Manner::Quiet);
            }
            return;
        }
        self.form.clear_errors();
        self.start(content, manner);
    }

    /// Sends what was checked.
    fn start(self, content: Value, manner: Manner) {
        self.state.set(SaveState::Saving);
        self.device.sends(&content);
        spawn_local(async move {
            let outcome = self.send(content.clone()).await;
            if self.is_gone() {
                return;
            }
            let wished = self.wish.try_update_value(Option::take).flatten();
            self.loud.set(manner != Manner::Quiet || wished.is_some());
            match outcome {
                Ok(view) => self.done(view, &content, wished.unwrap_or(manner)),
                Err(why) => {
                    self.failed(why, &content, wished.unwrap_or(manner)).await;
                }
            }
        });
    }

    /// Whether two contents say the same, as the server reads them.
    fn same(self, one: &Value, other: &Value) -> bool {
        self.limits.with_value(|limits| {
            match (
                parse(self.section, one, limits),
                parse(self.section, other, limits),
            ) {
                (Ok(one), Ok(other)) => one == other,
                _ => one == other,
            }
        })
    }

    fn check(self, content: &Value) -> Result<(), Wrong> {
        let today = local_date(now());
        if let Some(file) = self.picture(content) {
            return check_picture(&file, self.max_megabytes, content, today)
                .map_err(|errors| Wrong { errors, rest: None });
        }
        let stored = self.stored.with_untracked(form_start);
        let Savable { content, issues } = self
            .limits
            .with_value(|limits| savable(today, self.section, content, &stored, limits));
        if issues.is_empty() {
            return Ok(());
        }
        let stored = clean::content_to_send(self.section, &stored);
        Err(Wrong {
            errors: issues.into_iter().map(FieldError::from).collect(),
            rest: content.filter(|it| self.section != Section::Photo && !self.same(it, &stored)),
        })
    }

    /// Shows at each field what is wrong, and says that the rest is saved.
    fn await_corrections(self, errors: Vec<FieldError>) {
        // Of a section that is one text there is no rest.
        let saved = self.stored.with_untracked(|it| it.saved_at);
        let saved = saved.filter(|_| !self.section.is_text());
        let wait = Wait::Correction(errors.len(), saved);
        self.form.mark(errors);
        self.state.set(SaveState::Waiting(wait));
    }

    /// The server has it.
    fn done(self, view: SectionView, sent: &Value, manner: Manner) {
        let at = view.saved_at.unwrap_or_else(now);
        let is_last = self.content() == *sent;
        if self.section == Section::Photo && is_last {
            self.form.replace(form_start(&view), false);
        }
        self.device.answered(at);
        self.device.see(&view);
        self.stored.set(view);
        self.state.set(SaveState::Saved(at));
        if !is_last && manner == Manner::Quiet && self.only_wrong_is_left() {
            return;
        }
        if !is_last {
            // Typing went on meanwhile: that is the next save.
            match manner {
                Manner::Quiet if self.form.dirty().get_untracked() => self.typed(),
                Manner::Quiet => {}
                Manner::Stay | Manner::GoOn => self.save(manner == Manner::GoOn),
            }
            return;
        }
        self.form.saved();
        self.device.forget();
        self.show_completed();
        if manner == Manner::GoOn {
            let complete = self.stored.with_untracked(|it| it.missing.is_empty());
            if complete {
                self.visit.say_next(self.saved_text(at));
            } else {
                self.visit.say_unfinished_next(self.saved_text(at));
            }
            self.go.run(self.next.get_value());
        }
    }
}

/// What a form starts with.
pub fn form_start(view: &SectionView) -> Value {
    view.content
        .clone()
        .filter(Value::is_object)
        .unwrap_or_else(|| json!({}))
}

/// Where «Guardar y continuar» leads: the next section that can be written, else the list.
fn next_place(candidacy: &Candidacy, section: Section) -> Place {
    let later = candidacy
        .sections
        .iter()
        .skip_while(|it| it.section != section)
        .skip(1);
    let mut open = later.filter(|it| it.refusal.is_none() && it.section != Section::Consents);
    match open.next() {
        Some(next) => Place::Section(candidacy.id.clone(), next.section),
        None => Place::Tasks(candidacy.id.clone()),
    }
}
