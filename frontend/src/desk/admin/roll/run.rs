//! What is done with a file: checked, its columns kept, stored.

use conoceles_shared::api::roll::{
    ElectionRollHeadings, RollDryRun, RollField, RollHeading, RollHeadings, RollProgress,
    RollSaved, heading_key,
};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Code;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Failure, Method};
use crate::desk::dom;
use crate::desk::leaving;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// A file that was checked.
#[derive(Clone)]
pub struct CheckedFile {
    /// Its name, as the browser tells it.
    pub name: String,
    /// What it is.
    pub file: Vec<u8>,
    /// What was found.
    pub run: RollDryRun,
}

/// What came of the last file.
#[derive(Clone)]
pub enum Last {
    /// It was checked; nothing is stored yet.
    Checked(Box<CheckedFile>),
    /// It was stored; this says how much.
    Saved(String),
}

/// What is done with a file, each by a button of its own, below which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RollAct {
    Check,
    KeepColumns,
    FetchIssues,
    Store,
}

/// The page's state; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct RollDesk {
    access: Access,
    visit: Visit,
    path: StoredValue<String>,
    /// What is under way.
    pub busy: RwSignal<Option<RollAct>>,
    /// How far the server is with it, as far as it is known.
    pub progress: RwSignal<Option<RollProgress>>,
    /// What went wrong, and with what.
    pub message: RwSignal<Option<(RollAct, String)>>,
    /// What came of the last file.
    pub last: RwSignal<Option<Last>>,
    /// What was said of the headings, as it is stored.
    pub kept: RwSignal<ElectionRollHeadings>,
    /// What somebody else said otherwise at the same time; nothing where nobody did.
    pub overtaken: RwSignal<Option<Vec<String>>>,
}

impl RollDesk {
    /// Of an election, with what was said of its headings. Leaving asks first while something is under way.
    pub fn of(election: &ElectionId, kept: ElectionRollHeadings) -> Self {
        let desk = Self {
            access: Access::here(),
            visit: Visit::here(),
            path: StoredValue::new(format!("/admin/elections/{election}/roll")),
            busy: RwSignal::new(None),
            progress: RwSignal::new(None),
            message: RwSignal::new(None),
            last: RwSignal::new(None),
            kept: RwSignal::new(kept),
            overtaken: RwSignal::new(None),
        };
        leaving::guard_act(desk.is_busy());
        desk
    }

    /// Whether anything is under way.
    pub fn is_busy(self) -> Signal<bool> {
        Signal::derive(move || self.busy.read().is_some())
    }

    /// Runs something that takes a while; whatever goes wrong is said at its button.
    fn begin<F>(self, act: RollAct, work: F)
    where
        F: Future<Output = Result<(), Failure>> + 'static,
    {
        if self.busy.get_untracked().is_some() {
            return;
        }
        self.busy.set(Some(act));
        self.message.set(None);
        spawn_local(async move {
            let done = work.await;
            self.progress.try_set(None);
            self.busy.try_set(None);
            if let Err(why) = done {
                self.message.try_set(Some((act, why.message())));
            }
        });
    }

    /// Asks how far the server is.
    pub fn look_how_far(self) {
        let Some(path) = self.path.try_get_value() else {
            return;
        };
        spawn_local(async move {
            // Where nothing is told, it is under way all the same.
            let told: Result<RollProgress, _> = self.access.get(format!("{path}/progress")).await;
            if self.busy.try_get_untracked().flatten().is_some() {
                self.progress.try_set(told.ok());
            }
        });
    }

    /// The file as the body; what it is, is told by its bytes.
    fn post(self, what: &str, file: Vec<u8>) -> Call {
        Call::new(Method::Post, format!("{}/{what}", self.path.get_value()))
            .body(Body::Raw(file, "application/octet-stream".to_owned()))
    }

