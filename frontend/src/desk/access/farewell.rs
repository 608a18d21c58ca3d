//! Signing out without a network: the device forgets at once, and the server is told later, before
//! anybody signs in again. Until then the session's cookie, which no script can remove, is not used.

use conoceles_shared::api::auth::Session;
use conoceles_shared::time::Instant;
use leptos::ev::StorageEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::desk::client::{self, Call, Failure, Method};
use crate::desk::dom;

/// Under which all tabs take turns at renewing or ending the session.
pub const SESSION_LOCK: &str = "conoceles-session";

/// Kept until the server knows. It names nobody.
const OWED: &str = "conoceles/signed-out";

/// Somebody signed out here: every tab hears of it.
pub fn owe(now: Instant) {
    if let Some(storage) = dom::local_storage() {
        // Without storage no other tab keeps anything either.
        let _ = storage.set_item(OWED, &now.to_rfc3339());
    }
}

/// Whether the server has still to be told.
pub fn is_owed() -> bool {
    let kept = dom::local_storage().and_then(|it| it.get_item(OWED).ok().flatten());
    kept.is_some()
}

/// The server knows.
pub fn settle() {
    if let Some(storage) = dom::local_storage() {
        // Fails only where there is no storage.
        let _ = storage.remove_item(OWED);
    }
}

/// Calls `leave` when another tab signs out, `joined` when there is a network again.
pub fn follow(leave: impl Fn() + 'static, joined: impl Fn() + 'static) {
    let elsewhere = window_event_listener(leptos::ev::storage, move |ev: StorageEvent| {
        if ev.key().as_deref() == Some(OWED) && ev.new_value().is_some() {
            leave();
        }
    });
    let back = window_event_listener_untyped("online", move |_| joined());
    on_cleanup(move || {
        elsewhere.remove();
        back.remove();
    });
}

/// Ends the session on the server, with the token that is at hand or else with the cookie. One that
/// has ended already is as good.
pub async fn tell(token: Option<String>) -> Result<(), Failure> {
    let run = Closure::once(move || {
        future_to_promise(async move {
            match end_session(token).await {
                Ok(()) => Ok(JsValue::TRUE),
                Err(Failure::Network) => Err(JsValue::from_str(UNREACHED)),
                Err(_) => Err(JsValue::FALSE),
            }
        })
    });
    match JsFuture::from(dom::with_lock(SESSION_LOCK, run)).await {
        Ok(_) => Ok(()),
        Err(why) if why == JsValue::from_str(UNREACHED) => Err(Failure::Network),
        Err(_) => Err(Failure::Unreadable),
    }
}

/// How it is said that the server was not reached.
const UNREACHED: &str = "unreached";

async fn end_session(token: Option<String>) -> Result<(), Failure> {
    if let Some(token) = token
        && !is_unknown(&leave_with(token).await)?
    {
        return Ok(());
    }
    let renewed = client::send(Call::new(Method::Post, "/auth/refresh"), None).await;
    let renewed = renewed.and_then(client::Reply::accepted);
    if is_unknown(&renewed)? {
        return Ok(());
    }
    let session: Session = renewed?.decoded()?;
    is_unknown(&leave_with(session.access_token).await).map(|_| ())
}

async fn leave_with(token: String) -> Result<client::Reply, Failure> {
    let call = Call::new(Method::Post, "/auth/sign-out");
    client::send(call, Some(token)).await?.accepted()
}

/// Whether the server knows no such session; any other refusal is one.
fn is_unknown(reply: &Result<client::Reply, Failure>) -> Result<bool, Failure> {
    match reply {
        Ok(_) => Ok(false),
        Err(Failure::Refused(problem)) if problem.status == 401 => Ok(true),
        Err(why) => Err(why.clone()),
    }
}
