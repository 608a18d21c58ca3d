//! `conoceles backup-made`: the last line of whatever makes the backup.

use super::Outcome;
use crate::core::config::Config;
use crate::core::state::App;
use crate::reports::note_backup;

/// Notes that a backup was made now, for the technical state.
///
/// # Errors
/// The database cannot be opened or written.
pub async fn note_backup_made(config: Config) -> Outcome {
    let app = App::open(config).await?;
    let mut tx = app.db.write().await?;
    note_backup(&mut tx, app.clock.now()).await?;
    tx.commit().await?;
    app.db.close().await;
    Ok(())
}
