//! Marking what was found as handled, with a note that only its author reads.

use conoceles_shared::api::handled::{FoundOnDesk, HandledFinding, HandlingRequest};
use conoceles_shared::api::review::DeskSection;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::live::Live;
use crate::desk::form::{ErrorSummary, Form, TextArea, text_at};
use crate::desk::icon::Icon;
use crate::desk::page::{Tag, Visit};
use crate::i18n::desk::texts;

/// The mark on what was found in the section in sight, or the way to set one; `about` says what it is.
#[component]
pub fn HandledMark(live: Live, found: FoundOnDesk, about: String) -> impl IntoView {
    let section = live.section();
    let key = StoredValue::new(found);
    let about = StoredValue::new(about);
    let state = Memo::new(move |_| {
        section.with(|it| {
            it.as_ref()
                .map(|it| (it.to_decide, mark_on(it, &key.get_value())))
        })
    });
    let writing = RwSignal::new(false);
    move || {
        let (to_decide, mark) = state.get()?;
        Some(match (mark, to_decide, writing.get()) {
            (Some(mark), _, _) => {
                view! { <Marked live=live found=key.get_value() mark=mark about=about.get_value()/> }
                    .into_any()
            }
            (None, false, _) => ().into_any(),
            (None, true, true) => {
                view! { <NoteForm live=live found=key.get_value() writing=writing/> }.into_any()
            }
            (None, true, false) => view! {
                <p>
                    <button
                        type="button"
                        class="link-btn small"
                        on:click=move |_| writing.set(true)
                    >
                        {texts().desk_tools.handle}
                        <span class="hidden-visually">
                            {(texts().desk_tools.about)(&about.get_value())}
                        </span>
                    </button>
                </p>
            }
            .into_any(),
        })
    }
}

/// The own mark on this.
fn mark_on(section: &DeskSection, found: &FoundOnDesk) -> Option<HandledFinding> {
    section
        .handled
        .iter()
        .find(|it| it.found == *found)
        .cloned()
}

#[component]
fn Marked(live: Live, found: FoundOnDesk, mark: HandledFinding, about: String) -> impl IntoView {
    let t = texts().desk_tools;
    let visit = Visit::here();
    let take_back = move |_| {
        let found = found.clone();
        spawn_local(async move {
            if let Err(why) = live.mark_handled(found, false, None).await {
                visit.say_trouble(why.message());
            }
        });
    };
    view! {
        <p class="cluster"><Tag class="tag" icon=Icon::Check text=t.handled/></p>
        {mark.note.map(|note| view! { <p class="small">{(t.handled_note)(&note)}</p> })}
        <p>
            <button type="button" class="link-btn small" on:click=take_back>
                {t.unhandle}<span class="hidden-visually">{(t.about)(&about)}</span>
            </button>
        </p>
    }
}

#[component]
fn NoteForm(live: Live, found: FoundOnDesk, writing: RwSignal<bool>) -> impl IntoView {
    let t = texts().desk_tools;
    let visit = Visit::here();
    let form = Form::provide(json!({}), Signal::stored(false));
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        form.clear_errors();
        let note = text_at(&form.value(), HandlingRequest::NOTE)
            .trim()
            .to_owned();
        let note = (!note.is_empty()).then_some(note);
        let found = found.clone();
        spawn_local(async move {
            match live.mark_handled(found, true, note).await {
                Ok(()) => drop(writing.try_set(false)),
                Err(why) if form.refused(&why) => {}
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    };
    view! {
        <form class="stack stack--s" novalidate on:submit=submit>
            <ErrorSummary/>
            <TextArea
                pointer=HandlingRequest::NOTE
                label=t.note
                hint=(t.note_hint)(HandlingRequest::NOTE_LENGTH)
            />
            <p class="cluster">
                <button class="btn btn--small">{t.save_mark}</button>
                <button
                    type="button"
                    class="btn btn--quiet btn--small"
                    on:click=move |_| writing.set(false)
                >
                    {t.cancel}
                </button>
            </p>
        </form>
    }
}
