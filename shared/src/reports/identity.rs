//! Identity statistics as they are read.

use super::cuts::{IdentityCut, QuestionCut};
use super::table::{Report, ReportCell, ReportColumn, ReportHead, ReportRow, ReportTable};
use crate::questionnaire::question;
use crate::time::{local_date, spanish_date};

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
