//! One after another: an act for each of many candidacies, and what came of each.

use conoceles_shared::api::many::{ManyAfter, OneAfter};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::Code;
use conoceles_shared::receipt::ReceiptCode;

use crate::candidacy::LoadedCandidacy;
use crate::core::error::Failure;

/// What came of one step.
pub enum Came {
    /// It was done, with a receipt where the act has one.
    Done(String, Option<ReceiptCode>),
    /// It was not, and why.
    Refused(String, Vec<String>),
}

impl Came {
    /// It was done for this candidacy.
    pub fn done(loaded: &LoadedCandidacy, receipt: Option<ReceiptCode>) -> Self {
        Self::Done(loaded.registration.full_name(), receipt)
    }

    /// It was not done for this candidacy.
    pub fn refused(loaded: &LoadedCandidacy, reasons: Vec<String>) -> Self {
        Self::Refused(loaded.registration.full_name(), reasons)
    }
}

/// Takes `step` for each of `asked`, in order. What is refused for one says nothing of the next; where
/// nobody may go on at all (the session is over, the account is suspended), what is left is told so,
/// and the whole is refused where nothing was done yet.
///
/// # Errors
/// What refuses the first step, where it would refuse all of them.
pub async fn one_after_another<T>(
    asked: &[T],
    id: impl Fn(&T) -> &CandidacyId,
    step: impl AsyncFn(&T) -> Result<Came, Failure>,
) -> Result<ManyAfter, Failure> {
    let mut data = Vec::with_capacity(asked.len());
    let mut stopped: Option<String> = None;
    for one in asked {
        let came = match &stopped {
            Some(why) => told(id(one), Vec::from([why.clone()])),
            None => match step(one).await {
                Ok(came) => line_after(id(one), came),
                Err(failure) if ends_all(&failure) && data.is_empty() => return Err(failure),
                Err(failure) => {
                    let why = failure.problem().detail;
                    if ends_all(&failure) {
                        stopped = Some(why.clone());
                    } else if !matches!(failure, Failure::Problem(_)) {
                        tracing::warn!(candidacy = %id(one), %failure, "one of many was not done");
                    }
                    told(id(one), Vec::from([why]))
                }
            },
        };
        data.push(came);
    }
    Ok(ManyAfter { data })
}

fn line_after(id: &CandidacyId, came: Came) -> OneAfter {
    match came {
        Came::Done(name, receipt) => OneAfter {
            id: id.clone(),
            name: Some(name),
            done: true,
            receipt,
            reasons: Vec::new(),
        },
        Came::Refused(name, reasons) => OneAfter {
            name: Some(name),
            ..told(id, reasons)
        },
    }
}

fn told(id: &CandidacyId, reasons: Vec<String>) -> OneAfter {
    OneAfter {
        id: id.clone(),
        name: None,
        done: false,
        receipt: None,
        reasons,
    }
}

/// Whether a failure is about who asks, or about the server, and not about one candidacy.
fn ends_all(failure: &Failure) -> bool {
    match failure {
        Failure::Problem(it) => matches!(
            it.code,
            Code::NotSignedIn
                | Code::Forbidden
                | Code::FirstStepsPending
                | Code::SecondFactorPending
        ),
        Failure::Later(..) => true,
        Failure::Database(_) | Failure::Internal(_) => false,
    }
}
