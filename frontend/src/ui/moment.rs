//! Times, local and exact.

use chrono::SecondsFormat;
use conoceles_shared::time::{Instant, spanish_moment};
use leptos::prelude::*;

/// An instant in local time to the minute, with the exact one for programs.
pub fn moment(at: Instant) -> AnyView {
    let exact = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    view! { <time datetime=exact>{spanish_moment(at)}</time> }.into_any()
}
