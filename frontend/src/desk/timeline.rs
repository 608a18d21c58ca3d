//! The history of a candidacy: one timeline, as the server tells it to the reader's role.

use conoceles_shared::api::history::{
    CandidacyHistory, HistoryEntry, HistoryKind, HistoryKindCount,
};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::moment_in_list;
use leptos::prelude::*;

use super::access::Access;
use super::listing::zone_of_list;
use super::load::Loader;
use super::page::{Crumbs, Drill, Heading};
use super::place::Place;
use crate::i18n::desk::texts;

/// The way to a candidacy's history; `whose`, where several stand in a list.
pub fn see_history(id: &CandidacyId, whose: Option<&str>) -> impl IntoView + use<> {
    let whose = whose.map(|it| (texts().desk_tools.about)(it));
    view! {
        <p class="small">
            <a href=Place::History(id.clone()).href()>
                {texts().timeline.see}
                {whose.map(|it| view! { <span class="hidden-visually">{it}</span> })}
            </a>
        </p>
    }
}

/// Where the history is read, for a role.
fn base_for(role: Role, id: &CandidacyId) -> String {
    let desk = match role {
        Role::Operator => "capture",
        Role::Validator => "review",
        Role::Admin | Role::Observer | Role::Technician => "admin",
    };
    format!("/{desk}/candidacies/{id}/history")
}

/// The pages above it, for a role.
fn places_above(role: Role, id: CandidacyId, name: &str) -> Vec<(Place, String)> {
    let t = texts().shell;
    match role {
        Role::Operator => vec![
            (Place::Start, t.nav_mine.to_owned()),
            (Place::Tasks(id), name.to_owned()),
        ],
        Role::Validator => vec![
            (Place::Start, t.nav_queue.to_owned()),
            (Place::Review(id), name.to_owned()),
        ],
        Role::Admin | Role::Observer | Role::Technician => {
            vec![(Place::Start, t.nav_elections.to_owned())]
        }
    }
}

/// What is asked for: a kind, and a page of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Asked {
    kind: Option<HistoryKind>,
    page: usize,
}

impl Asked {
    fn query(self) -> String {
        let kind = self.kind.map(|it| format!("&kind={it}"));
        format!("?page={}{}", self.page, kind.unwrap_or_default())
    }
}

/// The timeline of a candidacy, with its filter and its pages.
#[component]
pub fn HistoryPage(role: Role, id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let asked = RwSignal::new(Asked {
        kind: None,
        page: 1,
    });
    let found = Loader::new(move || {
        let path = format!("{}{}", base_for(role, &id), asked.get().query());
        access.get::<CandidacyHistory>(path)
    });
    found.show(move |it| view! { <Told role=role history=it asked=asked/> })
}

#[component]
fn Told(role: Role, history: CandidacyHistory, asked: RwSignal<Asked>) -> impl IntoView {
    let t = texts().timeline;
    Drill::here().set(history.drill);
    let (page, pages, total) = (history.page, history.pages, history.total);
    let above = places_above(role, history.id, &history.name);
    let turn = move |to: usize, text: &'static str| {
        let go = move |_| asked.update(|it| it.page = to);
        view! { <button type="button" class="btn btn--quiet" on:click=go>{text}</button> }
    };
    let entries = history.data.into_iter().map(entry).collect_view();
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=above here=t.title/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=(t.title_of)(&history.name)/>
                    <p class="small muted">{history.actor_name}</p>
                </div>
                <Filter kinds=history.kinds asked=asked/>
                <p role="status" class="small muted">{(t.found)(total, page, pages)}</p>
                {if total == 0 {
                    view! { <p class="muted">{t.empty}</p> }.into_any()
                } else {
                    view! {
                        {zone_of_list()}
                        <ol class="trail plain-list">{entries}</ol>
                    }
                    .into_any()
                }}
                <div class="cluster">
                    {(page > 1).then(|| turn(page - 1, texts().review.previous_page))}
                    {(page < pages).then(|| turn(page + 1, texts().review.next_page))}
                </div>
            </div>
        </div>
    }
}

#[component]
fn Filter(kinds: Vec<HistoryKindCount>, asked: RwSignal<Asked>) -> impl IntoView {
    let t = texts().timeline;
    let all = kinds.iter().map(|it| it.count).sum();
    let now = asked.get_untracked().kind;
    let options = kinds
        .into_iter()
        .map(|it| {
            view! {
                <option value=it.kind.code() selected=now == Some(it.kind)>
                    {(t.kind)(it.kind.label(), it.count)}
                </option>
            }
        })
        .collect_view();
    let change = move |ev| {
        asked.set(Asked {
            kind: event_target_value(&ev).parse().ok(),
            page: 1,
        });
    };
    view! {
        <div class="field">
            <label class="label" for="tipo">{t.filter}</label>
            <select class="select input--m" id="tipo" on:change=change>
                <option value="" selected=now.is_none()>{(t.all)(all)}</option>
                {options}
            </select>
        </div>
    }
}

fn entry(it: HistoryEntry) -> impl IntoView {
    let t = texts().timeline;
    let about = match (it.section, it.version) {
        (Some(section), Some(version)) => Some((t.version)(section.short_label(), version)),
        (Some(section), None) => Some(section.short_label().to_owned()),
        _ => None,
    };
    let when = moment_in_list(it.at);
    let line = [
        Some(it.kind.label().to_owned()),
        about,
        it.by.map(|who| (t.by)(&who)),
    ];
    let line: Vec<_> = line.into_iter().flatten().collect();
    view! {
        <li>
            <p class="small muted"><time datetime=it.at.to_rfc3339()>{when}</time></p>
            <p><b>{it.title}</b></p>
            <p class="small muted">{line.join(" · ")}</p>
            {it.text.map(|text| view! { <p class="small">{text}</p> })}
        </li>
    }
}
