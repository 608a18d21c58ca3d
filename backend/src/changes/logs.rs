//! Both logs as this server has followed them: their trees in memory, and whoever waits for what comes next.

use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use actix_web::web;
use conoceles_shared::api::changes::Change;
use conoceles_shared::api::public::LogChain;
use conoceles_shared::merkle::{Tree, TreeHash};
use conoceles_shared::time::Instant;
use tokio::sync::broadcast::{self, Receiver, Sender};

use super::followers::Followers;
use super::store::{self, EntryRow};
use super::told::told_change;
use crate::core::error::Failure;
use crate::core::state::App;

/// How often the ends of the logs are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// Changes that a follower may be behind before it reads them from the database.
const KEPT_FOR_FOLLOWERS: usize = 512;
/// Most entries that are told one by one: of more, followers read what they miss.
const TOLD_AT_ONCE: u16 = 200;

/// An entry that was just followed.
#[derive(Debug)]
pub struct FollowedChange {
    /// In which log.
    pub log: LogChain,
    /// What changed.
    pub change: Change,
}

/// A log up to the last entry that was followed.
#[derive(Debug, Default)]
pub struct FollowedLog {
    /// The tree over its entries.
    pub tree: Tree,
    /// The hash of the last one; empty before the first.
    pub last_sha256: String,
    /// When that was written.
    pub at: Option<Instant>,
}

/// Both logs.
#[derive(Debug)]
pub struct FollowedLogs {
    publication: RwLock<FollowedLog>,
    drill: RwLock<FollowedLog>,
    listeners: Mutex<Option<Sender<Arc<FollowedChange>>>>,
    /// Who listens.
    pub followers: Followers,
}

impl Default for FollowedLogs {
    fn default() -> Self {
        Self {
            publication: RwLock::default(),
            drill: RwLock::default(),
            listeners: Mutex::new(Some(broadcast::channel(KEPT_FOR_FOLLOWERS).0)),
            followers: Followers::default(),
        }
    }
}

impl FollowedLogs {
    /// What `look` finds in a log as it was followed.
    pub fn with<T>(&self, log: LogChain, look: impl FnOnce(&FollowedLog) -> T) -> T {
        look(&self.of(log).read().unwrap_or_else(PoisonError::into_inner))
    }

    /// How many entries of a log were followed.
    #[must_use]
    pub fn size(&self, log: LogChain) -> u64 {
        self.with(log, |it| it.tree.size())
    }

    /// What is followed from now on; none once the server is about to end.
    #[must_use]
    pub fn listen(&self) -> Option<Receiver<Arc<FollowedChange>>> {
        self.sender().as_ref().map(Sender::subscribe)
    }

    /// Lets whoever listens go: nothing more comes.
    pub fn let_go(&self) {
        *self
            .listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Follows both logs to their ends.
    ///
    /// # Errors
    /// The database, or an entry whose number or hash is not what comes next.
    pub async fn catch_up(&self, app: &App) -> Result<(), Failure> {
        for log in LogChain::ALL.iter().copied() {
            let before = self.size(log);
            let mut conn = app.db.read().await?;
            loop {
                let rows = store::hashes_after(&mut conn, log, self.size(log)).await?;
                if rows.is_empty() {
                    break;
                }
                self.append(log, &rows)?;
            }
            let now = self.size(log);
            let first_look = before == 0 && now > u64::from(TOLD_AT_ONCE);
            if now > before && !first_look && self.is_listened_to() {
                let new = store::entries_after(&mut conn, log, (before, now), TOLD_AT_ONCE).await?;
                self.tell(log, &new)?;
            }
        }
        Ok(())
    }

    fn append(&self, log: LogChain, rows: &[store::EntryHashRow]) -> Result<(), Failure> {
        let mut followed = self.of(log).write().unwrap_or_else(PoisonError::into_inner);
        for row in rows {
            if row.seq != followed.tree.size() + 1 {
                return Err(Failure::internal("publication_log: a number is missing"));
            }
            let leaf = TreeHash::leaf(&row.hash);
            let leaf = leaf.map_err(|_| Failure::internal("publication_log: hash"))?;
            followed.tree.append(leaf);
        }
        if let Some(last) = rows.last() {
            followed.last_sha256.clone_from(&last.hash);
            followed.at = Some(last.at);
        }
        Ok(())
    }

    fn is_listened_to(&self) -> bool {
        let sender = self.sender();
        sender.as_ref().is_some_and(|it| it.receiver_count() > 0)
    }

    fn tell(&self, log: LogChain, new: &[EntryRow]) -> Result<(), Failure> {
        let sender = self.sender();
        for row in new {
            let change = told_change(row)?;
            if let Some(sender) = &sender {
                // Nobody listens any more: nobody is told.
                let _ = sender.send(Arc::new(FollowedChange { log, change }));
            }
        }
        Ok(())
    }

    fn sender(&self) -> Option<Sender<Arc<FollowedChange>>> {
        self.listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    const fn of(&self, log: LogChain) -> &RwLock<FollowedLog> {
        match log {
            LogChain::Publication => &self.publication,
            LogChain::Drill => &self.drill,
        }
    }
}

/// Follows both logs for as long as the server runs, and lets go of whoever listens when it is told to end.
pub async fn follow_logs(app: web::Data<App>, logs: web::Data<FollowedLogs>) {
    let mut ends = std::pin::pin!(told_to_end());
    loop {
        if let Err(error) = logs.catch_up(&app).await {
            tracing::warn!(%error, "the logs could not be followed");
        }
        if tokio::time::timeout(LOOK_EVERY, &mut ends).await.is_ok() {
            logs.let_go();
            return;
        }
    }
}

/// Until the process is told to end, by a terminal or by whatever runs it.
async fn told_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminated.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
