//! Identity answers counted without whose they are.

use crate::questionnaire::{Badge, Identity, NO, QuestionId, question};

/// The questions that are counted. Those that another one opens are not: they divide a small group
/// further, and their «No aplica» would tell how large it is.
pub const COUNTED_QUESTIONS: [QuestionId; 10] = [
    QuestionId::Indigenous,
    QuestionId::IndigenousLanguage,
    QuestionId::Disability,
    QuestionId::Afromexican,
    QuestionId::Lgbtttiq,
    QuestionId::Migrant,
    QuestionId::Young,
    QuestionId::Older,
    QuestionId::MonthlyIncome,
    QuestionId::IncomeSource,
];

/// How many chose one option.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct CellTally {
    pub code: &'static str,
    pub all: u64,
    /// Those of them whose answer is not public as a badge.
    pub unknown: u64,
}

/// One question's options.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct QuestionTally {
    pub question: QuestionId,
    /// The place of the option that is kept back beside a small one.
    pub complement: usize,
    pub cells: Vec<CellTally>,
}

/// Counts of answers. It holds no person, is not stored and is never shown as it is; there is no `Debug`,
/// so that no log has it either.
#[derive(Clone, PartialEq, Eq)]
pub struct IdentityTally {
    pub(super) counted: u64,
    pub(super) questions: Vec<QuestionTally>,
}

impl Default for IdentityTally {
    fn default() -> Self {
        let of = |id: &QuestionId| {
            let options = question(*id).options;
            QuestionTally {
                question: *id,
                complement: options.iter().position(|it| it.code == NO).unwrap_or(0),
                cells: options
                    .iter()
                    .map(|it| CellTally {
                        code: it.code,
                        all: 0,
                        unknown: 0,
                    })
                    .collect(),
            }
        };
        Self {
            counted: 0,
            questions: COUNTED_QUESTIONS.iter().map(of).collect(),
        }
    }
}

impl IdentityTally {
    /// Counts one questionnaire, of somebody who gave the statistics consent, if it is complete;
    /// `public` are the badges that anyone sees already.
    pub fn count(&mut self, identity: &Identity, public: &[Badge]) {
        let answered = |of: &QuestionTally| {
            let chosen = identity.reply(of.question).map(|it| it.value.codes());
            matches!(chosen, Some([code]) if of.cells.iter().any(|it| it.code == *code))
        };
        if !self.questions.iter().all(answered) {
            return;
        }
        self.counted += 1;
        for of in &mut self.questions {
            let known = public.iter().any(|it| it.question() == of.question);
            for cell in &mut of.cells {
                if identity.says(of.question, cell.code) {
                    cell.all += 1;
                    cell.unknown += u64::from(!known);
                }
            }
        }
    }
}
