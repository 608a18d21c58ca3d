//! Instants and dates as the desks show and read them.

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use conoceles_shared::time::{self, Instant};

/// «17:42:08», local time of the authority.
pub fn time_of_day(at: Instant) -> String {
    let local = time::local(at);
    format!(
        "{:02}:{:02}:{:02}",
        local.hour(),
        local.minute(),
        local.second()
    )
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
