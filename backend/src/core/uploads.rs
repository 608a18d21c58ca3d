//! How many files one account may send: at the same time, and within an hour. What is received is
//! held in memory, so it is bounded before the first byte is read and until the last one is processed.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::Duration;
use conoceles_shared::ids::AccountId;
use conoceles_shared::problem::Code;
use conoceles_shared::text::counted as counted_words;
use conoceles_shared::time::Instant;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::error::Failure;

/// Files of one account that are on their way or processed at the same time.
const AT_ONCE: usize = 4;
/// The same of all accounts: 20 MB each at most.
const AT_ONCE_IN_ALL: usize = 24;
/// Files that one account may send within an hour.
const IN_AN_HOUR: usize = 1_200;
/// Seconds after which a place may be free again.
const RETRY_SECONDS: u64 = 5;

/// Who is sending, and who sent lately.
#[derive(Debug, Default)]
pub struct Uploads {
    senders: Arc<Senders>,
}

type Senders = Mutex<HashMap<AccountId, Sender>>;

#[derive(Debug)]
struct Sender {
    running: usize,
    lately: VecDeque<Instant>,
    /// Where one of its files waits for what all accounts share.
    head_of_line: Arc<Semaphore>,
}

impl Default for Sender {
    fn default() -> Self {
        Self {
            running: 0,
            lately: VecDeque::new(),
            head_of_line: Arc::new(Semaphore::new(1)),
        }
    }
}

/// A place for one file, held until it is dropped.
#[derive(Debug)]
pub struct UploadTurn {
    senders: Arc<Senders>,
    account: AccountId,
    head_of_line: Arc<Semaphore>,
}

/// Stands first among the files of its account, for as long as it is held.
#[derive(Debug)]
pub struct HeadOfLine(#[expect(dead_code, reason = "held, never read")] OwnedSemaphorePermit);

impl UploadTurn {
    /// Waits until no other file of the account waits for what all accounts share, so that however
    /// many it sends, others come after one of them.
    ///
    /// # Errors
    /// None that is expected: nobody closes the line.
    pub async fn head_of_line(&self) -> Result<HeadOfLine, Failure> {
        let line = Arc::clone(&self.head_of_line);
        let first = line.acquire_owned().await;
        first
            .map(HeadOfLine)
            .map_err(|_| Failure::internal("semaphore"))
    }
}

impl Drop for UploadTurn {
    fn drop(&mut self) {
        if let Some(sender) = counted(&self.senders).get_mut(&self.account) {
            sender.running = sender.running.saturating_sub(1);
        }
    }
}

impl Uploads {
    /// A turn for one more file of `account`.
    ///
    /// # Errors
    /// 429 where so many of the account are there already, or sent too many within an hour; 503 where too many
    /// people send at the same time.
    pub fn enter(&self, account: &AccountId, now: Instant) -> Result<UploadTurn, Failure> {
        let mut senders = counted(&self.senders);
        forget_idle(&mut senders, now);
        if senders.values().map(|it| it.running).sum::<usize>() >= AT_ONCE_IN_ALL {
            return Err(Failure::later(
                Code::Busy,
                "Muchas personas envían archivos a la vez. Espere un momento e intente de nuevo.",
                RETRY_SECONDS,
            ));
        }
        let sender = senders.entry(account.clone()).or_default();
        if sender.running >= AT_ONCE {
            return Err(too_many_files(
                "Su cuenta ya está enviando varios archivos a la vez.",
                RETRY_SECONDS,
            ));
        }
        if sender.lately.len() >= IN_AN_HOUR
            && let Some(first) = sender.lately.front()
        {
            let left = (*first + Duration::hours(1) - now).num_seconds().max(1);
            return Err(too_many_files(
                "Su cuenta ya envió todos los archivos que admite una hora.",
                u64::try_from(left).unwrap_or(1),
            ));
        }
        sender.running += 1;
        sender.lately.push_back(now);
        Ok(UploadTurn {
            senders: Arc::clone(&self.senders),
            account: account.clone(),
            head_of_line: Arc::clone(&sender.head_of_line),
        })
    }
}

/// The refusal of more files than an account sends at once, or in an hour.
fn too_many_files(why: &str, seconds: u64) -> Failure {
    let wait = counted_words(seconds, "segundo", "segundos");
    let detail = format!("{why} Nada se perdió: espere {wait} y envíe este de nuevo.");
    Failure::later(Code::TooManyRequests, detail, seconds)
}

fn counted(senders: &Senders) -> MutexGuard<'_, HashMap<AccountId, Sender>> {
    // Counts stay right whatever a panic interrupted: each change is one step.
    senders.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Forgets what is an hour ago, and whoever sent nothing since.
fn forget_idle(senders: &mut HashMap<AccountId, Sender>, now: Instant) {
    for sender in senders.values_mut() {
        while sender
            .lately
            .front()
            .is_some_and(|it| *it + Duration::hours(1) <= now)
        {
            sender.lately.pop_front();
        }
    }
    senders.retain(|_, it| it.running > 0 || !it.lately.is_empty());
}

#[cfg(test)]
#[path = "uploads_tests.rs"]
mod uploads_tests;
