//! The session, held in memory only, and every call made with it.
//!
//! The access token never leaves this module. A call that answers 401 refreshes the session once
//! (all calls and all tabs share that one refresh) and is sent again; if there is no session any
//! more, the sign-in form appears above the page, which keeps what was typed.

mod farewell;
mod signing_out;

use conoceles_shared::api::auth::{Me, NextStep, Receipt, Session, SetPassword, SignIn};
use conoceles_shared::api::second_factor::GiveCode;
use conoceles_shared::ids::ActorId;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::Code;
use conoceles_shared::time::Instant;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::client::{self, Body, Call, Failure, Method, Reply};
use super::clock::now;
use super::context::handed_down;
use super::{dom, drafts};
use farewell::SESSION_LOCK;

/// Where the session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Asking the server whether there is one.
    Starting,
    /// The server was not reached at the start.
    Unreachable,
    /// There is none, or it ended.
    SignedOut,
    /// There is one.
    SignedIn,
}

/// The session and the way to the API; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Access {
    session: RwSignal<Option<Session>>,
    phase: RwSignal<Phase>,
    ends: RwSignal<Option<Instant>>,
    offline: RwSignal<Option<Me>>,
    waiting: RwSignal<Option<Session>>,
    proof_wanted: RwSignal<bool>,
    /// As whom somebody signed in on this page last: not typed again where the session only ended.
    login: StoredValue<Option<String>>,
    /// Whether the server could not be told yet that somebody signed out here.
    owes_farewell: RwSignal<bool>,
    /// What of the page belongs to a person, and is emptied when another one may be at the screen.
    personal: StoredValue<Vec<Callback<()>>>,
    refreshing: StoredValue<Option<js_sys::Promise>, LocalStorage>,
}

impl Access {
    /// No session yet; [`Self::start`] asks for one.
    pub fn new() -> Self {
        Self {
            session: RwSignal::new(None),
            phase: RwSignal::new(Phase::Starting),
            ends: RwSignal::new(None),
            offline: RwSignal::new(None),
            waiting: RwSignal::new(None),
            proof_wanted: RwSignal::new(false),
            login: StoredValue::new(None),
            owes_farewell: RwSignal::new(false),
            personal: StoredValue::new(Vec::new()),
            refreshing: StoredValue::new_local(None),
        }
    }

    /// The one of this page.
    pub fn here() -> Self {
        handed_down(Self::new)
    }

    /// The session; it stays when it has ended, so that the page below the sign-in form stays too.
    pub fn session(self) -> Signal<Option<Session>> {
        self.session.into()
    }

    /// Whose session it is, also when it has ended; without following it.
    pub fn account(self) -> Option<Me> {
        self.session
            .with_untracked(|it| it.as_ref().map(|it| it.account.clone()))
            .or_else(|| self.offline.get_untracked())
    }

    /// Whose session it is, also when it has ended, or whose device while the server is not reached.
    pub fn person(self) -> Signal<Option<Me>> {
        Signal::derive(move || {
            let signed_in = self
                .session
                .with(|it| it.as_ref().map(|it| it.account.clone()));
            signed_in.or_else(|| self.offline.get())
        })
    }

    /// Has `forget` run whenever another person may be at the screen: at signing out, and when another
    /// account signs in, here or in another tab. For whatever outlives a page.
    pub fn empty_for_another_person(self, forget: Callback<()>) {
        self.personal.update_value(|all| all.push(forget));
    }

    fn forget_person(self) {
        for forget in self.personal.get_value() {
            forget.run(());
        }
    }

    /// Whose device it is, while the server is not reached at the start.
    pub fn offline(self) -> Signal<Option<Me>> {
        self.offline.into()
    }

    /// Where the session stands.
    pub fn phase(self) -> Signal<Phase> {
        self.phase.into()
    }

    /// Asks whether there is a session already: the refresh cookie knows.
    pub async fn start(self) {
        self.phase.set(Phase::Starting);
        drafts::drop_expired(now());
        if farewell::is_owed() {
            // Whoever signed out is not signed in again by the cookie that is still there.
            let _ = self.tell_farewell(None).await;
            return self.phase.set(Phase::SignedOut);
        }
        if self.refresh().await == Err(Failure::Network) {
            self.offline.set(drafts::remembered());
            self.phase.set(Phase::Unreachable);
        }
    }

