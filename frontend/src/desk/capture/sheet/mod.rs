//! Capture by sheet: the template, a dry run that tells every error by its cell, then all or nothing.

mod findings;

use conoceles_shared::api::bulk::{BulkDryRun, BulkRow, BulkSaved};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use crate::desk::access::Access;
use crate::desk::cell_issues::issues;
use crate::desk::client::{Body, Call, Failure, Method};
use crate::desk::dom;
use crate::desk::file_to_send::{FileToSend, FileWords};
use crate::desk::leaving;
use crate::desk::long_act::{HowFar, LongAct};
use crate::desk::page::{Crumbs, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use findings::changes;

/// Below `/api/v1`.
const BULK: &str = "/capture/bulk";

/// A sheet that was read, and what a commit of it would do.
#[derive(Clone)]
struct Checked {
    file: Vec<u8>,
    run: BulkDryRun,
}

/// What came of the last sheet.
#[derive(Clone)]
enum Last {
    /// It was checked; nothing is saved yet.
    Checked(Checked),
    /// It was saved; this says how much.
    Saved(String),
}

/// What is under way, so that nobody waits without a sign; each is told at its own button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Busy {
    Nothing,
    Fetching,
    Annotating,
    Checking,
    Saving,
}

/// The page's state; a copy is a handle to the same.
#[derive(Clone, Copy)]
struct Sheet {
    access: Access,
    busy: RwSignal<Busy>,
    /// What went wrong, and with what.
    message: RwSignal<Option<(Busy, String)>>,
    last: RwSignal<Option<Last>>,
}

/// The three steps.
#[component]
pub fn BulkPage() -> impl IntoView {
    let t = texts().bulk;
    let sheet = Sheet {
        access: Access::here(),
        busy: RwSignal::new(Busy::Nothing),
        message: RwSignal::new(None),
        last: RwSignal::new(None),
    };
    leaving::guard_act(sheet.is_busy());
    view! {
        <div class="wrap">
            <Crumbs above=vec![(Place::Start, texts().capture.mine.to_owned())] here=t.title/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=t.title/>
                    <p>{t.lead}</p>
                </div>
                <Templates sheet=sheet/>
                <Upload sheet=sheet/>
                {move || sheet.last.get().map(|it| match it {
                    Last::Checked(it) => view! { <Outcome sheet=sheet checked=it/> }.into_any(),
                    Last::Saved(said) => view! { <Saved said=said/> }.into_any(),
                })}
            </div>
        </div>
    }
}

/// What is under way, told and drawn below the button that began it. All is saved in one step, so there is no
/// part to count.
#[component]
fn SheetUnderWay(sheet: Sheet, act: Busy) -> impl IntoView {
    let t = texts().bulk;
    let sections = move || {
        sheet.last.with(|it| match it {
            Some(Last::Checked(it)) => it.run.sections_changed,
            _ => 0,
        })
    };
    let how_far = Signal::derive(move || {
        let told = match sheet.busy.get() {
            Busy::Fetching | Busy::Annotating => t.fetching.to_owned(),
            Busy::Checking => t.checking.to_owned(),
            Busy::Saving => (t.saving)(sections()),
            Busy::Nothing => return None,
        };
        (sheet.busy.get() == act).then(|| HowFar::uncounted(&told))
    });
    let message = Signal::derive(move || {
        let said = sheet.message.get();
        said.and_then(|(of, text)| (of == act).then_some(text))
    });
    view! { <LongAct how_far=how_far message=message/> }
}

impl Sheet {
    /// Whether anything is under way.
    fn is_busy(self) -> Signal<bool> {
        Signal::derive(move || self.busy.get() != Busy::Nothing)
    }

    /// Runs something that takes a while; whatever goes wrong is said at its button.
    fn run<F: Future<Output = Result<(), Failure>> + 'static>(self, busy: Busy, work: F) {
        if self.busy.get_untracked() != Busy::Nothing {
            return;
        }
        self.busy.set(busy);
        self.message.set(None);
        spawn_local(async move {
            let done = work.await;
            self.busy.try_set(Busy::Nothing);
            if let Err(why) = done {
                self.message.try_set(Some((busy, why.message())));
            }
        });
    }

    fn fetch(self, ending: &'static str) {
        self.run(Busy::Fetching, async move {
            let call = Call::new(Method::Get, format!("{BULK}/template.{ending}"));
            let reply = self.access.call(call).await?;
            dom::download(
                &reply.bytes,
                &reply.media_type,
                &format!("conoceles-plantilla.{ending}"),
            );
            Ok(())
        });
    }

    fn check(self, file: File) {
        self.last.set(None);
        self.run(Busy::Checking, async move {
            let Some(file) = dom::read_file(&file).await else {
                let why = texts().bulk.file_changed.to_owned();
                self.message.try_set(Some((Busy::Checking, why)));
                return Ok(());
            };
            let reply = self.access.call(post("dry-run", file.clone())).await?;
            let run: BulkDryRun = reply.decoded()?;
            self.last
                .try_set(Some(Last::Checked(Checked { file, run })));
            dom::focus_soon("resultado");
            Ok(())
        });
    }

    fn annotate(self, file: Vec<u8>) {
        self.run(Busy::Annotating, async move {
            let reply = self.access.call(post("annotated", file)).await?;
            dom::download(&reply.bytes, &reply.media_type, "conoceles-anotada.xlsx");
            Ok(())
        });
    }

    fn commit(self, checked: Checked) {
        self.run(Busy::Saving, async move {
            let call = post("commit", checked.file).based_on(checked.run.hash);
            let saved: BulkSaved = self.access.call(call).await?.decoded()?;
            let sections = usize::try_from(saved.sections_saved).unwrap_or_default();
            let said = match sections {
                0 => (texts().many_photos.sheet_saved)(files_named(&saved.rows)),
                sections => (texts().bulk.saved)(sections, saved.rows.len()),
            };
            self.last.try_set(Some(Last::Saved(said)));
            dom::focus_soon("guardado");
            Ok(())
        });
    }
}

