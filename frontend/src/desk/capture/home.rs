//! The operator's home: what asks for attention first, then every candidacy.

use conoceles_shared::api::capture::{CandidacySummary, Home};
use conoceles_shared::lifecycle::State;
use conoceles_shared::text::fold;
use leptos::prelude::*;

use super::clock::{CaptureClock, deadline_text};
use super::receipts::AccountReceipt;
use super::state::candidacy_tag;
use crate::desk::access::Access;
use crate::desk::load::Loader;
use crate::desk::page::{Heading, Meter};
use crate::desk::photo::Thumbnail;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The candidacies of the operator's actor.
#[component]
pub fn HomePage() -> impl IntoView {
    let access = Access::here();
    let home = Loader::new(move || access.get::<Home>("/capture/home".to_owned()));
    home.show(|it| view! { <Loaded home=it/> })
}

#[component]
fn Loaded(home: Home) -> impl IntoView {
    let t = &texts().capture;
    let observed: Vec<_> = home
        .candidacies
        .iter()
        .filter(|it| it.state == State::Observed)
        .cloned()
        .collect();
    let count = observed.len();
    view! {
        <div class="wrap stack stack--l">
            <div class="page-head">
                <p class="folio">{format!("{} · {}", home.actor_name, home.election_name)}</p>
                <Heading text=t.mine/>
                <p><a href=Place::Bulk.href()>{texts().bulk.open}</a></p>
            </div>
            <div class="side">
                <div class="stack stack--l">
                    {(count > 0).then(|| view! {
                        <section class="stack stack--s" aria-labelledby="observadas">
                            <h2 id="observadas">
                                {t.to_answer}" "<span class="muted">{format!("({count})")}</span>
                            </h2>
                            <ul class="case-list">
                                {observed.iter().map(case).collect_view()}
                            </ul>
                        </section>
                    })}
                    <Everyone candidacies=home.candidacies/>
                </div>
                <aside class="stack" aria-label=t.period>
                    <CaptureClock period=home.capture now=home.now/>
                    <AccountReceipt/>
                </aside>
            </div>
        </div>
    }
}

#[component]
fn Everyone(candidacies: Vec<CandidacySummary>) -> impl IntoView {
    let t = &texts().capture;
    let wanted = RwSignal::new(String::new());
    let state = RwSignal::new(String::new());
    let all = StoredValue::new(candidacies);
    let shown = Memo::new(move |_| {
        let wanted = fold(&wanted.read());
        let state = state.read().parse::<State>().ok();
        all.with_value(|all| {
            all.iter()
                .filter(|it| state.is_none_or(|state| it.state == state))
                .filter(|it| fold(&format!("{} {}", it.name, it.territory_name)).contains(&wanted))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    view! {
        <section class="stack" aria-labelledby="todas">
            <h2 id="todas">
                {t.everyone}" "
                <span class="muted">{move || format!("({})", shown.read().len())}</span>
            </h2>
            <Filters wanted=wanted state=state/>
            <ul class="case-list">{move || shown.read().iter().map(case).collect_view()}</ul>
            <p role="status">{move || shown.read().is_empty().then_some(t.none_found)}</p>
        </section>
    }
}

#[component]
fn Filters(wanted: RwSignal<String>, state: RwSignal<String>) -> impl IntoView {
    let t = &texts().capture;
    view! {
        <form class="cluster" role="search" on:submit=|ev| ev.prevent_default()>
            <div class="field">
                <label class="small" for="buscar">{t.search}</label>
                <input
                    class="input input--m"
                    id="buscar"
                    type="search"
                    on:input=move |ev| wanted.set(event_target_value(&ev))
                />
            </div>
            <div class="field">
                <label class="small" for="estado">{t.state}</label>
                <select
                    class="select"
                    id="estado"
                    on:change=move |ev| state.set(event_target_value(&ev))
                >
                    <option value="">{t.any_state}</option>
                    {State::ALL
                        .iter()
                        .map(|it| view! { <option value=it.code()>{it.label()}</option> })
                        .collect_view()}
                </select>
            </div>
        </form>
    }
}

fn case(it: &CandidacySummary) -> impl IntoView + use<> {
    let t = &texts().capture;
    let place = Place::Tasks(it.id.clone());
    let photo = it
        .photo
        .as_ref()
        .map(|sha| format!("/capture/candidacies/{}/photo/{sha}", it.id));
    let detail = detail(it);
    let (class, action) = match it.state {
        State::Observed => ("btn btn--small", t.attend),
        State::Registered => ("btn btn--secondary btn--small", t.begin),
        State::InCapture => ("btn btn--secondary btn--small", t.go_on),
        _ => ("btn btn--secondary btn--small", t.see),
    };
    view! {
        <li>
            <Thumbnail path=photo/>
            <div>
                <h3 class="name">{it.name.clone()}</h3>
                <p class="small muted">
                    {format!("{} · {} · {}", it.office_label, it.territory_name, it.role_label)}
                </p>
            </div>
            <div class="case__state">
                {candidacy_tag(it.state)}
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
fn detail(it: &CandidacySummary) -> String {
    let t = &texts().capture;
    let names = |sections: &[conoceles_shared::questionnaire::Section]| {
        sections
            .iter()
            .map(|it| it.short_label())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut parts = Vec::new();
    match it.state {
        State::Observed => parts.push((t.observed)(&names(&it.observed))),
        State::Registered => parts.push(t.accept_to_begin.to_owned()),
        State::InCapture if it.missing.is_empty() => parts.push(t.ready_to_send.to_owned()),
        State::InCapture => parts.push((t.missing)(&names(&it.missing))),
        _ => {}
    }
    parts.extend(deadline_text(it.state, it.deadline));
    parts.join(" ")
}
