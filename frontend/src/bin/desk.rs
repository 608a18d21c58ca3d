//! The desks in the browser: capture, review and administration, under `/mesa`.

fn main() {
    conoceles_frontend::desk::app::mount();
}
