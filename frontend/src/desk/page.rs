//! What every page has: its heading, where it is, and what just happened.

use conoceles_shared::problem::FieldError;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::context::handed_down;
use super::dom;
use super::icon::Icon;
use super::place::{BASE, Place};
use crate::i18n::desk::texts;

/// Something said above a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    text: String,
    icon: Icon,
}

/// What the pages of one visit share.
#[derive(Clone, Copy)]
pub struct Visit {
    /// The path and the heading that had the focus last.
    focused: StoredValue<String>,
    /// What the page before has to say on this one.
    flash: RwSignal<Option<Said>>,
    /// Whether it was said for the page that comes next.
    ahead: StoredValue<bool>,
    /// How often a page was asked for by the link that leads to it.
    turns: RwSignal<u32>,
}

impl Visit {
    /// Shared with everything below.
    pub fn provide() -> Self {
        let visit = Self {
            focused: StoredValue::new(String::new()),
            flash: RwSignal::new(None),
            ahead: StoredValue::new(false),
            turns: RwSignal::new(0),
        };
        provide_context(visit);
        visit
    }

    /// The one of this page.
    pub fn here() -> Self {
        handed_down(Self::provide)
    }

    /// What was said to one person is not said to the next.
    pub fn forget(self) {
        self.ahead.set_value(false);
        self.flash.set(None);
        self.focused.set_value(String::new());
    }

    /// Says above this page that something was done.
    pub fn say(self, message: impl Into<String>) {
        self.put(message.into(), Icon::Check, false);
    }

    /// Says above this page that something went wrong.
    pub fn say_trouble(self, message: impl Into<String>) {
        self.put(message.into(), Icon::Warning, false);
    }

    /// Says above the page that comes next that something was done.
    pub fn say_next(self, message: impl Into<String>) {
        self.put(message.into(), Icon::Check, true);
    }

    /// Says above the page that comes next that something was done and is not complete.
    pub fn say_unfinished_next(self, message: impl Into<String>) {
        self.put(message.into(), Icon::Info, true);
    }

    fn put(self, text: String, icon: Icon, ahead: bool) {
        self.ahead.set_value(ahead);
        self.flash.set(Some(Said { text, icon }));
    }

    /// The page was left: what was said on it is over, what was said for the next one stays.
    pub fn leave(self) {
        if self.ahead.get_value() {
            self.ahead.set_value(false);
        } else {
            self.flash.set(None);
        }
    }

    /// The link to this very page was pressed: it is shown anew, with what there is now.
    pub fn come_again(self) {
        self.leave();
        self.turns.update(|it| *it = it.wrapping_add(1));
    }

    /// Follows how often that happened.
    pub fn track_turns(self) {
        self.turns.track();
    }

    /// What was said was read.
    fn forget_said(self) {
        self.flash.set(None);
    }

    pub fn said(self) -> Signal<Option<Said>> {
        self.flash.into()
    }

    /// Whether this page is another than the last that took the focus.
    fn arrived(self, path: String) -> bool {
        let other = self.focused.with_value(|it| *it != path);
        self.focused.set_value(path);
        other
    }
}

/// The way to another page of the desks.
pub fn way() -> Callback<Place> {
    let navigate = StoredValue::new_local(use_navigate());
    Callback::new(move |place: Place| {
        // The address is whole already, base and all.
        let options = NavigateOptions {
            resolve: false,
            ..NavigateOptions::default()
        };
        navigate.with_value(|it| it(&place.href(), options));
    })
}

/// The one `h1` of a page: sets the title and takes the focus after a navigation.
#[component]
pub fn Heading(
    /// The heading, which is the title as well.
    #[prop(into)]
    text: String,
    /// A class of its own.
    #[prop(optional)]
    class: &'static str,
    /// Its id, where the focus is moved to it later as well.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    dom::set_title(&text);
    let visit = Visit::here();
    let heading = NodeRef::<leptos::html::H1>::new();
    let key = format!(
        "{} {text}",
        window().location().pathname().unwrap_or_default()
    );
    heading.on_load(move |it| {
        if visit.arrived(key) {
            request_animation_frame(move || {
                let _ = it.focus();
            });
        }
    });
    view! { <h1 node_ref=heading id=id tabindex="-1" class=class>{text}</h1> }
}

