//! The lines of the queue, and what can be done with each.

use conoceles_shared::api::review::{Desk, QueueItem};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::CorrectionState;
use conoceles_shared::time::{
    Instant, deadline_in_list, end_of_day, local_date, moment_in_list, spanish_date,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::correction::correction_tag;
use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::clock::{hour_in_list, publication_date};
use crate::desk::icon::Icon;
use crate::desk::listing::zone_of_list;
use crate::desk::page::{Tag, way};
use crate::desk::place::Place;
use crate::desk::tags::{candidacy_tag, drill_tag};
use crate::i18n::desk::texts;

/// The table. On a phone its rows are stacked, and the browser no longer takes them for a table: the
/// roles say that it is one.
#[component]
pub fn QueueTable(
    items: Vec<QueueItem>,
    now: Instant,
    message: RwSignal<Option<String>>,
    /// The id of its heading.
    heading: &'static str,
) -> impl IntoView {
    let t = texts().review;
    let rows = items
        .into_iter()
        .map(|it| view! { <QueueRow item=it now=now message=message/> })
        .collect_view();
    view! {
        {zone_of_list()}
        <div class="scroll" tabindex="0" role="region" aria-labelledby=heading>
            <table class="table table--stack" role="table" aria-labelledby=heading>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t.col_candidacy}</th>
                        <th scope="col" role="columnheader">{t.col_due}</th>
                        <th scope="col" role="columnheader">{t.col_office}</th>
                        <th scope="col" role="columnheader">{t.col_received}</th>
                        <th scope="col" role="columnheader">{texts().queue.col_flags}</th>
                        <th scope="col" role="columnheader">{t.col_state}</th>
                        <th scope="col" role="columnheader">{t.col_action}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}

/// What is approved and waits for its date: nobody has to do anything.
#[component]
pub fn Held(items: Vec<QueueItem>) -> impl IntoView {
    let some = !items.is_empty();
    let rows = items
        .into_iter()
        .map(|it| {
            let when = publication_date(it.publishes_at);
            let about = format!("{} · {}. {when}", it.office_label, it.territory_name);
            view! {
                <li>
                    <span>
                        <a class="name" href=Place::Review(it.id).href()>{it.name}</a>
                        <span class="hint">{about}</span>
                    </span>
                    {drill_tag(it.drill)}
                    {candidacy_tag(it.state)}
                </li>
            }
        })
        .collect_view();
    some.then(|| {
        view! {
            <section class="stack" aria-labelledby="por-publicarse">
                <h2 id="por-publicarse">{texts().review.held}</h2>
                <ul class="tasks">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn QueueRow(item: QueueItem, now: Instant, message: RwSignal<Option<String>>) -> impl IntoView {
    let t = texts().review;
    let place = Place::Review(item.id.clone());
    let flags = item.flags.iter();
    let flags = flags
        .map(|it| view! { <li>{it.label()}</li> })
        .collect_view();
    let flagged = !item.flags.is_empty();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a class="name" href=place.href()>{item.name.clone()}</a>
                <br/>
                <span class="small muted">{item.actor_name.clone()}</span>
                {drill_tag(item.drill)}
            </th>
            <td role="cell" data-label=t.col_due>{item.due.map(|it| due_tag(it, now))}</td>
            <td role="cell" data-label=t.col_office>{format!("{} · {}", item.office_label, item.territory_name)}</td>
            <td role="cell" data-label=t.col_received>{item.waiting_since.map(moment_in_list)}</td>
            <td role="cell" data-label=texts().queue.col_flags>
                {flagged.then(|| view! { <ul class="plain-list small">{flags}</ul> })}
            </td>
            <td role="cell" data-label=t.col_state>
                {match item.correction {
                    Some(it) => correction_tag(it).into_any(),
                    None => candidacy_tag(item.state).into_any(),
                }}
            </td>
            <td role="cell"><QueueAction item=item message=message/></td>
        </tr>
    }
}

/// When it is due; late work says so.
fn due_tag(due: Instant, now: Instant) -> impl IntoView {
    let t = texts().review;
    let days = local_date(due) - local_date(now);
    let day = spanish_date(local_date(due));
    // A term in hours ends at its moment, one in days with its day.
    let in_hours = due != end_of_day(local_date(due));
    match days.num_days() {
        late if late < 0 => {
            view! { <Tag class="tag tag--late" icon=Icon::Warning text=(t.late)(-late)/> }
        }
        0 if now > due => {
            view! { <Tag class="tag tag--late" icon=Icon::Warning text=(t.late_today)(&hour_in_list(due))/> }
        }
        0 if in_hours => {
            view! { <Tag class="tag tag--act" icon=Icon::Clock text=(t.due_today_at)(&hour_in_list(due))/> }
        }
        0 => view! { <Tag class="tag tag--act" icon=Icon::Clock text=t.due_today.to_owned()/> },
        _ if in_hours => {
            view! { <Tag class="tag" icon=Icon::Clock text=(t.due_on)(&deadline_in_list(due))/> }
        }
        _ => view! { <Tag class="tag" icon=Icon::Clock text=(t.due_on)(&day)/> },
    }
}

/// What can be done with it: to go on, to take it, or why neither.
#[component]
pub fn QueueAction(item: QueueItem, message: RwSignal<Option<String>>) -> impl IntoView {
    let t = texts().review;
    let hidden = format!(" {}", item.name);
    if item.mine {
        let place = Place::Review(item.id);
        return view! {
            <a class="btn btn--small" href=place.href()>
                {t.go_on}<span class="hidden-visually">{hidden}</span>
            </a>
        }
        .into_any();
    }
    if item.correction == Some(CorrectionState::Requested) {
        let place = Place::Review(item.id);
        return view! {
            <a class="btn btn--secondary btn--small" href=place.href()>
                {texts().corrections.see_request}<span class="hidden-visually">{hidden}</span>
            </a>
        }
        .into_any();
    }
    let why = item
        .refusal
        .or_else(|| item.claimed_by.map(|who| (t.held_by)(&who)));
    if let Some(why) = why {
        return view! { <p class="small muted">{why}</p> }.into_any();
    }
    let claim = claim_action(item.id, message);
    view! {
        <button
            type="button"
            class="btn btn--secondary btn--small"
            on:click=move |_| claim.run(())
        >
            {t.claim}<span class="hidden-visually">{hidden}</span>
        </button>
    }
    .into_any()
}

/// Claims a candidacy and opens it.
fn claim_action(id: CandidacyId, message: RwSignal<Option<String>>) -> Callback<()> {
    let access = Access::here();
    let go = way();
    let id = StoredValue::new(id);
    Callback::new(move |()| {
        spawn_local(async move {
            let id = id.get_value();
            let path = format!("/review/candidacies/{id}/claim");
            match access.send::<_, Desk>(Method::Post, path, &json!({})).await {
                Ok(_) => {
                    go.run(Place::Review(id));
                }
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    })
}
