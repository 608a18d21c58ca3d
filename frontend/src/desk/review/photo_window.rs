//! The photo in large, beside the one that it replaced, and its rules as a list to go through.

use conoceles_shared::api::review::DeskSection;
use conoceles_shared::questionnaire::{PHOTO_RULES, Photo, Section, SectionContent};
use leptos::prelude::*;

use super::live::Live;
use crate::desk::dialog::ReadingWindow;
use crate::desk::photo::PrivatePhoto;
use crate::i18n::desk::texts;

/// The id of the button that opens the window.
pub const SEE_LARGE: &str = "ver-foto";

/// A photo with the version that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    sha256: String,
    version: u32,
}

/// The button and its window, where the section is a photo that there is.
pub fn photo_in_large(it: &DeskSection, photos: &str) -> Option<impl IntoView + use<>> {
    let now = Shown {
        sha256: hash_of(it.section, it.content.as_ref()?)?,
        version: it.version,
    };
    let before = it.earlier_photos.first().map(|it| Shown {
        sha256: it.sha256.clone(),
        version: it.version,
    });
    let photos = photos.to_owned();
    Some(view! { <Large now=now before=before photos=photos/> })
}

/// The hash of the picture that a content is.
fn hash_of(section: Section, content: &serde_json::Value) -> Option<String> {
    match SectionContent::from_stored(section, content) {
        Ok(SectionContent::Photo(Photo::Uploaded { sha256, .. })) => Some(sha256),
        _ => None,
    }
}

#[component]
fn Large(now: Shown, before: Option<Shown>, photos: String) -> impl IntoView {
    let t = texts().desk_tools;
    let open = RwSignal::new(false);
    let all = StoredValue::new((now, before, photos));
    view! {
        <p>
            <button
                type="button"
                id=SEE_LARGE
                class="btn btn--secondary btn--small"
                aria-haspopup="dialog"
                on:click=move |_| open.set(true)
            >
                {t.see_large}
            </button>
        </p>
        <ReadingWindow open=open id="foto-grande" title=t.photo_large>
            {all.with_value(|(now, before, photos)| view! {
                <div class="versions">
                    {before.as_ref().map(|it| figure(it, photos, (t.photo_before)(it.version)))}
                    {figure(now, photos, (t.photo_now)(now.version))}
                </div>
            })}
        </ReadingWindow>
    }
}

fn figure(it: &Shown, photos: &str, caption: String) -> impl IntoView + use<> {
    let path = format!("{photos}/{}", it.sha256);
    view! {
        <figure class="stack stack--s">
            <PrivatePhoto path=path alt=caption.clone() class="portrait portrait--large"/>
            <figcaption class="small muted">{caption}</figcaption>
        </figure>
    }
}

/// The rules to go through; each leads to an observation on its ground.
#[component]
pub fn PhotoChecklist(live: Live) -> impl IntoView {
    let t = texts().desk_tools;
    let decides = Memo::new(move |_| {
        live.section()
            .with(|it| it.as_ref().is_some_and(|it| it.to_decide))
    });
    let rules = PHOTO_RULES
        .iter()
        .enumerate()
        .map(|(at, rule)| {
            let id = format!("regla-{at}");
            let observe = move |_| live.observe_for(Section::Photo, rule.ground);
            view! {
                <li class="stack stack--s">
                    <label class="check" for=id.clone()>
                        <input type="checkbox" id=id.clone()/>
                        <span class="small">{rule.text}</span>
                    </label>
                    {move || decides.get().then(|| view! {
                        <p>
                            <button type="button" class="link-btn small" on:click=observe>
                                {t.observe_for}
                                <span class="hidden-visually">{(t.about)(rule.ground.label())}</span>
                            </button>
                        </p>
                    })}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="panel stack stack--s">
            <h2 class="label">{t.checklist}</h2>
            <p class="small muted">{t.checklist_hint}</p>
            <ul class="plain-list stack stack--s">{rules}</ul>
        </div>
    }
}
