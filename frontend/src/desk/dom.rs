//! The few things asked of the browser directly.

use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    Blob, BlobPropertyBag, Element, Event, File, HtmlElement, HtmlTextAreaElement,
    RegistrationOptions, Storage, Url,
};
use wasm_bindgen_futures::JsFuture;

use crate::i18n::desk::texts;

/// Scheme, host and port of the page.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The query of the address, without its question mark.
pub fn query_of_address() -> String {
    let search = window().location().search().unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// Puts another query into the address: the same page, and no other step of the way back.
pub fn replace_query(query: &str) {
    let path = window().location().pathname().unwrap_or_default();
    let address = if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    };
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        // Fails only for an address of another site.
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
}

/// Sets the title of the document.
pub fn set_title(page: &str) {
    document().set_title(&format!("{page} · {}", texts().shell.brand));
}

const FOCUSABLE: &str =
    "input:not([disabled]), textarea:not([disabled]), select:not([disabled]), button";

/// Moves the focus to an element. A group passes it to its first control; where the id is not there,
/// the group it would belong to takes it (`courses-2` → `courses`).
pub fn focus(id: &str) {
    let mut id = id;
    loop {
        if let Some(element) = document().get_element_by_id(id) {
            return focus_in(&element);
        }
        match id.rsplit_once('-') {
            Some((outer, _)) => id = outer,
            None => return,
        }
    }
}

fn focus_in(element: &Element) {
    let groups = matches!(element.tag_name().as_str(), "FIELDSET" | "DIV");
    let takes_focus = element.has_attribute("tabindex") || !groups;
    let target = if takes_focus {
        Some(element.clone())
    } else {
        element.query_selector(FOCUSABLE).ok().flatten()
    };
    if let Some(html) = target.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = html.focus();
        html.scroll_into_view();
    }
}

/// Types `with` over a stretch of a text area, in UTF-16 units, as a person would: the browser's own
/// undo takes it back, and the page hears of it.
pub fn type_over(id: &str, stretch: std::ops::Range<u32>, with: &str) {
    let element = document().get_element_by_id(id);
    let Some(area) = element.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let _ = area.focus();
    let _ = area.set_selection_range(stretch.start, stretch.end);
    let page = document();
    let command = js_sys::Reflect::get(&page, &JsValue::from_str("execCommand"));
    let command = command.and_then(JsCast::dyn_into::<js_sys::Function>);
    let (name, with_value) = (JsValue::from_str("insertText"), JsValue::from_str(with));
    let typed = command.and_then(|it| it.call3(&page, &name, &JsValue::FALSE, &with_value));
    if typed == Ok(JsValue::TRUE) {
        return;
    }
    // A browser without that command: the same, but for undo.
    let _ = area.set_range_text_with_start_and_end(with, stretch.start, stretch.end);
    if let Ok(event) = Event::new("input") {
        event.init_event_with_bubbles("input", true);
        let _ = area.dispatch_event(&event);
    }
}

/// Does some work and leaves how long it took in the browser's own timeline, under this name, for
/// whoever measures; browsers without one only do the work.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let note = |how: &str| {
        let get = |from: &JsValue, key: &str| js_sys::Reflect::get(from, &JsValue::from_str(key));
        let timeline = get(&window(), "performance").ok()?;
        let note: js_sys::Function = get(&timeline, how).ok()?.dyn_into().ok()?;
        let name = JsValue::from_str(name);
        let since = if how == "mark" {
            JsValue::UNDEFINED
        } else {
            name.clone()
        };
        note.call2(&timeline, &name, &since).ok()
    };
    let _ = note("mark");
    let done = work();
    let _ = note("measure");
    done
}

/// [`focus`], once what was just changed is on the page.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || focus(&id));
}

/// [`focus_soon`], where nothing on the page has the focus by then.
pub fn focus_if_lost(id: String) {
    request_animation_frame(move || {
        let focused = document().active_element();
        if focused.is_none_or(|it| it.tag_name() == "BODY") {
            focus(&id);
        }
    });
}

