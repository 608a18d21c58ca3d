//! What was reviewed, to be found by name, actor, office or state: from here a section is paused.

use conoceles_shared::api::published::{PublishedItem, PublishedPage, PublishedSearch};
use conoceles_shared::api::query::encode;
use conoceles_shared::catalogues::Office;
use conoceles_shared::lifecycle::State;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::correction::correction_tag;
use crate::desk::access::Access;
use crate::desk::clock::publication_date;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading, Tag};
use crate::desk::place::Place;
use crate::desk::tags::{candidacy_tag, drill_tag};
use crate::i18n::desk::texts;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    words: String,
    office: String,
    state: String,
    page: usize,
}

impl Wanted {
    fn path(&self) -> String {
        let words = encode(self.words.trim());
        let only = |name: &str, code: &str| match code {
            "" => String::new(),
            code => format!("&{name}={code}"),
        };
        let (office, state) = (only("office", &self.office), only("state", &self.state));
        format!(
            "/review/published?page={}&q={words}{office}{state}",
            self.page
        )
    }
}

/// The list, its search and its pages.
#[component]
pub fn PublishedPageOfDesk() -> impl IntoView {
    let t = texts().review;
    let access = Access::here();
    let wanted = RwSignal::new(Wanted {
        words: String::new(),
        office: String::new(),
        state: String::new(),
        page: 1,
    });
    let found = Loader::new(move || access.get::<PublishedPage>(wanted.read().path()));
    view! {
        <div class="wrap">
            <Crumbs above=vec![(Place::Start, t.queue.to_owned())] here=t.published/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=t.published/>
                    <p>{t.published_lead}</p>
                </div>
                <Search wanted=wanted/>
                {found.show(move |it| view! { <Found page=it wanted=wanted/> })}
            </div>
        </div>
    }
}

#[component]
fn Search(wanted: RwSignal<Wanted>) -> impl IntoView {
    let t = texts().review;
    let words = RwSignal::new(String::new());
    let office = RwSignal::new(String::new());
    let state = RwSignal::new(String::new());
    let search = move |ev: SubmitEvent| {
        ev.prevent_default();
        wanted.set(Wanted {
            words: words.get_untracked(),
            office: office.get_untracked(),
            state: state.get_untracked(),
            page: 1,
        });
    };
    let offices = Office::ALL
        .iter()
        .map(|it| view! { <option value=it.code()>{it.label()}</option> })
        .collect_view();
    let states = PublishedSearch::STATES
        .into_iter()
        .map(|it| view! { <option value=it.code()>{it.label()}</option> })
        .collect_view();
    view! {
        <form class="cluster" role="search" on:submit=search>
            <div class="field">
                <label class="small" for="buscar">{t.search_published}</label>
                <input
                    class="input input--m"
                    id="buscar"
                    type="search"
                    maxlength="200"
                    on:input=move |ev| words.set(event_target_value(&ev))
                />
            </div>
            <div class="field">
                <label class="small" for="cargo">{t.office}</label>
                <select
                    class="select"
                    id="cargo"
                    on:change=move |ev| office.set(event_target_value(&ev))
                >
                    <option value="">{t.any_office}</option>
                    {offices}
                </select>
            </div>
            <div class="field">
                <label class="small" for="estado">{texts().lists.state}</label>
                <select
                    class="select"
                    id="estado"
                    on:change=move |ev| state.set(event_target_value(&ev))
                >
                    <option value="">{texts().lists.any_state}</option>
                    {states}
                </select>
            </div>
            <button class="btn btn--secondary">{t.search}</button>
        </form>
    }
}

#[component]
fn Found(page: PublishedPage, wanted: RwSignal<Wanted>) -> impl IntoView {
    let t = texts().review;
    let (at, pages) = (page.page, page.pages);
    let turn = move |to: usize, text: &'static str| {
        let go = move |_| wanted.update(|it| it.page = to);
        view! { <button type="button" class="btn btn--quiet" on:click=go>{text}</button> }
    };
    let rows = page.data.into_iter().map(published_row).collect_view();
    view! {
        <p role="status" class="small muted">{(t.published_found)(page.total, at, pages)}</p>
        <ul class="tasks">{rows}</ul>
        <div class="cluster">
            {(at > 1).then(|| turn(at - 1, t.previous_page))}
            {(at < pages).then(|| turn(at + 1, t.next_page))}
        </div>
    }
}

fn published_row(it: PublishedItem) -> impl IntoView {
    let t = texts().review;
    let place = Place::Review(it.id);
    let about = format!(
        "{} · {} · {} · {}",
        it.office_label, it.territory_name, it.actor_name, it.election_name
    );
    let paused: Vec<_> = it.paused.iter().map(|it| it.short_label()).collect();
    let paused = (!paused.is_empty()).then(|| {
        let text = (t.paused_sections)(&paused.join(", "));
        view! { <Tag class="tag tag--wait" icon=Icon::Pause text=text/> }
    });
    let waits = (it.state != State::Published).then(|| candidacy_tag(it.state));
    let held = (it.state == State::Approved).then(|| {
        let when = publication_date(it.publishes_at);
        view! { <span class="small">{when}</span> }
    });
    view! {
        <li>
            <span>
                <a class="name" href=place.href()>{it.name}</a>
                <span class="hint">{about}</span>
            </span>
            <span class="cluster">
                {waits}
                {drill_tag(it.drill)}
                {held}
                {paused}
                {it.correction.map(correction_tag)}
            </span>
        </li>
    }
}
