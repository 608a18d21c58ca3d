//! Medios de contacto.

use conoceles_shared::questionnaire::{FieldKind, FieldSpec, Section, fields};
use leptos::prelude::*;

use crate::desk::form::{Kind, ListField, TextField};
use crate::i18n::desk::texts;

/// Seven addresses and three lists, each with «No proporcionó».
#[component]
pub fn ContactFields(
    /// How many of each list.
    max: u32,
    /// How many digits a telephone number has.
    digits: u32,
) -> impl IntoView {
    let t = texts().sections;
    let own = fields().iter().filter(|it| it.section == Section::Contact);
    let list = move |field: &FieldSpec, kind, hint: String| {
        view! {
            <ListField
                pointer=field.pointer()
                label=field.label
                kind=kind
                max=max
                hint=hint
                decline=field.decline_pointer()
            />
        }
        .into_any()
    };
    let shown = move |field: &FieldSpec| match field.kind {
        FieldKind::Emails => list(field, Kind::Email, t.email_hint.to_owned()),
        FieldKind::Phones => list(field, Kind::Phone, (t.phone_hint)(digits)),
        FieldKind::Addresses => list(field, Kind::Line, String::new()),
        _ => view! {
            <TextField
                pointer=field.pointer()
                label=field.label
                kind=Kind::Url
                hint=if *field == FieldSpec::WEBSITE { t.website_hint } else { "" }
                decline=field.decline_pointer()
            />
        }
        .into_any(),
    };
    // Up to the web page they are networks.
    let page = own.clone().position(|it| *it == FieldSpec::WEBSITE);
    let networks = own
        .clone()
        .take(page.unwrap_or_default())
        .map(shown)
        .collect_view();
    let others = own.skip(page.unwrap_or_default()).map(shown).collect_view();
    view! {
        <p class="lead">{t.contact_lead}</p>
        <fieldset class="stack">
            <legend class="label">{t.networks}</legend>
            {networks}
        </fieldset>
        {others}
    }
}
