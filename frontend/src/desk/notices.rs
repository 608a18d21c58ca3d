//! Notices: how many are unread, in the header, and all of them on a page of their own.

use conoceles_shared::api::notices::{MailState, Notice, Notices, ReadUpTo, Tone, Unread};
use conoceles_shared::ids::NoticeId;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::{moment_in_list, spanish_moment};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;
use serde::Serialize;

use super::access::{Access, Phase};
use super::context::handed_down;
use super::dom;
use super::icon::Icon;
use super::listing::zone_of_list;
use super::load::Loader;
use super::page::{Heading, Tag, Visit};
use super::place::Place;
use crate::desk::client::Method;
use crate::i18n::desk::texts;

/// How many notices are unread, as far as the server said last.
#[derive(Clone, Copy)]
pub struct UnreadCount(RwSignal<u32>);

impl UnreadCount {
    /// Shared with everything below. Asked again at each page but the notices' own, whose list says
    /// it: never by a timer, which would keep an abandoned session alive.
    pub fn provide() -> Self {
        let count = Self(RwSignal::new(0));
        provide_context(count);
        let access = Access::here();
        access.empty_for_another_person(Callback::new(move |()| count.0.set(0)));
        let path = use_location().pathname;
        let (session, phase) = (access.session(), access.phase());
        // A session that is only renewed is the same one.
        let who = Memo::new(move |_| {
            session.with(|it| it.as_ref().map(|it| (it.account.id.clone(), it.next_step)))
        });
        Effect::new(move || {
            let told_by_page = Place::parse(&path.read()) == Place::Notices;
            if told_by_page || who.read().is_none() || phase.get_untracked() != Phase::SignedIn {
                return;
            }
            spawn_local(async move {
                // The header is no place to complain: the page below does where there is no network.
                if let Ok(answer) = access.get::<Unread>("/notices/unread".to_owned()).await {
                    count.0.try_set(answer.unread);
                }
            });
        });
        count
    }

    /// The one of this page.
    pub fn here() -> Self {
        handed_down(|| Self(RwSignal::new(0)))
    }

    pub fn get(self) -> u32 {
        self.0.get()
    }
}

/// The number beside the link in the header; nothing of none.
#[component]
pub fn UnreadMark() -> impl IntoView {
    let count = UnreadCount::here();
    move || {
        let n = count.get();
        (n > 0).then(|| {
            view! {
                " "<span class="unread">{n.to_string()}</span>
                <span class="hidden-visually">{texts().notices.unread_mark}</span>
            }
        })
    }
}

#[component]
pub fn NoticesPage() -> impl IntoView {
    let t = texts().notices;
    let access = Access::here();
    let lead = move || lead_for(access.account().map(|it| it.role));
    // Where each page after the first begins.
    let pages = RwSignal::new(Vec::<NoticeId>::new());
    let notices = Loader::new(move || {
        let before = pages.with(|it| it.last().cloned());
        let query = before.map_or_else(String::new, |it| format!("?before={it}"));
        access.get::<Notices>(format!("/notices{query}"))
    });
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <Heading text=t.title/>
                <p class="muted">{lead}</p>
            </div>
            {notices.show(move |it| view! { <Page notices=it pages=pages/> })}
        </div>
    }
}

/// What somebody of this role is told of.
fn lead_for(role: Option<Role>) -> &'static str {
    let t = texts().notices;
    match role {
        Some(Role::Operator) => t.lead_capture,
        Some(Role::Validator) => t.lead_review,
        Some(Role::Admin) => t.lead_admin,
        Some(Role::Observer | Role::Technician) | None => t.lead_account,
    }
}

#[component]
fn Page(notices: Notices, pages: RwSignal<Vec<NoticeId>>) -> impl IntoView {
    let t = texts().notices;
    let unread = UnreadCount::here();
    unread.0.set(notices.unread);
    let newest = notices.data.first().map(|it| it.id.clone());
    let rows: Vec<_> = notices
        .data
        .into_iter()
        .map(|it| (RwSignal::new(it.read), it))
        .collect();
    let reads = StoredValue::new(rows.iter().map(|(read, _)| *read).collect::<Vec<_>>());
    let all = newest.map(|up_to| {
        let done = move || {
            reads.with_value(|all| all.iter().for_each(|read| read.set(true)));
            dom::focus("sin-leer");
        };
        let mark = marker("/notices/read".to_owned(), ReadUpTo { up_to }, done);
        let some = move || unread.get() > 0;
        view! {
            <Show when=some>
                <button
                    type="button"
                    class="btn btn--quiet btn--small"
                    on:click=move |_| mark.run(())
                >
                    {t.mark_all}
                </button>
            </Show>
        }
    });
    let empty = rows
        .is_empty()
        .then(|| view! { <p class="muted">{t.none}</p> });
    let counted = (!rows.is_empty()).then(|| {
        view! {
            <div class="split">
                <p id="sin-leer" tabindex="-1" role="status">{move || (t.unread)(unread.get())}</p>
                {all}
            </div>
            {zone_of_list()}
        }
    });
    view! {
        {empty}
        {counted}
        <ul class="notice-list">{rows.into_iter().map(|(read, it)| notice_row(it, read)).collect_view()}</ul>
        <Pager pages=pages next=notices.next/>
    }
}

