//! The frame of every page: skip link, drill strip, header, main, footer.

use conoceles_shared::permissions::Role;
use conoceles_shared::questionnaire::NOTICE_PATH;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::{Details, Summary};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::access::{Access, Phase};
use super::account::{ProveAgain, SignInAgain};
use super::countdown::Countdown;
use super::icon::Icon;
use super::leaving::Leaving;
use super::notices::{UnreadCount, UnreadMark};
use super::page::{Drill, Flash, Visit, way};
use super::place::{BASE, Place};
use super::{dom, drafts};
use crate::i18n::desk::texts;

/// The frame around a page.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let access = Access::here();
    let drill = RwSignal::new(false);
    provide_context(Drill::of(drill));
    access.empty_for_another_person(Callback::new(move |()| drill.set(false)));
    UnreadCount::provide();
    let person = access.person();
    let is_drill = Memo::new(move |_| {
        let actor = person.get().and_then(|it| it.actor);
        actor.is_some_and(|it| it.drill) || drill.get()
    });
    let path = use_location().pathname;
    let visit = Visit::here();
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        Leaving::arrived(&now);
        if before.is_some_and(|it| it != now) {
            drill.set(false);
            visit.leave();
        }
        now
    });
    let t = texts().shell;
    view! {
        <a class="skip" href="#contenido" on:click=|ev: MouseEvent| {
            ev.prevent_default();
            dom::focus("contenido");
        }>{t.skip}</a>
        <Show when=move || is_drill.get()>
            <section class="drill" aria-label=t.drill>
                <div class="wrap"><strong>{t.drill}</strong>" "{t.drill_text}</div>
            </section>
        </Show>
        <Header/>
        <main id="contenido" tabindex="-1">
            <Countdown/>
            <SignInAbove/>
            <ProveAgain/>
            <Flash/>
            {children()}
        </main>
        <footer class="site-footer">
            <div class="wrap stack">
                <p class="measure">{t.responsibility}</p>
                <ul class="cluster cluster--wide">
                    <li>{move || {
                        let (href, name) = manual_of(person.get().map(|it| it.role));
                        view! { <a href=href target="_blank" rel="noopener">{name}</a> }
                    }}</li>
                    <li><a href=NOTICE_PATH target="_blank" rel="noopener">{t.privacy}</a></li>
                </ul>
                <p class="muted">{t.owner}</p>
            </div>
        </footer>
    }
}

/// The page of the manual for whoever is here.
fn manual_of(role: Option<Role>) -> (&'static str, &'static str) {
    let t = texts().shell;
    match role {
        None => ("/ayuda", t.manual),
        Some(Role::Observer) => ("/ayuda/12-tablero", t.manual_boards),
        Some(Role::Technician) => ("/ayuda/13-soporte-tecnico", t.manual_support),
        Some(Role::Operator) => ("/ayuda", t.manual_capture),
        Some(Role::Validator) => ("/ayuda/10-revision", t.manual_review),
        Some(Role::Admin) => ("/ayuda/11-administracion", t.manual_admin),
    }
}

/// The sign-in form above a page whose session ended.
#[component]
fn SignInAbove() -> impl IntoView {
    let access = Access::here();
    let ended = Memo::new(move |_| {
        let known = access.session().with(Option::is_some) || access.offline().read().is_some();
        known && access.phase().get() == Phase::SignedOut
    });
    view! { <Show when=move || ended.get()><SignInAgain/></Show> }
}

/// How many links have room between the brand and the account; more have a line of their own.
const LINKS_BESIDE: usize = 6;

#[component]
fn Header() -> impl IntoView {
    let t = texts().shell;
    let person = Access::here().person();
    let account = Memo::new(move |_| person.get());
    let crowded = move || {
        let links = account.read().as_ref().map(|me| links_of(me.role).len());
        links.is_some_and(|it| it > LINKS_BESIDE)
    };
    view! {
        <header class="site-header">
            <div class="wrap site-header__row" class=("site-header__row--two", crowded)>
                <a class="brand" href=BASE>
                    <Mark/>
                    <span>
                        <span class="brand__name">{t.brand}</span>
                        <span class="brand__owner">{t.brand_owner}</span>
                    </span>
                </a>
                {move || account.get().map(|me| {
                    let who = match &me.actor {
                        // An account is often called like its actor: once is enough.
                        Some(actor) if !me.name.contains(&actor.name) => {
                            format!("{} · {}", me.role.label(), actor.name)
                        }
                        _ => me.role.label().to_owned(),
                    };
                    view! {
                        <nav class="site-nav site-nav--many" aria-label=t.main_nav><Links role=me.role/></nav>
                        <Menu role=me.role name=me.name.clone() who=who.clone()/>
                        <User name=me.name who=who/>
                    }
                })}
            </div>
        </header>
    }
}

