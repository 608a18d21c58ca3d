//! A screen that is fetched when somebody goes there: the desks' program comes in parts.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use super::load::{Failed, Waiting};
use super::page::Heading;
use crate::i18n::desk::texts;

/// What a part gives once it is there: its screen.
pub type Drawn = Result<AnyView, SplitLoaderError>;

/// A part on its way.
pub type Fetching = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Awaited,
    Here,
    Missed,
}

impl Arrival {
    const fn of(end: &Result<(), SplitLoaderError>) -> Self {
        match end {
            Ok(()) => Self::Here,
            Err(_) => Self::Missed,
        }
    }
}

/// The screen that `draw` gives, once `fetch` has brought the part it is in: a status while it is on its way, and where
/// it does not come what happened, with a way to try again.
pub fn screen_of_part<F>(fetch: fn() -> Fetching, draw: impl Fn() -> F + Send + 'static) -> AnyView
where
    F: Future<Output = Drawn>,
{
    drawn_once_here(fetch, draw, missed_screen)
}

/// The same for something beside a screen, which has its heading: what did not come has none of its own.
pub fn piece_of_part<F>(fetch: fn() -> Fetching, draw: impl Fn() -> F + Send + 'static) -> AnyView
where
    F: Future<Output = Drawn>,
{
    drawn_once_here(fetch, draw, missed_piece)
}

fn drawn_once_here<F>(
    fetch: fn() -> Fetching,
    draw: impl Fn() -> F + Send + 'static,
    missed: fn(Callback<()>) -> AnyView,
) -> AnyView
where
    F: Future<Output = Drawn>,
{
    let arrival = RwSignal::new(Arrival::Awaited);
    let ask = move || {
        let mut fetching = fetch();
        match at_once(fetching.as_mut()) {
            // It was here before: nothing flickers.
            Some(end) => arrival.set(Arrival::of(&end)),
            None => {
                arrival.set(Arrival::Awaited);
                spawn_local(async move {
                    // A screen that was left waits no more.
                    arrival.try_set(Arrival::of(&fetching.await));
                });
            }
        }
    };
    ask();
    let retry = Callback::new(move |()| ask());
    let screen = move || match arrival.get() {
        Arrival::Awaited => view! { <div class="arriving"><Waiting/></div> }.into_any(),
        Arrival::Missed => missed(retry),
        // Drawn here and not where it was awaited: what is drawn belongs to this place in the page.
        Arrival::Here => at_once(pin!(draw()))
            .and_then(Result::ok)
            .unwrap_or_else(|| missed(retry)),
    };
    screen.into_any()
}

fn missed_screen(retry: Callback<()>) -> AnyView {
    view! {
        <div class="wrap page-head"><Heading text=texts().parts.missed_title/></div>
        {missed_piece(retry)}
    }
    .into_any()
}

fn missed_piece(retry: Callback<()>) -> AnyView {
    view! { <Failed why=texts().parts.missed.to_owned() retry=retry/> }.into_any()
}

/// What a future gives without waiting, if it does.
fn at_once<F: Future + ?Sized>(future: Pin<&mut F>) -> Option<F::Output> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
