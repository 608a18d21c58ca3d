//! Fotografía: the rules first, then the file, its frame, and how citizens will see it. `saving`
//! sends what is chosen here.

pub mod crop;
mod cropper;
pub mod file;
pub mod picture;

use conoceles_shared::api::capture::Candidacy;
use conoceles_shared::photo::Check;
use conoceles_shared::questionnaire::{FieldSpec, PHOTO_RULES};
use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};

use super::saving::Saving;
use crate::desk::capture::tasks::where_it_runs;
use crate::desk::form::{CheckBox, Form, Kind, TextArea, TextField};
use crate::desk::icon::Icon;
use crate::desk::photo::PrivatePhoto;
use crate::i18n::desk::texts;
use cropper::{Cropper, Framed};
use file::{FILE, PICTURES};

const PHOTO: FieldSpec = FieldSpec::PHOTO;
const TAKEN_ON: FieldSpec = FieldSpec::TAKEN_ON;
const REASON: FieldSpec = FieldSpec::REASON;

/// The picture, its date, or the reason why there is none.
#[component]
pub fn PhotoFields(saving: Saving, candidacy: Candidacy) -> impl IntoView {
    let t = texts().sections;
    let form = Form::here();
    let declined = Memo::new(move |_| form.flag(&PHOTO.decline_pointer()));
    let candidacy = StoredValue::new(candidacy);
    let question = Callback::new(move |()| {
        let stored = !form.text(&PHOTO.pointer()).is_empty();
        stored.then(|| t.declined_photo.to_owned())
    });
    view! {
        <section class="panel stack stack--s" aria-labelledby="reglas">
            <h2 class="label" id="reglas">{t.photo_rules}</h2>
            <ul class="small bullets">
                {PHOTO_RULES.iter().map(|it| view! { <li>{it.text}</li> }).collect_view()}
            </ul>
        </section>
        <Show when=move || !declined.get()>
            <Picture saving=saving candidacy=candidacy/>
            <TextField
                pointer=TAKEN_ON.pointer()
                label=TAKEN_ON.label
                kind=Kind::Date
                hint=TAKEN_ON.help
            />
        </Show>
        <CheckBox
            pointer=PHOTO.decline_pointer()
            label=t.no_photo_choice
            hint=t.no_photo_hint
            question=question
        />
        <Show when=move || declined.get()>
            <TextArea pointer=REASON.pointer() label=REASON.label hint=REASON.help/>
        </Show>
    }
}

#[component]
fn Picture(saving: Saving, candidacy: StoredValue<Candidacy>) -> impl IntoView {
    let t = texts().photo;
    let form = Form::here();
    let chosen = saving.file();
    let crop = saving.crop();
    let choose = move |file: Option<File>| {
        if let Some(file) = file.filter(|_| !form.read_only().get_untracked()) {
            saving.choose(file);
        }
    };
    let picture = crop.picture();
    let standing = move || {
        let file = chosen.get()?;
        Some(if picture.read().is_some() {
            (texts().sections.file_ready)(&file.name())
        } else {
            t.opening.to_owned()
        })
    };
    view! {
        <FileField choose=choose max=saving.max_megabytes()/>
        <p role="status" class="hint">{standing}</p>
        {move || picture.get().map(|it| view! {
            <Cropper crop=crop picture=it/>
            <button
                type="button"
                class="btn btn--quiet btn--small"
                on:click=move |_| saving.discard()
            >
                {t.discard}
            </button>
        })}
        <Published candidacy=candidacy saving=saving/>
    }
}

