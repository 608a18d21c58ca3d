//! Where what is typed is: on the server, on this device, or nowhere yet.

use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use super::saving::{SaveState, Saving, Wait};
use crate::desk::clock::{minute_of_day, time_of_day};
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
        let standing = shown().filter(|_| wrong || saving.loud().get());
        standing.map(|it| it.whole()).unwrap_or_default()
    });
    let is_shown = Memo::new(move |_| shown().is_some());
    view! {
        <div class="save-bar" class:save-bar--empty=move || !is_shown.get()>
            <p class="save-state">
                {move || shown().map(|it| view! {
                    {it.icon.drawn()}
                    <span>
                        <span prop:textContent=it.line></span>
                        {it.further.map(|text| view! {
                            <span class="save-state__further">" "<span prop:textContent=text></span></span>
                        })}
                    </span>
                })}
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

/// Where what is typed is, in words.
struct Standing {
    icon: Icon,
    /// What fits the narrowest screen, in one line beside the icon.
    line: String,
    /// What there is room for elsewhere.
    further: Option<String>,
}

impl Standing {
    fn of(icon: Icon, line: impl Into<String>) -> Self {
        Self {
            icon,
            line: line.into(),
            further: None,
        }
    }

    fn with(mut self, further: impl Into<String>) -> Self {
        self.further = Some(further.into());
        self
    }

    fn whole(&self) -> String {
        let further = self.further.as_ref();
        further.map_or_else(|| self.line.clone(), |it| format!("{} {it}", self.line))
    }
}

/// The state of the save in words; `dirty`: something was typed since.
fn said(saving: Saving, dirty: bool) -> Option<Standing> {
    let t = texts().sections;
    let here = saving.device.keeps().get();
    match saving.state().get() {
        SaveState::Saving => Some(Standing::of(Icon::Clock, texts().form.saving)),
        SaveState::Failed(why) => Some(Standing::of(Icon::CloudOff, why)),
        SaveState::Waiting(wait) => Some(waiting(&wait, here)),
        SaveState::Saved(_) | SaveState::Idle if dirty && here => Some(kept_here(Icon::Pencil)),
        SaveState::Saved(_) | SaveState::Idle if dirty => {
            Some(Standing::of(Icon::Pencil, t.unsaved))
        }
        SaveState::Saved(at) => Some(Standing::of(Icon::Cloud, (t.saved_at)(&time_of_day(at)))),
        SaveState::Idle => None,
    }
}

/// That the device has it, and for how long.
fn kept_here(icon: Icon) -> Standing {
    let t = texts().sections;
    let standing = Standing::of(icon, t.kept_here);
    if drafts::is_own_computer() {
        standing
    } else {
        standing.with(t.kept_in_tab)
    }
}

fn waiting(wait: &Wait, here: bool) -> Standing {
    let t = texts().sections;
    let line = match wait {
        Wait::Network => t.no_network.to_owned(),
        Wait::Server(why) => why.clone(),
        Wait::SignIn => t.sign_in_to_send.to_owned(),
        Wait::Correction(_, Some(at)) => (t.rest_saved)(&minute_of_day(*at)),
        Wait::Correction(n, None) => (t.correct_to_send)(*n),
    };
    let kept = kept_here(Icon::CloudOff);
    match wait {
        // What no device has must be told whether there is room for it or not.
        _ if !here => Standing::of(Icon::CloudOff, format!("{line} {}", t.not_kept)),
        Wait::Network => Standing {
            line: format!("{line} {}", kept.line),
            ..kept
        },
        _ => Standing::of(Icon::CloudOff, line).with(kept.whole()),
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
