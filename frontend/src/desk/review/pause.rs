//! Pausing a published section, or publishing it again, on a legal basis.

use conoceles_shared::api::review::{DeskSection, LegalBasis};
use conoceles_shared::lifecycle::SectionState;
use conoceles_shared::problem::FieldError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::live::Live;
use crate::desk::form::{ErrorSummary, Form, TextArea};
use crate::desk::page::Visit;
use crate::desk::question::Question;
use crate::i18n::desk::texts;

/// Pausing a published section or resuming it, with the legal basis.
#[component]
pub fn Pause(live: Live, message: RwSignal<Option<String>>) -> impl IntoView {
    let section = live.section();
    move || {
        let it = section.get()?;
        let paused = match it.state {
            SectionState::Published => false,
            SectionState::Paused => true,
            _ => return None,
        };
        Some(view! { <PauseForm live=live section=it paused=paused message=message/> })
    }
}

#[component]
fn PauseForm(
    live: Live,
    section: DeskSection,
    paused: bool,
    message: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = texts().review;
    let visit = Visit::here();
    let form = Form::provide(json!({}), Signal::stored(false));
    let section = section.section;
    let asked = RwSignal::new(false);
    let basis = move || form.text(LegalBasis::BASIS).trim().to_owned();
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        message.set(None);
        form.clear_errors();
        let basis = basis();
        let length = LegalBasis::BASIS_LENGTH;
        if !length.fits(&basis) {
            let missing = (t.basis_missing)(length);
            return form.refuse(vec![FieldError::new(LegalBasis::BASIS, "length", missing)]);
        }
        asked.set(true);
    };
    let send = Callback::new(move |()| {
        let basis = basis();
        spawn_local(async move {
            match live.pause(section, !paused, basis).await {
                Ok(()) => visit.say(if paused { t.resumed } else { t.paused }),
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    });
    let name = live.desk().with_untracked(|it| it.registration.full_name());
    let (title, follows, yes) = if paused {
        (t.ask_resume, t.resume_follows, t.resume_yes)
    } else {
        (t.ask_pause, t.pause_follows, t.pause_yes)
    };
    let title = title(section.label(), &name);
    view! {
        <form class="stack stack--s" novalidate on:submit=submit>
            <ErrorSummary/>
            <TextArea pointer=LegalBasis::BASIS label=t.basis hint=(t.basis_hint)(LegalBasis::BASIS_LENGTH)/>
            <button class="btn btn--secondary">{if paused { t.resume } else { t.pause }}</button>
        </form>
        <Question open=asked title=title yes=yes on_yes=send>
            <p>{follows}</p>
            <p class="small">{t.basis}": "<b>{basis}</b></p>
        </Question>
    }
}
