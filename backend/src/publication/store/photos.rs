//! Photos of what was ever public.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::questionnaire::Photo;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    /// A version of the photo of a candidacy that stands in one of the logs.
    pub struct LoggedPhoto from logged_photo_columns! {
        /// Whose.
        pub candidacy: CandidacyId = "v.candidacy_id",
        /// What was stored of it.
        pub photo: Photo = "v.content",
    }
}

const OF_LOGGED: &str = concat!(
    "SELECT ",
    logged_photo_columns!(),
    " FROM section_versions v WHERE v.section = 'photo' AND v.candidacy_id IN \
     (SELECT l.candidacy_id FROM publication_log l UNION SELECT d.candidacy_id FROM drill_log d) \
     ORDER BY v.candidacy_id, v.version"
);

/// Every version of the photos of candidacies that stand in one of the logs.
pub async fn photos_of_logged(conn: Conn<'_>) -> Result<Vec<LoggedPhoto>, Failure> {
    Ok(sqlx::query_as(OF_LOGGED).fetch_all(conn).await?)
}
