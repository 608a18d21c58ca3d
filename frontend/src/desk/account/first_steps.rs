//! The first steps of an account: a password of one's own, then the receipt.

use conoceles_shared::api::auth::{NextStep, Receipt};
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::{local_date, spanish_date, spanish_deadline, spanish_moment};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::password::PasswordForm;
use super::second_factor::Enrolling;
use crate::desk::access::Access;
use crate::desk::form::{CheckBox, ErrorSummary, Form, Summary};
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Heading, Visit};
use crate::i18n::desk::texts;

/// Whatever the next of the first steps is.
#[component]
pub fn FirstSteps() -> impl IntoView {
    let session = Access::here().session();
    let step = Memo::new(move |_| {
        session.with(|it| it.as_ref().map_or(NextStep::None, |it| it.next_step))
    });
    move || match step.get() {
        NextStep::SetPassword => view! { <OwnPassword/> }.into_any(),
        NextStep::AcceptReceipt => view! { <AcceptReceipt/> }.into_any(),
        NextStep::EnrolSecondFactor => view! { <OwnSecondFactor/> }.into_any(),
        NextStep::AwaitActivation => view! { <AwaitActivation/> }.into_any(),
        // The sign-in form asks for it.
        NextStep::SecondFactor | NextStep::None => ().into_any(),
    }
}

#[component]
fn Steps(at: usize) -> impl IntoView {
    let staff = Access::here()
        .account()
        .is_some_and(|it| it.role.is_staff());
    let steps = if staff {
        texts().account.staff_steps
    } else {
        texts().account.steps
    };
    view! {
        <ol class="steps">
            {steps
                .into_iter()
                .enumerate()
                .map(|(index, name)| {
                    view! { <li aria-current=(index == at).then_some("step")>{name}</li> }
                })
                .collect_view()}
        </ol>
    }
}

#[component]
fn OwnPassword() -> impl IntoView {
    let t = texts().account;
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <Heading text=t.first_password/>
                <Steps at=0/>
                <p>{t.first_password_text}</p>
            </div>
            <PasswordForm first=true/>
        </div>
    }
}

#[component]
fn OwnSecondFactor() -> impl IntoView {
    let access = Access::here();
    let t = texts().second_factor;
    let done = Callback::new(move |session| access.keep(session));
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <Heading text=t.first_title/>
                <Steps at=1/>
                <p>{t.first_text}</p>
            </div>
            <Enrolling done=done/>
        </div>
    }
}

/// Nothing to do but to come back: a second administrator has to act.
#[component]
fn AwaitActivation() -> impl IntoView {
    let t = texts().account;
    let access = Access::here();
    let visit = Visit::here();
    let again = move |_| {
        spawn_local(async move {
            if let Err(why) = access.stay().await {
                visit.say_trouble(why.message());
            }
        });
    };
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <Heading text=t.await_title/>
                <Steps at=2/>
                <p>{t.await_text}</p>
            </div>
            <p><button type="button" class="btn" on:click=again>{t.await_again}</button></p>
        </div>
    }
}

#[component]
fn AcceptReceipt() -> impl IntoView {
    let access = Access::here();
    let t = texts().account;
    let receipt = Loader::new(move || access.get::<Receipt>("/auth/receipt".to_owned()));
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <Heading text=t.receipt_page/>
                <Steps at=1/>
            </div>
            {receipt.show(|it| view! { <ReceiptForm receipt=it/> })}
        </div>
    }
}

/// The field of the acceptance, which is not sent: sending is accepting.
const ACCEPTED: &str = "/accepted";

#[component]
fn ReceiptForm(receipt: Receipt) -> impl IntoView {
    let access = Access::here();
    let visit = Visit::here();
    let form = Form::provide(json!({}), Signal::stored(false));
    let message = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let t = texts().account;
    let starts_now = receipt.received.is_none();
    let actor = StoredValue::new(receipt.actor.clone());
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        message.set(None);
        form.clear_errors();
        if !form.flag(ACCEPTED) {
            let missing = FieldError::new(ACCEPTED, "required", t.accept_missing);
            return form.refuse(vec![missing]);
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let outcome = access.accept_receipt(&actor.get_value()).await;
            busy.try_set(false);
            match outcome {
                // The home is there already, at the same address.
                Ok(()) => visit.say(t.receipt_accepted),
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    };
    view! {
        <article class="receipt" aria-labelledby="acuse">
            <div>
                <p class="small muted">{texts().shell.owner}</p>
                <h2 id="acuse">{t.receipt}</h2>
            </div>
            <ReceiptFacts receipt=receipt/>
            <form class="stack" novalidate on:submit=submit>
                <ErrorSummary/>
                <Summary message=message.into()/>
                <CheckBox
                    pointer=ACCEPTED
                    label=if starts_now { t.accept_first } else { t.accept_later }
                />
                <div class="cluster">
                    <button class="btn btn--big" aria-disabled=move || busy.get().then_some("true")>
                        {t.accept}
                    </button>
                </div>
            </form>
        </article>
    }
}

#[component]
fn ReceiptFacts(receipt: Receipt) -> impl IntoView {
    let t = texts().account;
    let title = if receipt.received.is_some() {
        t.period_running
    } else {
        t.period_starts
    };
    view! {
        <dl class="pairs">
            <dt>{t.receipt_actor}</dt>
            <dd>{receipt.actor_name}</dd>
            <dt>{t.receipt_who}</dt>
            <dd>{receipt.account_name}</dd>
            <dt>{t.receipt_election}</dt>
            <dd>{receipt.election_name}</dd>
            <dt>{t.receipt_candidacies}</dt>
            <dd>{receipt.candidacies}</dd>
            {receipt.received.map(|at| view! {
                <dt>{t.receipt_received}</dt>
                <dd>{spanish_moment(at)}</dd>
            })}
        </dl>
        <div class="notice">
            {Icon::Clock.drawn()}
            <h3 class="label">{title}</h3>
            <p>{(t.period_text)(&spanish_date(local_date(receipt.capture.starts)), &spanish_deadline(receipt.capture.ends))}</p>
        </div>
    }
}
