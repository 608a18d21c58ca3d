//! The tokens by which sessions go on.

use super::store::SessionRow;
use crate::core::secrets::Secrets;

/// What refresh tokens are for.
const REFRESH: &str = "refresh token of an account";

/// The token of one generation of a session. It is derived, so that it can be given once more without
/// being kept: the database has its hash only. Its account is part of it: a row that says of another's
/// session whose it is opens nothing.
#[must_use]
pub fn refresh_token(secrets: &Secrets, row: &SessionRow, generation: i64) -> String {
    let generation = generation.to_string();
    secrets.tag(
        REFRESH,
        &[row.account.as_str(), row.id.as_str(), &generation],
    )
}

/// Whether a token is the one that was given for a generation of this session.
#[must_use]
pub fn is_token_of(secrets: &Secrets, row: &SessionRow, generation: i64, token: &str) -> bool {
    let generation = generation.to_string();
    let parts = [row.account.as_str(), row.id.as_str(), &generation];
    let fits = secrets.is_tag(REFRESH, &parts, token);
    if !fits {
        tracing::warn!(session = %row.id, "a session does not fit its token: its row was changed");
    }
    fits
}
