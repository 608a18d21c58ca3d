//! The citizens' portal, in the browser.

fn main() {
    conoceles_frontend::portal::start();
}
