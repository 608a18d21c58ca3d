//! Reasons that reviewers of an election start from, in the database.

use conoceles_shared::api::reason_templates::ReasonTemplate;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;
use crate::core::row::row;

/// What a second save on the same version is told.
const CONCURRENT: &str =
    "Otra persona cambió estas plantillas al mismo tiempo. Vuelva a abrir la página.";

row! {
    /// The templates of an election.
    #[derive(Debug, Default)]
    pub struct ReasonTemplatesRow from reason_templates_columns! {
        /// 0 where none was ever saved.
        pub version: u32 = "version",
        /// In their order.
        pub templates: Vec<ReasonTemplate> = "templates",
    }
}

const OF_ELECTION: &str = concat!(
    "SELECT ",
    reason_templates_columns!(),
    " FROM reason_templates WHERE election_id = $1"
);

/// The templates of an election; none where none was ever saved.
pub async fn reason_templates(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<ReasonTemplatesRow, Failure> {
    let row: Option<_> = sqlx::query_as(OF_ELECTION)
        .bind(election.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.unwrap_or_default())
}

/// Stores the templates of an election as the version after `before`, by compare-and-swap.
///
/// # Errors
/// 409 where another request was first.
pub async fn save_reason_templates(
    conn: Conn<'_>,
    election: &ElectionId,
    before: u32,
    templates: &[ReasonTemplate],
    now: Instant,
) -> Result<(), Failure> {
    let text = if before == 0 {
        "INSERT INTO reason_templates (version, templates, updated_at, election_id) \
         VALUES ($1, $2, $3, $4)"
    } else {
        "UPDATE reason_templates SET version = $1, templates = $2, updated_at = $3 \
         WHERE election_id = $4 AND version = $1 - 1"
    };
    let done = sqlx::query(text)
        .bind(i64::from(before) + 1)
        .bind(serde_json::to_string(templates)?)
        .bind(store_instant(now))
        .bind(election.to_string())
        .execute(conn)
        .await
        .map_err(|error| Failure::taken(error, CONCURRENT))?;
    swapped(&done, CONCURRENT)
}
