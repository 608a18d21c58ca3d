//! Private registration data: sealed for its row, and the person behind it.

use conoceles_shared::api::admin::PrivateData;
use conoceles_shared::ids::{CandidacyId, PersonId};
use conoceles_shared::time::Instant;

use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::secrets::Secrets;

/// Where a candidacy's private data is stored: bound to its ciphertext.
#[must_use]
pub fn private_place(candidacy: &CandidacyId) -> String {
    format!("candidacies/{candidacy}/private")
}

/// Private data as it is stored, for [`super::store::NewCandidacyRow::private`].
///
/// # Errors
/// Only without randomness.
pub fn seal(
    secrets: &Secrets,
    candidacy: &CandidacyId,
    private: &PrivateData,
) -> Result<String, Failure> {
    secrets.seal(&serde_json::to_string(private)?, &private_place(candidacy))
}

/// What [`seal`] stored for this candidacy.
///
/// # Errors
/// Another key, another candidacy, or a changed value.
pub fn unseal(
    secrets: &Secrets,
    candidacy: &CandidacyId,
    sealed: &str,
) -> Result<PrivateData, Failure> {
    Ok(serde_json::from_str(
        &secrets.unseal(sealed, &private_place(candidacy))?,
    )?)
}

/// Who stands: the same in every election where the CURP is known, otherwise a new one.
///
/// # Errors
/// Only without randomness.
pub fn person(secrets: &Secrets, curp: Option<&str>, now: Instant) -> Result<PersonId, Failure> {
    match curp {
        Some(curp) => secrets.person_id(curp),
        None => new_id(now),
    }
}
