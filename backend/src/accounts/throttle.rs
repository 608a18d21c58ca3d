//! Slowing down failed sign-ins and wrong codes. A try is counted as failed before it is judged, by
//! one statement, so that any number of them at once gets no more tries than one after the other;
//! the right one takes its count back.

use chrono::Duration;
use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;

use super::store;
use crate::core::db::{Conn, Db};
use crate::core::error::Failure;

/// The longest wait, in seconds.
const LONGEST: i64 = 900;
/// The longest wait of a name as such, in seconds: it may keep out an owner at a new device.
const LONGEST_OF_NAME: i64 = 60;

/// Whose failures are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThrottleSubject {
    /// A device that its account knows: nobody else's failures count against it.
    Device(String),
    /// A user name, whether it exists or not, tried from one address.
    NameAt {
        /// The name.
        login: String,
        /// The address.
        address: String,
    },
    /// A user name from wherever it is tried: what limits guessing from many addresses.
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
            Self::Device(device) => format!("device:{device}"),
            Self::NameAt { login, address } => format!("{}{address}", pair_prefix(login)),
            Self::Name(name) => format!("login:{name}"),
            Self::Address(address) => format!("address:{address}"),
            Self::Account(id) => format!("account:{id}"),
        }
    }

    /// The failure with which waiting begins.
    const fn first_wait(&self) -> i64 {
        match self {
            Self::Device(_) | Self::NameAt { .. } | Self::Account(_) => 5,
            Self::Address(_) => 50,
            Self::Name(_) => 200,
        }
    }

    const fn longest(&self) -> i64 {
        match self {
            Self::Name(_) => LONGEST_OF_NAME,
            _ => LONGEST,
        }
    }

    /// Whether it is of one person: forgotten once that person got in. Whoever has one account must
    /// not clear the way to guess at others.
    const fn is_personal(&self) -> bool {
        !matches!(self, Self::Address(_))
    }

    /// Seconds to wait after the `failures`-th failure: none before the first wait, then 15 s
    /// doubling up to the longest.
    fn wait_seconds(&self, failures: i64) -> i64 {
        if failures < self.first_wait() {
            return 0;
        }
        let doublings = u32::try_from(failures - self.first_wait())
            .unwrap_or(0)
            .min(6);
        (15 << doublings).min(self.longest())
    }
}

/// What the keys of a name at any address begin with; no name has such a sign in it.
fn pair_prefix(login: &str) -> String {
    format!("pair:{login}\u{1f}")
}

/// Tries that are counted as failed until they are taken back.
#[must_use]
pub struct CountedTry {
    /// Of the first subject, this one included.
    pub failures: i64,
    counted: Vec<(ThrottleSubject, Instant)>,
}

/// Counts a failure for each subject, or refuses while one of them must wait. What is refused
/// writes nothing.
///
/// # Errors
/// 429 with the seconds left.
pub async fn count_try(
    db: &Db,
    subjects: Vec<ThrottleSubject>,
    now: Instant,
) -> Result<CountedTry, Failure> {
    let mut conn = db.read().await?;
    for subject in &subjects {
        refuse_while_waiting(&mut conn, subject, now).await?;
    }
    drop(conn);
    let mut tx = db.write().await?;
    let mut counted = CountedTry {
        failures: 0,
        counted: Vec::new(),
    };
    for subject in subjects {
        let Some(failures) = store::add_failure(&mut tx, &subject.key(), now).await? else {
            refuse_while_waiting(&mut tx, &subject, now).await?;
            return Err(Failure::throttled(1));
        };
        let until = now + Duration::seconds(subject.wait_seconds(failures));
        store::set_wait(&mut tx, &subject.key(), until).await?;
        if counted.counted.is_empty() {
            counted.failures = failures;
        }
        counted.counted.push((subject, until));
    }
    tx.commit().await?;
    Ok(counted)
}

impl CountedTry {
    /// The try was right: what counted against its person is forgotten.
    pub async fn was_right(self, conn: Conn<'_>, now: Instant) -> Result<(), Failure> {
        for (subject, until) in self.counted {
            if subject.is_personal() {
                store::forget_failures_of(&mut *conn, &subject.key()).await?;
            } else {
                store::take_back_failure(&mut *conn, &subject.key(), until, now).await?;
            }
        }
        Ok(())
    }

    /// What came of judging the try. Where it could not be judged, its count is taken back.
    ///
    /// # Errors
    /// Those of `outcome`.
    pub async fn unless_unjudged<T>(
        self,
        db: &Db,
        outcome: Result<T, Failure>,
        now: Instant,
    ) -> Result<(Self, T), Failure> {
        let why = match outcome {
            Ok(judged) => return Ok((self, judged)),
            Err(why) => why,
        };
        let mut tx = db.write().await?;
        for (subject, until) in self.counted {
            store::take_back_failure(&mut tx, &subject.key(), until, now).await?;
        }
        tx.commit().await?;
        Err(why)
    }
}

async fn refuse_while_waiting(
    conn: Conn<'_>,
    subject: &ThrottleSubject,
    now: Instant,
) -> Result<(), Failure> {
    let until = store::wait_of(conn, &subject.key()).await?;
    match until.filter(|it| now < *it) {
        None => Ok(()),
        Some(until) => {
            let left = (until - now).num_seconds().max(1);
            Err(Failure::throttled(u64::try_from(left).unwrap_or(1)))
        }
    }
}

/// Forgets what counted against an account, wherever it was tried: it has a new credential.
pub async fn forget_waits_of(
    conn: Conn<'_>,
    account: &AccountId,
    login: &str,
) -> Result<(), Failure> {
    let of_account = ThrottleSubject::Account(account.clone());
    store::forget_failures_of(&mut *conn, &of_account.key()).await?;
    let of_name = ThrottleSubject::Name(login.to_owned());
    store::forget_failures_of(&mut *conn, &of_name.key()).await?;
    store::forget_failures_from(conn, &pair_prefix(login)).await
}

#[cfg(test)]
#[path = "throttle_tests.rs"]
mod throttle_tests;
