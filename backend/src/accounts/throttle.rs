//! Slowing down failed sign-ins, by user name and by address, whether or not the name exists.

use chrono::Duration;
use conoceles_shared::time::Instant;

use super::store;
use crate::core::db::Conn;
use crate::core::error::Failure;

/// Failures before waiting begins.
const FREE: i64 = 5;
/// Failures older than this are forgotten, in minutes.
const MEMORY_MINUTES: i64 = 60;
/// The longest wait, in seconds.
const LONGEST: i64 = 900;

/// Seconds to wait after the `failures`-th failure: none up to five, then 15 s doubling up to
/// 15 minutes.
fn wait_seconds(failures: i64) -> i64 {
    if failures < FREE {
        return 0;
    }
    let doublings = u32::try_from(failures - FREE).unwrap_or(0).min(6);
    (15 << doublings).min(LONGEST)
}

/// Refuses while one of the subjects must wait.
///
/// # Errors
/// 429 with the seconds left, or the database.
pub async fn check(conn: Conn<'_>, subjects: &[String], now: Instant) -> Result<(), Failure> {
    for subject in subjects {
        if let Some((failures, last)) = store::failures(&mut *conn, subject).await?
            && now - last < Duration::minutes(MEMORY_MINUTES)
        {
            let until = last + Duration::seconds(wait_seconds(failures));
            if now < until {
                let left = (until - now).num_seconds().max(1);
                return Err(Failure::Throttled(u64::try_from(left).unwrap_or(1)));
            }
        }
    }
    Ok(())
}

/// Counts one failure for each subject.
///
/// # Errors
/// The database.
pub async fn count(conn: Conn<'_>, subjects: &[String], now: Instant) -> Result<(), Failure> {
    for subject in subjects {
        let before = store::failures(&mut *conn, subject).await?;
        let failures = match before {
            Some((failures, last)) if now - last < Duration::minutes(MEMORY_MINUTES) => failures,
            _ => 0,
        };
        store::set_failures(&mut *conn, subject, failures + 1, now).await?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "throttle_tests.rs"]
mod throttle_tests;
