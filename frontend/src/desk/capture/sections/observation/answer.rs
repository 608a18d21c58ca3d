//! The answer to an observation, for a section that stays as it is. Answering is a step of its own, so
//! it is sent by whoever presses the button and never by a pause; what is typed until then is kept on
//! the device like a section.

use conoceles_shared::api::capture::{ObservationAnswer, SectionView};
use conoceles_shared::api::field_errors;
use conoceles_shared::text::normalise;
use conoceles_shared::time::{Instant, spanish_moment};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use validator::Validate;

use crate::desk::access::Access;
use crate::desk::capture::offline::Device;
use crate::desk::capture::sections::saving::Saving;
use crate::desk::client::{Failure, Method};
use crate::desk::clock::{now, time_of_day};
use crate::desk::content::{ShownAnswer, show_answer};
use crate::desk::drafts::Draft;
use crate::desk::icon::Icon;
use crate::desk::leaving;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// Where the sending of an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sending {
    /// Nobody asked for it.
    Idle,
    /// On its way.
    UnderWay,
    /// The server was not reached.
    Unreached,
    /// The server has it since then.
    Done(Instant),
}

/// An answer as it is typed; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Reply {
    access: Access,
    visit: Visit,
    saving: Saving,
    device: Device,
    path: StoredValue<String>,
    text: RwSignal<String>,
    /// Whether something typed is not on the server.
    unsent: RwSignal<bool>,
    sending: RwSignal<Sending>,
    error: RwSignal<Option<String>>,
}

impl Reply {
    /// For the section that `saving` saves, with what an earlier visit left on this device.
    pub fn of(saving: Saving) -> Self {
        let path = format!("{}/answer", saving.address());
        let reply = Self {
            access: Access::here(),
            visit: Visit::here(),
            saving,
            device: Device::of_answer(&saving.candidacy(), saving.section()),
            path: StoredValue::new(path),
            text: RwSignal::new(String::new()),
            unsent: RwSignal::new(false),
            sending: RwSignal::new(Sending::Idle),
            error: RwSignal::new(None),
        };
        reply.recover();
        reply.device.follow_other_tabs();
        let keeps = reply.device.keeps();
        let at_risk = move || reply.unsent.get() && !keeps.get();
        leaving::guard(Signal::derive(at_risk));
        reply
    }

    /// Whether the section can be answered for now.
    pub fn is_possible(self) -> Memo<bool> {
        let view = self.saving.stored();
        Memo::new(move |_| view.with(|it| it.state.takes_answer() && it.refusal.is_none()))
    }

    /// Whether something typed is not on the server.
    pub fn is_unsent(self) -> Signal<bool> {
        self.unsent.into()
    }

    /// Takes up what an earlier visit left, unless it had arrived and only its receipt was lost.
    fn recover(self) {
        let Some(kept) = self.device.take_up() else {
            return;
        };
        let text = kept.value.as_str().unwrap_or_default();
        let view = self.saving.stored();
        let stored = view.with_untracked(|it| it.observation.as_ref()?.answer.clone());
        if stored == Some(normalise(text)) {
            return self.device.forget();
        }
        self.text.set(text.to_owned());
        self.unsent.set(true);
        self.device.shows_again(kept.at);
    }

    fn typed(self, text: String) {
        self.device.recovered().set(None);
        self.sending.set(Sending::Idle);
        if text.trim().is_empty() {
            self.unsent.set(false);
            self.device.forget();
        } else {
            self.unsent.set(true);
            self.device.keep(Draft {
                version: self.saving.stored().with_untracked(|it| it.version),
                value: Value::String(text.clone()),
                sent: Vec::new(),
                at: now(),
            });
        }
        self.text.set(text);
    }

    /// Lets go of what can no longer be sent.
    fn discard(self) {
        self.typed(String::new());
    }

    fn send(self) {
        if self.sending.get_untracked() == Sending::UnderWay {
            return;
        }
        let typed = self.text.get_untracked();
        let answer = ObservationAnswer {
            answer: typed.trim().to_owned(),
        };
        if let Err(why) = answer.validate() {
            let first = field_errors(&why).into_iter().next();
            return self.error.set(first.map(|it| it.detail));
        }
        self.error.set(None);
        self.sending.set(Sending::UnderWay);
        let (access, path) = (self.access, self.path.get_value());
        let forget = self.device.forgetting();
        spawn_local(async move {
            let sent = access
                .send::<_, SectionView>(Method::Post, path, &answer)
                .await;
            if sent.is_ok() {
                forget();
                self.visit.say(texts().sections.answer_sent);
            }
            // The page may be gone by now.
            if self.sending.try_get_untracked().is_some() {
                self.came_back(sent, &typed);
            }
        });
    }

