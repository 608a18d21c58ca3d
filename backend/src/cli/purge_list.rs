//! `conoceles purge-list`: what a cache in front of the portal may still show and must not.

use std::io::Write as _;

use super::Outcome;
use crate::core::config::Config;
use crate::core::state::App;
use crate::publication::withdrawn_photos::withdrawn_photos;

/// Prints the addresses of photos that were public and are no longer, one a line, as a cache's purge
/// takes them.
///
/// # Errors
/// The database cannot be opened or read.
pub async fn print_purge_list(config: Config) -> Outcome {
    let app = App::open(config).await?;
    let photos = withdrawn_photos(&mut *app.db.read().await?).await?;
    let mut out = std::io::stdout().lock();
    for it in &photos {
        for file in it.files() {
            let (site, id) = (app.public_address(), &it.candidacy);
            writeln!(out, "{site}/api/v1/candidacies/{id}/photo/{file}")?;
        }
    }
    app.db.close().await;
    Ok(())
}
