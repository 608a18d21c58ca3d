//! How much waits, by age, and what is one's own of it.

use conoceles_shared::api::listing::{QueueCounts, TurnWanted};
use conoceles_shared::api::review::QueueItem;
use conoceles_shared::lifecycle::WaitingAge;
use leptos::prelude::*;

use super::queue_rows::QueueAction;
use crate::desk::clock::time_of_day;
use crate::desk::listing::Sought;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// Each count is a way to what it counts; pressed again, back to all.
#[component]
pub fn Ages(counts: QueueCounts, sought: Sought) -> impl IntoView {
    let t = texts().queue;
    let search = sought.untracked();
    let aged = |age: WaitingAge, count: u32| {
        let on = search.age == Some(age);
        let press = move || sought.narrow(|it| it.age = if on { None } else { Some(age) });
        tile(count, age.label(), on, press)
    };
    let turned = |turn: TurnWanted, count: u32, label: &'static str| {
        let on = search.turn == Some(turn);
        let press = move || sought.narrow(|it| it.turn = if on { None } else { Some(turn) });
        tile(count, label, on, press)
    };
    view! {
        <div class="grid four" role="group" aria-label=t.ages>
            {aged(WaitingAge::Overdue, counts.overdue)}
            {aged(WaitingAge::Today, counts.today)}
            {aged(WaitingAge::Soon, counts.soon)}
            {aged(WaitingAge::Later, counts.later)}
            {aged(WaitingAge::New, counts.new)}
            {turned(TurnWanted::Second, counts.second, t.second)}
        </div>
    }
}

fn tile(count: u32, label: &'static str, on: bool, press: impl Fn() + 'static) -> impl IntoView {
    let number = (texts().queue.number)(count);
    view! {
        <button
            type="button"
            class="stat stat--press"
            aria-pressed=on.to_string()
            on:click=move |_| press()
        >
            <b>{number}</b>
            " "
            <span>{label}</span>
        </button>
    }
}

/// What one holds, and what returns, before the line.
pub fn own_turns(
    mine: Vec<QueueItem>,
    returning: Vec<QueueItem>,
    message: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = texts().queue;
    view! {
        <OwnTurns id="mias" title=t.mine lead="" items=mine message=message/>
        <OwnTurns id="regresan" title=t.returning lead=t.returning_lead items=returning message=message/>
    }
}

#[component]
fn OwnTurns(
    id: &'static str,
    title: &'static str,
    /// What is said of all of them; may be empty.
    lead: &'static str,
    items: Vec<QueueItem>,
    message: RwSignal<Option<String>>,
) -> impl IntoView {
    let some = !items.is_empty();
    let rows = items
        .into_iter()
        .map(|it| view! { <OwnTurn item=it message=message/> })
        .collect_view();
    some.then(|| {
        view! {
            <section class="stack stack--s" aria-labelledby=id>
                <h2 class="label" id=id>{title}</h2>
                {(!lead.is_empty()).then(|| view! { <p class="small muted">{lead}</p> })}
                <ul class="tasks plain-tasks">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn OwnTurn(item: QueueItem, message: RwSignal<Option<String>>) -> impl IntoView {
    let place = Place::Review(item.id.clone());
    let until = item.claim_expires.filter(|_| item.mine);
    let about = match until {
        Some(at) => (texts().queue.mine_until)(&time_of_day(at)),
        None => format!("{} · {}", item.office_label, item.territory_name),
    };
    view! {
        <li>
            <span>
                <a class="name" href=place.href()>{item.name.clone()}</a>
                <span class="hint">{about}</span>
            </span>
            <QueueAction item=item message=message/>
        </li>
    }
}
