//! Times, local and exact.

use chrono::SecondsFormat;
use conoceles_shared::time::{Instant, spanish_moment};
use leptos::prelude::*;

use super::{IntoPiece, Piece};

/// An instant in local time to the minute, with the exact one for programs.
pub fn moment(at: Instant) -> Piece {
    let exact = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    view! { <time datetime=exact>{spanish_moment(at)}</time> }.piece()
}
