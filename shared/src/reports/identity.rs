//! Identity statistics: answers counted without whose they are.

use super::cuts::{IdentityCut, QuestionCut};
use super::table::{Report, ReportCell, ReportColumn, ReportHead, ReportRow, ReportTable};
use crate::questionnaire::{Badge, Identity, NO, QuestionId, question};
use crate::time::{local_date, spanish_date};

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

/// What must stand beside the figures (`docs/domain/legal-frame.md#notice-beside-statistics`).
const NOTICES: [&str; 3] = [
    "Estas cifras cuentan a quienes contestaron el cuestionario de identidad y autorizaron su uso \
     estadístico. Reconocerse como parte de un grupo no significa necesariamente haberse registrado \
     por una acción afirmativa.",
    "No hay cruces por partido, territorio, cargo ni sexo, para que nadie pueda ser identificado.",
    "«Reservado»: el grupo es tan pequeño que decir cuántas personas son podría revelar quiénes son; por \
     lo mismo se reserva otra casilla, de la que se obtendría por resta.",
];

/// The statistics as anyone with the board may read them.
#[must_use]
pub fn identity_report(head: ReportHead, cut: Option<&IdentityCut>) -> Report {
    let mut notices: Vec<String> = NOTICES.map(ToOwned::to_owned).to_vec();
    let base = match cut {
        None => "Todavía no hay un corte de la estadística de identidad.".to_owned(),
        Some(IdentityCut {
            counted: None,
            threshold,
            ..
        }) => {
            notices.push(format!(
                "Todo está reservado: menos de {threshold} candidaturas enviaron completo el cuestionario \
                 de identidad y autorizaron su uso estadístico."
            ));
            "La elección es demasiado pequeña para publicar cifras.".to_owned()
        }
        Some(IdentityCut {
            counted: Some(counted),
            ..
        }) => format!(
            "Base: candidaturas que enviaron completo el cuestionario de identidad y autorizaron su uso \
             estadístico ({counted})."
        ),
    };
    let tables = cut.map(|it| it.questions.iter().map(question_table).collect());
    Report {
        head,
        base,
        since: None,
        notices,
        tables: tables.unwrap_or_default(),
    }
}

fn question_table(of: &QuestionCut) -> ReportTable {
    let asked = question(of.question);
    let rows = asked.options.iter().map(|option| {
        let count = of.cells.as_ref().and_then(|cells| {
            let found = cells.iter().find(|(code, _)| code == option.code);
            found.and_then(|(_, count)| *count)
        });
        ReportRow {
            code: option.code.to_owned(),
            label: option.label.to_owned(),
            cells: match count {
                Some(count) => vec![
                    ReportCell::count(count),
                    ReportCell::share(count, of.counted),
                ],
                None => vec![ReportCell::suppressed(), ReportCell::suppressed()],
            },
        }
    });
    ReportTable {
        id: of.question.code().to_owned(),
        title: asked.text.to_owned(),
        note: Some(format!(
            "Corte del {}: {} cuestionarios.",
            spanish_date(local_date(of.at)),
            of.counted
        )),
        row_label: "Respuesta".to_owned(),
        columns: vec![
            ReportColumn::number("candidacies", "Candidaturas"),
            ReportColumn::number("share", "%"),
        ],
        rows: rows.collect(),
        total: None,
    }
}
