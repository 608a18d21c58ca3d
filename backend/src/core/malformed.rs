//! Requests that are no HTTP: anybody can send them, thousands a second. The HTTP library writes an
//! error for each; here they are counted instead, and told together.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer};

/// What was not told yet.
static UNTOLD: AtomicU64 = AtomicU64::new(0);

/// How the library's lines on what a client sent begin.
const BEGINNINGS: [&str; 2] = ["stream error: ", "Internal server error: unexpected "];

/// Takes those lines out of the log.
#[derive(Debug, Clone, Copy)]
pub struct MalformedCounted;

impl<S: Subscriber> Layer<S> for MalformedCounted {
    fn event_enabled(&self, event: &Event<'_>, _: Context<'_, S>) -> bool {
        if !event.metadata().target().starts_with("actix_http::h1") {
            return true;
        }
        let mut seen = OfClient(false);
        event.record(&mut seen);
        if seen.0 {
            UNTOLD.fetch_add(1, Ordering::Relaxed);
        }
        !seen.0
    }
}

/// Whether a line is about what a client sent.
struct OfClient(bool);

impl Visit for OfClient {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            let text = format!("{value:?}");
            self.0 = BEGINNINGS.iter().any(|it| text.starts_with(it));
        }
    }
}

/// Says in one line how many there were since the last time.
pub fn tell_malformed() {
    let requests = UNTOLD.swap(0, Ordering::Relaxed);
    if requests > 0 {
        tracing::warn!(requests, "connections that did not speak HTTP were closed");
    }
}
