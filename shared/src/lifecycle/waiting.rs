//! What a candidacy waits for, by its process alone: what the queue of review is ordered and filtered
//! by (`docs/decisions/0044-listed-candidacies.md`).

use chrono::Days;

use super::{CorrectionState, Process, SectionState, State};
use crate::catalogues::code_enum;
use crate::election::{ElectionSetup, PhaseKind};
use crate::ids::AccountId;
use crate::time::{Instant, end_of_day, local_date, start_of_day};

code_enum! {
    /// What a candidacy waits for.
    WaitsFor {
        Review = "review", "Revisión";
        CorrectionRequest = "correction_request", "Solicitud de corrección";
        CorrectionReview = "correction_review", "Revisión de una corrección";
        /// Nobody has to do anything: its date publishes it.
        Publication = "publication", "Aprobada, por publicarse";
    }
}

code_enum! {
    /// What a reviewer looks for, or looks out for, before opening a candidacy.
    QueueFlag {
        /// Sent by the end of the period with sections missing.
        Incomplete = "incomplete", "Enviada incompleta";
        /// Its observations were answered, or their time ended.
        Answered = "answered", "Con observaciones atendidas";
        /// One of two approvals is there.
        SecondTurn = "second_turn", "Segunda revisión";
        /// A section was never published, since its observation was not answered.
        Withheld = "withheld", "Con secciones retenidas";
        /// The assistant finds something in a text that was not left as it is on purpose.
        Language = "language", "Hallazgos de lenguaje";
        /// Something about the photo is doubtful, such as its date.
        Photo = "photo", "Fotografía por revisar";
    }
}

code_enum! {
    /// How urgent what waits is.
    WaitingAge {
        Overdue = "overdue", "Vencidas";
        Today = "today", "Vencen hoy";
        Soon = "soon", "Vencen en 1 a 3 días";
        Later = "later", "Vencen después";
        /// Received today.
        New = "new", "Recibidas hoy";
    }
}

impl WaitingAge {
    /// Days after today in which something is due soon.
    const SOON: Days = Days::new(3);

    /// When it is due, or for what is new was received: from the first instant to before the second.
    #[must_use]
    pub fn span(self, now: Instant) -> (Option<Instant>, Option<Instant>) {
        let today = local_date(now);
        let tomorrow = after(end_of_day(today));
        let later = after(end_of_day(
            today.checked_add_days(Self::SOON).unwrap_or(today),
        ));
        match self {
            Self::Overdue => (None, Some(now)),
            Self::Today => (Some(now), Some(tomorrow)),
            Self::Soon => (Some(tomorrow), Some(later)),
            Self::Later => (Some(later), None),
            Self::New => (Some(start_of_day(today)), None),
        }
    }

    /// Whether what is due at `due`, and waits since `since`, is of this age.
    #[must_use]
    pub fn holds(self, due: Instant, since: Instant, now: Instant) -> bool {
        let at = if self == Self::New { since } else { due };
        let (from, before) = self.span(now);
        from.is_none_or(|it| at >= it) && before.is_none_or(|it| at < it)
    }
}

fn after(last_second: Instant) -> Instant {
    last_second + chrono::Duration::seconds(1)
}

impl Process {
    /// What it waits for in the queue of review; `None` where it is not in it. A correction that is open
    /// is its operator's turn.
    #[must_use]
    pub fn waits_for(&self) -> Option<WaitsFor> {
        let correction = self.correction.as_ref().map(|it| it.state);
        match (self.state, correction) {
            (State::Submitted | State::Resubmitted | State::InReview, _) => Some(WaitsFor::Review),
            (State::Approved, _) => Some(WaitsFor::Publication),
            (_, Some(CorrectionState::Requested)) => Some(WaitsFor::CorrectionRequest),
            (_, Some(CorrectionState::Sent | CorrectionState::Claimed)) => {
                Some(WaitsFor::CorrectionReview)
            }
            _ => None,
        }
    }

    /// Who holds the turn, and until when.
    #[must_use]
    pub fn turn_holder(&self) -> Option<(&AccountId, Instant)> {
        let own = self.claim.as_ref().map(|it| (&it.by, it.expires));
        own.or_else(|| {
            let correction = self.correction.as_ref()?;
            correction.claimed_by.as_ref().zip(correction.claim_expires)
        })
    }

    /// With four eyes, whoever is not to take the turn: who approved first, or opened the correction.
    #[must_use]
    pub fn first_turn_of(&self) -> Option<&AccountId> {
        let first = self.first_decision.as_ref().map(|it| &it.by);
        first.or_else(|| self.correction.as_ref()?.opened_by.as_ref())
    }

    /// The flags that its process alone gives.
    #[must_use]
    pub fn queue_flags(&self) -> Vec<QueueFlag> {
        let withheld = |state: SectionState| state == SectionState::Withheld;
        [
            (QueueFlag::Incomplete, self.incomplete),
            (QueueFlag::Answered, self.resubmitted_at.is_some()),
            (QueueFlag::SecondTurn, self.first_decision.is_some()),
            (
                QueueFlag::Withheld,
                self.sections.values().any(|it| withheld(it.state)),
            ),
        ]
        .into_iter()
        .filter_map(|(flag, is_so)| is_so.then_some(flag))
        .collect()
    }

    /// The first instant at which the clock may change it by what it holds itself: the end of a turn, of
    /// the time to answer, or of a correction. Periods of capture and publication are its election's.
    #[must_use]
    pub fn clock_changes_it_from(&self) -> Option<Instant> {
        if self.state.is_end() {
            return None;
        }
        let correction = self.correction.as_ref();
        [
            self.claim.as_ref().map(|it| it.expires),
            self.observation_period.map(|it| it.ends),
            correction.and_then(|it| it.claim_expires),
            correction
                .filter(|it| it.state == CorrectionState::Open)
                .and_then(|it| it.period)
                .map(|it| it.ends),
        ]
        .into_iter()
        .flatten()
        .min()
    }
}

impl ElectionSetup {
    /// When a review is due of what came at `since`: reckoned from the start of the review phase where
    /// that is later.
    #[must_use]
    pub fn review_due(&self, since: Instant) -> Instant {
        let term = self.settings.review_days;
        match self.window(PhaseKind::Review).opens_later(since) {
            Some(starts) => term.period_from(starts).ends,
            None => term.period_after(since).ends,
        }
    }
}
