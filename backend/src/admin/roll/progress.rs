//! How far a file is that this server has at this moment. Held in memory by whoever sent it: another
//! replica knows nothing of it, and the file does not need it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use actix_web::web;
use conoceles_shared::api::roll::{RollProgress, RollStage};
use conoceles_shared::ids::{AccountId, ElectionId};

use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::segment;

type Owner = (AccountId, ElectionId);

static RUNNING: LazyLock<Mutex<HashMap<Owner, Arc<Steps>>>> = LazyLock::new(Mutex::default);

#[derive(Debug, Default)]
struct Steps {
    stage: AtomicU8,
    done: AtomicU32,
    total: AtomicU32,
}

/// The progress of one file, told for as long as it is held.
#[derive(Debug)]
pub struct RollRun {
    owner: Owner,
    steps: Arc<Steps>,
}

impl RollRun {
    /// A file of this account for this election; of two at once the last is told of.
    #[must_use]
    pub fn begin(account: &AccountId, election: &ElectionId) -> Self {
        let owner = (account.clone(), election.clone());
        let steps = Arc::new(Steps::default());
        running().insert(owner.clone(), Arc::clone(&steps));
        Self { owner, steps }
    }

    /// It is at the beginning of a stage, of so many rows where that is known.
    pub fn enter(&self, stage: RollStage, total: usize) {
        let place = RollStage::ALL.iter().position(|it| *it == stage);
        let place = place
            .and_then(|it| u8::try_from(it).ok())
            .unwrap_or_default();
        self.steps.done.store(0, Ordering::Relaxed);
        self.steps.total.store(counted(total), Ordering::Relaxed);
        self.steps.stage.store(place, Ordering::Relaxed);
    }

    /// So many rows are through.
    pub fn reach(&self, done: usize) {
        self.steps.done.store(counted(done), Ordering::Relaxed);
    }
}

impl Drop for RollRun {
    fn drop(&mut self) {
        let mut running = running();
        let own = running.get(&self.owner);
        if own.is_some_and(|it| Arc::ptr_eq(it, &self.steps)) {
            running.remove(&self.owner);
        }
    }
}

fn running() -> MutexGuard<'static, HashMap<Owner, Arc<Steps>>> {
    // Each change is one step, whatever a panic interrupted.
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn counted(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// How far one's own file is that was sent to this server for this election.
///
/// # Errors
/// 400.
#[utoipa::path(
    get, path = "/api/v1/admin/elections/{id}/roll/progress", tag = "admin",
    params(("id" = String, Path)),
    responses((status = 200, body = RollProgress))
)]
pub async fn show_roll_progress(
    grant: Grant<Administer>,
    id: web::Path<String>,
) -> Result<web::Json<RollProgress>, Failure> {
    let election: ElectionId = segment(&id)?;
    Ok(web::Json(progress_of(&grant.account, &election)))
}

fn progress_of(account: &AccountId, election: &ElectionId) -> RollProgress {
    let steps = running().get(&(account.clone(), election.clone())).cloned();
    let nothing = RollProgress {
        stage: None,
        done: 0,
        total: 0,
    };
    steps.map_or(nothing, |it| RollProgress {
        stage: RollStage::ALL
            .get(usize::from(it.stage.load(Ordering::Relaxed)))
            .copied(),
        done: it.done.load(Ordering::Relaxed),
        total: it.total.load(Ordering::Relaxed),
    })
}

#[cfg(test)]
#[path = "progress_tests.rs"]
mod progress_tests;
