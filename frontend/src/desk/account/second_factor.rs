//! One's own second factor: setting it up, renewing it, turning it off.

use conoceles_shared::api::auth::Session;
use conoceles_shared::api::second_factor::{Enrolled, Enrolment, GiveCode, OwnProof, SecondFactor};
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::recovery_codes::RecoveryCodes;
use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::dom;
use crate::desk::form::{RequestForm, SecretField, TextField, text_at};
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading, Visit};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

const PATH: &str = "/auth/second-factor";

/// What is wanted of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    TurnOn,
    Renew,
    TurnOff,
}

#[component]
pub fn SecondFactorPage() -> impl IntoView {
    let access = Access::here();
    let t = texts().second_factor;
    let factor = Loader::new(move || access.get::<SecondFactor>(PATH.to_owned()));
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <Crumbs
                above=vec![(Place::Password, texts().account.change_password.to_owned())]
                here=t.title
            />
            <div class="page-head">
                <Heading text=t.title/>
                <p>{t.open_hint}</p>
            </div>
            {factor.show(move |it| view! { <Own factor=it reload=Callback::new(move |()| factor.reload())/> })}
        </div>
    }
}

#[component]
fn Own(factor: SecondFactor, reload: Callback<()>) -> impl IntoView {
    let access = Access::here();
    let visit = Visit::here();
    let t = texts().second_factor;
    let aim = RwSignal::new(None::<Aim>);
    let proven = RwSignal::new(None::<Enrolment>);
    let has_one = factor.since.is_some();
    let done = Callback::new(move |session: Session| {
        access.keep(session);
        visit.say(t.now_on);
        reload.run(());
    });
    let off = Callback::new(move |session: Session| {
        access.keep(session);
        visit.say(t.now_off);
        reload.run(());
    });
    let cancel = Callback::new(move |()| aim.set(None));
    let factor = StoredValue::new(factor);
    move || match (aim.get(), proven.get()) {
        (_, Some(shown)) => view! { <Enrolling shown=shown done=done/> }.into_any(),
        (Some(aim), None) => {
            view! { <Proof aim=aim has_one=has_one proven=proven off=off cancel=cancel/> }
                .into_any()
        }
        (None, None) => view! { <FactorStanding factor=factor.get_value() aim=aim/> }.into_any(),
    }
}

#[component]
fn FactorStanding(factor: SecondFactor, aim: RwSignal<Option<Aim>>) -> impl IntoView {
    let t = texts().second_factor;
    let choice = move |to: Aim, text: &'static str, class: &'static str| {
        view! {
            <button type="button" class=class on:click=move |_| aim.set(Some(to))>{text}</button>
        }
    };
    match factor.since {
        None => view! {
            <div class="panel stack">
                <p>{t.off}</p>
                <p class="hint">{t.need}</p>
                <div class="cluster">{choice(Aim::TurnOn, t.turn_on, "btn")}</div>
            </div>
        }
        .into_any(),
        Some(at) => view! {
            <div class="panel stack">
                <p>{(t.since)(&spanish_moment(at))}</p>
                <p>{(t.left)(factor.recovery_codes_left)}</p>
                {factor.required.then(|| view! { <p class="hint">{t.required}</p> })}
                <div class="cluster">
                    {choice(Aim::Renew, t.renew, "btn")}
                    {(!factor.required)
                        .then(|| choice(Aim::TurnOff, t.turn_off, "btn btn--quiet"))}
                </div>
            </div>
        }
        .into_any(),
    }
}

