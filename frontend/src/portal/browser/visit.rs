//! One visit: which page is shown, which is on its way, and what was seen before.

use std::sync::Arc;

use conoceles_shared::api::public::{Election, Page};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{Element, FocusOptions, HtmlElement};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};
use wasm_bindgen::JsCast;

use super::api;
use crate::i18n::portal::texts;
use crate::portal::head::head;
use crate::portal::page_data::PageData;
use crate::portal::site::{Shown, Status};

/// Pages that the back button brings back as they were.
const REMEMBERED: usize = 12;

/// The width from which the stylesheet has a column beside the text: 60 rem.
const WIDE: f64 = 960.0;

#[derive(Clone, Copy)]
pub struct Visit {
    shown: RwSignal<Arc<Shown>>,
    status: RwSignal<Status>,
    /// Where the visitor just went with the browser's own buttons.
    traversed: StoredValue<Option<String>>,
    /// The number of the latest request: an older answer comes too late.
    latest: StoredValue<u32>,
    /// Pages seen before, the latest last.
    seen: StoredValue<Vec<Seen>>,
    /// The address of what is shown.
    here: StoredValue<String>,
    /// How far down the shown page is. The event tells of it a frame late, so that this still holds
    /// the place on the page that is being left.
    scrolled: StoredValue<f64>,
}

/// A page as it was left.
#[derive(Clone)]
struct Seen {
    path: String,
    /// The path that the page is shown as.
    shown: String,
    data: PageData,
    scrolled: f64,
}

impl Visit {
    /// A visit that starts with what is shown.
    pub fn new(
        shown: RwSignal<Arc<Shown>>,
        status: RwSignal<Status>,
        traversed: StoredValue<Option<String>>,
    ) -> Self {
        let visit = Self {
            shown,
            status,
            traversed,
            latest: StoredValue::new(0),
            seen: StoredValue::new(Vec::new()),
            here: StoredValue::new(address_bar().unwrap_or_default()),
            scrolled: StoredValue::new(window().scroll_y().unwrap_or_default()),
        };
        let handle = window_event_listener(leptos::ev::scroll, move |_| {
            visit
                .scrolled
                .set_value(window().scroll_y().unwrap_or_default());
        });
        on_cleanup(move || handle.remove());
        let first = shown.get_untracked();
        if let Some(data) = &first.data {
            visit.remember(&visit.here.get_value(), &first.path, data.clone());
        }
        visit
    }

    /// Shows the page of each new address; the first one only where nothing is shown yet.
    pub fn follow(self, from_the_first: bool) {
        let location = use_location();
        let browser = use_context::<BrowserUrl>();
        if browser.is_none() {
            leptos::logging::error!("no router: the address bar will not follow");
        }
        Effect::new(move |before: Option<String>| {
            let here = join(&location.pathname.get(), &location.search.get());
            let is_new = match &before {
                Some(before) => *before != here,
                None => from_the_first,
            };
            if is_new {
                self.go_to_page(here.clone(), browser.clone());
            }
            here
        });
    }

    /// Asks again for the address that failed.
    pub fn retry(self) -> Callback<()> {
        let location = use_location();
        Callback::new(move |()| {
            let (path, search) = (
                location.pathname.get_untracked(),
                location.search.get_untracked(),
            );
            self.go_to_page(join(&path, &search), None);
        })
    }

    /// Goes to an address.
    pub fn go(self) -> Callback<String> {
        let navigate = use_navigate();
        Callback::new(move |path: String| navigate(&path, Default::default()))
    }

    fn go_to_page(self, path: String, browser: Option<BrowserUrl>) {
        self.leave();
        let number = self.latest.get_value().wrapping_add(1);
        self.latest.set_value(number);
        let went_back = self.traversed.get_value().as_ref() == Some(&path);
        self.traversed.set_value(None);
        let seen = went_back.then(|| self.recall(&path)).flatten();
        if let Some(seen) = seen {
            self.show(
                &path,
                (seen.shown, Some(seen.data)),
                browser,
                seen.scrolled.into(),
            );
            return;
        }
        self.status.set(Status::Loading);
        spawn_local(async move {
            let page = api::fetch_page(&path, self.known_elections()).await;
            if self.latest.get_value() == number {
                self.show(&path, page, browser, went_back.then_some(0.0));
            }
        });
    }

