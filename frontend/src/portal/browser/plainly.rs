//! What happens where the script cannot go on: the browser does what it does without one.

use std::cell::Cell;

use leptos::leptos_dom::logging::console_warn;
use leptos::prelude::window;

thread_local! {
    /// Whether the script failed: from then on it touches nothing.
    static GAVE_UP: Cell<bool> = const { Cell::new(false) };
    /// The page that is on its way.
    static UNDER_WAY: Cell<Option<String>> = const { Cell::new(None) };
}

/// A panic ends the script where it stands: no destructor runs, and whatever it held stays half done.
/// From then on links and forms are the browser's; so is the page that was just asked for.
pub fn give_up_on_panic() {
    std::panic::set_hook(Box::new(|why| {
        GAVE_UP.set(true);
        let place = why
            .location()
            .map_or_else(String::new, |it| format!(" ({}:{})", it.file(), it.line()));
        let failed = format!("el programa de la página falló{place}");
        match UNDER_WAY.take() {
            Some(path) => leave_to_browser(&path, &failed),
            None => warn(&failed),
        }
    }));
}

/// Whether the script failed.
pub fn gave_up() -> bool {
    GAVE_UP.get()
}

/// From now on a failure makes the browser load this page; `None`: there is none on its way.
pub fn under_way(path: Option<String>) {
    UNDER_WAY.set(path);
}

/// Leaves the way to a page to the browser, and says why.
pub fn leave_to_browser(path: &str, why: &str) {
    warn(why);
    // A browser that refuses leaves the page where it is: nothing else can be done.
    let _ = window().location().assign(path);
}

/// One line for whoever looks into why a page is loaded that could have been built here.
pub fn warn(why: &str) {
    console_warn(&format!(
        "Conóceles: {why}. Los enlaces y los formularios funcionan como en una página sin programa."
    ));
}
