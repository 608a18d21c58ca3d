//! Deadlines, reckoned in the authority's local time (`docs/domain/process.md#deadlines`).
//!
//! Instants are UTC everywhere; only this module knows the zone. No function here reads a clock.

use chrono::{DateTime, Days, Duration, LocalResult, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::{America::Mexico_City, Tz};
use serde::{Deserialize, Serialize};

/// The zone in which every period is reckoned.
pub const ZONE: Tz = Mexico_City;

/// Whose hour every time of day is: said wherever one is shown, since Cancún is an hour ahead of it
/// and Tijuana up to two behind.
pub const ZONE_NAME: &str = "hora del centro de México";

/// Seconds after an end within which what was sent in time may still arrive: a save is taken, and the
/// sweep decides nothing before they are over. A change also waits no longer than this for others.
pub const GRACE_SECONDS: i64 = 30;

/// An instant, in UTC.
pub type Instant = DateTime<Utc>;

/// A span in which something may be done; both ends belong to it (to the second).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Period {
    /// First instant.
    pub starts: DateTime<Utc>,
    /// Last second in which it is still open, e.g. 23:59:59 local time.
    pub ends: DateTime<Utc>,
}

impl Period {
    /// A period of natural days: the day of `received` is not counted and the period ends at
    /// 23:59:59 local time of the last one (received 15 May 12:31, 15 days: until 30 May 23:59:59).
    #[must_use]
    pub fn natural_days(received: Instant, days: u16) -> Self {
        let last = local_date(received)
            .checked_add_days(Days::new(u64::from(days)))
            .unwrap_or(NaiveDate::MAX);
        Self {
            starts: received,
            ends: end_of_day(last),
        }
    }

    /// Whether `now` lies within the period. The whole last second belongs to it.
    #[must_use]
    pub fn contains(&self, now: Instant) -> bool {
        self.starts <= now && !self.is_over(now)
    }

    /// Whether the period has ended at `now`.
    #[must_use]
    pub fn is_over(&self, now: Instant) -> bool {
        now >= self.ends + Duration::seconds(1)
    }

    /// Whether nothing can be done in it any longer: it has ended, and its grace too.
    #[must_use]
    pub fn is_past_grace(&self, now: Instant) -> bool {
        is_past_grace(self.ends, now)
    }

    /// How many natural days it has: that of the receipt is not counted, a first day from 00:00:00
    /// on is. At least 1.
    #[must_use]
    pub fn days(&self) -> i64 {
        let first = local_date(self.starts);
        let whole = i64::from(start_of_day(first) == self.starts);
        ((local_date(self.ends) - first).num_days() + whole).max(1)
    }

    /// Natural days left at `now`, counting today unless it is that of the receipt; 0 once it is
    /// over.
    #[must_use]
    pub fn days_left(&self, now: Instant) -> i64 {
        if self.is_over(now) {
            0
        } else {
            let left = (local_date(self.ends) - local_date(now)).num_days() + 1;
            left.min(self.days())
        }
    }

    /// Whether it ends with its day, as natural days do: what does not is told in hours.
    #[must_use]
    pub fn ends_with_its_day(&self) -> bool {
        self.ends == end_of_day(local_date(self.ends))
    }

    /// How many hours it has, the last one begun counting as whole; at least 1.
    #[must_use]
    pub fn hours(&self) -> i64 {
        whole_hours(self.ends - self.starts).max(1)
    }

    /// How many hours are left at `now`, the one that runs counting as whole; 0 once it is over.
    #[must_use]
    pub fn hours_left(&self, now: Instant) -> i64 {
        if self.is_over(now) {
            0
        } else {
            whole_hours(self.ends - now).clamp(1, self.hours())
        }
    }
}

/// Whether `last`, the last second of something, and the grace after it have passed.
#[must_use]
pub fn is_past_grace(last: Instant, now: Instant) -> bool {
    now >= past_grace_at(last)
}

/// From when on they have.
#[must_use]
pub fn past_grace_at(last: Instant) -> Instant {
    last + Duration::seconds(1 + GRACE_SECONDS)
}

fn whole_hours(span: Duration) -> i64 {
    (span.num_milliseconds() + 3_599_999).div_euclid(3_600_000)
}

/// The calendar day of an instant where the authority is.
#[must_use]
pub fn local_date(at: Instant) -> NaiveDate {
    at.with_timezone(&ZONE).date_naive()
}

/// The local date and time of an instant.
#[must_use]
pub fn local(at: Instant) -> NaiveDateTime {
    at.with_timezone(&ZONE).naive_local()
}

/// 23:59:59 local time of `day`.
#[must_use]
pub fn end_of_day(day: NaiveDate) -> Instant {
    match day.and_hms_opt(23, 59, 59) {
        Some(time) => from_local(time),
        None => DateTime::<Utc>::MAX_UTC,
    }
}

/// 00:00:00 local time of `day`, or the first instant that exists on it.
#[must_use]
pub fn start_of_day(day: NaiveDate) -> Instant {
    match day.and_hms_opt(0, 0, 0) {
        Some(time) => from_local(time),
        None => DateTime::<Utc>::MIN_UTC,
    }
}

/// The instant of a local date and time. A time that occurs twice (the clocks went back) is the
/// later one, which favours whoever has a deadline; one that does not exist is an hour later.
#[must_use]
pub fn from_local(local: NaiveDateTime) -> Instant {
    match ZONE.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(_, at) => at.with_timezone(&Utc),
        LocalResult::None => match ZONE.from_local_datetime(&(local + Duration::hours(1))) {
            LocalResult::Single(at) | LocalResult::Ambiguous(_, at) => at.with_timezone(&Utc),
            LocalResult::None => Utc.from_utc_datetime(&local),
        },
    }
}

const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// «30 de mayo de 2024».
#[must_use]
pub fn spanish_date(day: NaiveDate) -> String {
    use chrono::Datelike;
    let month = MONTHS
        .get(day.month0() as usize)
        .copied()
        .unwrap_or_default();
    format!("{} de {month} de {}", day.day(), day.year())
}

/// «30 de mayo de 2024, 23:59:59 h, hora del centro de México», with seconds: for the ends of
/// periods.
#[must_use]
pub fn spanish_deadline(at: Instant) -> String {
    format!("{}, {ZONE_NAME}", deadline_in_list(at))
}

/// The same in a list that says the zone once for all.
#[must_use]
pub fn deadline_in_list(at: Instant) -> String {
    let local = local(at);
    format!(
        "{}, {} h",
        spanish_date(local.date()),
        local.format("%H:%M:%S")
    )
}

/// «18 de mayo de 2024, 11:20 h, hora del centro de México», to the minute.
#[must_use]
pub fn spanish_moment(at: Instant) -> String {
    format!("{}, {ZONE_NAME}", moment_in_list(at))
}

/// The same in a list that says the zone once for all.
#[must_use]
pub fn moment_in_list(at: Instant) -> String {
    let local = local(at);
    format!(
        "{}, {} h",
        spanish_date(local.date()),
        local.format("%H:%M")
    )
}

/// The age of a person born on `birth` on the day `on`; `None` before birth or above 130.
#[must_use]
pub fn age_on(birth: NaiveDate, on: NaiveDate) -> Option<u8> {
    on.years_since(birth)
        .filter(|years| *years <= 130)
        .and_then(|years| u8::try_from(years).ok())
}

#[cfg(test)]
#[path = "time_tests.rs"]
mod time_tests;
