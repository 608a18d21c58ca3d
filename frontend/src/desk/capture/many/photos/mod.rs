//! Photos for many candidacies: a ZIP is looked at in parts, then what is ticked is saved.

mod found;
mod lists;
mod parts;

use std::collections::BTreeSet;

use conoceles_shared::api::many::ManyAfter;
use conoceles_shared::api::many_photos::{PhotosDryRun, ZIP_MAX_MEGABYTES};
use conoceles_shared::ids::CandidacyId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::running::{OutcomeOfMany, Progress, Running};
use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Failure, Method};
use crate::desk::dom;
use crate::desk::file_to_send::{FileToSend, FileWords};
use crate::desk::page::{Crumbs, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use found::{FoundPhotos, LookedPart};
use lists::PhotosToSave;
use parts::{ZipPart, bytes_of, parts_of};

/// Below `/api/v1`.
const PHOTOS: &str = "/capture/many/photos";
/// The id of the heading of what was found.
const FOUND: &str = "revision";

/// The ZIP that was looked at; its parts are read again when they are saved.
#[derive(Clone)]
struct LookedZip {
    file: File,
    parts: Vec<ZipPart>,
    looked: Vec<LookedPart>,
}

/// The page's state; a copy is a handle to the same.
#[derive(Clone, Copy)]
struct PhotosOfMany {
    access: Access,
    running: Running,
    doing: RwSignal<&'static str>,
    zip: RwSignal<Option<LookedZip>, LocalStorage>,
    ticked: RwSignal<BTreeSet<CandidacyId>>,
}

#[component]
pub fn ManyPhotosPage() -> impl IntoView {
    let t = texts().many_photos;
    let page = PhotosOfMany {
        access: Access::here(),
        running: Running::new(),
        doing: RwSignal::new(t.looking),
        zip: RwSignal::new_local(None),
        ticked: RwSignal::new(BTreeSet::new()),
    };
    let found = move || {
        page.zip.with(|it| {
            it.as_ref()
                .map(|it| FoundPhotos::in_all(&it.looked, t.twice))
        })
    };
    view! {
        <div class="wrap">
            <Crumbs above=vec![(Place::Start, texts().capture.mine.to_owned())] here=t.title/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=t.title/>
                    <p>{t.lead}</p>
                    <p><a class="way" href=Place::Bulk.href()>{t.to_sheet}</a></p>
                </div>
                <ChooseZip page=page/>
                {move || found().map(|it| view! {
                    <section class="stack" aria-labelledby=FOUND>
                        <h2 id=FOUND tabindex="-1">{t.found}</h2>
                        <PhotosToSave
                            found=it
                            ticked=page.ticked
                            busy=page.running.progress
                            save=Callback::new(move |()| page.save())
                        />
                    </section>
                })}
                <OutcomeOfMany running=page.running doing=page.doing.into() done=t.done/>
            </div>
        </div>
    }
}

#[component]
fn ChooseZip(page: PhotosOfMany) -> impl IntoView {
    let t = texts().many_photos;
    let words = FileWords {
        label: t.file,
        hint: (t.file_hint)(ZIP_MAX_MEGABYTES),
        missing: t.file_missing,
        button: t.look,
    };
    view! {
        <section class="panel stack stack--s" aria-labelledby="subir">
            <h2 id="subir">{t.upload}</h2>
            <FileToSend
                id="zip"
                words=words
                accept=".zip,application/zip"
                busy=page.running.is_busy()
                begin=move |file: File| page.look(file)
            />
        </section>
    }
}

impl PhotosOfMany {
    /// Looks at a ZIP part by part, and changes nothing.
    fn look(self, file: File) {
        if !self.running.begin(1) {
            return;
        }
        let t = texts().many_photos;
        self.doing.set(t.looking);
        self.zip.set(None);
        spawn_local(async move {
            let Some(parts) = parts_of(&file).await else {
                return self.running.stop(Some(t.unreadable.to_owned()));
            };
            let of = parts.len();
            let mut looked = Vec::new();
            for (part, it) in parts.iter().enumerate() {
                if !self.running.is_at(Progress { done: part, of }) {
                    return;
                }
                match self.look_at(&file, it).await {
                    Ok(run) => looked.push(LookedPart { part, run }),
                    Err(why) => return self.running.stop(Some(why)),
                }
            }
            let found = FoundPhotos::in_all(&looked, t.twice);
            self.ticked.try_set(found.all_free());
            self.zip.try_set(Some(LookedZip {
                file,
                parts,
                looked,
            }));
            self.running.stop(None);
            dom::focus_soon(FOUND);
        });
    }

    async fn look_at(self, file: &File, part: &ZipPart) -> Result<PhotosDryRun, String> {
        let bytes = bytes_of(file, part).await.ok_or_else(changed)?;
        let call = Call::new(Method::Post, format!("{PHOTOS}/dry-run")).body(zipped(bytes));
        let answer = self.access.call(call).await;
        answer.and_then(|it| it.decoded()).map_err(|it| told(&it))
    }

    /// Saves what is ticked, part by part; each photo is saved or told.
    fn save(self) {
        let Some(zip) = self.zip.get_untracked() else {
            return;
        };
        let t = texts().many_photos;
        let ticked = self.ticked.get_untracked();
        let chosen: Vec<_> = zip
            .looked
            .iter()
            .filter_map(|it| Some((it, it.based_on(&ticked)?)))
            .map(|(it, based_on)| (it.clone(), based_on))
            .collect();
        if chosen.is_empty() || !self.running.begin(ticked.len()) {
            return;
        }
        self.doing.set(t.saving);
        spawn_local(async move {
            let mut progress = Progress {
                done: 0,
                of: ticked.len(),
            };
            let mut stopped = None;
            for (looked, based_on) in chosen {
                let Some(part) = zip.parts.get(looked.part) else {
                    continue;
                };
                match self
                    .save_part(&zip.file, part, &looked.run.hash, &based_on)
                    .await
                {
                    Ok(after) => {
                        progress.done += after.data.len();
                        self.running.take_in(after.data);
                    }
                    Err(why) => {
                        stopped = Some(format!("{why} {}", t.stopped));
                        break;
                    }
                }
                if !self.running.is_at(progress) {
                    return;
                }
            }
            self.zip.try_set(None);
            self.running.stop(stopped);
        });
    }

    async fn save_part(
        self,
        file: &File,
        part: &ZipPart,
        hash: &str,
        based_on: &str,
    ) -> Result<ManyAfter, String> {
        let bytes = bytes_of(file, part).await.ok_or_else(changed)?;
        let path = format!("{PHOTOS}/commit?based_on={based_on}");
        let call = Call::new(Method::Post, path)
            .body(zipped(bytes))
            .based_on(hash.to_owned());
        let answer = self.access.call(call).await;
        answer.and_then(|it| it.decoded()).map_err(|it| told(&it))
    }
}

fn zipped(bytes: Vec<u8>) -> Body {
    Body::Raw(bytes, "application/zip".to_owned())
}

fn changed() -> String {
    texts().many_photos.file_changed.to_owned()
}

/// Why a part was refused: everything that is wrong with it, where the server says more than one thing.
fn told(why: &Failure) -> String {
    let details: Vec<&str> = why.errors().iter().map(|it| it.detail.as_str()).collect();
    if details.is_empty() {
        why.message()
    } else {
        details.join(" ")
    }
}