/// The present password, and a code where there is a factor already.
#[component]
fn Proof(
    aim: Aim,
    has_one: bool,
    proven: RwSignal<Option<Enrolment>>,
    off: Callback<Session>,
    cancel: Callback<()>,
) -> impl IntoView {
    let access = Access::here();
    let t = texts().second_factor;
    let title = match aim {
        Aim::TurnOn => t.proof_on,
        Aim::Renew => t.proof_renew,
        Aim::TurnOff => t.proof_off,
    };
    let send = move |value: Value| async move {
        let proof = OwnProof {
            current_password: text_at(&value, OwnProof::CURRENT_PASSWORD).to_owned(),
            code: text_at(&value, OwnProof::CODE).to_owned(),
        };
        if aim == Aim::TurnOff {
            let path = format!("{PATH}/removal");
            let session = access.send(Method::Post, path, &proof).await?;
            // Once this task is over: what comes takes the place of this very form.
            request_animation_frame(move || off.run(session));
        } else {
            let shown = access.send(Method::Post, PATH.to_owned(), &proof).await?;
            request_animation_frame(move || proven.set(Some(shown)));
        }
        Ok(())
    };
    dom::focus_soon("prueba");
    view! {
        <section class="panel stack" aria-labelledby="prueba">
            <h2 id="prueba" tabindex="-1">{title}</h2>
            <p>{t.proof_text}</p>
            <RequestForm start=json!({}) button=t.go_on send=send>
                <SecretField
                    pointer=OwnProof::CURRENT_PASSWORD
                    label=texts().account.current_password
                    autocomplete="current-password"
                />
                {has_one.then(|| view! {
                    <TextField
                        pointer=OwnProof::CODE
                        label=t.code
                        hint=t.code_hint
                        autocomplete="one-time-code"
                    />
                })}
            </RequestForm>
            <div class="cluster">
                <button type="button" class="btn btn--quiet" on:click=move |_| cancel.run(())>
                    {t.cancel}
                </button>
            </div>
        </section>
    }
}

/// The key, its confirmation, then the recovery codes; `done` with the session that goes on.
#[component]
pub(super) fn Enrolling(
    /// The key, where it was asked for already; otherwise a button asks for it.
    #[prop(optional)]
    shown: Option<Enrolment>,
    done: Callback<Session>,
) -> impl IntoView {
    let key = RwSignal::new(shown);
    let enrolled = RwSignal::new(None::<Enrolled>);
    move || match (enrolled.get(), key.get()) {
        (Some(it), _) => {
            let session = StoredValue::new(it.session);
            let go_on = Callback::new(move |()| done.run(session.get_value()));
            view! { <RecoveryCodes codes=it.recovery_codes done=go_on/> }.into_any()
        }
        (None, Some(it)) => view! { <KeyForm key=it enrolled=enrolled/> }.into_any(),
        (None, None) => view! { <AskForKey key=key/> }.into_any(),
    }
}

#[component]
fn AskForKey(key: RwSignal<Option<Enrolment>>) -> impl IntoView {
    let access = Access::here();
    let t = texts().second_factor;
    let send = move |_: Value| async move {
        let proof = OwnProof::default();
        let shown = access.send(Method::Post, PATH.to_owned(), &proof).await?;
        request_animation_frame(move || key.set(Some(shown)));
        Ok(())
    };
    view! {
        <div class="panel stack">
            <RequestForm start=json!({}) button=t.show_key send=send>
                <p>{t.need}</p>
            </RequestForm>
        </div>
    }
}

#[component]
fn KeyForm(key: Enrolment, enrolled: RwSignal<Option<Enrolled>>) -> impl IntoView {
    let access = Access::here();
    let t = texts().second_factor;
    let send = move |value: Value| async move {
        let code = text_at(&value, GiveCode::CODE).trim().to_owned();
        let done = access
            .send(Method::Put, PATH.to_owned(), &GiveCode { code })
            .await?;
        request_animation_frame(move || enrolled.set(Some(done)));
        Ok(())
    };
    let picture = dom::object_url(key.picture.as_bytes(), "image/svg+xml").unwrap_or_default();
    let made = StoredValue::new(picture.clone());
    on_cleanup(move || {
        if let Some(url) = made.try_get_value() {
            dom::revoke(&url);
        }
    });
    dom::focus_soon("clave");
    view! {
        <section class="panel stack stack--l" aria-labelledby="clave">
            <div class="stack">
                <h2 id="clave" tabindex="-1">{t.scan}</h2>
                <p>{t.scan_text}</p>
                <img class="qr" src=picture alt=t.picture width="240" height="240"/>
                <p class="label">{t.key}</p>
                <p><code class="key">{key.key}</code></p>
                <p class="hint">{(t.expires)(&spanish_moment(key.expires))}</p>
            </div>
            <div class="stack">
                <h2>{t.confirm}</h2>
                <RequestForm start=json!({}) button=t.confirm_send send=send>
                    <TextField
                        pointer=GiveCode::CODE
                        label=t.code
                        hint=t.confirm_hint
                        autocomplete="one-time-code"
                    />
                </RequestForm>
            </div>
        </section>
    }
}