/// The picture as a card of the portal, and what was measured of the stored one.
#[component]
fn Published(candidacy: StoredValue<Candidacy>, saving: Saving) -> impl IntoView {
    let t = texts().photo;
    let form = Form::here();
    let stored = Memo::new(move |_| form.text(&PHOTO.pointer()));
    let crop = saving.crop();
    let picture = crop.picture();
    let (name, place) = candidacy.with_value(|it| (it.registration.full_name(), where_it_runs(it)));
    let shown = move || match (picture.get(), stored.get()) {
        (Some(picture), _) => view! { <Framed crop=crop picture=picture/> }.into_any(),
        (None, sha) if sha.is_empty() => view! {
            <div class="portrait portrait--missing">
                {Icon::Person.drawn()}
                <span>{texts().sections.no_photo}</span>
            </div>
        }
        .into_any(),
        (None, sha) => {
            let path = format!("{}/{sha}", saving.photos());
            let alt = texts().sections.photo_alt;
            view! { <PrivatePhoto path=path alt=alt class="portrait"/> }.into_any()
        }
    };
    let checks = Memo::new(move |_| {
        let of_stored = picture.read().is_none() && !stored.read().is_empty();
        let checks = saving.stored().with(|it| it.photo_checks.clone());
        if of_stored { checks } else { Vec::new() }
    });
    view! {
        <section class="panel stack stack--s" aria-labelledby="vista">
            <h2 class="label" id="vista">{t.preview}</h2>
            <div class="cluster top">
                <div class="card photo-card">
                    <div>{shown}</div>
                    <div class="card__body">
                        <p class="name card__name">{name}</p>
                        <p class="card__facts">{place}</p>
                    </div>
                </div>
                <div role="status">{move || checks.with(|it| checked(it))}</div>
            </div>
        </section>
    }
}

fn checked(checks: &[Check]) -> Option<impl IntoView + use<>> {
    let t = texts().photo;
    let lines = checks
        .iter()
        .map(|it| {
            let icon = if it.fine { Icon::Check } else { Icon::Info };
            view! { <li>{icon.drawn()}<span>{it.text.clone()}</span></li> }
        })
        .collect_view();
    (!checks.is_empty()).then(|| {
        view! {
            <div class="stack stack--s">
                <h3 class="label">{t.checks}</h3>
                <ul class="checks">{lines}</ul>
                <p class="hint">{t.checks_hint}" "{t.again}</p>
            </div>
        }
    })
}

#[component]
fn FileField(choose: impl Fn(Option<File>) + Copy + 'static, max: u8) -> impl IntoView {
    let t = texts().sections;
    let form = Form::here();
    let error = Memo::new(move |_| {
        let errors = form.errors();
        errors.with(|all| {
            all.iter()
                .find(|it| it.pointer == FILE)
                .map(|it| it.detail.clone())
        })
    });
    let over = RwSignal::new(false);
    let from_field = move |ev: Event| {
        let input = ev
            .target()
            .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        choose(input.and_then(|it| it.files()).and_then(|it| it.get(0)));
    };
    let dropped = move |ev: DragEvent| {
        ev.prevent_default();
        over.set(false);
        let files = ev.data_transfer().and_then(|it| it.files());
        choose(files.and_then(|it| it.get(0)));
    };
    let described = move || {
        if error.get().is_some() {
            "file-hint file-error"
        } else {
            "file-hint"
        }
    };
    let off = move || form.read_only().get();
    view! {
        <div
            class="field drop"
            class:field--error=move || error.get().is_some()
            class:drop--over=move || over.get()
            on:dragover=move |ev| {
                ev.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <label class="label" for="file">{t.file}</label>
            <p class="hint" id="file-hint">{(t.file_hint)(max)}</p>
            {move || error.get().map(|it| view! { <p class="error" id="file-error">{it}</p> })}
            <input
                class="input"
                type="file"
                id="file"
                name="file"
                accept=PICTURES
                aria-describedby=described
                aria-invalid=move || error.get().map(|_| "true")
                disabled=off
                on:change=from_field
            />
            <div class="camera">
                <label class="label" for="camera">{texts().photo.camera}</label>
                <input
                    class="input"
                    type="file"
                    id="camera"
                    accept=PICTURES
                    capture="environment"
                    disabled=off
                    on:change=from_field
                />
            </div>
            <p class="hint drop__hint">{t.drop_hint}</p>
        </div>
    }
}
