//! The calendar of the demo: days counted from the day of seeding, in local time.

use chrono::{Days as Span, NaiveDate};
use conoceles_shared::time::{Instant, end_of_day, from_local, local_date, start_of_day};

/// The day of seeding and the days around it.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    today: NaiveDate,
}

impl Days {
    /// Counted from the local day of `now`.
    #[must_use]
    pub fn around(now: Instant) -> Self {
        Self {
            today: local_date(now),
        }
    }

    /// A day; negative is in the past.
    #[must_use]
    pub fn day(&self, offset: i32) -> NaiveDate {
        let span = Span::new(u64::from(offset.unsigned_abs()));
        let day = if offset < 0 {
            self.today.checked_sub_days(span)
        } else {
            self.today.checked_add_days(span)
        };
        day.unwrap_or(self.today)
    }

    /// A time of a day.
    #[must_use]
    pub fn at(&self, offset: i32, hour: u32, minute: u32) -> Instant {
        let day = self.day(offset);
        day.and_hms_opt(hour, minute, 0)
            .map_or_else(|| start_of_day(day), from_local)
    }

    /// The first second of a day.
    #[must_use]
    pub fn start(&self, offset: i32) -> Instant {
        start_of_day(self.day(offset))
    }

    /// The last second of a day.
    #[must_use]
    pub fn end(&self, offset: i32) -> Instant {
        end_of_day(self.day(offset))
    }
}