/// The same behind one button, where the links do not fit.
#[component]
fn Menu(role: Role, name: String, who: String) -> impl IntoView {
    let t = texts().shell;
    let (menu, button) = (NodeRef::<Details>::new(), NodeRef::<Summary>::new());
    let close = move || {
        menu.get_untracked().is_some_and(|it| {
            let was_open = it.open();
            it.set_open(false);
            was_open
        })
    };
    let path = use_location().pathname;
    let visit = Visit::here();
    Effect::new(move || {
        // Its links change the page under it, or show it anew.
        path.track();
        visit.track_turns();
        close();
    });
    let escape = move |ev: KeyboardEvent| {
        if ev.key() == "Escape"
            && close()
            && let Some(button) = button.get_untracked()
        {
            let _ = button.focus();
        }
    };
    view! {
        <details class="menu" node_ref=menu on:keydown=escape>
            <summary node_ref=button>{Icon::Menu.drawn()}{t.menu}</summary>
            <nav aria-label=t.main_nav>
                <Links role=role/>
                <User name=name who=who/>
            </nav>
        </details>
    }
}

#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="brand__mark" viewBox="0 0 32 40" aria-hidden="true">
            <rect width="32" height="40" rx="4" class="art-c"></rect>
            <circle cx="16" cy="15" r="6" class="art-f"></circle>
            <path d="M5 36c0-8.500 4.800-12 11-12s11 3.500 11 12z" class="art-f"></path>
        </svg>
    }
}

#[component]
fn Links(role: Role) -> impl IntoView {
    let path = use_location().pathname;
    let visit = Visit::here();
    let links = links_of(role)
        .into_iter()
        .map(|(place, name)| {
            let href = place.href();
            let place_is_notices = place == Place::Notices;
            let own = place.clone();
            let current = move || (Place::parse(&path.get()) == place).then_some("page");
            // The router goes nowhere for the page that is there. Once it did, since the query may change.
            let again = move |ev: MouseEvent| {
                let here = Place::parse(&path.get_untracked()) == own;
                if here && !opens_elsewhere(&ev) {
                    request_animation_frame(move || visit.come_again());
                }
            };
            let mark = place_is_notices.then(|| view! { <UnreadMark/> });
            view! { <li><a class="nav-link" href=href aria-current=current on:click=again>{name}{mark}</a></li> }
        })
        .collect_view();
    view! { <ul>{links}</ul> }
}

/// Whether the browser opens a pressed link in another tab or window.
fn opens_elsewhere(ev: &MouseEvent) -> bool {
    ev.button() != 0 || ev.ctrl_key() || ev.meta_key() || ev.shift_key() || ev.alt_key()
}

fn links_of(role: Role) -> Vec<(Place, &'static str)> {
    let t = texts().shell;
    let mut links = match role {
        Role::Operator => vec![(Place::Start, t.nav_mine)],
        Role::Validator => vec![
            (Place::Start, t.nav_queue),
            (Place::Published, t.nav_published),
            (Place::Boards, texts().boards.nav),
        ],
        Role::Admin => vec![
            (Place::Start, t.nav_elections),
            (Place::Parties, t.nav_parties),
            (Place::Accounts, t.nav_accounts),
            (Place::Proposals, t.nav_proposals),
            (Place::Boards, texts().boards.nav),
            (Place::Technical, texts().boards.technical),
        ],
        Role::Observer => vec![(Place::Start, texts().boards.nav)],
        Role::Technician => vec![(Place::Start, texts().boards.technical)],
    };
    if role != Role::Operator {
        links.push((Place::Audit, texts().audit.nav));
    }
    links.push((Place::Notices, t.nav_notices));
    links.push((Place::Password, t.nav_password));
    links
}

#[component]
fn User(name: String, who: String) -> impl IntoView {
    let access = Access::here();
    let go = way();
    // What is too long for the header is cut there.
    let full = format!("{name}, {who}");
    let sign_out = move |_| {
        let unsent = access.account().is_some_and(|it| drafts::any(&it.id));
        if unsent && !dom::confirm(texts().shell.sign_out_drafts) {
            return;
        }
        access.sign_out();
        go.run(Place::Start);
    };
    view! {
        <div class="user">
            <span class="user__who" title=full><b>{name}</b><span class="muted">{who}</span></span>
            <button
                type="button"
                class="btn btn--quiet btn--small"
                data-leaves=""
                on:click=sign_out
            >
                {texts().shell.sign_out}
            </button>
        </div>
    }
}

#[cfg(test)]
#[path = "shell_tests.rs"]
mod shell_tests;
