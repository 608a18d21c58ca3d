//! Acts that take two administrators: proposed by one, confirmed or refused by another, and over
//! after a while (`docs/domain/process.md#acts-that-take-two`).

use crate::catalogues::code_enum;
use crate::ids::AccountId;
use crate::time::{Instant, spanish_moment};

/// Hours that an act waits in plain sight where nobody else administers.
pub const ALONE_WAIT_HOURS: i64 = 24;
/// Days after which a proposal that nobody decided is over.
pub const PROPOSAL_DAYS: i64 = 7;

code_enum! {
    /// Where a proposal stands.
    ProposalState {
        Open = "open", "Por confirmar";
        Confirmed = "confirmed", "Confirmada";
        Refused = "refused", "Rechazada";
        /// By whoever proposed it.
        Withdrawn = "withdrawn", "Retirada";
        /// Nobody decided in time.
        Expired = "expired", "Vencida";
    }
}

/// What decides who may confirm a proposal.
#[derive(Debug, Clone, Copy)]
pub struct Proposed<'a> {
    /// As it is stored.
    pub state: ProposalState,
    /// Who asked.
    pub by: &'a AccountId,
    /// When.
    pub at: Instant,
    /// When it is over unless somebody decides.
    pub expires: Instant,
}

/// Why a proposal cannot be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotConfirmable {
    /// It was decided, or its time is over.
    Over(ProposalState),
    /// Whoever proposed it is not the second person, and there is one.
    NeedsAnother,
    /// Nobody else administers: it waits in plain sight until then.
    NotBefore(Instant),
}

impl NotConfirmable {
    /// The sentence that is shown.
    #[must_use]
    pub fn detail(self) -> String {
        match self {
            Self::Over(state) => format!(
                "Ya no está por confirmar: {}.",
                state.label().to_lowercase()
            ),
            Self::NeedsAnother => {
                "Usted la propuso: debe confirmarla otra persona que administre.".to_owned()
            }
            Self::NotBefore(at) => format!(
                "No hay otra persona que administre: puede llevarse a cabo a partir del {}, a la vista \
                 de todo el personal.",
                spanish_moment(at)
            ),
        }
    }
}

impl Proposed<'_> {
    /// Where it stands at `now`.
    #[must_use]
    pub fn state_at(&self, now: Instant) -> ProposalState {
        match self.state {
            ProposalState::Open if now >= self.expires => ProposalState::Expired,
            state => state,
        }
    }

    /// Why `who` cannot confirm it; `None` where they can. `others`: whether anybody else
    /// administers.
    #[must_use]
    pub fn not_confirmable(
        &self,
        who: &AccountId,
        others: bool,
        now: Instant,
    ) -> Option<NotConfirmable> {
        let state = self.state_at(now);
        if state != ProposalState::Open {
            return Some(NotConfirmable::Over(state));
        }
        if who != self.by {
            return None;
        }
        if others {
            return Some(NotConfirmable::NeedsAnother);
        }
        let from = self.at + chrono::Duration::hours(ALONE_WAIT_HOURS);
        (now < from).then_some(NotConfirmable::NotBefore(from))
    }
}

#[cfg(test)]
#[path = "two_people_tests.rs"]
mod two_people_tests;