/// The sheet as the body; what it is, is told by its bytes.
fn post(what: &str, file: Vec<u8>) -> Call {
    Call::new(Method::Post, format!("{BULK}/{what}"))
        .body(Body::Raw(file, "application/octet-stream".to_owned()))
}

#[component]
fn Templates(sheet: Sheet) -> impl IntoView {
    let t = texts().bulk;
    view! {
        <section class="panel stack stack--s" aria-labelledby="plantilla">
            <h2 id="plantilla">{t.template}</h2>
            <p>{t.template_text}</p>
            <div class="cluster">
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| sheet.fetch("xlsx")
                >
                    {t.template_xlsx}
                </button>
                <button
                    type="button"
                    class="btn btn--secondary"
                    on:click=move |_| sheet.fetch("csv")
                >
                    {t.template_csv}
                </button>
            </div>
            <SheetUnderWay sheet=sheet act=Busy::Fetching/>
        </section>
    }
}

#[component]
fn Upload(sheet: Sheet) -> impl IntoView {
    let t = texts().bulk;
    let words = FileWords {
        label: t.file,
        hint: t.file_hint.to_owned(),
        missing: t.file_missing,
        button: t.check,
    };
    view! {
        <section class="panel stack stack--s" aria-labelledby="subir">
            <h2 id="subir">{t.upload}</h2>
            <FileToSend
                id="hoja"
                words=words
                accept=".xlsx,.csv"
                busy=sheet.is_busy()
                begin=move |file: File| sheet.check(file)
            >
                <SheetUnderWay sheet=sheet act=Busy::Checking/>
            </FileToSend>
        </section>
    }
}

#[component]
fn Outcome(sheet: Sheet, checked: Checked) -> impl IntoView {
    let t = texts().bulk;
    let count = |it: u32| usize::try_from(it).unwrap_or_default();
    let run = checked.run.clone();
    let (errors, sections) = (run.errors.len(), count(run.sections_changed));
    let summary = (t.found)(count(run.rows_read), sections, run.rows.len());
    let files = files_named(&run.rows);
    let named = (files > 0).then(|| view! { <p>{(texts().many_photos.sheet_files)(files)}</p> });
    let save = match sections {
        0 => (texts().many_photos.sheet_save)(files),
        sections => (t.save)(sections),
    };
    let file = StoredValue::new(checked.file.clone());
    let checked = StoredValue::new(checked);
    view! {
        <section class="stack" aria-labelledby="resultado">
            <h2 id="resultado" tabindex="-1">{t.result}</h2>
            <p>{summary}</p>
            {named}
            {(errors > 0).then(|| view! {
                <p><b>{(t.errors)(errors)}</b>" "{t.nothing_saved}</p>
                <p>
                    <button
                        type="button"
                        class="btn btn--secondary"
                        on:click=move |_| sheet.annotate(file.get_value())
                    >
                        {t.annotated}
                    </button>
                </p>
                <SheetUnderWay sheet=sheet act=Busy::Annotating/>
            })}
            {issues(t.errors_caption, &run.errors)}
            {(errors == 0 && sections + files > 0).then(|| view! {
                {changes(&run.rows)}
                <p>
                    <button
                        type="button"
                        class="btn btn--big"
                        on:click=move |_| sheet.commit(checked.get_value())
                    >
                        {save}
                    </button>
                </p>
                <SheetUnderWay sheet=sheet act=Busy::Saving/>
            })}
            {issues(t.remarks_caption, &run.remarks)}
        </section>
    }
}

/// How many rows name another file for their photo.
fn files_named(rows: &[BulkRow]) -> usize {
    rows.iter().filter(|it| it.photo_file.is_some()).count()
}

/// What was saved. Its heading takes the focus from the button, which is gone.
#[component]
fn Saved(said: String) -> impl IntoView {
    view! {
        <section class="stack stack--s" aria-labelledby="guardado">
            <h2 id="guardado" tabindex="-1">{said}</h2>
            <p>{texts().bulk.saved_next}</p>
        </section>
    }
}
