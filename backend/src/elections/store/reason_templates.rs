//! Reasons that reviewers of an election start from, in the database.

use conoceles_shared::api::reason_templates::ReasonTemplate;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::time::Instant;

use super::document::{
    DocumentTable, ElectionDocument, document_table, election_document, save_election_document,
};
use crate::core::db::Conn;
use crate::core::error::Failure;

const TABLE: DocumentTable = document_table!(
    "reason_templates",
    "templates",
    "Otra persona cambió estas plantillas al mismo tiempo. Vuelva a abrir la página."
);

/// The templates of an election, in their order.
pub async fn reason_templates(
    conn: Conn<'_>,
    election: &ElectionId,
) -> Result<ElectionDocument<Vec<ReasonTemplate>>, Failure> {
    election_document(conn, &TABLE, election).await
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
    save_election_document(conn, &TABLE, (election, before), templates, now).await
}
