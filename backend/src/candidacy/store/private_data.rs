//! The sealed private data of a candidacy.

use conoceles_shared::ids::CandidacyId;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::Only;

/// The sealed private data of a candidacy.
pub async fn sealed_private_data(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<Option<String>, Failure> {
    let found = sqlx::query_as("SELECT private_data FROM candidacies WHERE id = $1")
        .bind(candidacy.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(found.and_then(|Only(sealed)| sealed))
}
