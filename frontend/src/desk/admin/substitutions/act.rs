//! The acuerdo that substitutes all who are ticked.

use conoceles_shared::api::admin::SubstitutionAct;
use conoceles_shared::problem::FieldError;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::picked::{Picked, PickedOne};
use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Failure, Method, PROPOSED_ONLY};
use crate::desk::dom;
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{
    CheckBox, Form, Kind, Labels, RequestForm, TextArea, TextField, control_id, set_at, text_at,
};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// Where the form holds that all of them leave their place.
const CONFIRMED: &str = "/confirmed";

fn act_fields() -> Vec<WantedField<'static>> {
    let t = texts().substitutions;
    vec![
        (SubstitutionAct::ACUERDO, texts().admin.acuerdo, Want::Text),
        (SubstitutionAct::ACUERDO_ON, t.acuerdo_on, Want::Date),
        (SubstitutionAct::REASON, t.reason, Want::Any),
    ]
}

/// The request, or everything that is wrong with what was typed and ticked.
fn typed_act(mut value: Value, picked: Picked) -> Result<SubstitutionAct, Failure> {
    let ids = picked.ids();
    let confirmed = value.pointer(CONFIRMED) == Some(&json!(true));
    if let Some(typed) = value.as_object_mut() {
        // Only the form asks for it.
        let _ = typed.remove("confirmed");
    }
    let nobody = ids.is_empty().then(|| {
        let missing = texts().substitutions.nobody_picked;
        FieldError::new(SubstitutionAct::CANDIDACIES, "required", missing)
    });
    set_at(&mut value, SubstitutionAct::CANDIDACIES, json!(ids));
    let unconfirmed = (!confirmed).then(|| {
        let missing = texts().substitutions.confirm_missing;
        FieldError::new(CONFIRMED, "required", missing)
    });
    let more: Vec<_> = nobody.into_iter().chain(unconfirmed).collect();
    request::parse_request_with(&value, &act_fields(), more)
}

#[component]
pub fn ActForm(
    path: StoredValue<String>,
    picked: Picked,
    /// The day of the acuerdo, as it was typed.
    acuerdo_on: RwSignal<String>,
    done: Callback<()>,
) -> impl IntoView {
    let t = texts().substitutions;
    let access = Access::here();
    let visit = Visit::here();
    let send = move |value: Value| async move {
        let day = text_at(&value, SubstitutionAct::ACUERDO_ON).to_owned();
        let act = typed_act(value, picked)?;
        let many = act.candidacies.len();
        let path = format!("{}/substitutions", path.get_value());
        let call = Call::new(Method::Post, path).body(Body::json(&act));
        let reply = access.call(call).await?;
        if reply.status == PROPOSED_ONLY {
            picked.clear();
            visit.say(texts().proposals.proposed);
            return Ok(());
        }
        acuerdo_on.set(day);
        visit.say((t.substituted)(many));
        done.run(());
        Ok(())
    };
    view! {
        <p>{t.warning}</p>
        <RequestForm
            start=json!({})
            button=t.substitute
            send=send
            required=request::required(&act_fields())
        >
            <PickedList picked=picked/>
            <TextField
                pointer=SubstitutionAct::ACUERDO
                label=texts().admin.acuerdo
                hint=texts().admin.acuerdo_hint
            />
            <TextField pointer=SubstitutionAct::ACUERDO_ON label=t.acuerdo_on kind=Kind::Date/>
            <TextArea
                pointer=SubstitutionAct::REASON
                label=t.reason
                hint=(t.reason_hint)(SubstitutionAct::REASON_LENGTH)
            />
            <CheckBox pointer=CONFIRMED label=t.confirm/>
        </RequestForm>
    }
}

/// Those who are ticked, each with what the server said of it.
#[component]
fn PickedList(picked: Picked) -> impl IntoView {
    let t = texts().substitutions;
    let form = Form::here();
    let labels = Labels::of(form, SubstitutionAct::CANDIDACIES, true);
    let rows = move || {
        let all = picked.all().into_iter().enumerate();
        all.map(|(at, it)| picked_row(form, picked, at, it))
            .collect_view()
    };
    view! {
        <fieldset
            class=labels.field_class()
            id=labels.id.clone()
            tabindex="-1"
            aria-describedby=labels.described_by(None)
        >
            <legend class="label label--required">{t.picked}</legend>
            <p class="hint" id=labels.hint_id()>{move || (t.picked_count)(picked.all().len())}</p>
            {error_text(&labels)}
            <ul class="plain-list stack stack--s">{rows}</ul>
        </fieldset>
    }
}

fn picked_row(form: Form, picked: Picked, at: usize, one: PickedOne) -> impl IntoView {
    let pointer = format!("{}/{at}", SubstitutionAct::CANDIDACIES);
    let labels = Labels::of(form, &pointer, false);
    let hidden = format!(" {}", one.name);
    let id = one.id;
    let remove = move |_| {
        // What was said of places in the list is no longer about who stands there.
        form.clear_errors();
        picked.take_away(&id);
        dom::focus_if_lost(control_id(SubstitutionAct::CANDIDACIES));
    };
    view! {
        <li class=labels.field_class() id=control_id(&pointer) tabindex="-1">
            {error_text(&labels)}
            <div class="cluster">
                <span class="name">{one.name}</span>
                <button type="button" class="btn btn--quiet btn--small" on:click=remove>
                    {texts().substitutions.remove}
                    <span class="hidden-visually">{hidden}</span>
                </button>
            </div>
        </li>
    }
}

/// What is wrong with a control that is no field.
fn error_text(labels: &Labels) -> impl IntoView + use<> {
    let (id, error) = (labels.error_id(), labels.error);
    move || {
        error.get().map(|text| {
            view! {
                <p class="error" id=id.clone()>
                    <span class="hidden-visually">{texts().form.error_prefix}</span>
                    {text}
                </p>
            }
        })
    }
}
