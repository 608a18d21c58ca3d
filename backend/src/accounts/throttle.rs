//! Slowing down failed sign-ins and wrong codes. A try is counted as failed before it is judged, by
//! one statement, so that any number of them at once gets no more tries than one after the other;
//! the right one takes its count back.

use chrono::Duration;
use conoceles_shared::ids::{AccountId, SessionId};
use conoceles_shared::time::Instant;

use super::store;
use crate::core::db::{Conn, Db};
use crate::core::error::Failure;

/// The failure with which one person's waiting begins.
pub const FIRST_WAIT: i64 = 5;
/// The longest wait, in seconds.
const LONGEST: i64 = 900;
/// The longest wait of a name or an account as such, in seconds: it may keep out an owner at a new device.
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
    /// A session that is complete: codes of the second factor, and the present password. Whoever is in
    /// it gave them before.
    Session(SessionId),
    /// Codes after a right password, on a device that the account knows.
    CodesOnDevice(String),
    /// Codes after a right password, from one address.
    CodesAt {
        /// Whose password it was.
        account: AccountId,
        /// The address.
        address: String,
    },
    /// Codes after a right password, from wherever they are tried.
    Codes(AccountId),
}

impl ThrottleSubject {
    /// What it is stored as.
    fn key(&self) -> String {
        match self {
            Self::Device(device) => format!("device:{device}"),
            Self::NameAt { login, address } => format!("{}{address}", pair_prefix(login)),
            Self::Name(name) => format!("login:{name}"),
            Self::Address(address) => format!("address:{address}"),
            Self::Session(id) => format!("session:{id}"),
            Self::CodesOnDevice(device) => format!("codes-device:{device}"),
            Self::CodesAt { account, address } => format!("{}{address}", codes_prefix(account)),
            Self::Codes(account) => format!("codes:{account}"),
        }
    }

    /// The failure with which waiting begins.
    const fn first_wait(&self) -> i64 {
        match self {
            Self::Device(_)
            | Self::NameAt { .. }
            | Self::Session(_)
            | Self::CodesOnDevice(_)
            | Self::CodesAt { .. } => FIRST_WAIT,
            Self::Address(_) => 50,
            Self::Name(_) | Self::Codes(_) => 200,
        }
    }

    const fn longest(&self) -> i64 {
        match self {
            Self::Name(_) | Self::Codes(_) => LONGEST_OF_NAME,
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

/// What the keys of an account's codes at any address begin with.
fn codes_prefix(account: &AccountId) -> String {
    format!("codes-at:{account}\u{1f}")
}

/// Tries that are counted as failed until they are taken back.
#[must_use]
pub struct CountedTry {
    /// Of the first subject, the narrowest, this one included.
    pub failures: i64,
    /// Of the last subject, the widest, this one included.
    pub failures_anywhere: i64,
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
        failures_anywhere: 0,
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
        counted.failures_anywhere = failures;
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
    let codes = ThrottleSubject::Codes(account.clone());
    store::forget_failures_of(&mut *conn, &codes.key()).await?;
    store::forget_failures_from(&mut *conn, &codes_prefix(account)).await?;
    let of_name = ThrottleSubject::Name(login.to_owned());
    store::forget_failures_of(&mut *conn, &of_name.key()).await?;
    store::forget_failures_from(conn, &pair_prefix(login)).await
}

#[cfg(test)]
#[path = "throttle_tests.rs"]
mod throttle_tests;
