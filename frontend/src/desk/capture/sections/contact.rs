//! Medios de contacto.

use conoceles_shared::questionnaire::Contact;
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
    let template = Contact::default();
    let links = template
        .links()
        .map(|(key, label, _)| {
            let hint = if key == "website" { t.website_hint } else { "" };
            view! {
                <TextField
                    pointer=format!("/{key}/value")
                    label=label
                    kind=Kind::Url
                    hint=hint
                    decline=format!("/{key}/not_provided")
                />
            }
        })
        .into_iter()
        .collect_view();
    let lists = template
        .lists()
        .map(|(key, label, _)| {
            let (kind, hint) = match key {
                "public_emails" => (Kind::Email, t.email_hint.to_owned()),
                "public_phones" => (Kind::Phone, (t.phone_hint)(digits)),
                _ => (Kind::Line, String::new()),
            };
            view! {
                <ListField
                    pointer=format!("/{key}/value")
                    label=label
                    kind=kind
                    max=max
                    hint=hint
                    decline=format!("/{key}/not_provided")
                />
            }
        })
        .into_iter()
        .collect_view();
    view! { <p class="lead">{t.contact_lead}</p> {links} {lists} }
}
