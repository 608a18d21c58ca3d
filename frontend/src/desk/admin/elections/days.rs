//! An instant in a form that asks for its day: one that was set elsewhere to an hour of its own keeps
//! that while its day stays.

use chrono::NaiveDate;
use conoceles_shared::time::{Instant, local_date};
use serde_json::{Value, json};

use crate::desk::clock;
use crate::desk::form::text_at;
use crate::i18n::desk::texts;

/// What the form holds of it: its day, and the instant itself.
pub fn held(at: Option<Instant>) -> Value {
    json!({ "day": at.map(clock::day_of), "was": at })
}

/// Where the instant is not the one that its day alone would give: its hour, for the hint of the day.
pub fn hour_kept(held: &Value, of_day: impl Fn(NaiveDate) -> Instant) -> Option<String> {
    let was = text_at(held, "/was").parse::<Instant>().ok()?;
    let usual = of_day(local_date(was));
    (was != usual).then(|| (texts().settings.hour_kept)(&clock::time_of_day(was)))
}

/// The instant that the form holds: as it was, or that of another day.
pub fn instant(held: &Value, of_day: impl Fn(NaiveDate) -> Instant) -> Option<Instant> {
    let day = clock::date(text_at(held, "/day"))?;
    let was = text_at(held, "/was").parse::<Instant>().ok();
    let kept = was.filter(|it| clock::date(&clock::day_of(*it)) == Some(day));
    Some(kept.unwrap_or_else(|| of_day(day)))
}

#[cfg(test)]
mod tests {
    use conoceles_shared::time::start_of_day;

    use super::*;

    #[test]
    fn only_an_hour_of_its_own_is_told() {
        let day = NaiveDate::from_ymd_opt(2027, 4, 4).unwrap();
        let usual = start_of_day(day);
        assert_eq!(hour_kept(&held(Some(usual)), start_of_day), None);
        assert_eq!(hour_kept(&held(None), start_of_day), None);
        let noon = usual + chrono::Duration::hours(12);
        let told = hour_kept(&held(Some(noon)), start_of_day).unwrap();
        assert!(told.contains("12:00:00"), "{told}");
    }
}
