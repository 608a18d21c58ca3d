//! `conoceles serve`.

use super::Outcome;
use crate::core::config::Config;
use crate::core::state::App;
use crate::server;

/// Serves until interrupted.
///
/// # Errors
/// The database, the data folder or the address cannot be opened.
pub async fn serve(config: Config) -> Outcome {
    let app = App::open(config).await?;
    server::serve(app).await?;
    Ok(())
}
