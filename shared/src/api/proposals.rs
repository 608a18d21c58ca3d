//! Acts that take two administrators, as they are proposed, shown and decided
//! (`docs/domain/process.md#acts-that-take-two`).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::admin::{Acuerdo, Credential, PaperReceipt, Recovery, SubstitutionAct};
use super::remedies::{ReopeningOrder, Undoing};
use crate::catalogues::code_enum;
use crate::election::ElectionSetup;
use crate::ids::{AccountId, ActorId, CandidacyId, ElectionId, ProposalId};
use crate::two_people::ProposalState;

code_enum! {
    /// How a candidacy ends by an acuerdo of the Consejo General.
    CandidacyEnding {
        Cancellation = "cancellation", "cancelar";
        Substitution = "substitution", "sustituir";
    }
}

/// What would be done. Stored as JSON: a variant once stored stays readable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProposedAct {
    /// Recover the access to an account.
    RecoverAccount {
        /// Whose.
        account: AccountId,
        /// Whether its second factor goes too.
        recovery: Recovery,
    },
    /// Let a staff account that somebody made begin to work.
    ActivateAccount {
        /// Which.
        account: AccountId,
    },
    /// Suspend the account of somebody who administers, or let it go on.
    SuspendAccount {
        /// Whose.
        account: AccountId,
        /// Whether it is suspended.
        suspended: bool,
    },
    /// Cancel or substitute a published candidacy.
    EndCandidacy {
        /// Which.
        candidacy: CandidacyId,
        /// Which of both.
        ending: CandidacyEnding,
        /// By which acuerdo.
        acuerdo: Acuerdo,
    },
    /// Substitute several candidacies by one acuerdo, published ones among them.
    SubstituteSeveral {
        /// In which election.
        election: ElectionId,
        /// Which, and by which acuerdo.
        act: SubstitutionAct,
    },
    /// Change settings that decide on publication after something was submitted.
    EditElection {
        /// Which.
        election: ElectionId,
        /// The version that the change is based on.
        based_on: u32,
        /// The whole setup as it would stand.
        setup: Box<ElectionSetup>,
    },
    /// Record a receipt that was signed on paper, which starts a capture period.
    RecordPaperReceipt {
        /// Whose.
        actor: ActorId,
        /// When it was signed.
        receipt: PaperReceipt,
    },
    /// Undo a cancellation or a substitution.
    UndoEnding {
        /// Of which candidacy.
        candidacy: CandidacyId,
        /// By which acuerdo, and why.
        undoing: Undoing,
    },
    /// Annul a paper receipt, from which a capture period ran by mistake.
    AnnulPaperReceipt {
        /// Whose.
        actor: ActorId,
        /// By which document, and why.
        undoing: Undoing,
    },
    /// Reopen a candidacy by order of a tribunal.
    ReopenByOrder {
        /// Which.
        candidacy: CandidacyId,
        /// What was ordered.
        order: ReopeningOrder,
    },
}

/// A proposal as an administrator sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Proposal {
    /// By which it is decided.
    pub id: ProposalId,
    /// What would be done.
    pub act: ProposedAct,
    /// The same in a few words.
    pub title: String,
    /// What follows from it, as it stood when it was proposed, a sentence each.
    pub consequences: Vec<String>,
    /// The name of whoever proposed it.
    pub proposed_by: String,
    /// When it was proposed.
    pub proposed_at: DateTime<Utc>,
    /// When it is over unless somebody decides.
    pub expires: DateTime<Utc>,
    /// Where it stands.
    pub state: ProposalState,
    /// The name of whoever decided.
    pub decided_by: Option<String>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// Whether the one who asks proposed it, and so can take it back.
    pub own: bool,
    /// Why the one who asks cannot confirm it; none where they can.
    pub confirm_refusal: Option<String>,
}

/// What was done by confirming.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConfirmedProposal {
    /// The proposal, confirmed.
    pub proposal: Proposal,
    /// The one-time credential of a recovery, shown this once, to be printed.
    pub credential: Option<Credential>,
}

/// Something about the installation that everybody who administers it should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InstallationWarning {
    /// Stable code.
    pub code: String,
    /// What it means and what to do.
    pub text: String,
}
