//! Acts that take two administrators: proposed by one, confirmed or refused by another, and over
//! after a while (`docs/domain/process.md#acts-that-take-two`).

use chrono::Duration;

use crate::catalogues::code_enum;
use crate::ids::AccountId;
use crate::time::{Instant, spanish_moment};

/// Hours that an act waits in plain sight where nobody else administers.
pub const ALONE_WAIT_HOURS: i64 = 24;
/// Days after which a proposal that nobody decided is over.
pub const PROPOSAL_DAYS: i64 = 7;
/// Days after their last sign-in for which an administrator is waited for.
pub const REACHABLE_DAYS: i64 = 14;

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

/// Whose account a proposal is about.
#[derive(Debug, Clone, Copy)]
pub struct Concerned<'a> {
    /// The account.
    pub account: &'a AccountId,
    /// Whether it is to be recovered: signing in shows that it need not be.
    pub is_recovery: bool,
}

/// Somebody who administers: with a password of their own, activated and not suspended.
#[derive(Debug, Clone, Copy)]
pub struct Administrator<'a> {
    /// Their account.
    pub account: &'a AccountId,
    /// When they last finished signing in.
    pub last_sign_in: Option<Instant>,
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
    /// Whose account it is about, where it is about one: nobody confirms what is about themselves.
    pub concerns: Option<Concerned<'a>>,
    /// Since when nobody but who asked could decide, as it was last noted.
    pub alone_since: Option<Instant>,
}

/// Why a proposal cannot be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotConfirmable {
    /// It was decided, or its time is over.
    Over(ProposalState),
    /// Whoever proposed it is not the second person, and there is one.
    NeedsAnother,
    /// It is about the account of whoever asks.
    OwnAccount,
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
            Self::OwnAccount => {
                "Se trata de su propia cuenta: puede rechazarla, y solo otra persona \
                puede confirmarla."
                    .to_owned()
            }
            Self::NotBefore(at) => format!(
                "No hay otra persona que pueda decidir: puede llevarse a cabo a partir del {}, a la vista \
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

    /// Whether `who` can be waited for to decide it: somebody else than who asked, who signed in
    /// lately. Whose account is to be suspended or recovered may refuse, but is not waited for; who
    /// signed in since their recovery was asked for is, since they need none.
    #[must_use]
    pub fn can_be_decided_by(&self, who: &Administrator<'_>, now: Instant) -> bool {
        let since = |at: Instant| who.last_sign_in.is_some_and(|it| it > at);
        let concerned = self.concerns.filter(|it| it.account == who.account);
        let is_free = concerned.is_none_or(|it| it.is_recovery && since(self.at));
        who.account != self.by && is_free && since(now - Duration::days(REACHABLE_DAYS))
    }

    /// The instant since which nobody but who asked could decide, as it is to be noted at `now`; none
    /// while somebody can. It is never earlier than when that was first noted: whoever becomes alone
    /// has the whole wait before them.
    #[must_use]
    pub fn alone_since_at(&self, all: &[Administrator<'_>], now: Instant) -> Option<Instant> {
        if all.iter().any(|it| self.can_be_decided_by(it, now)) {
            None
        } else {
            Some(self.alone_since.unwrap_or(now))
        }
    }

    /// From when on whoever asked may carry it out alone, where they are since `alone_since`.
    #[must_use]
    pub fn alone_from(&self, alone_since: Instant) -> Instant {
        self.at.max(alone_since) + Duration::hours(ALONE_WAIT_HOURS)
    }

    /// Why `who` cannot confirm it; `None` where they can. `alone_since`: since when nobody but who
    /// asked can decide.
    #[must_use]
    pub fn not_confirmable(
        &self,
        who: &AccountId,
        alone_since: Option<Instant>,
        now: Instant,
    ) -> Option<NotConfirmable> {
        let state = self.state_at(now);
        if state != ProposalState::Open {
            return Some(NotConfirmable::Over(state));
        }
        if self.concerns.is_some_and(|it| it.account == who) {
            return Some(NotConfirmable::OwnAccount);
        }
        if who != self.by {
            return None;
        }
        let Some(since) = alone_since else {
            return Some(NotConfirmable::NeedsAnother);
        };
        let from = self.alone_from(since);
        (now < from).then_some(NotConfirmable::NotBefore(from))
    }
}

#[cfg(test)]
#[path = "two_people_tests.rs"]
mod two_people_tests;
