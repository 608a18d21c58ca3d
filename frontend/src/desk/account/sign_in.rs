//! The sign-in form: a page of its own, or above a page whose session ended.

use conoceles_shared::api::auth::SignIn;
use conoceles_shared::problem::FieldError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::code::CodeForm;
use crate::desk::access::Access;
use crate::desk::form::{
    CheckBox, ErrorSummary, Form, SecretField, Summary, TextField, set_at, text_at,
};
use crate::desk::icon::Icon;
use crate::desk::page::Heading;
use crate::desk::{dom, drafts};
use crate::i18n::desk::texts;

/// Signing in, as a page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let t = texts().account;
    let owed = Access::here().owes_farewell();
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <Heading text=t.sign_in/>
                <p class="lead">{t.sign_in_lead}</p>
            </div>
            {move || owed.get().then(|| view! {
                <div class="notice" role="status">{Icon::CloudOff.drawn()}<p>{t.farewell_owed}</p></div>
            })}
            <SignInForms prefix=""/>
            <div class="notice notice--plain">
                {Icon::Info.drawn()}
                <p class="label">{t.first_time}</p>
                <p>{t.first_time_text}</p>
            </div>
        </div>
    }
}

/// Signing in again, above the page that keeps what was typed.
#[component]
pub fn SignInAgain() -> impl IntoView {
    let t = texts().account;
    let before = dom::focused_id().filter(|it| !it.is_empty());
    if !dom::is_typing() {
        dom::focus_soon("sesion");
    }
    // The button that had the focus goes with the form: back to where somebody was.
    on_cleanup(move || dom::focus_if_lost(before.unwrap_or_else(|| "contenido".to_owned())));
    view! {
        <section class="wrap wrap--narrow stack sign-in-again" aria-labelledby="sesion">
            <div role="alert">
                <h2 id="sesion" tabindex="-1">{t.session_ended}</h2>
                <p>{t.session_ended_text}</p>
            </div>
            <SignInForms prefix="/sesion"/>
        </section>
    }
}

/// The password, then the code of the second factor where the account has one.
#[component]
fn SignInForms(prefix: &'static str) -> impl IntoView {
    let awaits = Access::here().awaits_code();
    let late = RwSignal::new(None);
    move || {
        if awaits.get() {
            view! { <CodeForm prefix=prefix late=late/> }.into_any()
        } else {
            view! { <SignInForm prefix=prefix message=late/> }.into_any()
        }
    }
}

#[component]
fn SignInForm(prefix: &'static str, message: RwSignal<Option<String>>) -> impl IntoView {
    let access = Access::here();
    let known = access.last_login();
    let form = Form::provide(start(prefix, known.as_deref()), Signal::stored(false));
    let busy = RwSignal::new(false);
    let t = texts().account;
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        message.set(None);
        form.clear_errors();
        if busy.get_untracked() {
            return;
        }
        let with = match typed_sign_in(form, prefix) {
            Ok(with) => with,
            Err(errors) => return form.refuse(errors),
        };
        busy.set(true);
        spawn_local(async move {
            let outcome = access.sign_in(&with).await;
            busy.try_set(false);
            if let Err(why) = outcome {
                message.try_set(Some(why.message()));
            }
        });
    };
    view! {
        <form class="panel stack stack--l" novalidate on:submit=submit>
            <ErrorSummary/>
            <Summary message=message.into()/>
            <TextField
                pointer=login_at(prefix)
                label=t.login
                autocomplete="username"
            />
            <SecretField
                pointer=password_at(prefix)
                label=t.password
                autocomplete="current-password"
            />
            <CheckBox
                pointer=own_computer_at(prefix)
                label=t.own_computer
                hint=(t.own_computer_hint)(drafts::DAYS_KEPT)
            />
            <div class="cluster">
                <button class="btn btn--big" aria-disabled=move || busy.get().then_some("true")>
                    {t.sign_in}
                </button>
                <p class="save-state" role="status">
                    {move || busy.get().then_some(t.signing_in)}
                </p>
            </div>
            <p class="hint">{t.cannot_enter}</p>
        </form>
    }
}

/// The form stands above others as well, whose fields may have the same names.
fn login_at(prefix: &str) -> String {
    format!("{prefix}{}", SignIn::LOGIN)
}

fn password_at(prefix: &str) -> String {
    format!("{prefix}{}", SignIn::PASSWORD)
}

fn own_computer_at(prefix: &str) -> String {
    format!("{prefix}{}", SignIn::OWN_COMPUTER)
}

/// Whoever signs in again has said already who it is, and whose computer.
fn start(prefix: &str, known: Option<&str>) -> Value {
    let mut value = json!({});
    if !prefix.is_empty() {
        let own = Value::Bool(drafts::is_own_computer());
        set_at(&mut value, &own_computer_at(prefix), own);
        if let Some(login) = known {
            set_at(&mut value, &login_at(prefix), login.into());
        }
    }
    value
}

/// What was typed, or what is missing.
fn typed_sign_in(form: Form, prefix: &str) -> Result<SignIn, Vec<FieldError>> {
    let t = texts().account;
    let value = form.value();
    let (login, password) = (login_at(prefix), password_at(prefix));
    let with = SignIn {
        login: text_at(&value, &login).trim().to_owned(),
        password: text_at(&value, &password).to_owned(),
        own_computer: form.flag(&own_computer_at(prefix)),
    };
    let mut errors = Vec::new();
    if with.login.is_empty() {
        errors.push(FieldError::new(login, "required", t.login_missing));
    }
    if with.password.is_empty() {
        errors.push(FieldError::new(password, "required", t.password_missing));
    }
    if errors.is_empty() {
        Ok(with)
    } else {
        Err(errors)
    }
}