    /// Shows a page, or that it could not be loaded; then the address bar, the title and the focus
    /// follow, in this order. `scroll` is where a page that was left stood; the router scrolls new
    /// ones to their top.
    fn show(
        self,
        path: &str,
        (shown, data): (String, Option<PageData>),
        browser: Option<BrowserUrl>,
        scroll: Option<f64>,
    ) {
        let title = data
            .as_ref()
            .map_or_else(failure_title, |data| head(&shown, data).title);
        self.here.set_value(path.to_owned());
        match data {
            Some(data) => {
                self.remember(path, &shown, data.clone());
                self.shown.set(Arc::new(Shown::new(&shown, data)));
                self.status.set(Status::Ready);
            }
            None => self.status.set(Status::Failed),
        }
        request_animation_frame(move || {
            if let Some(browser) = browser {
                browser.ready_to_complete();
            }
            spawn_local(async move {
                document().set_title(&title);
                focus_heading();
                open_beside();
                if let Some(scroll) = scroll {
                    window().scroll_to_with_x_and_y(0.0, scroll);
                }
            });
        });
    }

    /// Keeps the place on the page that is shown.
    fn leave(self) {
        let (here, scrolled) = (self.here.get_value(), self.scrolled.get_value());
        self.seen.update_value(|seen| {
            if let Some(seen) = seen.iter_mut().find(|it| it.path == here) {
                seen.scrolled = scrolled;
            }
        });
    }

    fn remember(self, path: &str, shown: &str, data: PageData) {
        self.seen.update_value(|seen| {
            seen.retain(|it| it.path != path);
            if seen.len() >= REMEMBERED {
                seen.remove(0);
            }
            seen.push(Seen {
                path: path.to_owned(),
                shown: shown.to_owned(),
                data,
                scrolled: 0.0,
            });
        });
    }

    fn recall(self, path: &str) -> Option<Seen> {
        self.seen
            .with_value(|seen| seen.iter().find(|it| it.path == path).cloned())
    }

    fn known_elections(self) -> Option<Page<Election>> {
        self.seen.with_value(|seen| {
            seen.iter().rev().find_map(|it| match &it.data {
                PageData::Home { elections } | PageData::List { elections, .. } => {
                    Some(elections.clone())
                }
                _ => None,
            })
        })
    }
}

/// Path and query of the address bar.
pub fn address_bar() -> Option<String> {
    let location = window().location();
    let search = location.search().ok()?;
    Some(join(
        &location.pathname().ok()?,
        search.trim_start_matches('?'),
    ))
}

fn failure_title() -> String {
    format!("{} · {}", texts().message.failed, texts().frame.site)
}

fn join(path: &str, search: &str) -> String {
    if search.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{search}")
    }
}

/// The reader starts at the heading of the new page; where the page stands is left as it is.
fn focus_heading() {
    let heading = document().query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A heading takes the focus, so this does not fail.
        let _ = heading.focus_with_options(&options);
    }
}

/// Where there is room beside the text, what lies there is open: the stylesheet shows it anyway
/// where it can, this tells the rest of the browser.
pub fn open_beside() {
    let width = window()
        .inner_width()
        .ok()
        .and_then(|it| it.as_f64())
        .unwrap_or_default();
    if width < WIDE {
        return;
    }
    if let Ok(closed) = document().query_selector_all(".wide-open:not([open])") {
        for at in 0..closed.length() {
            if let Some(details) = closed.get(at).and_then(|it| it.dyn_into::<Element>().ok()) {
                // Fails only for an invalid name.
                let _ = details.set_attribute("open", "");
            }
        }
    }
}