    /// What the server said to `sent`, beside which more may have been typed.
    fn came_back(self, answer: Result<SectionView, Failure>, sent: &str) {
        match answer {
            Ok(view) => {
                self.sending.set(Sending::Done(now()));
                if self.text.with_untracked(|it| it == sent) {
                    self.unsent.set(false);
                    self.device.forget();
                }
                self.saving.refresh(view);
            }
            Err(Failure::Network) => self.sending.set(Sending::Unreached),
            Err(why) => {
                self.sending.set(Sending::Idle);
                self.error.set(Some(why.message()));
            }
        }
    }

    /// Where what is typed is, in words.
    fn standing(self) -> Option<(Icon, String)> {
        let t = texts().sections;
        let to_send = if self.device.keeps().get() {
            t.answer_kept
        } else {
            t.answer_unsaved
        };
        match (self.sending.get(), self.unsent.get()) {
            (Sending::UnderWay, _) => Some((Icon::Clock, texts().form.saving.to_owned())),
            (Sending::Done(at), false) => Some((Icon::Cloud, (t.saved_at)(&time_of_day(at)))),
            (_, false) => None,
            (Sending::Unreached, true) => {
                Some((Icon::CloudOff, format!("{} {to_send}", t.no_network)))
            }
            (_, true) => Some((Icon::Pencil, to_send.to_owned())),
        }
    }
}

#[component]
pub fn Answer(reply: Reply) -> impl IntoView {
    let t = texts().sections;
    let Reply { text, error, .. } = reply;
    let opened = reply.unsent.get_untracked();
    let described = move || {
        if error.read().is_some() {
            "respuesta-hint respuesta-error"
        } else {
            "respuesta-hint"
        }
    };
    view! {
        <details class="panel disclosure" open=opened>
            <summary>{t.answer_without_change}</summary>
            <div class="field" class:field--error=move || error.read().is_some()>
                <label class="label" for="respuesta">{t.answer}</label>
                <p class="hint" id="respuesta-hint">{(t.answer_hint)(ObservationAnswer::ANSWER_LENGTH)}</p>
                {move || reply.device.recovered().get().map(|at| view! {
                    <p class="small"><b>{(t.answer_recovered)(&spanish_moment(at))}</b></p>
                })}
                {move || error.get().map(|it| view! {
                    <p class="error" role="alert" id="respuesta-error">{it}</p>
                })}
                <textarea
                    class="textarea short"
                    id="respuesta"
                    name="respuesta"
                    aria-describedby=described
                    aria-invalid=move || error.read().is_some().then_some("true")
                    prop:value=move || text.get()
                    on:input=move |ev| reply.typed(event_target_value(&ev))
                ></textarea>
                <div class="cluster">
                    <button
                        type="button"
                        class="btn btn--secondary"
                        aria-disabled=move || {
                            (reply.sending.get() == Sending::UnderWay).then_some("true")
                        }
                        on:click=move |_| reply.send()
                    >
                        {t.send_answer}
                    </button>
                    <ReplyStanding reply=reply/>
                </div>
            </div>
        </details>
    }
}

/// Where what is typed is; what went wrong is told as well.
#[component]
fn ReplyStanding(reply: Reply) -> impl IntoView {
    let shown = Memo::new(move |_| reply.standing());
    let told = move || match shown.get() {
        Some((Icon::CloudOff, text)) => text,
        _ => String::new(),
    };
    view! {
        <p class="save-state">
            {move || shown.get().map(|(icon, text)| (icon.drawn(), view! { <span>{text}</span> }))}
        </p>
        <p class="hidden-visually" role="status">{told}</p>
    }
}

/// What was typed and can no longer be sent: the section was changed instead, or the time is over.
#[component]
pub fn Left(reply: Reply) -> impl IntoView {
    let t = texts().sections;
    view! {
        <div class="notice notice--plain">
            {Icon::Warning.drawn()}
            <p class="label">{t.answer_left}</p>
            <p>{t.answer_left_text}</p>
            {move || show_answer(ShownAnswer::Words(reply.text.get()), "")}
            <p>
                <button
                    type="button"
                    class="btn btn--quiet btn--small"
                    on:click=move |_| reply.discard()
                >
                    {t.discard_answer}
                </button>
            </p>
        </div>
    }
}
