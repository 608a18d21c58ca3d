//! What is reported of an election (`docs/domain/reports.md`): which candidacies count, what is counted
//! of them, and the tables that screen, CSV, XLSX and PDF are all made of.
//!
//! One denominator: [`CandidacyFacts::counts`]. One shape: [`Report`], so that no figure can differ
//! between two ways of reading it.

mod changes;
mod compliance;
mod cuts;
mod facts;
mod identity;
mod measures;
mod observations;
mod progress;
mod rhythm;
mod suppression;
mod table;
mod tally;

pub use changes::with_changes_since;
pub use compliance::{Granted, Shortfall, evidence_report};
pub use cuts::{IdentityCut, QuestionCut, next_identity_cut};
pub use facts::{CandidacyFacts, Captured, Place, is_in_the_denominator};
pub use identity::identity_report;
pub use measures::{Counts, Measure};
pub use observations::{ObservedFact, observations_report};
pub use progress::{ActorClock, Grouping, board_report, progress_tables};
pub use rhythm::cutoff_due;
pub use suppression::{MIN_THRESHOLD, Shown, shown_cells};
pub use table::{
    EarlierReport, IssuedReport, Report, ReportCell, ReportColumn, ReportFormat, ReportHead,
    ReportKind, ReportRow, ReportTable, ReportedElection,
};
pub use tally::{COUNTED_QUESTIONS, IdentityTally};
