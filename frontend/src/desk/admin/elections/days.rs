//! An instant in a form that asks for its day: one that was set elsewhere to an hour of its own keeps
//! that while its day stays.

use chrono::NaiveDate;
use conoceles_shared::time::Instant;
use serde_json::{Value, json};

use crate::desk::clock;
use crate::desk::form::text_at;

/// What the form holds of it: its day, and the instant itself.
pub fn held(at: Option<Instant>) -> Value {
    json!({ "day": at.map(clock::day_of), "was": at })
}

/// The instant that the form holds: as it was, or that of another day.
pub fn instant(held: &Value, of_day: impl Fn(NaiveDate) -> Instant) -> Option<Instant> {
    let day = clock::date(text_at(held, "/day"))?;
    let was = text_at(held, "/was").parse::<Instant>().ok();
    let kept = was.filter(|it| clock::date(&clock::day_of(*it)) == Some(day));
    Some(kept.unwrap_or_else(|| of_day(day)))
}
