//! Binding the passwords of an installation that is older than it, once. The mark stands beside the keys
//! and not in the database, whose owner could take it away.

use super::store::bind_bare_passwords;
use crate::core::error::Failure;
use crate::core::secrets::write_private;
use crate::core::state::App;

/// Says, in the folder of the keys, that every password is bound: one that is not is refused.
const MARK: &str = "passwords-bound";

/// Binds what is bound to nobody, where that was never done.
///
/// # Errors
/// The database or the folder of the keys cannot be written.
pub async fn bind_passwords_once(app: &App) -> Result<(), Failure> {
    let mark = app.config.data_dir.join("secrets").join(MARK);
    if mark.exists() {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    let bound = bind_bare_passwords(&mut tx, &app.secrets).await?;
    tx.commit().await?;
    match write_private(&mark, b"") {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            return Err(Failure::io(error));
        }
        _ => {}
    }
    if bound > 0 {
        tracing::info!(bound, "passwords are bound to their accounts");
    }
    Ok(())
}
