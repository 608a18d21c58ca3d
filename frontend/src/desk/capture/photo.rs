//! Fotografía: the rules first, then the file.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::questionnaire::{PHOTO_RULES, field};
use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};

use super::saving::Saving;
use crate::desk::dom;
use crate::desk::form::{CheckBox, Form, Kind, TextArea, TextField};
use crate::desk::photo::PrivatePhoto;
use crate::i18n::desk::texts;

/// The picture, its date, or the reason why there is none.
#[component]
pub fn PhotoFields(id: CandidacyId) -> impl IntoView {
    let t = &texts().sections;
    let form = Form::here();
    let declined = Memo::new(move |_| form.flag("/not_provided"));
    let label = |id: &str| field(id).map_or("", |it| it.label);
    let help = |id: &str| field(id).map_or("", |it| it.help);
    let (of_date, help_date) = (label("taken_on"), help("taken_on"));
    let (of_reason, help_reason) = (label("reason"), help("reason"));
    let id = StoredValue::new(id);
    view! {
        <section class="panel stack stack--s" aria-labelledby="reglas">
            <h2 class="label" id="reglas">{t.photo_rules}</h2>
            <ul class="small bullets">
                {PHOTO_RULES.iter().map(|it| view! { <li>{*it}</li> }).collect_view()}
            </ul>
        </section>
        <Show when=move || !declined.get()>
            <Picture id=id.get_value()/>
            <TextField pointer="/taken_on" label=of_date kind=Kind::Date hint=help_date/>
        </Show>
        <CheckBox
            pointer="/not_provided"
            label=t.no_photo_choice
            hint=t.no_photo_hint
        />
        <Show when=move || declined.get()>
            <TextArea pointer="/reason" label=of_reason hint=help_reason/>
        </Show>
    }
}

#[component]
fn Picture(id: CandidacyId) -> impl IntoView {
    let t = &texts().sections;
    let form = Form::here();
    let stored = Memo::new(move |_| form.text("/sha256"));
    let Some(saving) = use_context::<Saving>() else {
        return ().into_any();
    };
    let chosen = saving.file();
    let choose = move |file: Option<File>| {
        if let Some(file) = file {
            saving.choose(file);
        }
    };
    view! {
        <div class="cluster top">
            <div class="preview">
                {move || match (chosen.get(), stored.get()) {
                    (Some(file), _) => view! { <Preview file=file/> }.into_any(),
                    (None, sha) if sha.is_empty() => {
                        view! { <div class="portrait portrait--missing">{t.no_photo}</div> }.into_any()
                    }
                    (None, sha) => {
                        let path = format!("/capture/candidacies/{id}/photo/{sha}");
                        view! { <PrivatePhoto path=path alt=t.photo_alt class="portrait"/> }.into_any()
                    }
                }}
            </div>
            <FileField choose=choose max=saving.max_megabytes()/>
        </div>
        <p role="status" class="hint">
            {move || chosen.get().map(|file| (t.file_ready)(&file.name()))}
        </p>
    }
    .into_any()
}

#[component]
fn FileField(choose: impl Fn(Option<File>) + Copy + 'static, max: u8) -> impl IntoView {
    let t = &texts().sections;
    let form = Form::here();
    let error = Memo::new(move |_| {
        let errors = form.errors();
        errors.with(|all| {
            all.iter()
                .find(|it| it.pointer == "/file")
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
                accept="image/jpeg,image/png,image/webp"
                aria-describedby=described
                aria-invalid=move || error.get().map(|_| "true")
                disabled=move || form.read_only().get()
                on:change=from_field
            />
            <p class="hint">{t.drop_hint}</p>
        </div>
    }
}

#[component]
fn Preview(file: File) -> impl IntoView {
    let url = dom::file_url(&file).unwrap_or_default();
    let shown = url.clone();
    on_cleanup(move || dom::revoke(&url));
    view! {
        <img class="portrait" src=shown alt=texts().sections.preview_alt width="400" height="500"/>
    }
}
