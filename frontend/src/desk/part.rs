//! A screen that the browser fetches when somebody goes there: the desks' program comes in parts.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use super::load::{Failed, Waiting};
use crate::i18n::desk::texts;

/// What a part answers once it is there: its screen.
pub type Drawn = Result<AnyView, SplitLoaderError>;

/// A part on its way.
pub type Fetching = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Awaited,
    Here,
    Missed,
}

/// The screen that `draw` gives, once `fetch` has brought the part it is in: a sign while it is on its way, and
/// where it does not come what happened, with a way to try again.
pub fn screen_of_part<F>(fetch: fn() -> Fetching, draw: impl Fn() -> F + Send + 'static) -> AnyView
where
    F: Future<Output = Drawn>,
{
    let arrival = RwSignal::new(Arrival::Awaited);
    let ask = move || {
        let mut fetching = fetch();
        if let Some(end) = poll_once(fetching.as_mut()) {
            return arrival.set(arrival_of(&end));
        }
        arrival.set(Arrival::Awaited);
        spawn_local(async move {
            // A page that was left does not wait any more.
            arrival.try_set(arrival_of(&fetching.await));
        });
    };
    ask();
    let retry = Callback::new(move |()| ask());
    let screen = move || match arrival.get() {
        Arrival::Awaited => view! { <div class="arriving"><Waiting/></div> }.into_any(),
        Arrival::Missed => missed(retry),
        Arrival::Here => match poll_once(std::pin::pin!(draw())) {
            Some(Ok(screen)) => screen,
            _ => missed(retry),
        },
    };
    screen.into_any()
}

fn missed(retry: Callback<()>) -> AnyView {
    view! { <Failed why=texts().failure.network.to_owned() retry=retry/> }.into_any()
}

const fn arrival_of(end: &Result<(), SplitLoaderError>) -> Arrival {
    match end {
        Ok(()) => Arrival::Here,
        Err(_) => Arrival::Missed,
    }
}

/// What a future gives at once, if it does.
fn poll_once<T>(future: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
