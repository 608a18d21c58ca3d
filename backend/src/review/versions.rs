//! Which version of each section a reviewer reads: what was sent, and beside a correction what the
//! public sees meanwhile.

use std::collections::BTreeMap;

use conoceles_shared::api::review::PublishedVersion;
use conoceles_shared::lifecycle::{Facts, Process, SectionState};
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

/// What the public sees of a section while another version of it is judged. Identity is left out:
/// of it the public sees badges and no text.
pub async fn published_meanwhile(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    process: &Process,
    section: Section,
) -> Result<Option<PublishedVersion>, Failure> {
    let it = process.section(section);
    let judged = it.state == SectionState::UnderReview && section != Section::Identity;
    let Some(version) = it.published_version.filter(|_| judged) else {
        return Ok(None);
    };
    let Some(row) = section_version(conn, &loaded.id, section, version).await? else {
        return Ok(None);
    };
    Ok(Some(PublishedVersion {
        version,
        content: unpack(secrets, &row)?.to_value(),
        saved_at: row.saved_at,
    }))
}
