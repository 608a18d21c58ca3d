//! The portal's state: the present snapshot, and following the logs.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use actix_web::web;
use conoceles_shared::draw::hour;
use conoceles_shared::time::Instant;

use super::budgets::AddressBudgets;
use super::pairing::accompanied;
use super::published::{Published, StoredRecord};
use super::snapshot::{Basis, Found, Material, Snapshot};
use super::store::{self, CurrentRow};
use super::views::SnapshotView;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::gate::Gate;
use crate::core::http::off_thread;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::elections;
use crate::prepared::shell::Shell;

/// How often the ends of the logs are looked at: well under a second.
const POLL: Duration = Duration::from_millis(500);
/// Every how many looks the election data are compared too.
const BASIS_EVERY: u32 = 8;
/// Up to this many new records are prepared before anyone sees them; of more, each is prepared in
/// the background or when it is first asked for.
const PREPARE_FIRST: usize = 64;

/// Between two records that nobody waits for: about as long as preparing one takes.
const BETWEEN_RECORDS: Duration = Duration::from_millis(2);

/// Those who wait for an answer to be made, for each that is.
const QUEUE: usize = 16;

/// What the public sees, in memory.
#[derive(Debug)]
pub struct Portal {
    shell: OnceLock<Shell>,
    snapshot: RwLock<Arc<Snapshot>>,
    /// How many lists are made at once.
    pub gate: Gate,
    /// How many lists each address may have made.
    pub budgets: AddressBudgets,
}

impl Portal {
    /// A portal with nothing in it yet; until it is told its [`Shell`], its pages have none of the
    /// client's scripts.
    #[must_use]
    pub fn new(secrets: &Secrets) -> Self {
        let nothing = Material::empty(secrets.mac_key("list cursor"));
        Self {
            shell: OnceLock::new(),
            snapshot: RwLock::new(Arc::new(Snapshot::new(nothing))),
            gate: Gate::new(cores().saturating_sub(1).max(1), QUEUE),
            budgets: AddressBudgets::default(),
        }
    }

    /// Says which HTML goes around its pages. Without effect once a page was made.
    pub fn dress(&self, shell: Shell) {
        let _ = self.shell.set(shell);
    }

    /// The HTML around its pages.
    pub fn shell(&self) -> &Shell {
        self.shell.get_or_init(|| Shell::new(None, ""))
    }

    /// What is answered from now.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Builds a snapshot of what is stored now. Records that did not change keep their prepared
    /// answers, so a publication costs one record.
    ///
    /// # Errors
    /// The database, or a damaged record; the snapshot before stays.
    pub async fn refresh(&self, app: &App) -> Result<(), Failure> {
        let before = self.snapshot();
        let now = app.clock.now();
        let mut conn = app.db.read().await?;
        let (mut material, missing) = gather_material(&mut conn, &before, now).await?;
        drop(conn);
        let shell = self.shell().clone();
        let (snapshot, later) = off_thread(move || {
            material.records.extend(parse_records(missing)?);
            material.records = accompanied(
                &material.records,
                &material.substitutes,
                &material.withdrawn,
            )?;
            let fresh: Vec<_> = material
                .records
                .iter()
                .filter(|it| !before.holds(it))
                .cloned()
                .collect();
            let few = fresh.len() <= PREPARE_FIRST;
            if few {
                prepare_all(&fresh, &shell, cores());
            }
            let mut later = if few { Vec::new() } else { fresh };
            // Whoever was published last is asked for most.
            later.sort_by_key(|it| Reverse(it.stored.at));
            Ok::<_, Failure>((Snapshot::new(material), later))
        })
        .await??;
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        if !later.is_empty() {
            let shell = self.shell().clone();
            // Nobody waits for it: what is asked for before its turn is prepared then.
            drop(actix_web::rt::task::spawn_blocking(move || {
                prepare_in_turn(&later, &shell);
            }));
        }
        Ok(())
    }

    async fn is_behind(&self, app: &App, compare_basis: bool) -> Result<bool, Failure> {
        let snapshot = self.snapshot();
        let mut conn = app.db.read().await?;
        if store::log_ends(&mut conn).await? != snapshot.ends {
            return Ok(true);
        }
        if !compare_basis {
            return Ok(false);
        }
        let elections = elections::elections(&mut conn).await?;
        let registered = store::registered(&mut conn).await?;
        let now = app.clock.now();
        Ok(Basis::new(&elections, registered, now) != snapshot.basis)
    }
}