    /// When the session ends unless it is used, by this device's clock.
    pub fn ends(self) -> Signal<Option<Instant>> {
        self.ends.into()
    }

    /// Renews the session, so that it goes on; at the start without a server, asks whether it answers.
    pub async fn stay(self) -> Result<(), Failure> {
        self.refresh().await
    }

    /// Its time is over as far as this tab knows; another one may have gone on.
    pub fn look_whether_it_ended(self) {
        self.ends.set(None);
        spawn_local(async move {
            // A refusal shows the sign-in form; without a network the next save finds out.
            let _ = self.stay().await;
        });
    }

    /// Whether the password was right and the code of the second factor is awaited.
    pub fn awaits_code(self) -> Signal<bool> {
        Signal::derive(move || self.waiting.read().is_some())
    }

    /// Finishes signing in with a code. Too late, and the password is asked for again.
    pub async fn give_code(self, code: &GiveCode) -> Result<(), Failure> {
        let call = Call::new(Method::Post, "/auth/sign-in/code").body(Body::json(code));
        let reply = client::send(call, self.waiting_token()).await?.accepted();
        if self.needs_session(&reply) {
            self.waiting.set(None);
            return Err(Failure::SignedOut);
        }
        self.keep(reply?.decoded()?);
        Ok(())
    }

    /// Whether a code is asked for anew, before something that cannot be undone.
    pub fn proof_wanted(self) -> Signal<bool> {
        self.proof_wanted.into()
    }

    /// Gives a code anew: it stands for the person for some minutes.
    pub async fn prove(self, code: &GiveCode) -> Result<(), Failure> {
        let call = Call::new(Method::Post, "/auth/second-factor/proof").body(Body::json(code));
        self.call(call).await?;
        self.proof_wanted.set(false);
        Ok(())
    }

    /// Leaves the sign-in that waits for a code.
    pub fn forget_waiting(self) {
        let token = self.waiting_token();
        self.waiting.set(None);
        spawn_local(async move {
            // If it does not arrive, that session ends by itself within minutes.
            let _ = client::send(Call::new(Method::Post, "/auth/sign-out"), token).await;
        });
    }

    fn waiting_token(self) -> Option<String> {
        self.waiting
            .with_untracked(|it| it.as_ref().map(|it| it.access_token.clone()))
    }

    /// Goes on with the session that the server opened in place of this one. One that waits for the
    /// second factor leaves the page below the sign-in form as it is.
    pub fn keep(self, session: Session) {
        if session.next_step == NextStep::SecondFactor {
            self.waiting.set(Some(session));
            self.phase.set(Phase::SignedOut);
            return;
        }
        self.waiting.set(None);
        if self.account().map(|it| it.id).as_ref() != Some(&session.account.id) {
            self.forget_person();
        }
        let ends = session.idle_expires.min(session.session_expires);
        self.ends.set(Some(now() + (ends - session.now)));
        // Only capture goes on without a network.
        if session.account.role == Role::Operator && session.next_step == NextStep::None {
            drafts::remember(&session.account, now());
        } else {
            drafts::forget_account();
        }
        self.offline.set(None);
        self.session.set(Some(session));
        self.phase.set(Phase::SignedIn);
    }

    /// Signs in. Another account than before finds no page of the earlier one.
    pub async fn sign_in(self, with: &SignIn) -> Result<(), Failure> {
        if self.tell_farewell(None).await == Err(Failure::Network) {
            return Err(Failure::Network);
        }
        let call = Call::new(Method::Post, "/auth/sign-in").body(Body::json(with));
        let session: Session = client::send(call, None).await?.accepted()?.decoded()?;
        // The new session's cookie stands in place of the earlier one's.
        self.farewell_is_settled();
        drafts::keep_where_chosen(with.own_computer, &session.account.id);
        self.login.set_value(Some(with.login.clone()));
        let other = self.session.with_untracked(|it| {
            it.as_ref()
                .is_some_and(|it| it.account.id != session.account.id)
        });
        if other {
            self.session.set(None);
        }
        self.keep(session);
        Ok(())
    }

    /// As whom somebody signed in on this page last; nobody after a farewell.
    pub fn last_login(self) -> Option<String> {
        self.login.get_value()
    }

