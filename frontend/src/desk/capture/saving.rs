//! Saving a section: check, send on the version it is based on, say what happened.

use conoceles_shared::api::capture::{Candidacy, SectionView};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::{Code, FieldError};
use conoceles_shared::questionnaire::{Limits, Section, parse};
use conoceles_shared::time::Instant;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use reqwest::Method;
use serde_json::{Value, json};

use super::clean;
use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Failure};
use crate::desk::clock::{now, time_of_day};
use crate::desk::dom;
use crate::desk::form::Form;
use crate::desk::page::{Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// Where a save stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was saved on this page yet.
    Idle,
    /// On its way.
    Saving,
    /// The server has it since then.
    Saved(Instant),
    /// It was not saved; why.
    Failed(String),
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
    next: StoredValue<Place>,
    view: RwSignal<SectionView>,
    state: RwSignal<SaveState>,
    conflict: RwSignal<Option<SectionView>>,
    file: RwSignal<Option<File>, LocalStorage>,
    go: Callback<Place>,
}

impl Saving {
    /// For a section of a candidacy, shown by `form`.
    pub fn provide(form: Form, candidacy: &Candidacy, view: SectionView) -> Self {
        let saving = Self {
            access: Access::here(),
            visit: Visit::here(),
            form,
            section: view.section,
            limits: StoredValue::new(candidacy.limits.clone()),
            max_megabytes: candidacy.photo_max_megabytes,
            next: StoredValue::new(next_place(candidacy, view.section)),
            candidacy: StoredValue::new(candidacy.id.clone()),
            view: RwSignal::new(view),
            state: RwSignal::new(SaveState::Idle),
            conflict: RwSignal::new(None),
            file: RwSignal::new_local(None),
            go: way(),
        };
        provide_context(saving);
        saving
    }

    /// What is stored now.
    pub fn view(self) -> Signal<SectionView> {
        self.view.into()
    }

    /// Where the save stands.
    pub fn state(self) -> Signal<SaveState> {
        self.state.into()
    }

    /// The newer version that someone else saved, while it must be chosen.
    pub fn conflict(self) -> RwSignal<Option<SectionView>> {
        self.conflict
    }

    /// The picture that was chosen and not yet sent.
    pub fn file(self) -> RwSignal<Option<File>, LocalStorage> {
        self.file
    }

    /// The largest picture, in megabytes.
    pub fn max_megabytes(self) -> u8 {
        self.max_megabytes
    }

    /// What would be sent.
    pub fn content(self) -> Value {
        clean::content(self.section, &self.form.value())
    }

    /// Takes over what another saved, forgetting what is typed here.
    pub fn adopt(self, view: SectionView) {
        self.form.replace(draft(&view), false);
        self.view.set(view);
        self.conflict.set(None);
        self.state.set(SaveState::Idle);
        dom::focus_soon("contenido");
    }

    /// Puts what is typed here on top of what another saved.
    pub fn insist(self, view: SectionView) {
        self.view.set(view);
        self.conflict.set(None);
        self.save(false);
    }

    /// What was done on the server without the form, such as an answer to an observation.
    pub fn refresh(self, view: SectionView) {
        self.view.set(view);
    }

    /// Checks, then saves; with `go_on`, the next page follows.
    pub fn save(self, go_on: bool) {
        if self.state.get_untracked() == SaveState::Saving {
            return;
        }
        let content = self.content();
        if let Err(errors) = self.check(&content) {
            self.state.set(SaveState::Failed(
                texts().sections.not_saved_errors.to_owned(),
            ));
            return self.form.refuse(errors);
        }
        self.form.clear_errors();
        self.state.set(SaveState::Saving);
        spawn_local(async move {
            match self.send(content).await {
                Ok(view) => self.done(view, go_on),
                Err(why) => self.failed(why).await,
            }
        });
    }

    fn check(self, content: &Value) -> Result<(), Vec<FieldError>> {
        if let Some(file) = self.picture(content) {
            return check_file(&file, self.max_megabytes);
        }
        let read = self
            .limits
            .with_value(|limits| parse(self.section, content, limits));
        read.map(|_| ())
            .map_err(|issues| issues.into_iter().map(FieldError::from).collect())
    }