pub async fn read_file(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The bytes of a file from one place to another; nothing where it changed since it was chosen.
pub async fn read_part_of_file(file: &File, bytes: std::ops::Range<u64>) -> Option<Vec<u8>> {
    // Exact up to 2^53, which no file reaches.
    let part = file
        .slice_with_f64_and_f64(bytes.start as f64, bytes.end as f64)
        .ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// An address inside the page for these bytes; [`revoke`] it when it is no longer shown.
pub fn object_url(bytes: &[u8], media_type: &str) -> Option<String> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Gives back what [`object_url`] or [`file_url`] made.
pub fn revoke(url: &str) {
    let _ = Url::revoke_object_url(url);
}

/// An address inside the page for a chosen file.
pub fn file_url(file: &File) -> Option<String> {
    Url::create_object_url_with_blob(file).ok()
}

/// Opens the browser's own print dialogue.
pub fn print() {
    let _ = window().print();
}

/// Whether the browser has a network at all; yes where it does not know.
pub fn has_network() -> bool {
    window().navigator().on_line()
}

/// Presses the button with this id, if it is there. It has the focus then: a window that it opens gives
/// the focus back to it.
pub fn press(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(button) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
        button.click();
    }
}

/// The id of what has the focus.
pub fn focused_id() -> Option<String> {
    document().active_element().map(|it| it.id())
}

/// Whether the focus is where text is typed: taking it away would cut a word in two.
pub fn is_typing() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|it| matches!(it.tag_name().as_str(), "TEXTAREA" | "INPUT"))
}

/// Has the browser keep the desks' own files, so that they open without a network; browsers that
/// cannot do without.
pub fn keep_files() {
    let container = window().navigator().service_worker();
    if container.is_undefined() {
        return;
    }
    let options = RegistrationOptions::new();
    options.set_scope("/mesa");
    let registered = container.register_with_options("/mesa/worker.js", &options);
    leptos::task::spawn_local(async move {
        // Refused in private windows; then the desk simply needs the network.
        let _ = JsFuture::from(registered).await;
    });
}

/// Says once, above everything, that the page lacks one of its parts; the console says which.
pub fn tell_broken(part: &str) {
    const ID: &str = "pagina-incompleta";
    leptos::logging::error!("nothing here was handed a {part}");
    let page = document();
    if page.get_element_by_id(ID).is_some() {
        return;
    }
    if let Some((body, told)) = page.body().zip(page.create_element("p").ok()) {
        told.set_id(ID);
        told.set_class_name("notice notice--error");
        told.set_text_content(Some(texts().failure.broken));
        // A fresh element takes any attribute and any place.
        let _ = told.set_attribute("role", "alert");
        let _ = body.prepend_with_node_1(&told);
    }
}

/// Has the browser save a file.
pub fn download(bytes: &[u8], media_type: &str, name: &str) {
    let link = document().create_element("a").ok();
    let link = link.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some((link, url)) = link.zip(object_url(bytes, media_type)) {
        // A fresh element takes any attribute.
        let _ = link.set_attribute("href", &url);
        let _ = link.set_attribute("download", name);
        link.click();
        // The browser reads the file after this task is over.
        set_timeout(move || revoke(&url), std::time::Duration::from_secs(60));
    }
}

/// Puts a text into the clipboard; false where the browser has none or refuses.
pub async fn copy_text(text: &str) -> bool {
    let navigator = window().navigator();
    // Without https there is none, and asking for it would fail.
    let there = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !there.is_ok_and(|it| it.is_object()) {
        return false;
    }
    let written = navigator.clipboard().write_text(text);
    JsFuture::from(written).await.is_ok()
}

/// What this browser keeps until it is removed; none where it does not allow it.
pub fn local_storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What this tab keeps until it is closed; none where the browser does not allow it.
pub fn session_storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Asks a question that is answered with yes or no; yes where the browser does not ask.
pub fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(true)
}

/// Runs `promise` while holding a lock that all tabs of the browser share; browsers without the
/// Web Locks API run it at once.
pub fn with_lock(name: &str, run: Closure<dyn FnMut() -> js_sys::Promise>) -> js_sys::Promise {
    let run: js_sys::Function = run.into_js_value().unchecked_into();
    let at_once = || match run
        .call0(&JsValue::NULL)
        .map(JsCast::dyn_into::<js_sys::Promise>)
    {
        Ok(Ok(promise)) => promise,
        _ => js_sys::Promise::reject(&JsValue::NULL),
    };
    let get = |from: &JsValue, key: &str| {
        js_sys::Reflect::get(from, &JsValue::from_str(key))
            .ok()
            .filter(|it| !it.is_undefined())
    };
    let locks = get(&window(), "navigator").and_then(|it| get(&it, "locks"));
    let request = locks.as_ref().and_then(|it| get(it, "request"));
    match (
        locks,
        request.and_then(|it| it.dyn_into::<js_sys::Function>().ok()),
    ) {
        (Some(locks), Some(request)) => {
            match request.call2(&locks, &JsValue::from_str(name), &run) {
                Ok(promise) => promise.dyn_into().unwrap_or_else(|_| at_once()),
                Err(_) => at_once(),
            }
        }
        _ => at_once(),
    }
}
