//! What is looked for in the audit; what is wrong in it is said at its field, by the server's own rule.

use conoceles_shared::api::List;
use conoceles_shared::api::admin::Election;
use conoceles_shared::api::audit::AuditSearch;
use conoceles_shared::api::query::encode;
use conoceles_shared::audit::{AuditAction, AuditArea};
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::FieldError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::dom;
use crate::desk::load::Loader;
use crate::i18n::desk::texts;

/// What each field holds, by the name of its parameter.
type Typed = StoredValue<Vec<(&'static str, String)>>;

/// The fields and the button; `wanted` changes once everything in them is right.
#[component]
pub fn AuditSearchForm(role: Role, wanted: RwSignal<AuditSearch>) -> impl IntoView {
    let t = texts().audit;
    let typed: Typed = StoredValue::new(Vec::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let search = move |ev: SubmitEvent| {
        ev.prevent_default();
        let query = typed.with_value(|all| {
            let pairs = all
                .iter()
                .map(|(name, value)| format!("{name}={}", encode(value)));
            pairs.collect::<Vec<_>>().join("&")
        });
        match AuditSearch::of_query(&query, AuditSearch::OF_LIST) {
            Ok(search) => {
                errors.set(Vec::new());
                wanted.set(search);
            }
            Err(found) => {
                let first = found.first().map(|it| format!("auditoria-{}", it.pointer));
                errors.set(found);
                if let Some(id) = first {
                    dom::focus(&id);
                }
            }
        }
    };
    let field = move |name, label, hint, kind| text_field(typed, errors, name, label, hint, kind);
    view! {
        <form class="cluster" role="search" aria-label=t.search on:submit=search novalidate>
            {field("who", t.who, Some(t.who_hint), "search")}
            <div class="field">
                <label class="small" for="auditoria-action">{t.what}</label>
                <select
                    class="select"
                    id="auditoria-action"
                    on:change=move |ev| note(typed, "action", event_target_value(&ev))
                >
                    <option value="">{t.anything}</option>
                    {actions_of(role)}
                </select>
            </div>
            {(role != Role::Technician).then(|| {
                field("candidacy", t.candidacy, Some(t.candidacy_hint), "search")
            })}
            {(role == Role::Admin).then(|| view! { <ElectionChoice typed=typed/> })}
            {field("from", t.from, None, "date")}
            {field("until", t.until, None, "date")}
            <button class="btn btn--secondary">{t.find}</button>
        </form>
    }
}

/// Keeps what a field holds.
fn note(typed: Typed, name: &'static str, value: String) {
    typed.update_value(|all| {
        all.retain(|(it, _)| *it != name);
        all.push((name, value));
    });
}

fn text_field(
    typed: Typed,
    errors: RwSignal<Vec<FieldError>>,
    name: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    kind: &'static str,
) -> impl IntoView {
    let id = format!("auditoria-{name}");
    let (hint_id, error_id) = (format!("{id}-ayuda"), format!("{id}-error"));
    let error = move || {
        let errors = errors.read();
        errors
            .iter()
            .find(|it| it.pointer == name)
            .map(|it| it.detail.clone())
    };
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let mut ids = Vec::new();
            ids.extend(hint.map(|_| hint_id.clone()));
            ids.extend(error().map(|_| error_id.clone()));
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <div class="field">
            <label class="small" for=id.clone()>{label}</label>
            {hint.map(|it| view! { <span class="hint" id=hint_id>{it}</span> })}
            <input
                class="input input--m"
                id=id
                type=kind
                maxlength="200"
                aria-describedby=described
                aria-invalid=move || error().map(|_| "true")
                on:input=move |ev| note(typed, name, event_target_value(&ev))
            />
            {move || error().map(|it| view! { <p class="error" id=error_id.clone()>{it}</p> })}
        </div>
    }
}

/// The actions that this role may read of, by what they are about.
fn actions_of(role: Role) -> impl IntoView {
    let groups = AuditArea::ALL.iter().filter_map(move |area| {
        let options: Vec<_> = AuditAction::read_by(role)
            .filter(|it| it.area() == *area)
            .map(|it| view! { <option value=it.code()>{it.label()}</option> })
            .collect();
        (!options.is_empty()).then(|| view! { <optgroup label=area.label()>{options}</optgroup> })
    });
    groups.collect_view()
}

/// The elections, for whoever may list them.
#[component]
fn ElectionChoice(typed: Typed) -> impl IntoView {
    let t = texts().audit;
    let access = Access::here();
    let all = Loader::new(move || access.get::<List<Election>>("/admin/elections".to_owned()));
    view! {
        <div class="field">
            <label class="small" for="auditoria-election">{t.election}</label>
            <select
                class="select"
                id="auditoria-election"
                on:change=move |ev| note(typed, "election", event_target_value(&ev))
            >
                <option value="">{t.any_election}</option>
                {all.show(|it| {
                    it.data
                        .into_iter()
                        .map(|it| view! { <option value=it.id.to_string()>{it.setup.name}</option> })
                        .collect_view()
                })}
            </select>
        </div>
    }
}
