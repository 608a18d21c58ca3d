//! The operator's home: what asks for attention first, then every candidacy.

mod finding;
mod represented;

use conoceles_shared::api::capture::{CandidacySummary, Home};
use conoceles_shared::lifecycle::State;
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;

use super::deadlines::{DeadlineClock, clocks_of, deadline_text};
use super::offline::{unsent, unsent_tag};
use super::seat::seat_lines;
use crate::desk::access::Access;
use crate::desk::clock::publication_date;
use crate::desk::load::Loader;
use crate::desk::notices::LatestNotices;
use crate::desk::page::{Heading, Meter};
use crate::desk::photo::Thumbnail;
use crate::desk::place::Place;
use crate::desk::receipts::AccountReceipt;
use crate::desk::tags::candidacy_tag;
use crate::i18n::desk::texts;
use finding::{Findable, Group, Pending, Wanted, by_section, by_state, percent};
use represented::WorksFor;

/// The candidacies of the operator's actor.
#[component]
pub fn HomePage() -> impl IntoView {
    let access = Access::here();
    let home = Loader::new(move || access.get::<Home>("/capture/home".to_owned()));
    view! {
        <WorksFor/>
        {home.show(|it| view! { <HomeOfActor home=it/> })}
    }
}

#[component]
fn HomeOfActor(home: Home) -> impl IntoView {
    let t = texts().capture;
    let now = home.now;
    let clocks = clocks_of(&home.candidacies, home.capture);
    let clocks = clocks
        .into_iter()
        .map(|it| view! { <DeadlineClock clock=it now=now/> });
    view! {
        <div class="wrap stack stack--l">
            <div class="page-head">
                <p class="folio">{format!("{} · {}", home.actor_name, home.election_name)}</p>
                <Heading text=t.mine/>
                <WaysForMany/>
            </div>
            <div class="side">
                <Everyone candidacies=home.candidacies/>
                <aside class="stack" aria-label=t.deadlines>
                    {clocks.collect_view()}
                    <LatestNotices/>
                    <AccountReceipt/>
                </aside>
            </div>
        </div>
    }
}

/// What is done for many candidacies at once.
#[component]
fn WaysForMany() -> impl IntoView {
    let t = texts().many;
    let ways = [
        (Place::ManyConsents, t.consents),
        (Place::Bulk, texts().bulk.open),
        (Place::ManyPhotos, texts().many_photos.open),
        (Place::ManySubmissions, t.submissions),
    ];
    let ways = ways.map(|(place, label)| {
        view! { <li><a class="way" href=place.href()>{label}</a></li> }
    });
    view! {
        <nav aria-label=t.ways>
            <ul class="cluster plain-list">{ways.into_iter().collect_view()}</ul>
        </nav>
    }
}

#[component]
fn Everyone(candidacies: Vec<CandidacySummary>) -> impl IntoView {
    let t = texts().capture;
    let f = texts().finding;
    if candidacies.is_empty() {
        return view! { <p>{f.none}</p> }.into_any();
    }
    let wanted = RwSignal::new(Wanted::default());
    let totals = totals(&candidacies);
    let lacking = by_section(&candidacies);
    let states = by_state(&candidacies);
    let total = candidacies.len();
    let all: Vec<Findable> = candidacies.into_iter().map(Findable::from).collect();
    let shown = Memo::new(move |_| wanted.read().among(&all));
    let status = move || match shown.read().len() {
        0 => t.none_found.to_owned(),
        n => (f.shown)(n, total),
    };
    view! {
        <section class="stack" aria-labelledby="todas">
            <h2 id="todas">{t.everyone}" "<span class="muted">{format!("({total})")}</span></h2>
            {totals}
            {(total > 1).then(|| view! {
                <Filters wanted=wanted states=states lacking=lacking/>
                <p class="small muted" role="status">{status}</p>
            })}
            <Listed group=Group::Observed id="observadas" title=t.to_answer among=shown/>
            <Listed group=Group::Correcting id="por-corregir" title=f.correcting among=shown/>
            <Listed group=Group::Unfinished id="por-terminar" title=f.unfinished among=shown/>
            <Listed group=Group::Rest id="las-demas" title=f.rest among=shown/>
        </section>
    }
    .into_any()
}

/// A group of those that are asked for; nothing of none.
#[component]
fn Listed(
    group: Group,
    id: &'static str,
    title: &'static str,
    among: Memo<Vec<CandidacySummary>>,
) -> impl IntoView {
    let own = Memo::new(move |_| among.with(|all| group.among(all)));
    let count = move || format!("({})", own.read().len());
    view! {
        <Show when=move || !own.read().is_empty()>
            <section class="stack stack--s" aria-labelledby=id>
                <h3 id=id>{title}" "<span class="muted">{count}</span></h3>
                <ul class="case-list">
                    // A row that stays keeps its picture, which would be fetched again.
                    <For each=move || own.get() key=|it| it.id.clone() children=|it| case(&it)/>
                </ul>
            </section>
        </Show>
    }
}

