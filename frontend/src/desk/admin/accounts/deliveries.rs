//! What became of the delivery of an account's credential sheet.

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Delivery, DeliveryAttempt, DeliveryWay};
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::client::{Failure, Method};
use crate::desk::clock;
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{
    CheckBox, Choice, FoldedForm, Kind, RadioGroup, RequestForm, TextField, set_at, text_at,
};
use crate::desk::load::Loader;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// The attempts so far, and a form for another.
#[component]
pub fn Deliveries(path: String) -> impl IntoView {
    let t = texts().credentials;
    let access = Access::here();
    let path = StoredValue::new(path);
    let all = Loader::new(move || access.get::<List<Delivery>>(path.get_value()));
    view! {
        <section class="panel stack" aria-labelledby="entregas">
            <h2 id="entregas">{t.deliveries}</h2>
            {all.show(|it| {
                if it.data.is_empty() {
                    return view! { <p>{t.no_deliveries}</p> }.into_any();
                }
                let rows = it.data.into_iter().map(delivery_row).collect_view();
                view! { <ul class="stack plain-list">{rows}</ul> }.into_any()
            })}
            <FoldedForm title=t.record>
                <AttemptForm path=path all=all/>
            </FoldedForm>
        </section>
    }
}

fn delivery_row(delivery: Delivery) -> impl IntoView {
    let t = texts().credentials;
    let it = delivery.attempt;
    let outcome = if it.reached { t.reached } else { t.not_reached };
    view! {
        <li class="stack stack--s">
            <p>
                <strong>{outcome}</strong>
                {format!(" · {} · {}", it.way.label(), spanish_moment(it.at))}
            </p>
            <p>{it.note}</p>
            <p class="small muted">{(t.noted_by)(&delivery.by, &spanish_moment(delivery.noted_at))}</p>
        </li>
    }
}

#[component]
fn AttemptForm(path: StoredValue<String>, all: Loader<List<Delivery>>) -> impl IntoView {
    let t = texts().credentials;
    let access = Access::here();
    let visit = Visit::here();
    let send = move |value: Value| async move {
        let attempt = typed_attempt(value)?;
        let now: List<Delivery> = access
            .send(Method::Post, path.get_value(), &attempt)
            .await?;
        visit.say(t.recorded);
        all.answered(now);
        Ok(())
    };
    let ways = DeliveryWay::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <RequestForm
            start=json!({})
            button=t.record
            send=send
            required=request::required(&attempt_fields())
        >
            <RadioGroup pointer=DeliveryAttempt::WAY legend=t.way options=ways/>
            <TextField pointer=DeliveryAttempt::AT label=t.at kind=Kind::Moment/>
            <CheckBox pointer=DeliveryAttempt::REACHED label=t.reached/>
            <TextField pointer=DeliveryAttempt::NOTE label=t.note hint=t.note_hint/>
        </RequestForm>
    }
}

fn attempt_fields() -> [WantedField<'static>; 3] {
    let t = texts().credentials;
    [
        (DeliveryAttempt::WAY, t.way, Want::Choice),
        (DeliveryAttempt::AT, t.at, Want::Text),
        (DeliveryAttempt::NOTE, t.note, Want::Text),
    ]
}

/// The attempt, its local time as an instant.
fn typed_attempt(mut value: Value) -> Result<DeliveryAttempt, Failure> {
    let typed = clock::moment(text_at(&value, DeliveryAttempt::AT));
    let mut errors = request::missing(&value, &attempt_fields());
    match typed {
        Some(at) => set_at(&mut value, DeliveryAttempt::AT, json!(at)),
        None if errors.iter().any(|it| it.pointer == DeliveryAttempt::AT) => {}
        None => errors.push(FieldError::new(
            DeliveryAttempt::AT,
            "required",
            format!("{}: {}", texts().credentials.at, texts().form.date_wanted),
        )),
    }
    if errors.is_empty() {
        request::parse_request(&value, &attempt_fields())
    } else {
        Err(request::refusal(errors))
    }
}
