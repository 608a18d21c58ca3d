//! Slowing down failed sign-ins, by user name and by address, whether or not the name exists.

use chrono::Duration;
use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;

use super::store::{self, FAILURES_KEPT_MINUTES, FailuresRow};
use crate::core::db::Conn;
use crate::core::error::Failure;

/// The longest wait, in seconds.
const LONGEST: i64 = 900;

/// Whose failures are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThrottleSubject {
    /// A user name, whether it exists or not.
    Name(String),
    /// A network address. An office of many people shares one, so it is given more patience.
    Address(String),
    /// An account inside its session: codes of the second factor, and its present password.
    Account(AccountId),
}

impl ThrottleSubject {
    /// What it is stored as.
    fn key(&self) -> String {
        match self {
            Self::Name(name) => format!("login:{name}"),
            Self::Address(address) => format!("address:{address}"),
            Self::Account(id) => format!("account:{id}"),
        }
    }

    /// The failure with which waiting begins.
    const fn first_wait(&self) -> i64 {
        match self {
            Self::Name(_) | Self::Account(_) => 5,
            Self::Address(_) => 50,
        }
    }

    /// Seconds to wait after the `failures`-th failure: none before the first wait, then 15 s
    /// doubling up to 15 minutes.
    fn wait_seconds(&self, failures: i64) -> i64 {
        if failures < self.first_wait() {
            return 0;
        }
        let doublings = u32::try_from(failures - self.first_wait())
            .unwrap_or(0)
            .min(6);
        (15 << doublings).min(LONGEST)
    }
}

/// Refuses while one of the subjects must wait.
///
/// # Errors
/// 429 with the seconds left.
pub async fn refuse_while_waiting(
    conn: Conn<'_>,
    subjects: &[ThrottleSubject],
    now: Instant,
) -> Result<(), Failure> {
    for subject in subjects {
        if let Some(failures) = remembered(&mut *conn, subject, now).await? {
            let until = failures.last + Duration::seconds(subject.wait_seconds(failures.count));
            if now < until {
                let left = (until - now).num_seconds().max(1);
                return Err(Failure::Throttled(u64::try_from(left).unwrap_or(1)));
            }
        }
    }
    Ok(())
}

/// Counts one failure for each subject.
pub async fn count_failure(
    conn: Conn<'_>,
    subjects: &[ThrottleSubject],
    now: Instant,
) -> Result<(), Failure> {
    for subject in subjects {
        let before = remembered(&mut *conn, subject, now).await?;
        let failures = before.map_or(0, |it| it.count) + 1;
        store::set_failures(&mut *conn, &subject.key(), failures, now).await?;
    }
    Ok(())
}

/// The failures of a subject, unless they are too long ago.
async fn remembered(
    conn: Conn<'_>,
    subject: &ThrottleSubject,
    now: Instant,
) -> Result<Option<FailuresRow>, Failure> {
    let found = store::failures_of(conn, &subject.key()).await?;
    Ok(found.filter(|it| now - it.last < Duration::minutes(FAILURES_KEPT_MINUTES)))
}

/// Forgets the failures of a name that signed in, or of an account that proved itself. An address is
/// never forgotten: whoever has one account must not clear the way to guess at others.
pub async fn forget_failures(conn: Conn<'_>, subject: &ThrottleSubject) -> Result<(), Failure> {
    store::forget_failures_of(conn, &subject.key()).await
}

#[cfg(test)]
#[path = "throttle_tests.rs"]
mod throttle_tests;
