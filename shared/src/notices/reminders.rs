//! When the end of a period is near enough to be told.

use crate::time::{Instant, Period, local_date};

/// How many natural days before its last one a period is told of, the nearest first.
pub const REMINDER_DAYS: [i64; 2] = [1, 3];

/// The reminder that is due at `now`: the nearest mark that has been reached, in natural days
/// before the last one. A period that is not longer than a mark has none of it; one that has not
/// begun or is over has none at all.
#[must_use]
pub fn reminder_due(period: &Period, now: Instant) -> Option<i64> {
    if !period.contains(now) {
        return None;
    }
    let left = (local_date(period.ends) - local_date(now)).num_days();
    REMINDER_DAYS
        .into_iter()
        .find(|mark| left <= *mark && period.days() > *mark)
}
