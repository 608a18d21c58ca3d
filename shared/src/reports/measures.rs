//! What is counted, and the counts.

use super::facts::{CandidacyFacts, Captured, Stage};
use super::table::{ReportCell, ReportColumn};
use crate::catalogues::code_enum;

code_enum! {
    /// What is counted of the candidacies of an election (`docs/domain/reports.md#measures`).
    Measure {
        /// The one denominator.
        Registered = "registered", "Registradas";
        AccountDelivered = "account_delivered", "Cuenta entregada";
        CurricularComplete = "curricular_complete", "Curricular completo";
        CurricularPartial = "curricular_partial", "Curricular en parte";
        CurricularNothing = "curricular_nothing", "Curricular sin captura";
        IdentityComplete = "identity_complete", "Identidad completo";
        IdentityPartial = "identity_partial", "Identidad en parte";
        IdentityNothing = "identity_nothing", "Identidad sin captura";
        BothComplete = "both_complete", "Ambos completos";
        Photo = "photo", "Con fotografía";
        Sent = "sent", "Enviadas";
        /// With [`Self::InReview`] and [`Self::Published`] it makes the whole.
        InCapture = "in_capture", "En captura o sin iniciar";
        InReview = "in_review", "En revisión o por publicarse";
        Validated = "validated", "Validadas";
        Observed = "observed", "Observadas";
        Mended = "mended", "Observaciones atendidas";
        Published = "published", "Publicadas";
        Paused = "paused", "Con secciones pausadas";
        /// Beside the denominator, not within it.
        Substituted = "substituted", "Sustituidas";
        /// As well: with the denominator both make all that were ever registered.
        Cancelled = "cancelled", "Canceladas";
    }
}

impl Measure {
    /// Whether a candidacy is counted in it.
    #[must_use]
    pub fn holds(self, of: &CandidacyFacts) -> bool {
        match self {
            Self::Substituted => return of.substituted,
            Self::Cancelled => return of.cancelled,
            _ => {}
        }
        of.counts()
            && match self {
                Self::Registered | Self::Substituted | Self::Cancelled => true,
                Self::AccountDelivered => of.account_delivered,
                Self::CurricularComplete => of.curricular == Captured::Complete,
                Self::CurricularPartial => of.curricular == Captured::Partial,
                Self::CurricularNothing => of.curricular == Captured::Nothing,
                Self::IdentityComplete => of.identity == Captured::Complete,
                Self::IdentityPartial => of.identity == Captured::Partial,
                Self::IdentityNothing => of.identity == Captured::Nothing,
                Self::BothComplete => {
                    of.curricular == Captured::Complete && of.identity == Captured::Complete
                }
                Self::Photo => of.photo,
                Self::Sent => of.sent_at.is_some(),
                Self::InCapture => of.stage == Stage::InCapture,
                Self::InReview => of.stage == Stage::InReview,
                Self::Published => of.stage == Stage::Published,
                Self::Validated => of.validated,
                Self::Observed => of.observed,
                Self::Mended => of.mended,
                Self::Paused => of.paused,
            }
    }

    /// Its column in a table.
    #[must_use]
    pub fn column(self) -> ReportColumn {
        ReportColumn::number(self.code(), self.label())
    }
}

/// How many candidacies of a group each measure holds of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts([u64; Measure::ALL.len()]);

impl Default for Counts {
    fn default() -> Self {
        Self([0; Measure::ALL.len()])
    }
}

impl Counts {
    /// Those of a group.
    pub fn of<'a>(group: impl IntoIterator<Item = &'a CandidacyFacts>) -> Self {
        let mut counts = Self::default();
        for facts in group {
            counts.add(facts);
        }
        counts
    }

    /// One candidacy more.
    pub fn add(&mut self, facts: &CandidacyFacts) {
        for (count, measure) in self.0.iter_mut().zip(Measure::ALL) {
            *count += u64::from(measure.holds(facts));
        }
    }

    /// How many a measure holds of.
    #[must_use]
    pub fn get(&self, measure: Measure) -> u64 {
        self.0.get(measure as usize).copied().unwrap_or(0)
    }

    /// Whether nothing of the group is counted anywhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|it| *it == 0)
    }

    /// The cells of a row: every measure, then the share that is published.
    #[must_use]
    pub fn cells(&self) -> Vec<ReportCell> {
        let counts = Measure::ALL
            .iter()
            .map(|it| ReportCell::count(self.get(*it)));
        counts.chain([self.share(Measure::Published)]).collect()
    }

    /// What part of the denominator a measure holds of.
    #[must_use]
    pub fn share(&self, measure: Measure) -> ReportCell {
        ReportCell::share(self.get(measure), self.get(Measure::Registered))
    }

    /// The columns of [`Self::cells`].
    #[must_use]
    pub fn columns() -> Vec<ReportColumn> {
        let counts = Measure::ALL.iter().map(|it| it.column());
        let share = ReportColumn::number("published_share", "% publicadas");
        counts.chain([share]).collect()
    }
}

#[cfg(test)]
#[path = "measures_tests.rs"]
mod measures_tests;
