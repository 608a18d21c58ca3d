//! A copy that was counted and could not be stored: forgotten whatever became of its sender meanwhile.

use super::store::{self, NewCopy};
use crate::core::db::Db;
use crate::core::error::Failure;

/// Forgets a copy that is counted and nowhere.
pub async fn forget_unstored(db: &Db, copy: &NewCopy<'_>) -> Result<(), Failure> {
    let mut tx = db.write().await?;
    store::forget_copy(&mut tx, copy).await?;
    Ok(tx.commit().await?)
}
