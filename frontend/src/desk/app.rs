//! The desks as one application: who is signed in decides what is there.

use conoceles_shared::api::auth::NextStep;
use conoceles_shared::ids::AccountId;
use conoceles_shared::permissions::Role;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;

use super::access::{Access, Phase};
use super::account::SignInPage;
use super::client::Failure;
use super::connection::Connection;
use super::dom::keep_files;
use super::kept::Kept;
use super::leaving::Leaving;
use super::load::{Failed, Waiting};
use super::page::Visit;
use super::parts;
use super::place::{BASE, Place};
use super::shell::Shell;
use crate::i18n::Language;

/// Mounts the desks in the element `#desk`; without one, nothing happens.
pub fn mount() {
    console_error_panic_hook::set_once();
    Language::speak_as_document();
    let root = document()
        .get_element_by_id("desk")
        .and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        // Until now the page says that the desks are on their way, or that something was missing.
        root.set_text_content(None);
        if let Some(html) = document().document_element() {
            // Fails only for an invalid name.
            let _ = html.class_list().remove_1("stopped");
        }
        mount_to(root, App).forget();
        keep_files();
    }
}

#[component]
fn App() -> impl IntoView {
    let access = Access::new();
    provide_context(access);
    let visit = Visit::provide();
    access.empty_for_another_person(Callback::new(move |()| visit.forget()));
    Leaving::provide();
    Kept::provide();
    access.follow_farewells();
    spawn_local(access.start());
    view! {
        <Router base=BASE>
            <FlatRoutes fallback=|| ()>
                <Route path=path!("/*any") view=Desks/>
            </FlatRoutes>
        </Router>
    }
}

/// What the main part shows.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Scene {
    Starting,
    Unreachable,
    SignIn,
    FirstSteps(AccountId),
    Pages(AccountId, Role),
}

fn scene(access: Access) -> Scene {
    access.session().with(|session| match session {
        Some(it) if it.next_step != NextStep::None => Scene::FirstSteps(it.account.id.clone()),
        Some(it) => Scene::Pages(it.account.id.clone(), it.account.role),
        None => match (access.phase().get(), access.offline().get()) {
            (Phase::Starting, _) => Scene::Starting,
            // The same scene as with the session of this account: nothing is built anew, and nobody
            // interrupted, when the server answers again.
            (_, Some(it)) => Scene::Pages(it.id, it.role),
            (Phase::Unreachable, None) => Scene::Unreachable,
            (Phase::SignedOut | Phase::SignedIn, None) => Scene::SignIn,
        },
    })
}

#[component]
fn Desks() -> impl IntoView {
    let access = Access::here();
    let scene = Memo::new(move |_| scene(access));
    let retry = Callback::new(move |()| spawn_local(access.start()));
    view! {
        <Shell>
            <Connection back_again=parts::back_again/>
            {move || match scene.get() {
                Scene::Starting => view! { <Waiting/> }.into_any(),
                Scene::Unreachable => view! { <Failed why=Failure::Network.message() retry=retry/> }.into_any(),
                Scene::SignIn => view! { <SignInPage/> }.into_any(),
                Scene::FirstSteps(_) => parts::first_steps(),
                Scene::Pages(_, role) => view! { <Pages role=role/> }.into_any(),
            }}
        </Shell>
    }
}

#[component]
fn Pages(role: Role) -> impl IntoView {
    let path = use_location().pathname;
    let offline = Access::here().offline();
    // `None`: without a server, and not a section, which the device may have.
    let place = Memo::new(move |_| {
        let place = Place::parse(&path.get());
        let there = offline.read().is_none() || matches!(place, Place::Section(..));
        there.then_some(place)
    });
    let visit = Visit::here();
    move || {
        visit.track_turns();
        match place.get() {
            Some(place) => page_at(role, place),
            None => parts::on_this_device(),
        }
    }
}

/// The page at a place, for a role; the server refuses what the role may not do all the same.
fn page_at(role: Role, place: Place) -> AnyView {
    match (role, place) {
        (_, Place::Notices) => parts::notices(),
        (_, place @ (Place::Password | Place::SecondFactor)) => parts::own_account(place),
        (role, Place::Audit) if role != Role::Operator => parts::audit(role),
        (Role::Operator | Role::Validator | Role::Admin, Place::History(id)) => {
            parts::history(role, id)
        }
        (Role::Validator | Role::Admin, Place::Reasons(id)) => parts::reasons(role, id),
        (Role::Operator, Place::Start) => parts::capture_start(),
        (Role::Operator, place) => parts::capture_page(place),
        (Role::Validator | Role::Admin, place) if place.is_board() => parts::boards_page(place),
        (Role::Admin, Place::Technical) => parts::technical(Place::Technical),
        (Role::Validator, Place::Start) => parts::review_start(),
        (Role::Validator, place) => parts::review_page(place),
        (Role::Admin, Place::Start) => parts::admin_start(),
        (Role::Admin, place) => parts::admin_page(place),
        (Role::Observer, place) => parts::boards_page(place),
        (Role::Technician, place) => parts::technical(place),
    }
}