/// «21 publicadas · 9 en revisión», and how much of everything is complete.
fn totals(all: &[CandidacySummary]) -> impl IntoView + use<> {
    let t = texts().finding;
    let states = by_state(all).into_iter().map(|(state, n)| {
        view! { <li>{candidacy_tag(state)}" "<b>{n.to_string()}</b></li> }
    });
    let complete = all.iter().filter(|it| it.missing.is_empty()).count();
    let percent = percent(all);
    view! {
        <div class="stack stack--s">
            <ul class="cluster" aria-label=t.totals>{states.collect_view()}</ul>
            <p class="small">{(t.complete)(complete, all.len())}</p>
            <Meter percent=percent label=(t.total_percent)(percent)/>
        </div>
    }
}

#[component]
fn Filters(
    wanted: RwSignal<Wanted>,
    states: Vec<(State, usize)>,
    lacking: Vec<(Section, usize)>,
) -> impl IntoView {
    let t = texts().capture;
    let f = texts().finding;
    let states = states.into_iter().map(|(it, n)| {
        view! { <option value=it.code()>{(f.section)(it.label(), n)}</option> }
    });
    let sections = lacking.into_iter().map(|(it, n)| {
        view! { <option value=it.code()>{(f.section)(it.short_label(), n)}</option> }
    });
    view! {
        <form class="cluster" role="search" on:submit=|ev| ev.prevent_default()>
            <div class="field">
                <label class="small" for="buscar">{t.search}</label>
                <input
                    class="input input--m"
                    id="buscar"
                    type="search"
                    on:input=move |ev| wanted.update(|it| it.words = event_target_value(&ev))
                />
            </div>
            <div class="field">
                <label class="small" for="estado">{t.state}</label>
                <select
                    class="select"
                    id="estado"
                    on:change=move |ev| {
                        wanted.update(|it| it.state = event_target_value(&ev).parse().ok());
                    }
                >
                    <option value="">{t.any_state}</option>
                    {states.collect_view()}
                </select>
            </div>
            <div class="field">
                <label class="small" for="pendiente">{f.pending}</label>
                <select
                    class="select"
                    id="pendiente"
                    on:change=move |ev| {
                        let code = event_target_value(&ev);
                        wanted.update(|it| it.pending = Pending::from_code(&code));
                    }
                >
                    <option value="">{f.pending_any}</option>
                    <option value="missing">{f.pending_missing}</option>
                    <option value="observed">{f.pending_observed}</option>
                    <optgroup label=f.pending_section>{sections.collect_view()}</optgroup>
                </select>
            </div>
        </form>
    }
}

fn case(it: &CandidacySummary) -> impl IntoView + use<> {
    let t = texts().capture;
    let place = Place::Tasks(it.id.clone());
    let photo = it
        .photo
        .as_ref()
        .map(|sha| format!("/capture/candidacies/{}/photo/{sha}", it.id));
    let detail = next_step_text(it);
    let is_unsent = !unsent(&it.id).is_empty();
    let (class, action) = match it.state {
        _ if it.standstill.is_some() => ("btn btn--secondary btn--small", t.see),
        State::Observed => ("btn btn--small", t.attend),
        State::Published if it.deadline.is_some() && it.opens.is_none() => {
            ("btn btn--small", t.attend)
        }
        State::Registered => ("btn btn--secondary btn--small", t.begin),
        State::InCapture => ("btn btn--secondary btn--small", t.go_on),
        _ => ("btn btn--secondary btn--small", t.see),
    };
    view! {
        <li>
            <Thumbnail path=photo/>
            <div>
                <h4 class="name">{it.name.clone()}</h4>
                <p class="small muted">
                    {format!("{} · {} · {}", it.office_label, it.territory_name, it.role_label)}
                </p>
                {seat_lines(&it.seat)}
            </div>
            <div class="case__state">
                {candidacy_tag(it.state)}
                {is_unsent.then(unsent_tag)}
                <span class="small">{detail}</span>
                <Meter percent=it.percent label=(t.percent)(it.percent)/>
            </div>
            <a class=class href=place.href()>
                {action}<span class="hidden-visually">{format!(" {}", it.name)}</span>
            </a>
        </li>
    }
}

/// What to do next with a candidacy, in a sentence.
fn next_step_text(it: &CandidacySummary) -> String {
    let t = texts().capture;
    if it.standstill.is_some() {
        return t.stopped_short.to_owned();
    }
    let names = |sections: &[Section]| {
        sections
            .iter()
            .map(|it| it.short_label())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut parts = Vec::new();
    match it.state {
        State::Observed if it.observed.is_empty() => {
            parts.push(texts().finding.answered.to_owned());
        }
        State::Observed => parts.push((t.observed)(&names(&it.observed))),
        State::Registered => parts.push(t.accept_to_begin.to_owned()),
        State::InCapture if it.missing.is_empty() => parts.push(t.ready_to_send.to_owned()),
        State::InCapture => parts.push((t.missing)(&names(&it.missing))),
        _ => {}
    }
    parts.extend(deadline_text(it.state, it.opens, it.deadline));
    parts.extend((it.state == State::Approved).then(|| publication_date(it.publishes_at)));
    parts.join(" ")
}
