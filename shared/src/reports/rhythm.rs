//! When reports are drawn up (`docs/domain/reports.md#rhythm`).

use chrono::Duration;

use crate::election::ElectionSetup;
use crate::time::{Instant, end_of_day, local_date};

/// The cut-off that is due at `now` and that no report names yet: the last of those that passed. Cut-offs
/// are ends of days, every so many days back from the end of publication, so that the last is that end;
/// none lies before `begins`, when the first account was delivered. A server that was down draws up the
/// last one only: what stood at those before is not known any more.
#[must_use]
pub fn cutoff_due(
    setup: &ElectionSetup,
    begins: Instant,
    last: Option<Instant>,
    now: Instant,
) -> Option<Instant> {
    let every = i64::from(setup.settings.report_days);
    let ends = setup.publication_ends();
    if setup.archived {
        return None;
    }
    let final_day = local_date(ends);
    let due = if now > ends {
        ends
    } else if every == 0 {
        return None;
    } else {
        let left = (final_day - local_date(now)).num_days();
        let back = left.checked_div(every)? * every;
        let day = final_day - Duration::days(back);
        let cut = end_of_day(day);
        if cut < now {
            cut
        } else {
            end_of_day(day - Duration::days(every))
        }
    };
    let is_new = last.is_none_or(|it| it < due);
    (begins < due && is_new).then_some(due)
}

#[cfg(test)]
#[path = "rhythm_tests.rs"]
mod rhythm_tests;
