//! Instants and dates as the desks show and read them.

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use conoceles_shared::time::{self, Instant};

use crate::i18n::desk::texts;

/// «17:42:08, hora del centro de México»: the authority's, whatever the computer's is.
pub fn time_of_day(at: Instant) -> String {
    format!("{}, {}", hour_in_list(at), time::ZONE_NAME)
}

/// «17:42:08», in a list that says the zone once for all.
pub fn hour_in_list(at: Instant) -> String {
    let local = time::local(at);
    format!(
        "{:02}:{:02}:{:02}",
        local.hour(),
        local.minute(),
        local.second()
    )
}

/// «17:42», where every second line of a narrow bar hides something.
pub fn minute_of_day(at: Instant) -> String {
    let local = time::local(at);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// When what is approved is published, in a sentence.
pub fn publication_date(at: Option<Instant>) -> String {
    (texts().capture.publishes)(at.map(time::spanish_deadline).as_deref())
}

/// The same instant by the clock of this computer, where that shows another hour.
pub fn own_hour(at: Instant) -> Option<String> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds until the year 9999 are far below what a float holds exactly"
    )]
    let millis = wasm_bindgen::JsValue::from_f64(at.timestamp_millis() as f64);
    let minutes = js_sys::Date::new(&millis).get_timezone_offset();
    hour_behind_utc(at, minutes)
}

/// The day and hour of an instant where it is this many minutes before UTC; none where that is the
/// authority's own hour.
fn hour_behind_utc(at: Instant, minutes: f64) -> Option<String> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the minutes of a zone are a few hundred"
    )]
    let own = at.naive_utc() - chrono::Duration::minutes(minutes as i64);
    let shown = || {
        format!(
            "{}, {} h",
            time::spanish_date(own.date()),
            own.format("%H:%M")
        )
    };
    (own != time::local(at)).then(shown)
}

/// The browser's own clock; only for what happens here now. Whatever it says, the server decides.
pub fn now() -> Instant {
    let millis = js_sys::Date::now();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit for ages"
    )]
    Instant::from_timestamp_millis(millis as i64).unwrap_or_default()
}

/// `AAAA-MM-DD` of a date field.
pub fn date(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

/// The local date and time of a `datetime-local` field as an instant.
pub fn moment(text: &str) -> Option<Instant> {
    let text = text.trim();
    let with_seconds = if text.len() == 16 {
        format!("{text}:00")
    } else {
        text.to_owned()
    };
    with_seconds
        .parse::<NaiveDateTime>()
        .ok()
        .map(time::from_local)
}

/// The local day of an instant as a date field holds it.
pub fn day_of(at: Instant) -> String {
    time::local_date(at).to_string()
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod clock_tests;