    /// The picture to send with this content.
    fn picture(self, content: &Value) -> Option<File> {
        let declined = content.get("not_provided").is_some();
        self.file
            .get_untracked()
            .filter(|_| self.section == Section::Photo && !declined)
    }

    async fn send(self, content: Value) -> Result<SectionView, Failure> {
        let id = self.candidacy.get_value();
        let Some(file) = self.picture(&content) else {
            return self.put(content).await;
        };
        let bytes = dom::read_file(&file).await.ok_or(Failure::Unreadable)?;
        let call = Call::new(Method::PUT, format!("/capture/candidacies/{id}/photo"))
            .body(Body::Raw(bytes, file.type_()))
            .if_match(self.view.with_untracked(|it| it.version));
        let view: SectionView = self.access.call(call).await?.read()?;
        self.view.set(view.clone());
        self.file.set(None);
        // The date belongs to the section, not to the file: it follows in a save of its own.
        match (content.get("taken_on"), view.content.clone()) {
            (Some(day), Some(Value::Object(mut stored))) => {
                stored.insert("taken_on".to_owned(), day.clone());
                self.put(stored.into()).await
            }
            _ => Ok(view),
        }
    }

    async fn put(self, content: Value) -> Result<SectionView, Failure> {
        let id = self.candidacy.get_value();
        let path = format!("/capture/candidacies/{id}/sections/{}", self.section);
        let call = Call::new(Method::PUT, path)
            .body(Body::Json(content))
            .if_match(self.view.with_untracked(|it| it.version));
        self.access.call(call).await?.read()
    }

    fn done(self, view: SectionView, go_on: bool) {
        let at = view.saved_at.unwrap_or_else(now);
        if self.section == Section::Photo {
            self.form.replace(draft(&view), false);
        }
        self.form.saved();
        self.view.set(view);
        self.state.set(SaveState::Saved(at));
        if go_on {
            let name = self.section.short_label();
            self.visit
                .say_next((texts().sections.saved_section)(name, &time_of_day(at)));
            self.go.run(self.next.get_value());
        }
    }

    async fn failed(self, why: Failure) {
        let t = &texts().sections;
        if why.code() == Some(Code::Stale) {
            let id = self.candidacy.get_value();
            let path = format!("/capture/candidacies/{id}/sections/{}", self.section);
            if let Ok(newer) = self.access.get::<SectionView>(path).await {
                self.state
                    .set(SaveState::Failed(t.not_saved_newer.to_owned()));
                self.conflict.set(Some(newer));
                dom::focus_soon("conflicto");
                return;
            }
        }
        if self.form.refused(&why) {
            self.state
                .set(SaveState::Failed(t.not_saved_errors.to_owned()));
        } else {
            self.state.set(SaveState::Failed(why.message()));
            self.look_again().await;
        }
    }

    /// Whether the section can still be written: the period may have ended under one's hands. What
    /// is typed stays.
    async fn look_again(self) {
        let id = self.candidacy.get_value();
        let path = format!("/capture/candidacies/{id}/sections/{}", self.section);
        if let Ok(now) = self.access.get::<SectionView>(path).await
            && now.refusal.is_some()
        {
            self.view.update(|it| it.refusal = now.refusal);
        }
    }
}

/// What a form starts with.
pub fn draft(view: &SectionView) -> Value {
    view.content
        .clone()
        .filter(Value::is_object)
        .unwrap_or_else(|| json!({}))
}

/// The picture types that are accepted.
const PICTURES: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

fn check_file(file: &File, max_megabytes: u8) -> Result<(), Vec<FieldError>> {
    let t = &texts().sections;
    let mut errors = Vec::new();
    if !PICTURES.contains(&file.type_().as_str()) {
        errors.push(FieldError::new("/file", "invalid_format", t.file_type));
    }
    if file.size() > f64::from(max_megabytes) * 1_048_576.0 {
        errors.push(FieldError::new(
            "/file",
            "too_large",
            (t.file_size)(max_megabytes),
        ));
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
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
