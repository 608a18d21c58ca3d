//! More time for what an operator is doing: the period that runs, and its later end.

use super::{CorrectionState, Facts, Process, State};
use crate::time::{Instant, Period};

/// What an operator's period is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodKind {
    /// To capture and send the first time.
    Capture,
    /// To answer observations.
    Answer,
    /// To correct what is published.
    Correction,
}

impl Process {
    /// The operator's period that counts now, and what it is for; none where nothing is the
    /// operator's to do.
    #[must_use]
    pub fn operator_period(&self, facts: &Facts<'_>) -> Option<(PeriodKind, Period)> {
        match self.state {
            State::Registered | State::InCapture => {
                facts.capture.map(|it| (PeriodKind::Capture, it))
            }
            State::Observed => self.observation_period.map(|it| (PeriodKind::Answer, it)),
            State::Published => self
                .correction
                .as_ref()
                .filter(|it| it.state == CorrectionState::Open)
                .and_then(|it| it.period)
                .map(|it| (PeriodKind::Correction, it)),
            _ => None,
        }
    }

    /// The process with a later end of the time to answer observations or to correct; a capture
    /// period is not the process's own.
    #[must_use]
    pub fn with_later_end(&self, kind: PeriodKind, ends: Instant) -> Self {
        let mut next = self.clone();
        let period = match kind {
            PeriodKind::Capture => None,
            PeriodKind::Answer => next.observation_period.as_mut(),
            PeriodKind::Correction => next.correction.as_mut().and_then(|it| it.period.as_mut()),
        };
        if let Some(period) = period {
            period.ends = period.ends.max(ends);
        }
        next
    }
}
