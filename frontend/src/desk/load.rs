//! What a page shows while it waits for the server, and when the server does not answer.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::access::{Access, Phase};
use super::client::Failure;
use super::icon::Icon;
use crate::i18n::desk::texts;

/// Something asked of the server.
#[derive(Clone)]
enum LoadState<T> {
    Waiting,
    Ready(T),
    Failed(Failure),
}

/// Something asked of the server, asked again with [`Loader::reload`].
pub struct Loader<T: Send + Sync + 'static> {
    state: RwSignal<LoadState<T>>,
    turn: RwSignal<u32>,
    /// How many questions there were: only the last one's answer counts.
    asked: StoredValue<u32>,
}

impl<T: Send + Sync + 'static> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loader<T> {}

impl<T: Clone + Send + Sync + 'static> Loader<T> {
    /// Asks now, and again whenever a signal read by `fetch` changes.
    pub fn new<F, Fut>(fetch: F) -> Self
    where
        F: Fn() -> Fut + 'static,
        Fut: Future<Output = Result<T, Failure>> + 'static,
    {
        let loader = Self {
            state: RwSignal::new(LoadState::Waiting),
            turn: RwSignal::new(0),
            asked: StoredValue::new(0),
        };
        Effect::new(move || {
            loader.turn.track();
            let answer = fetch();
            let ours = loader.next();
            spawn_local(async move {
                let answer = answer.await;
                // A later question, or a page that is gone, makes this answer void.
                if loader.asked.try_get_value() == ours {
                    loader.state.set(match answer {
                        Ok(content) => LoadState::Ready(content),
                        Err(why) => LoadState::Failed(why),
                    });
                }
            });
        });
        loader.ask_again_after_sign_in();
        loader
    }

    /// Another question: what was asked before is void.
    fn next(self) -> Option<u32> {
        self.asked.try_update_value(|it| {
            *it = it.wrapping_add(1);
            *it
        })
    }

    fn ask_again_after_sign_in(self) {
        let phase = Access::here().phase();
        Effect::new(move || {
            let signed_in = phase.get() == Phase::SignedIn;
            let waits = self
                .state
                .with_untracked(|it| matches!(it, LoadState::Failed(Failure::SignedOut)));
            if signed_in && waits {
                self.reload();
            }
        });
    }

    /// Asks again; what is shown stays until the answer is there.
    pub fn reload(self) {
        self.turn.update(|it| *it = it.wrapping_add(1));
    }

    /// What a change answered, which is newer than anything asked before; nothing once the page is
    /// gone.
    pub fn answered(self, content: T) {
        if self.next().is_some() {
            self.state.set(LoadState::Ready(content));
        }
    }

    /// The answer as a view: a status while waiting, the failure with a way to try again.
    pub fn show<V, R>(self, render: R) -> impl IntoView
    where
        R: Fn(T) -> V + Send + 'static,
        V: IntoView + 'static,
    {
        let retry = Callback::new(move |()| {
            self.state.set(LoadState::Waiting);
            self.reload();
        });
        move || match self.state.get() {
            LoadState::Waiting => view! { <Waiting/> }.into_any(),
            LoadState::Failed(why) => view! { <Failed why=why.message() retry=retry/> }.into_any(),
            LoadState::Ready(content) => render(content).into_any(),
        }
    }
}

/// A status while something is on its way.
#[component]
pub fn Waiting() -> impl IntoView {
    view! { <p role="status" class="wrap muted">{texts().failure.loading}</p> }
}

/// What went wrong, with a way to try again.
#[component]
pub fn Failed(why: String, retry: Callback<()>) -> impl IntoView {
    let t = texts().failure;
    view! {
        <div class="wrap">
            <div class="notice notice--error" role="alert">
                {Icon::Warning.drawn()}
                <p class="label">{t.title}</p>
                <p>{why}</p>
                <p>
                    <button type="button" class="btn btn--quiet" on:click=move |_| retry.run(())>
                        {t.retry}
                    </button>
                </p>
            </div>
        </div>
    }
}
