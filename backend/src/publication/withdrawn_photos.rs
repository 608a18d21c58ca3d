//! Photos of candidacies that were public, and that the public is refused now.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::photo::SMALL_WIDTH;

use super::store;
use crate::core::db::Conn;
use crate::core::error::Failure;

/// A photo that a cache may have.
#[derive(Debug, PartialEq, Eq)]
pub struct WithdrawnPhoto {
    /// Whose.
    pub candidacy: CandidacyId,
    /// By which its files are found.
    pub sha256: String,
}

impl WithdrawnPhoto {
    /// The files that it is served as.
    pub fn files(&self) -> impl Iterator<Item = String> {
        let stems = [
            self.sha256.clone(),
            format!("{}-{SMALL_WIDTH}", self.sha256),
        ];
        stems
            .into_iter()
            .flat_map(|stem| ["jpg", "webp"].map(|it| format!("{stem}.{it}")))
    }
}

/// Every photo that was stored for a candidacy of the publication log and that its present record, if
/// it has one, does not name: withdrawn, paused or replaced. Some of them were never public; asking a
/// cache to forget what it does not have costs nothing.
pub async fn withdrawn_photos(conn: Conn<'_>) -> Result<Vec<WithdrawnPhoto>, Failure> {
    let mut found = Vec::new();
    for row in store::photos::photos_of_logged(&mut *conn).await? {
        let Some(sha256) = row.photo.sha256().map(str::to_owned) else {
            continue;
        };
        let record = store::current_record(&mut *conn, &row.candidacy).await?;
        let shown = record.and_then(|it| it.photo).map(|it| it.sha256);
        let photo = WithdrawnPhoto {
            candidacy: row.candidacy,
            sha256,
        };
        if shown.as_ref() != Some(&photo.sha256) && !found.contains(&photo) {
            found.push(photo);
        }
    }
    Ok(found)
}