/// The same for a page whose `h1`, of this id, is somebody else's.
pub fn arrive(text: &str, id: &'static str) {
    dom::set_title(text);
    let path = window().location().pathname().unwrap_or_default();
    if Visit::here().arrived(format!("{path} {text}")) {
        dom::focus_soon(id);
    }
}

/// Where the page is: links to what is above it, then its own name.
#[component]
pub fn Crumbs(
    /// What is above it, outermost first.
    above: Vec<(Place, String)>,
    #[prop(into)] here: String,
) -> impl IntoView {
    view! {
        <nav class="crumbs" aria-label=texts().shell.crumbs>
            <ol>
                {above
                    .into_iter()
                    .map(|(place, name)| view! { <li><a href=place.href()>{name}</a></li> })
                    .collect_view()}
                <li><span aria-current="page">{here}</span></li>
            </ol>
        </nav>
    }
}

/// What was just done, in sight wherever on the page it was asked for, until it is read; a live region
/// that is always there. The way to be rid of it is beside the region, so that it is not read out.
#[component]
pub fn Flash() -> impl IntoView {
    let visit = Visit::here();
    let said = visit.said();
    let away = move |_| {
        visit.forget_said();
        dom::focus_if_lost("contenido".to_owned());
    };
    view! {
        <div class="wrap said" class:said--empty=move || said.read().is_none()>
            <div class="flash-row">
                <div role="status">
                    {move || said.get().map(|Said { text, icon }| view! {
                        <div class="notice flash">{icon.drawn()}<p>{text}</p></div>
                    })}
                </div>
                <Show when=move || said.read().is_some()>
                    <button type="button" class="btn btn--quiet btn--small" on:click=away>
                        {texts().shell.dismiss}
                    </button>
                </Show>
            </div>
        </div>
    }
}

/// A heading for a state in a few words, with its icon.
#[component]
pub fn Tag(
    /// Its look: `tag`, and one of its variants.
    class: &'static str,
    icon: Icon,
    #[prop(into)] text: String,
) -> impl IntoView {
    view! { <span class=class>{icon.drawn()}{text}</span> }
}

/// A share of 100, drawn; the number is said.
#[component]
pub fn Meter(
    /// 0 to 100.
    percent: u8,
    #[prop(into)] label: String,
) -> impl IntoView {
    view! {
        <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label=label>
            <rect class="meter__track" width="100" height="4"></rect>
            <rect class="meter__value" width=percent.min(100).to_string() height="4"></rect>
        </svg>
    }
}

/// What is to be told of some fields, under a title of the page's own level; nothing of none.
pub fn remarks(
    title: impl IntoView,
    list_class: &'static str,
    all: &[FieldError],
) -> Option<AnyView> {
    let lines = all
        .iter()
        .map(|it| view! { <li>{it.detail.clone()}</li> })
        .collect_view();
    (!all.is_empty()).then(|| {
        view! {
            <div class="notice notice--plain">
                {Icon::Info.drawn()}
                {title}
                <ul class=list_class>{lines}</ul>
            </div>
        }
        .into_any()
    })
}

#[component]
pub fn NotFound() -> impl IntoView {
    let t = texts().shell;
    view! {
        <div class="wrap wrap--narrow stack">
            <Heading text=t.not_found_title/>
            <p>{t.not_found}</p>
            <p><a class="btn" href=BASE>{t.to_start}</a></p>
        </div>
    }
}

/// Whether the page at hand belongs to a drill; pages that know better than the session set it.
#[derive(Clone, Copy)]
pub struct Drill(RwSignal<bool>);

impl Drill {
    /// The one of this page.
    pub fn here() -> Self {
        handed_down(|| Self(RwSignal::new(false)))
    }

    /// The one that this signal tells the frame of.
    pub const fn of(signal: RwSignal<bool>) -> Self {
        Self(signal)
    }

    /// Says so for the page at hand.
    pub fn set(self, on: bool) {
        self.0.set(on);
    }
}
