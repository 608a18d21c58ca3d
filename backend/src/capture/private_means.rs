//! Means of contact that are about to be public and are those of the private notices.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::{Answer, Contact};

use crate::candidacy::private;
use crate::core::error::Failure;
use crate::core::secrets::Secrets;

/// A question at each public address or number that is also the one for notices.
///
/// # Errors
/// The private data are damaged.
pub fn private_means_in(
    secrets: &Secrets,
    candidacy: &CandidacyId,
    sealed: Option<&str>,
    contact: &Contact,
) -> Result<Vec<FieldError>, Failure> {
    let Some(sealed) = sealed else {
        return Ok(Vec::new());
    };
    let private = private::unseal(secrets, candidacy, sealed)?;
    let of_notices = [private.notification_email, private.notification_phone];
    let mut questions = Vec::new();
    for (key, label, answer) in contact.lists() {
        let values = answer.and_then(Answer::value).into_iter().flatten();
        for (index, value) in values.enumerate() {
            if of_notices.iter().any(|it| it.eq_ignore_ascii_case(value)) {
                let number = index + 1;
                questions.push(FieldError::new(
                    format!("/{key}/value/{index}"),
                    "doubtful",
                    format!(
                        "{label} {number}: es el mismo que el de los avisos del Instituto, que no \
                         se publica; ¿quiere que este sea público?"
                    ),
                ));
            }
        }
    }
    Ok(questions)
}
