//! The candidacies of the election, each with a box to tick.

use conoceles_shared::api::admin::{Candidacy, CandidacyPage};
use conoceles_shared::api::listing::ElectionChoices;
use leptos::prelude::*;

use super::picked::Picked;
use crate::desk::access::Access;
use crate::desk::admin::candidacies::states;
use crate::desk::listing::{ListFilters, Pager, Sought};
use crate::desk::load::Loader;
use crate::desk::tags::candidacy_tag;
use crate::i18n::desk::texts;

/// The id of the heading of the list.
const LIST: &str = "lista";

#[component]
pub fn Picking(
    /// The path of the election's candidacies.
    path: String,
    /// What they may be narrowed to.
    choices: ElectionChoices,
    picked: Picked,
    /// Notified where candidacies have changed.
    changed: Trigger,
) -> impl IntoView {
    let access = Access::here();
    let sought = Sought::by_address();
    let path = StoredValue::new(path);
    let candidacies = Loader::new(move || {
        changed.track();
        let query = sought.now().to_query();
        access.get::<CandidacyPage>(format!("{}?{query}", path.get_value()))
    });
    view! {
        <ListFilters
            choices=vec![choices]
            states=states()
            flags=Vec::new()
            label=texts().lists.filter_candidacies
            sought=sought
        />
        {candidacies.show(move |it| view! { <PickingRows page=it picked=picked sought=sought/> })}
    }
}

#[component]
fn PickingRows(page: CandidacyPage, picked: Picked, sought: Sought) -> impl IntoView {
    let shown = page.data.len();
    let nothing =
        (shown == 0).then(|| view! { <p class="muted">{texts().lists.nothing_found}</p> });
    let rows = page.data.into_iter().map(|it| picking_row(it, picked));
    view! {
        <div class="stack">
            <h3 class="label" id=LIST tabindex="-1">{texts().admin.candidacies}</h3>
            {nothing}
            <ul class="tasks">{rows.collect_view()}</ul>
            <Pager sought=sought shown=shown total=page.total next=page.next_cursor heading=LIST/>
        </div>
    }
}

fn picking_row(candidacy: Candidacy, picked: Picked) -> impl IntoView {
    let registration = &candidacy.registration;
    let facts = format!(
        "{} · {} · {} · {}",
        registration.office.label(),
        candidacy.territory_name,
        registration.role_label(),
        candidacy.actor_name
    );
    let state = candidacy.state;
    let name = registration.full_name();
    let one = StoredValue::new(candidacy);
    // What has ended has no place to leave.
    let mark = if state.is_end() {
        view! { <span><span class="name">{name}</span><span class="hint">{facts}</span></span> }
            .into_any()
    } else {
        view! {
            <label class="check check--row">
                <input
                    type="checkbox"
                    prop:checked=move || one.with_value(|it| picked.has(&it.id))
                    on:change=move |ev| {
                        one.with_value(|it| picked.put(it, event_target_checked(&ev)));
                    }
                />
                <span><span class="name">{name}</span><span class="hint">{facts}</span></span>
            </label>
        }
        .into_any()
    };
    view! { <li>{mark}{candidacy_tag(state)}</li> }
}
