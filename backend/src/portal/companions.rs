//! The other candidacies that one is shown with.

use conoceles_shared::api::public::FormulaRef;
use conoceles_shared::ids::CandidacyId;

/// The other candidacies that one is shown with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Companions {
    /// The other one of its formula.
    pub formula: Option<FormulaRef>,
    /// Whose place it took, where that was public once.
    pub substitutes: Option<CandidacyId>,
}
