//! Identity answers that were sealed before their author was bound into the seal: sealed anew, once.

use conoceles_shared::ids::CandidacyId;

use super::content::{Authorship, sealed_place};
use super::store::versions::{VersionRow, identity_versions, replace_sealed};
use crate::core::error::Failure;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::core::store::{is_marked, set_mark};

/// Says that it was done.
const MARK: &str = "identity_seals_name_their_author";

/// Seals anew what is bound to its place alone. Nothing is done a second time: a value that opens for
/// its place alone is refused from then on.
///
/// # Errors
/// A value opens in neither way.
pub async fn bind_authors(app: &App) -> Result<(), Failure> {
    let mut tx = app.db.write().await?;
    if is_marked(&mut tx, MARK).await? {
        return Ok(());
    }
    for row in identity_versions(&mut tx).await? {
        if let Some(sealed) = bound_to_author(&app.secrets, &row)? {
            replace_sealed(&mut tx, &row, &sealed).await?;
        }
    }
    set_mark(&mut tx, MARK).await?;
    tx.commit().await?;
    Ok(())
}

/// The content sealed anew; `None` where it names its author already.
fn bound_to_author(secrets: &Secrets, row: &VersionRow) -> Result<Option<String>, Failure> {
    let by = Authorship {
        account: row.account.as_ref(),
        at: row.saved_at,
    };
    let place = sealed_place(&row.candidacy, row.version, by);
    if secrets.unseal(&row.content, &place).is_ok() {
        return Ok(None);
    }
    let plain = secrets.unseal(&row.content, &place_alone(&row.candidacy, row.version))?;
    secrets.seal(&plain, &place).map(Some)
}

/// What a value was bound to before.
fn place_alone(candidacy: &CandidacyId, version: u32) -> String {
    format!("section_versions/{candidacy}/identity/{version}")
}

#[cfg(test)]
#[path = "reseal_tests.rs"]
mod reseal_tests;
