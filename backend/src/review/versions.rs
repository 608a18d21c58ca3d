//! Which version of each section a reviewer reads: what was sent; and what it is compared with, what was
//! observed before and what the public sees meanwhile.

use std::collections::BTreeMap;

use conoceles_shared::api::review::EarlierVersion;
use conoceles_shared::lifecycle::{Facts, Process, SectionProcess, SectionState};
use conoceles_shared::questionnaire::Section;

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::content::unpack;
use crate::candidacy::store::{VersionRow, last_versions, section_version};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::Secrets;

/// The version to read of every section that may be read.
pub async fn versions_to_read(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    process: &Process,
    facts: &Facts<'_>,
) -> Result<BTreeMap<Section, VersionRow>, Failure> {
    let mut last = last_versions(&mut *conn, &loaded.id).await?;
    let mut found = BTreeMap::new();
    for section in process.reviewable(facts) {
        // Identity is not read before it was sent, whatever the consent says, nor after the end.
        if section == Section::Identity && !process.may_review_identity(facts) {
            continue;
        }
        let wanted = process.section(section).version_for_review(process.state);
        let row = match (last.remove(&section), wanted) {
            (Some(row), Some(version)) if row.version == version => Some(row),
            (_, Some(version)) => section_version(&mut *conn, &loaded.id, section, version).await?,
            (_, None) => None,
        };
        if let Some(row) = row {
            found.insert(section, row);
        }
    }
    Ok(found)
}

/// What a section is compared with while it is judged.
#[derive(Debug, Default)]
pub struct ComparedWith {
    /// What the public sees meanwhile.
    pub published: Option<EarlierVersion>,
    /// What was judged before, where it is another version than that.
    pub judged: Option<EarlierVersion>,
}

/// What a section is compared with while it is judged; `observed` is the last version of it that was
/// observed. Identity is left out: of it the public sees badges and no text.
pub async fn compared_with(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    (section, process): (Section, &SectionProcess),
    observed: Option<u32>,
) -> Result<ComparedWith, Failure> {
    if process.state != SectionState::UnderReview || section == Section::Identity {
        return Ok(ComparedWith::default());
    }
    let published = process.published_version;
    let judged = observed.filter(|it| *it < process.version && Some(*it) != published);
    Ok(ComparedWith {
        published: earlier(secrets, &mut *conn, loaded, section, published).await?,
        judged: earlier(secrets, conn, loaded, section, judged).await?,
    })
}

async fn earlier(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    section: Section,
    version: Option<u32>,
) -> Result<Option<EarlierVersion>, Failure> {
    let Some(version) = version else {
        return Ok(None);
    };
    let Some(row) = section_version(conn, &loaded.id, section, version).await? else {
        return Ok(None);
    };
    Ok(Some(EarlierVersion {
        version,
        content: unpack(secrets, &row)?.to_value(),
        saved_at: row.saved_at,
    }))
}
