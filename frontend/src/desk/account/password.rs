//! A password of one's own: the first time, and whenever one wants another.

use conoceles_shared::api::auth::{Me, SetPassword};
use conoceles_shared::api::field_errors;
use conoceles_shared::passwords;
use conoceles_shared::problem::FieldError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};
use validator::Validate;

use super::own_sessions::OwnSessions;
use crate::desk::access::Access;
use crate::desk::form::{ErrorSummary, Form, SecretField, Summary, text_at};
use crate::desk::page::{Heading, Visit};
use crate::desk::place::Place;
use crate::desk::receipts::AccountReceipt;
use crate::i18n::desk::texts;

/// Changing the password, as a page.
#[component]
pub fn PasswordPage() -> impl IntoView {
    let t = texts().account;
    let account = Access::here().account();
    let operates = account.is_some_and(|it| it.actor.is_some());
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <Heading text=t.change_password/>
            <PasswordForm first=false/>
            <section class="stack stack--s" aria-labelledby="factor">
                <h2 id="factor">{texts().second_factor.title}</h2>
                <p>{texts().second_factor.open_hint}</p>
                <p><a class="way" href=Place::SecondFactor.href()>{texts().second_factor.open}</a></p>
            </section>
            <OwnSessions/>
            {operates.then(|| view! { <AccountReceipt/> })}
        </div>
    }
}

/// The field of the new password's repetition, which is not sent.
const CONFIRMATION: &str = "/confirmation";

/// The new password twice; the present one too, unless it is the one-time one.
#[component]
pub(super) fn PasswordForm(
    /// Whether it replaces the one-time credential.
    first: bool,
) -> impl IntoView {
    let access = Access::here();
    let visit = Visit::here();
    let form = Form::provide(json!({}), Signal::stored(false));
    let message = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let t = texts().account;
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        message.set(None);
        form.clear_errors();
        let password = match typed_password(&form.value(), first, access.account().as_ref()) {
            Ok(password) => password,
            Err(errors) => return form.refuse(errors),
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let outcome = access.set_password(&password).await;
            busy.try_set(false);
            match outcome {
                Ok(()) => {
                    form.replace(json!({}), false);
                    visit.say(t.password_saved);
                }
                Err(why) if form.refused(&why) => {}
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    };
    view! {
        <form class="panel stack stack--l" novalidate on:submit=submit>
            <ErrorSummary/>
            <Summary message=message.into()/>
            <PasswordFields first=first/>
            <div class="cluster">
                <button class="btn" aria-disabled=move || busy.get().then_some("true")>
                    {t.save_password}
                </button>
            </div>
        </form>
    }
}

#[component]
fn PasswordFields(first: bool) -> impl IntoView {
    let t = texts().account;
    view! {
        {(!first).then(|| view! {
            <SecretField
                pointer=SetPassword::CURRENT_PASSWORD
                label=t.current_password
                autocomplete="current-password"
            />
        })}
        <SecretField
            pointer=SetPassword::NEW_PASSWORD
            label=t.new_password
            hint=(t.new_password_hint)(SetPassword::LENGTH)
            autocomplete="new-password"
        />
        <SecretField pointer=CONFIRMATION label=t.confirmation autocomplete="new-password"/>
    }
}

/// The request, or everything that is wrong with what was typed.
fn typed_password(
    value: &Value,
    first: bool,
    owner: Option<&Me>,
) -> Result<SetPassword, Vec<FieldError>> {
    let t = texts().account;
    let text = |pointer: &str| text_at(value, pointer).to_owned();
    let current = text(SetPassword::CURRENT_PASSWORD);
    let password = SetPassword {
        new_password: text(SetPassword::NEW_PASSWORD),
        current_password: (!first).then(|| current.clone()),
    };
    let mut errors = Vec::new();
    if !first && current.is_empty() {
        errors.push(FieldError::new(
            SetPassword::CURRENT_PASSWORD,
            "required",
            t.current_missing,
        ));
    }
    if let Err(why) = password.validate() {
        let others = field_errors(&why);
        errors.extend(
            others
                .into_iter()
                .filter(|it| it.pointer != SetPassword::CURRENT_PASSWORD),
        );
    } else {
        let about: Vec<&str> = owner
            .into_iter()
            .flat_map(|it| {
                [
                    Some(it.name.as_str()),
                    it.actor.as_ref().map(|it| it.name.as_str()),
                ]
            })
            .flatten()
            .collect();
        let new = &password.new_password;
        errors.extend(passwords::objections(
            SetPassword::NEW_PASSWORD,
            new,
            &about,
        ));
    }
    if text(CONFIRMATION) != password.new_password {
        errors.push(FieldError::new(CONFIRMATION, "mismatch", t.mismatch));
    }
    if errors.is_empty() {
        Ok(password)
    } else {
        Err(errors)
    }
}

#[cfg(test)]
#[path = "password_tests.rs"]
mod password_tests;
