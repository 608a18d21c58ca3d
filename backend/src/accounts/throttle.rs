//! Slowing down failed sign-ins, by user name and by address, whether or not the name exists.

use chrono::Duration;
use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;

use super::store;
use crate::core::db::Conn;
use crate::core::error::Failure;

/// Failures older than this are forgotten, in minutes.
pub(super) const MEMORY_MINUTES: i64 = 60;
/// The longest wait, in seconds.
const LONGEST: i64 = 900;

/// Whose failures are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A user name, whether it exists or not.
    Name(String),
    /// A network address. An office of many people shares one, so it is given more patience.
    Address(String),
    /// An account inside its session: codes of the second factor, and its present password.
    Account(AccountId),
}

impl Subject {
    /// What it is stored as.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Name(name) => format!("login:{name}"),
            Self::Address(address) => format!("address:{address}"),
            Self::Account(id) => format!("account:{id}"),
        }
    }

    /// The failure with which waiting begins.
    const fn patience(&self) -> i64 {
        match self {
            Self::Name(_) | Self::Account(_) => 5,
            Self::Address(_) => 50,
        }
    }

    /// Seconds to wait after the `failures`-th failure: none while there is patience, then 15 s
    /// doubling up to 15 minutes.
    fn wait_seconds(&self, failures: i64) -> i64 {
        if failures < self.patience() {
            return 0;
        }
        let doublings = u32::try_from(failures - self.patience())
            .unwrap_or(0)
            .min(6);
        (15 << doublings).min(LONGEST)
    }
}

/// Refuses while one of the subjects must wait.
///
/// # Errors
/// 429 with the seconds left, or the database.
pub async fn check(conn: Conn<'_>, subjects: &[Subject], now: Instant) -> Result<(), Failure> {
    for subject in subjects {
        if let Some((failures, last)) = remembered(&mut *conn, subject, now).await? {
            let until = last + Duration::seconds(subject.wait_seconds(failures));
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
pub async fn count(conn: Conn<'_>, subjects: &[Subject], now: Instant) -> Result<(), Failure> {
    for subject in subjects {
        let before = remembered(&mut *conn, subject, now).await?;
        let failures = before.map_or(0, |(failures, _)| failures);
        store::set_failures(&mut *conn, &subject.key(), failures + 1, now).await?;
    }
    Ok(())
}

/// How often a subject failed and when last, unless that is too long ago.
async fn remembered(
    conn: Conn<'_>,
    subject: &Subject,
    now: Instant,
) -> Result<Option<(i64, Instant)>, Failure> {
    let found = store::failures(conn, &subject.key()).await?;
    Ok(found.filter(|(_, last)| now - *last < Duration::minutes(MEMORY_MINUTES)))
}

/// Forgets the failures of a name that signed in, or of an account that proved itself. An address is
/// never forgotten: whoever has one account must not clear the way to guess at others.
///
/// # Errors
/// The database.
pub async fn forget(conn: Conn<'_>, subject: &Subject) -> Result<(), Failure> {
    store::forget_failures(conn, &subject.key()).await
}

#[cfg(test)]
#[path = "throttle_tests.rs"]
mod throttle_tests;