    /// Sets one's own password; the session goes on with the next step.
    pub async fn set_password(self, password: &SetPassword) -> Result<(), Failure> {
        let call = Call::new(Method::Put, "/auth/password").body(Body::json(password));
        let session: Session = self.call(call).await?.decoded()?;
        self.keep(session);
        Ok(())
    }

    /// Accepts the receipt, which starts the capture period.
    pub async fn accept_receipt(self, actor: &ActorId) -> Result<(), Failure> {
        let path = format!("/auth/receipt?actor={actor}");
        let call = Call::new(Method::Post, path).body(Body::Json(serde_json::json!({})));
        self.call(call).await?.decoded::<Receipt>()?;
        if self.refresh().await.is_err() {
            self.session.update(|it| {
                if let Some(it) = it {
                    it.next_step = NextStep::None;
                }
            });
        }
        Ok(())
    }

    pub async fn get<T: DeserializeOwned>(self, path: String) -> Result<T, Failure> {
        self.call(Call::new(Method::Get, path)).await?.decoded()
    }

    /// Sends something and reads the answer.
    pub async fn send<B: Serialize, T: DeserializeOwned>(
        self,
        method: Method,
        path: String,
        body: &B,
    ) -> Result<T, Failure> {
        self.call(Call::new(method, path).body(Body::json(body)))
            .await?
            .decoded()
    }

    /// Makes a call with the session, renewing it once if need be.
    /// What one account asked is never sent as another, which may have signed in in another tab.
    pub async fn call(self, call: Call) -> Result<Reply, Failure> {
        let who = self.account().map(|it| it.id);
        let reply = client::send(call.clone(), self.token()).await?.accepted();
        if reply.as_ref().err().and_then(Failure::code) == Some(Code::ProofRequired) {
            self.proof_wanted.set(true);
        }
        if !self.needs_session(&reply) {
            return reply;
        }
        match self.refresh().await {
            Ok(()) if who.is_some() && who != self.account().map(|it| it.id) => {
                Err(Failure::SignedOut)
            }
            Ok(()) => client::send(call, self.token()).await?.accepted(),
            Err(Failure::Network) => Err(Failure::Network),
            Err(_) => Err(Failure::SignedOut),
        }
    }

    fn token(self) -> Option<String> {
        self.session
            .with_untracked(|it| it.as_ref().map(|it| it.access_token.clone()))
    }

    fn needs_session(self, reply: &Result<Reply, Failure>) -> bool {
        let code = reply.as_ref().err().and_then(Failure::code);
        matches!(code, Some(Code::NotSignedIn | Code::SessionEnded))
    }

    /// Renews the session; whoever asks meanwhile waits for the same answer.
    async fn refresh(self) -> Result<(), Failure> {
        let under_way = self.refreshing.with_value(Clone::clone);
        let promise = under_way.unwrap_or_else(|| {
            let started = dom::with_lock(SESSION_LOCK, self.renewal());
            self.refreshing.set_value(Some(started.clone()));
            started
        });
        let outcome = JsFuture::from(promise).await;
        self.refreshing.set_value(None);
        match outcome {
            Ok(_) => Ok(()),
            Err(why) if why == JsValue::from_str(UNREACHED) => Err(Failure::Network),
            Err(_) => Err(Failure::SignedOut),
        }
    }

    fn renewal(self) -> Closure<dyn FnMut() -> js_sys::Promise> {
        Closure::once(move || {
            future_to_promise(async move {
                if farewell::is_owed() {
                    self.phase.set(Phase::SignedOut);
                    return Err(JsValue::FALSE);
                }
                let call = Call::new(Method::Post, "/auth/refresh");
                let renewed = match client::send(call, None).await {
                    Ok(reply) => reply.accepted().and_then(|it| it.decoded::<Session>()),
                    Err(why) => Err(why),
                };
                match renewed {
                    Ok(session) => {
                        let waits = session.next_step == NextStep::SecondFactor;
                        self.keep(session);
                        if waits {
                            Err(JsValue::FALSE)
                        } else {
                            Ok(JsValue::TRUE)
                        }
                    }
                    Err(Failure::Network) => Err(JsValue::from_str(UNREACHED)),
                    Err(_) => {
                        self.phase.set(Phase::SignedOut);
                        Err(JsValue::FALSE)
                    }
                }
            })
        })
    }
}

/// How the shared refresh says that the server was not reached.
const UNREACHED: &str = "unreached";