    /// Checks a file of this device.
    pub fn read_and_check(self, file: File) {
        self.last.set(None);
        self.overtaken.set(None);
        self.begin(RollAct::Check, async move {
            let name = file.name();
            match dom::read_file(&file).await {
                Some(file) => self.check(name, file, "resultado").await,
                None => {
                    let why = texts().roll.file_changed.to_owned();
                    self.message.try_set(Some((RollAct::Check, why)));
                    Ok(())
                }
            }
        });
    }

    async fn check(self, name: String, file: Vec<u8>, then: &'static str) -> Result<(), Failure> {
        let reply = self.access.call(self.post("dry-run", file.clone())).await?;
        let run: RollDryRun = reply.decoded()?;
        let checked = Box::new(CheckedFile { name, file, run });
        self.last.try_set(Some(Last::Checked(checked)));
        dom::focus_soon(then);
        Ok(())
    }

    /// Stores what the columns of the checked file hold, and checks it again.
    pub fn keep_columns(self, checked: CheckedFile, said: Vec<RollHeading>) {
        self.begin(RollAct::KeepColumns, async move {
            let kept = self.kept.get_untracked();
            let is_said = |it: &RollHeading| {
                let mut said = said.iter();
                said.any(|other| heading_key(&other.heading) == heading_key(&it.heading))
            };
            // What other files had stays, unless this one says otherwise of the same datum.
            let mut headings: Vec<RollHeading> = kept
                .headings
                .into_iter()
                .filter(|it| !is_said(it))
                .filter(|it| it.field.is_none() || said.iter().all(|other| other.field != it.field))
                .collect();
            headings.extend(said.iter().cloned());
            let call = Call::new(Method::Put, format!("{}/headings", self.path.get_value()))
                .body(Body::json(&RollHeadings { headings }))
                .if_match(kept.version);
            match self.access.call(call).await {
                Ok(reply) => {
                    self.kept.try_set(reply.decoded()?);
                    self.overtaken.try_set(None);
                    self.visit.say(texts().roll.kept);
                }
                Err(why) if why.code() == Some(Code::Stale) => self.take_theirs(&said).await?,
                Err(why) => return Err(why),
            }
            self.check(checked.name, checked.file, "columnas").await
        });
    }

    /// Goes on from what somebody else stored, and tells what was said otherwise here.
    async fn take_theirs(self, said: &[RollHeading]) -> Result<(), Failure> {
        let path = format!("{}/headings", self.path.get_value());
        let theirs: ElectionRollHeadings = self.access.get(path).await?;
        let t = texts().roll;
        let label = |it: Option<RollField>| it.map_or(t.not_read, RollField::label);
        let differs = said.iter().filter_map(|it| {
            let key = heading_key(&it.heading);
            let mut all = theirs.headings.iter();
            let other = all.find(|other| heading_key(&other.heading) == key)?;
            (other.field != it.field)
                .then(|| (t.stale_row)(&it.heading, label(other.field), label(it.field)))
        });
        self.overtaken.try_set(Some(differs.collect()));
        self.kept.try_set(theirs);
        Ok(())
    }

    /// Downloads everything that was found.
    pub fn fetch_issues(self, file: Vec<u8>) {
        self.begin(RollAct::FetchIssues, async move {
            let reply = self.access.call(self.post("issues.csv", file)).await?;
            dom::download(&reply.bytes, &reply.media_type, "hallazgos-del-archivo.csv");
            Ok(())
        });
    }

    /// Stores the file that was checked.
    pub fn commit(self, checked: CheckedFile, reference: String) {
        self.begin(RollAct::Store, async move {
            let what = if reference.trim().is_empty() {
                "commit".to_owned()
            } else {
                format!("commit?reference={}", query_part(&reference))
            };
            let call = self.post(&what, checked.file).based_on(checked.run.hash);
            let saved: RollSaved = self.access.call(call).await?.decoded()?;
            let said = (texts().roll.saved)(saved.added, saved.changed);
            self.last.try_set(Some(Last::Saved(said)));
            dom::focus_soon("guardado");
            Ok(())
        });
    }
}

/// A text as a value of an address.
fn query_part(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
