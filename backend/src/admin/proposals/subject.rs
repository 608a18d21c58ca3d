//! What a proposal is about, and by which name its notices are found.

use conoceles_shared::api::proposals::ProposedAct;
use conoceles_shared::ids::ProposalId;

/// What the notices of a proposal are about, until it is decided.
#[must_use]
pub fn matter(id: &ProposalId) -> String {
    format!("proposal/{id}")
}

/// What a proposal is about, by kind and id.
#[must_use]
pub fn subject_of(act: &ProposedAct) -> String {
    match act {
        ProposedAct::RecoverAccount { account, .. } => format!("recovery/{account}"),
        ProposedAct::ActivateAccount { account } => format!("activation/{account}"),
        ProposedAct::SuspendAccount { account, .. } => format!("suspension/{account}"),
        ProposedAct::EndCandidacy { candidacy, .. } => format!("ending/{candidacy}"),
        ProposedAct::SubstituteSeveral { election, .. } => format!("substitutions/{election}"),
        ProposedAct::EditElection { election, .. } => format!("election/{election}"),
        ProposedAct::RecordPaperReceipt { actor, .. } => format!("receipt/{actor}"),
        ProposedAct::AnnulPaperReceipt { actor, .. } => format!("annulment/{actor}"),
        // Of both that lead a candidacy back, one at a time.
        ProposedAct::UndoEnding { candidacy, .. }
        | ProposedAct::ReopenByOrder { candidacy, .. } => format!("remedy/{candidacy}"),
    }
}
