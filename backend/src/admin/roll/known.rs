//! What is stored of an election that a file is compared with.

use std::collections::HashMap;
use std::sync::Arc;

use conoceles_shared::api::admin::Party;
use conoceles_shared::api::roll::RollHeading;
use conoceles_shared::ids::{CandidacyId, ElectionId};
use conoceles_shared::lifecycle::State;
use conoceles_shared::time::Instant;

use super::seats::has_left_place;
use super::store::{self, RegistrationVersions};
use crate::admin::edits::store::{EditedRow, edited_rows};
use crate::admin::{existing_election, not_archived};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::bulk;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::elections::{self, ActorRow, ElectionRow};

/// A candidacy that is there.
#[derive(Debug)]
pub struct StoredCandidacy {
    /// As it stands now: what the clock has decided is decided.
    pub loaded: LoadedCandidacy,
    /// What an edit of its registration is based on.
    pub row: EditedRow,
    /// Whether somebody took its place.
    pub has_substitute: bool,
}

/// An election with all that is registered in it.
#[derive(Debug)]
pub struct KnownElection {
    /// The election.
    pub election: Arc<ElectionRow>,
    /// Its actors.
    pub actors: Vec<ActorRow>,
    /// All parties.
    pub parties: Vec<Party>,
    /// Its candidacies by name, those that have ended too.
    pub candidacies: Vec<StoredCandidacy>,
    /// The version of what was said of its headings.
    pub headings_version: u32,
    /// What was said of them.
    pub headings: Vec<RollHeading>,
}

impl KnownElection {
    /// Everything in one snapshot, in a handful of queries however much it is.
    ///
    /// # Errors
    /// 404; 409 for an archive.
    pub async fn load(conn: Conn<'_>, id: &ElectionId, now: Instant) -> Result<Self, Failure> {
        let election = Arc::new(existing_election(&mut *conn, id).await?);
        not_archived(&election)?;
        let loaded = bulk::of_election(&mut *conn, &election).await?;
        let mut rows = edited_rows(&mut *conn, id).await?;
        let mut substituted: HashMap<CandidacyId, bool> = HashMap::new();
        for it in &loaded {
            let before = rows.get(&it.id).and_then(|row| row.substitutes.clone());
            if let Some(before) = before {
                let stands = it.process.state != State::Cancelled;
                *substituted.entry(before).or_default() |= stands;
            }
        }
        let mut candidacies = Vec::with_capacity(loaded.len());
        for mut it in loaded {
            let row = rows
                .remove(&it.id)
                .ok_or_else(|| Failure::internal("roll: a candidacy without its row"))?;
            it.process = it.in_force(now);
            candidacies.push(StoredCandidacy {
                has_substitute: substituted.get(&it.id).copied().unwrap_or_default(),
                loaded: it,
                row,
            });
        }
        let actors = elections::actors(&mut *conn, id).await?;
        let parties = elections::parties(&mut *conn).await?;
        let kept = store::roll_headings(conn, id).await?;
        Ok(Self {
            election,
            actors,
            parties,
            candidacies,
            headings_version: kept.version,
            headings: kept.content,
        })
    }

    /// The versions that a plan was made on.
    #[must_use]
    pub fn versions(&self) -> RegistrationVersions {
        let all = self.candidacies.iter();
        all.map(|it| {
            let left = has_left_place(it.loaded.process.state);
            (it.loaded.id.clone(), (it.row.version, left))
        })
        .collect()
    }
}
