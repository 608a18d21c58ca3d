//! What only the browser can do, and the forms that lead to the list: plain GET forms, until the
//! browser runs the portal and goes there itself, without the empty fields.

use conoceles_shared::api::query::{CandidacyQuery, decode_pairs};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::web_sys::{FormData, HtmlFormElement, UrlSearchParams};
use wasm_bindgen::JsCast;

use super::address;

/// What only the browser can do; on the server and without JavaScript, links and forms do it.
#[derive(Clone, Copy)]
pub struct Actions {
    /// Asks again for what failed.
    pub retry: Callback<()>,
    /// Goes to a page of the portal.
    pub go: Callback<String>,
}

/// What a form does when it is submitted.
pub fn submit() -> impl Fn(SubmitEvent) + Clone + 'static {
    let actions = use_context::<Actions>();
    move |event| {
        if let (Some(actions), Some(path)) = (actions, asked(&event)) {
            event.prevent_default();
            actions.go.run(path);
        }
    }
}

/// The address that the form's fields ask for.
fn asked(event: &SubmitEvent) -> Option<String> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let fields = FormData::new_with_form(&form).ok()?;
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    let pairs = decode_pairs(&String::from(fields.to_string()));
    let pairs = pairs
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()));
    Some(address::list(&CandidacyQuery::parse_lenient(pairs)))
}
