//! What waits for review: how much of which age, what one holds, what returns, and the line.

use conoceles_shared::api::List;
use conoceles_shared::api::listing::{CandidacySearch, ElectionChoices, QueuePage, TurnWanted};
use conoceles_shared::lifecycle::{QueueFlag, State, WaitsFor};
use leptos::prelude::*;

use super::ages::{Ages, own_turns};
use super::next::TakeNext;
use super::papers::Stopped;
use super::queue_rows::{Held, QueueTable};
use crate::desk::access::Access;
use crate::desk::client::Failure;
use crate::desk::clock::now;
use crate::desk::form::{Choice, Summary};
use crate::desk::icon::Icon;
use crate::desk::listing::{ListFilters, Pager, Sought};
use crate::desk::load::Loader;
use crate::desk::page::Heading;
use crate::i18n::desk::texts;

/// The id of the heading of the line.
const LINE: &str = "cola";

/// What the page shows: the page of the line, and what is one's own of all of it.
#[derive(Debug, Clone)]
struct Loaded {
    page: QueuePage,
    mine: QueuePage,
    returning: QueuePage,
}

async fn loaded(access: Access, search: CandidacySearch) -> Result<Loaded, Failure> {
    let own = |turn| CandidacySearch {
        turn: Some(turn),
        limit: 20,
        ..CandidacySearch::default()
    };
    let path = |search: &CandidacySearch| format!("/review/queue?{}", search.to_query());
    Ok(Loaded {
        page: access.get(path(&search)).await?,
        mine: access.get(path(&own(TurnWanted::Mine))).await?,
        returning: access.get(path(&own(TurnWanted::Returning))).await?,
    })
}

#[component]
pub fn ReviewQueuePage() -> impl IntoView {
    let access = Access::here();
    let sought = Sought::by_address();
    let queue = Loader::new(move || loaded(access, sought.now()));
    let choices =
        Loader::new(move || access.get::<List<ElectionChoices>>("/review/choices".to_owned()));
    let message = RwSignal::new(None);
    view! {
        <div class="wrap stack stack--l">
            <div class="page-head split">
                <Heading text=texts().review.queue/>
                <TakeNext sought=sought message=message/>
            </div>
            <Summary message=message.into()/>
            {choices.show(move |it| view! {
                <ListFilters
                    choices=it.data
                    states=states()
                    flags=flags()
                    label=texts().queue.filter_queue
                    sought=sought
                />
            })}
            {queue.show(move |it| view! { <Line loaded=it sought=sought message=message/> })}
            <Stopped/>
        </div>
    }
}

#[component]
fn Line(loaded: Loaded, sought: Sought, message: RwSignal<Option<String>>) -> impl IntoView {
    let Loaded {
        page,
        mine,
        returning,
    } = loaded;
    let counts = page.counts;
    let at = now();
    let (held, items): (Vec<_>, Vec<_>) = page
        .data
        .into_iter()
        .partition(|it| it.state == State::Approved);
    let shown = items.len() + held.len();
    let narrowed = sought.untracked().is_narrowed();
    let waits = !items.is_empty();
    view! {
        <Ages counts=counts sought=sought/>
        {own_turns(mine.data, returning.data, message)}
        <div class="stack">
            <h2 class="label" id=LINE tabindex="-1">{(texts().queue.waiting)(counts.waiting)}</h2>
            {waits.then(|| view! { <QueueTable items=items now=at message=message heading=LINE/> })}
            {(!waits && held.is_empty()).then(|| view! { <Empty narrowed=narrowed/> })}
            {waits.then(|| view! { <p class="hint">{texts().review.queue_hint}</p> })}
            <Held items=held/>
            <Pager
                sought=sought
                shown=shown
                total=counts.waiting + counts.held
                next=page.next_cursor
                heading=LINE
            />
        </div>
    }
}

/// What it says where nothing is shown: that nobody waits, or that nothing is found.
#[component]
fn Empty(narrowed: bool) -> impl IntoView {
    let text = if narrowed {
        texts().lists.nothing_found
    } else {
        texts().review.empty_queue
    };
    view! { <div class="notice notice--plain">{Icon::Info.drawn()}<p>{text}</p></div> }
}

/// What of the queue has a state of its own, and what waits as a correction or for its date.
fn states() -> Vec<Choice> {
    let reviewed = [State::Submitted, State::Resubmitted, State::InReview];
    let reviewed = reviewed.map(|it| Choice::new(it.code(), it.label()));
    let others = [
        WaitsFor::CorrectionRequest,
        WaitsFor::CorrectionReview,
        WaitsFor::Publication,
    ];
    let others = others.map(|it| Choice::new(it.code(), it.label()));
    reviewed.into_iter().chain(others).collect()
}

fn flags() -> Vec<Choice> {
    let all = QueueFlag::ALL.iter();
    all.map(|it| Choice::new(it.code(), it.label())).collect()
}