#[component]
fn Pager(pages: RwSignal<Vec<NoticeId>>, next: Option<NoticeId>) -> impl IntoView {
    let t = texts().notices;
    let newer = (!pages.read_untracked().is_empty()).then(|| {
        let go = move |_| pages.update(|it| drop(it.pop()));
        view! { <button type="button" class="btn btn--quiet btn--small" on:click=go>{t.newer}</button> }
    });
    let older = next.map(|next| {
        let go = move |_| pages.update(|it| it.push(next.clone()));
        view! { <button type="button" class="btn btn--quiet btn--small" on:click=go>{t.older}</button> }
    });
    view! { <p class="cluster">{newer}{older}</p> }
}

/// Marks as read; `done` shows it, and gives the focus a place once its button is gone.
fn marker<B>(path: String, body: B, done: impl Fn() + Send + Sync + 'static) -> Callback<()>
where
    B: Serialize + Clone + Send + Sync + 'static,
{
    let access = Access::here();
    let visit = Visit::here();
    let count = UnreadCount::here();
    let asked = StoredValue::new((path, body));
    let done = Callback::new(move |()| done());
    Callback::new(move |()| {
        let Some((path, body)) = asked.try_get_value() else {
            return;
        };
        spawn_local(async move {
            match access.send::<_, Unread>(Method::Post, path, &body).await {
                Ok(it) => {
                    count.0.try_set(it.unread);
                    // The page may be gone by now.
                    if !asked.is_disposed() {
                        done.run(());
                    }
                }
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    })
}

fn notice_row(it: Notice, read: RwSignal<bool>) -> impl IntoView {
    let t = texts().notices;
    let about = it
        .name
        .clone()
        .map(|name| format!(": {name}"))
        .unwrap_or_default();
    let heading = format!("aviso-{}", it.id);
    let place_of_focus = heading.clone();
    let done = move || {
        read.set(true);
        dom::focus(&place_of_focus);
    };
    let mark = marker(
        format!("/notices/{}/read", it.id),
        serde_json::json!({}),
        done,
    );
    let hidden = StoredValue::new(format!(" {}{about}", it.title));
    let open = it
        .candidacy
        .clone()
        .and_then(place_of_candidacy)
        .map(|place| {
            view! {
                <a class="btn btn--secondary btn--small" href=place.href()>
                    {t.open}<span class="hidden-visually">{about}</span>
                </a>
            }
        });
    let is_new = move || !read.get();
    view! {
        <li class="notice-item" class:notice-item--unread=is_new>
            <p class="cluster">
                {tag(it.tone)}
                <Show when=is_new><b class="small">{t.is_new}</b></Show>
                <span class="small muted">{moment_in_list(it.at)}</span>
            </p>
            <h2 class="name" id=heading tabindex="-1">{it.title}</h2>
            {it.name.map(|name| view! { <p><b>{name}</b></p> })}
            <p>{it.text}</p>
            {it.mail.map(mail)}
            <p class="cluster">
                {open}
                <Show when=is_new>
                    <button
                        type="button"
                        class="btn btn--quiet btn--small"
                        on:click=move |_| mark.run(())
                    >
                        {t.mark}<span class="hidden-visually">{hidden.get_value()}</span>
                    </button>
                </Show>
            </p>
        </li>
    }
}

fn mail(state: MailState) -> impl IntoView {
    view! { <p class="small muted">{state.label()}</p> }
}

/// Where a candidacy is seen by whoever reads.
fn place_of_candidacy(id: conoceles_shared::ids::CandidacyId) -> Option<Place> {
    match Access::here().account().map(|it| it.role) {
        Some(Role::Operator) => Some(Place::Tasks(id)),
        Some(Role::Validator) => Some(Place::Review(id)),
        _ => None,
    }
}

fn tag(tone: Tone) -> impl IntoView {
    let (class, icon) = match tone {
        Tone::Act => ("tag tag--act", Icon::Flag),
        Tone::Done => ("tag tag--done", Icon::Check),
        Tone::Info => ("tag", Icon::Info),
    };
    view! { <Tag class=class icon=icon text=tone.label()/> }
}

/// The last notices beside other things: what happened and when.
#[component]
pub fn LatestNotices() -> impl IntoView {
    let t = texts().notices;
    let access = Access::here();
    let notices = Loader::new(move || access.get::<Notices>("/notices".to_owned()));
    view! {
        <div class="panel stack stack--s">
            <h2 class="label">{t.title}</h2>
            {notices.show(|it| {
                let none = it.data.is_empty().then_some(t.none);
                let last = it.data.into_iter().take(3).map(|it| {
                    let about = it.name.map(|name| format!(" · {name}"));
                    view! {
                        <li class="small">
                            <b>{spanish_moment(it.at)}"."</b>" "{it.title}{about}
                        </li>
                    }
                });
                view! {
                    <p class="small muted">{none}</p>
                    <ul class="stack stack--s plain-list">{last.collect_view()}</ul>
                }
            })}
            <p><a class="small way" href=Place::Notices.href()>{t.see_all}</a></p>
        </div>
    }
}
