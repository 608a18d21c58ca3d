//! Candidacies that were stored before lists were kept: listed by their documents, once.

use super::store::listing::{is_relisted, relist_everything};
use crate::core::error::Failure;
use crate::core::state::App;

/// Lists what was stored before lists were kept. Done once.
///
/// # Errors
/// The database.
pub async fn list_what_was_stored_before(app: &App) -> Result<(), Failure> {
    let mut tx = app.db.write().await?;
    if !is_relisted(&mut tx).await? {
        relist_everything(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(())
}
