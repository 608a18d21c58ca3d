//! Where what is typed is: on the server, on this device, or nowhere yet.

use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use super::saving::{SaveState, Saving, Wait};
use crate::desk::clock::time_of_day;
use crate::desk::content::{answer_rows, show_answer};
use crate::desk::drafts;
use crate::desk::form::{ErrorsInPassing, Form};
use crate::desk::icon::Icon;
use crate::i18n::desk::texts;

/// Whether the server has what is typed.
#[component]
pub fn SaveStatus(saving: Saving) -> impl IntoView {
    let form = Form::here();
    let shown = move || said(saving, form.dirty().get());
    let failed = move || {
        // What must be corrected or chosen first is not worth trying again as it is.
        let again = matches!(
            saving.state().get(),
            SaveState::Failed(_) | SaveState::Waiting(Wait::Network | Wait::Server(_))
        );
        let open = saving.stored().with(|it| it.refusal.is_none());
        again && open && saving.conflict().read().is_none() && form.errors().read().is_empty()
    };
    // What a person asked for, and what went wrong, is told; each pause in typing is not.
    let told = Memo::new(move |_| {
        let wrong = matches!(
            saving.state().get(),
            SaveState::Failed(_) | SaveState::Waiting(_)
        );
        let text = shown().filter(|_| wrong || saving.loud().get());
        text.map(|(_, text)| text).unwrap_or_default()
    });
    let is_shown = Memo::new(move |_| shown().is_some());
    view! {
        <div class="save-bar" class:save-bar--empty=move || !is_shown.get()>
            <p class="save-state">
                {move || shown().map(|(icon, text)| (icon.drawn(), view! { <span prop:textContent=text></span> }))}
            </p>
            <p class="hidden-visually" role="status" prop:textContent=move || told.get()></p>
            <ErrorsInPassing/>
            <Show when=failed>
                <button
                    type="button"
                    class="btn btn--quiet btn--small"
                    on:click=move |_| saving.save(false)
                >
                    {texts().failure.retry}
                </button>
            </Show>
        </div>
    }
}

/// The state of the save in words; `dirty`: something was typed since.
fn said(saving: Saving, dirty: bool) -> Option<(Icon, String)> {
    let t = texts().sections;
    let here = saving.device.keeps().get();
    match saving.state().get() {
        SaveState::Saving => Some((Icon::Clock, texts().form.saving.to_owned())),
        SaveState::Failed(why) => Some((Icon::CloudOff, why)),
        SaveState::Waiting(wait) => Some((Icon::CloudOff, waiting(&wait, here))),
        SaveState::Saved(_) | SaveState::Idle if dirty && here => {
            Some((Icon::Pencil, kept_here().to_owned()))
        }
        SaveState::Saved(_) | SaveState::Idle if dirty => {
            Some((Icon::Pencil, t.unsaved.to_owned()))
        }
        SaveState::Saved(at) => Some((Icon::Cloud, (t.saved_at)(&time_of_day(at)))),
        SaveState::Idle => None,
    }
}

/// That the device has it, and for how long.
fn kept_here() -> &'static str {
    let t = texts().sections;
    if drafts::is_own_computer() {
        t.kept_here
    } else {
        t.kept_in_tab
    }
}

fn waiting(wait: &Wait, here: bool) -> String {
    let t = texts().sections;
    let kept = if here { kept_here() } else { t.not_kept };
    match wait {
        Wait::Network => format!("{} {kept}", t.no_network),
        Wait::Server(why) => format!("{why} {kept}"),
        Wait::SignIn => format!("{kept} {}", t.sign_in_to_send),
        Wait::Correction(n, Some(at)) => {
            format!("{} {kept}", (t.rest_saved)(*n, &time_of_day(*at)))
        }
        Wait::Correction(n, None) => format!("{} {kept}", (t.correct_to_send)(*n)),
    }
}

/// What was left on this device at an earlier visit: taken up again, or too late.
#[component]
pub fn Recovered(saving: Saving) -> impl IntoView {
    let photos = StoredValue::new(saving.photos());
    let recovered = saving.device.recovered();
    let late = saving.device.late();
    view! {
        {move || recovered.get().map(|at| {
            let stored = saving.stored();
            let discard = move |_| saving.adopt(stored.get_untracked());
            let can_choose = move || saving.conflict().read().is_none();
            view! {
                <div class="notice notice--plain">
                    {Icon::Info.drawn()}
                    <p class="label">{texts().sections.recovered}</p>
                    <p>{(texts().sections.recovered_text)(&spanish_moment(at))}</p>
                    <Show when=can_choose>
                        <p class="cluster">
                            <button
                                type="button"
                                class="btn btn--small"
                                on:click=move |_| saving.save(false)
                            >
                                {texts().sections.keep_recovered}
                            </button>
                            <button type="button" class="btn btn--quiet btn--small" on:click=discard>
                                {texts().sections.use_stored}
                            </button>
                        </p>
                    </Show>
                </div>
            }
        })}
        {move || late.get().map(|content| {
            let typed = answer_rows(saving.section(), Some(&content));
            let typed = typed.into_iter().map(|it| photos.with_value(|photos| view! {
                <div><p class="small muted">{it.label}</p>{show_answer(it.shown, photos)}</div>
            }));
            view! {
                <div class="notice notice--plain">
                    {Icon::Warning.drawn()}
                    <p class="label">{texts().sections.late}</p>
                    <p>{texts().sections.late_text}</p>
                    <div class="stack stack--s">{typed.collect_view()}</div>
                    <p>
                        <button
                            type="button"
                            class="btn btn--quiet btn--small"
                            on:click=move |_| saving.device.forget()
                        >
                            {texts().sections.discard_late}
                        </button>
                    </p>
                </div>
            }
        })}
    }
}