/// Follows the logs for as long as the server runs, so that what another process publishes arrives
/// by itself within a second.
pub async fn follow_log(app: web::Data<App>, portal: web::Data<Portal>) {
    let mut looks: u32 = 0;
    let mut warmed: Option<(Arc<Snapshot>, u64)> = None;
    loop {
        looks = looks.wrapping_add(1);
        if let Err(error) = catch_up(&app, &portal, looks.is_multiple_of(BASIS_EVERY)).await {
            tracing::warn!(%error, "the portal could not follow the publication log");
        }
        let snapshot = portal.snapshot();
        let hour = hour(app.clock.now());
        // The same log at another day is another snapshot, with nothing kept yet.
        let is_warm = |(it, at): &(Arc<Snapshot>, u64)| Arc::ptr_eq(it, &snapshot) && *at == hour;
        if !warmed.as_ref().is_some_and(is_warm) {
            warmed = Some((Arc::clone(&snapshot), hour));
            let portal = portal.clone();
            let warm = move || SnapshotView::new(portal.shell(), &snapshot).warm(hour);
            if let Ok(Err(error)) = web::block(warm).await {
                tracing::warn!(%error, "the first pages could not be prepared");
            }
        }
        actix_web::rt::time::sleep(POLL).await;
    }
}

async fn catch_up(app: &App, portal: &Portal, compare_basis: bool) -> Result<(), Failure> {
    if portal.is_behind(app, compare_basis).await? {
        portal.refresh(app).await?;
    }
    Ok(())
}

/// What is stored now: records that the snapshot before has too are taken from it, the others come
/// back as they are stored.
async fn gather_material(
    conn: Conn<'_>,
    before: &Snapshot,
    now: Instant,
) -> Result<(Material, Vec<StoredRecord>), Failure> {
    // The ends of the logs first: what is published meanwhile is found at the next look.
    let ends = store::log_ends(&mut *conn).await?;
    let mut material = Material {
        ends,
        now,
        cut_offs: store::cut_offs(&mut *conn, ends).await?,
        elections: elections::elections(&mut *conn).await?,
        registered: store::registered(&mut *conn).await?,
        ..Material::empty(before.cursor_key.clone())
    };
    let current = store::all_current(&mut *conn).await?;
    let mut withdrawn: HashSet<_> = store::withdrawn(&mut *conn).await?.into_iter().collect();
    let mut missing = Vec::new();
    for row in current {
        withdrawn.remove(&row.candidacy);
        match before.find(&row.candidacy) {
            Found::Here(known) if known.stored.sha256 == row.sha256 => {
                material.records.push(Arc::clone(known));
            }
            _ => missing.push(row),
        }
    }
    material.withdrawn = withdrawn;
    material.substitutes = store::substitutes(&mut *conn).await?;
    Ok((material, stored_records(conn, missing).await?))
}

/// The bytes of records: one by one where they are few, else all at once.
async fn stored_records(
    conn: Conn<'_>,
    rows: Vec<CurrentRow>,
) -> Result<Vec<StoredRecord>, Failure> {
    let mut all = if rows.len() > PREPARE_FIRST {
        store::all_texts(&mut *conn).await?
    } else {
        HashMap::new()
    };
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let text = match all.remove(&row.sha256) {
            Some(text) => Some(text),
            None => store::record_text(&mut *conn, &row.candidacy, &row.sha256).await?,
        };
        // None where it was replaced meanwhile: the next look finds what came after.
        found.extend(text.map(|text| StoredRecord {
            text,
            sha256: row.sha256,
            log: row.log,
            seq: row.seq,
            at: row.at,
        }));
    }
    Ok(found)
}

/// Reads records, on every core.
fn parse_records(stored: Vec<StoredRecord>) -> Result<Vec<Arc<Published>>, Failure> {
    let mut chunks: Vec<Vec<StoredRecord>> = (0..cores()).map(|_| Vec::new()).collect();
    let count = chunks.len();
    for (at, one) in stored.into_iter().enumerate() {
        if let Some(chunk) = chunks.get_mut(at % count) {
            chunk.push(one);
        }
    }
    std::thread::scope(|scope| {
        let threads: Vec<_> = chunks
            .into_iter()
            .map(|chunk| {
                scope.spawn(|| {
                    chunk
                        .into_iter()
                        .map(|it| Published::from_stored(it).map(Arc::new))
                        .collect::<Result<Vec<_>, _>>()
                })
            })
            .collect();
        let mut all = Vec::new();
        for thread in threads {
            let read = thread
                .join()
                .map_err(|_| Failure::internal("publication: a reading thread ended"))?;
            all.extend(read?);
        }
        Ok(all)
    })
}

/// Prepares answers in so many threads.
fn prepare_all(records: &[Arc<Published>], shell: &Shell, threads: usize) {
    let size = records.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        for chunk in records.chunks(size) {
            scope.spawn(move || chunk.iter().for_each(|it| prepare_record(it, shell)));
        }
    });
}

/// Prepares answers one after another, with pauses: whoever reads meanwhile has the cores, and is answered
/// on demand.
fn prepare_in_turn(records: &[Arc<Published>], shell: &Shell) {
    for record in records {
        if !(record.has_api_answer() && record.has_page()) {
            prepare_record(record, shell);
            std::thread::sleep(BETWEEN_RECORDS);
        }
    }
}

fn prepare_record(record: &Published, shell: &Shell) {
    let done = record.api_answer().and_then(|_| record.page_answer(shell));
    if let Err(error) = done {
        tracing::error!(%error, candidacy = %record.id, "not prepared");
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, NonZero::get)
}
