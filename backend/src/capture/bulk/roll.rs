//! The actor's candidacies with what is stored of the sections that the sheet has.

use std::collections::BTreeMap;
use std::sync::Arc;

use conoceles_shared::ids::{ActorId, CandidacyId};
use conoceles_shared::questionnaire::{Section, SectionContent};

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::content::unpack;
use crate::candidacy::store::bulk;
use crate::capture::store::photo_files::photo_files_of_actor;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::Secrets;
use crate::elections;

/// A candidacy and its stored contents.
#[derive(Debug, Clone)]
pub struct Known {
    /// As it stands in the database.
    pub loaded: LoadedCandidacy,
    /// The last version of each section that has one; without the photo and identity.
    pub contents: BTreeMap<Section, SectionContent>,
    /// The name of its photo's file, where a sheet told one.
    pub photo_file: Option<String>,
}

/// The actor's candidacies by id.
pub type Roll = BTreeMap<CandidacyId, Known>;

/// Loads them, in a handful of queries however many they are.
///
/// # Errors
/// A content is damaged.
pub async fn load_roll(
    secrets: &Secrets,
    conn: Conn<'_>,
    actor: &ActorId,
) -> Result<Roll, Failure> {
    let (row, election) = elections::actor_with_election(&mut *conn, actor).await?;
    let all = bulk::of_actor(&mut *conn, &Arc::new(election), row).await?;
    let mut versions = bulk::last_versions_of_actor(&mut *conn, actor).await?;
    let mut photo_files = photo_files_of_actor(conn, actor).await?;
    let mut roll = Roll::new();
    for loaded in all {
        let mut contents = BTreeMap::new();
        for (section, row) in versions.remove(&loaded.id).unwrap_or_default() {
            let content = unpack(secrets, &row)?;
            contents.insert(section, content);
        }
        let photo_file = photo_files.remove(&loaded.id);
        let known = Known {
            loaded,
            contents,
            photo_file,
        };
        roll.insert(known.loaded.id.clone(), known);
    }
    Ok(roll)
}

/// The candidacies in the order of their names.
pub fn roll_by_name(roll: &Roll) -> Vec<&Known> {
    let mut all: Vec<&Known> = roll.values().collect();
    all.sort_by_cached_key(|it| it.loaded.name_key());
    all
}
