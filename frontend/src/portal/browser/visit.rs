//! One visit: which page is shown, which is on its way, and what was seen before.

use std::cell::RefCell;
use std::rc::Rc;

use conoceles_shared::api::public::{Election, Page};
use leptos::prelude::{document, window};
use leptos::web_sys::{Element, FocusOptions, HtmlElement};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::api::{self, Missed};
use super::plainly;
use super::standing::{Block, put};
use crate::i18n::portal::texts;
use crate::portal::head::head;
use crate::portal::page_data::PageData;
use crate::portal::site::LOADING_CLASS;

/// Pages that the back button brings back as they were.
const REMEMBERED: usize = 12;

/// The width from which the stylesheet has a column beside the text: 60 rem.
const WIDE: f64 = 960.0;

/// A visit.
pub struct Visit(RefCell<State>);

struct State {
    /// The number of the latest request: an older answer comes too late.
    latest: u32,
    /// Pages seen before, the latest last.
    seen: Vec<Seen>,
    /// The address of what is shown.
    here: String,
    /// How far down the shown page is. The event tells of it a frame late, so that this still holds
    /// the place on the page that is being left.
    scrolled: f64,
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

/// How a page is come to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By a link or a form.
    On,
    /// By the browser's own buttons: the address is there already.
    Traversed,
}

impl Visit {
    /// A visit that starts with what the server sent.
    pub fn begin(first: Option<Block>) -> Rc<Self> {
        let mut state = State {
            latest: 0,
            seen: Vec::new(),
            here: address_bar().unwrap_or_default(),
            scrolled: window().scroll_y().unwrap_or_default(),
        };
        if let Some(Block { path, data }) = first {
            state.remember(&path, data);
        }
        Rc::new(Self(RefCell::new(state)))
    }

    /// Goes to a page.
    pub fn go(self: &Rc<Self>, path: String) {
        self.ask(path, Way::On);
    }

    /// The browser went to another address of its history.
    pub fn arrived(self: &Rc<Self>) {
        let Some(path) = address_bar() else { return };
        let mut state = self.0.borrow_mut();
        if state.here == path {
            // Another place on the same page, or the way back before the next one came.
            let _ = state.leave();
            plainly::under_way(None);
            say_on_the_way(false);
            return;
        }
        let seen = state.recall(&path);
        drop(state);
        match seen {
            Some(Seen {
                shown,
                data,
                scrolled,
                ..
            }) => {
                let _ = self.0.borrow_mut().leave();
                self.show(&path, &shown, Some(data), Way::Traversed, scrolled);
            }
            None => self.ask(path, Way::Traversed),
        }
    }

    /// The page was scrolled.
    pub fn scrolled(&self) {
        self.0.borrow_mut().scrolled = window().scroll_y().unwrap_or_default();
    }

    fn ask(self: &Rc<Self>, path: String, way: Way) {
        let number = self.0.borrow_mut().leave();
        plainly::under_way(Some(path.clone()));
        say_on_the_way(true);
        let visit = Rc::clone(self);
        spawn_local(async move {
            let known = visit.0.borrow().known_elections();
            let (shown, fetched) = api::fetch_page(&path, known).await;
            if visit.0.borrow().latest != number {
                return;
            }
            match fetched {
                Ok(data) => visit.show(&path, &shown, Some(data), way, 0.0),
                Err(Missed::Unreachable) => visit.show(&path, &shown, None, way, 0.0),
                Err(Missed::NotUnderstood) => {
                    hand_over(&path, "la respuesta no es la esperada");
                }
            }
        });
    }

    /// Shows a page, or that it could not be loaded; then the title and the focus follow. `scroll` is
    /// where a page that was left stood.
    fn show(&self, path: &str, shown: &str, data: Option<PageData>, way: Way, scroll: f64) {
        plainly::under_way(Some(path.to_owned()));
        let title = data
            .as_ref()
            .map_or_else(failure_title, |data| head(shown, data).title);
        let new = way == Way::On && address_bar().as_deref() != Some(path);
        if (new && push(path).is_none()) || put(shown, data.as_ref()).is_none() {
            hand_over(path, "la página siguiente no se pudo poner en su lugar");
            return;
        }
        let mut state = self.0.borrow_mut();
        // As the browser writes it, so that it is known again.
        state.here = address_bar().unwrap_or_default();
        if let Some(data) = data {
            state.remember(shown, data);
        }
        drop(state);
        document().set_title(&title);
        focus_heading();
        open_beside();
        window().scroll_to_with_x_and_y(0.0, scroll);
        plainly::under_way(None);
    }
}

impl State {
    /// Keeps the place on the page that is shown; gives the number of the request that follows.
    fn leave(&mut self) -> u32 {
        if let Some(seen) = self.seen.iter_mut().find(|it| it.path == self.here) {
            seen.scrolled = self.scrolled;
        }
        self.latest = self.latest.wrapping_add(1);
        self.latest
    }

    /// Keeps the page that is shown.
    fn remember(&mut self, shown: &str, data: PageData) {
        let path = self.here.clone();
        self.seen.retain(|it| it.path != path);
        if self.seen.len() >= REMEMBERED {
            self.seen.remove(0);
        }
        self.seen.push(Seen {
            path,
            shown: shown.to_owned(),
            data,
            scrolled: 0.0,
        });
    }

    fn recall(&self, path: &str) -> Option<Seen> {
        self.seen.iter().find(|it| it.path == path).cloned()
    }

    fn known_elections(&self) -> Option<Page<Election>> {
        self.seen.iter().rev().find_map(|it| match &it.data {
            PageData::Home { elections } | PageData::List { elections, .. } => {
                Some(elections.clone())
            }
            _ => None,
        })
    }
}

/// Leaves the way to a page to the browser, which may keep this one as it is now and come back to it.
fn hand_over(path: &str, why: &str) {
    say_on_the_way(false);
    plainly::leave_to_browser(path, why);
}

/// A new entry of the browser's history.
fn push(path: &str) -> Option<()> {
    let history = window().history().ok()?;
    history
        .push_state_with_url(&JsValue::NULL, "", Some(path))
        .ok()
}

/// Path and query of the address bar.
fn address_bar() -> Option<String> {
    let location = window().location();
    let search = location.search().ok()?;
    Some(join(
        &location.pathname().ok()?,
        search.trim_start_matches('?'),
    ))
}

/// A path with its query.
pub fn join(path: &str, search: &str) -> String {
    if search.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{search}")
    }
}

fn failure_title() -> String {
    format!("{} · {}", texts().message.failed, texts().frame.site)
}

/// Says that another page is on its way, or no more, where the page still has the line for it.
fn say_on_the_way(is_so: bool) {
    let line = document().get_elements_by_class_name(LOADING_CLASS).item(0);
    if let Some(line) = line {
        let words = line.get_attribute("data-says").filter(|_| is_so);
        line.set_text_content(words.as_deref());
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
