//! Who takes each place that was left: filled in for as many as are known, registered at once.

use conoceles_shared::api::admin::{PlaceLeft, RegisteredSubstitutes};
use conoceles_shared::problem::FieldError;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::typed::{SUBSTITUTES_ON, told_at_places, typed_substitutes, under};
use crate::desk::access::Access;
use crate::desk::admin::candidacies::{PersonFields, PrivateFields, candidacy_fields};
use crate::desk::client::Method;
use crate::desk::form::request::{self, refusal};
use crate::desk::form::{Form, Kind, Labels, RequestForm, TextField, text_at};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

#[component]
pub fn SubstitutesForm(
    path: StoredValue<String>,
    places: Vec<PlaceLeft>,
    /// The day of the acuerdo that was typed before.
    acuerdo_on: RwSignal<String>,
    done: Callback<()>,
) -> impl IntoView {
    let t = texts().substitutions;
    if places.is_empty() {
        return view! { <p class="muted">{t.no_places}</p> }.into_any();
    }
    let access = Access::here();
    let visit = Visit::here();
    let places = StoredValue::new(places);
    let filled = RwSignal::new(Vec::<usize>::new());
    let send = move |value: Value| async move {
        let at = filled.get_untracked();
        if at.is_empty() {
            let nobody = FieldError::new(under(0), "required", t.nobody_filled);
            return Err(refusal(vec![nobody]));
        }
        let day = text_at(&value, SUBSTITUTES_ON).to_owned();
        let request = places.with_value(|all| typed_substitutes(&value, all, &at, &day))?;
        let path = format!("{}/substitutes", path.get_value());
        let made: RegisteredSubstitutes = access
            .send(Method::Post, path, &request)
            .await
            .map_err(|why| told_at_places(why, &at))?;
        visit.say((t.registered)(made.data.len()));
        done.run(());
        Ok(())
    };
    let start = json!({ "substitutes_on": acuerdo_on.get_untracked() });
    let count = places.with_value(Vec::len);
    let rows = (0..count).map(move |at| view! { <PlaceToFill at=at places=places filled=filled/> });
    view! {
        <p class="measure">{t.places_lead}</p>
        <RequestForm start=start button=t.register send=send required=required_of(count)>
            <TextField
                pointer=SUBSTITUTES_ON
                label=texts().admin.acuerdo_on
                kind=Kind::Date
                hint=texts().admin.acuerdo_on_hint
            />
            {rows.collect_view()}
        </RequestForm>
    }
    .into_any()
}

/// The fields of each place that cannot be left blank.
fn required_of(count: usize) -> Vec<String> {
    let fields = request::required(&candidacy_fields());
    let of_place = |at: usize| fields.iter().map(move |it| format!("{}{it}", under(at)));
    (0..count).flat_map(of_place).collect()
}

/// A place with the box that opens the fields of who takes it.
#[component]
fn PlaceToFill(
    at: usize,
    places: StoredValue<Vec<PlaceLeft>>,
    filled: RwSignal<Vec<usize>>,
) -> impl IntoView {
    let t = texts().substitutions;
    let form = Form::here();
    let labels = Labels::of(form, &under(at), false);
    let error = labels.error;
    let about = places.with_value(|all| all.get(at).map(place_words).unwrap_or_default());
    let is_filled = move || filled.read().contains(&at);
    let tick = move |ev| {
        let on = event_target_checked(&ev);
        filled.update(|all| {
            all.retain(|it| *it != at);
            if on {
                all.push(at);
                all.sort_unstable();
            }
        });
    };
    view! {
        <div class="panel stack">
            <div class=labels.field_class()>
                <label class="check check--row" for=labels.id.clone()>
                    <input
                        type="checkbox"
                        id=labels.id.clone()
                        aria-describedby=labels.described_by(None)
                        aria-invalid=labels.invalid()
                        prop:checked=is_filled
                        on:change=tick
                    />
                    <span>{about.clone()}</span>
                </label>
                {
                    let id = labels.error_id();
                    move || error.get().map(|text| view! {
                        <p class="error" id=id.clone()>
                            <span class="hidden-visually">{texts().form.error_prefix}</span>
                            {text}
                        </p>
                    })
                }
            </div>
            <Show when=is_filled>
                <fieldset class="stack">
                    <legend class="label">{(t.takes_place)(&about)}</legend>
                    <PersonFields under=under(at)/>
                    <PrivateFields hint=texts().admin.private_hint under=under(at)/>
                </fieldset>
            </Show>
        </div>
    }
}

/// Who left the place, and which it is.
fn place_words(it: &PlaceLeft) -> String {
    let of = &it.registration;
    let position = of.list_position.map(|it| (texts().admin.place_in_list)(it));
    format!(
        "{} · {}, {}{} · {} · {}",
        of.full_name(),
        of.office.label(),
        it.territory_name,
        position.unwrap_or_default(),
        of.role_label(),
        it.actor_name
    )
}
