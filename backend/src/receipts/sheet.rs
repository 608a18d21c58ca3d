//! From the facts to the printed receipt.

use actix_web::HttpResponse;
use chrono::{Datelike as _, Timelike as _};
use conoceles_pdf::{About, Dated, Fact, ReceiptSheet, SectionLine, receipt};
use conoceles_shared::receipt::ReceiptKind;
use conoceles_shared::time::{Instant, spanish_deadline};

use super::facts::{LogFacts, ReceiptFacts};
use super::store::StoredReceipt;
use crate::core::error::Failure;
use crate::core::http::{attachment, off_thread};

/// The PDF of a receipt, the same bytes each time.
///
/// # Errors
/// Never in practice.
async fn pdf(stored: StoredReceipt) -> Result<Vec<u8>, Failure> {
    off_thread(move || receipt(&sheet(&stored)))
        .await?
        .map_err(|error| Failure::Internal(format!("receipt: {error}")))
}

/// The answer with a receipt's PDF.
///
/// # Errors
/// 404 where there is none.
pub async fn printed(stored: Option<StoredReceipt>) -> Result<HttpResponse, Failure> {
    let stored = stored.ok_or_else(Failure::not_found)?;
    let name = format!("acuse-{}.pdf", stored.facts.code);
    let bytes = pdf(stored).await?;
    Ok(attachment(&name, "application/pdf", bytes))
}

/// An instant as a document's metadata have it.
#[must_use]
pub fn dated(at: Instant) -> Dated {
    let small = |it: u32| u8::try_from(it).unwrap_or(0);
    Dated {
        year: u16::try_from(at.year()).unwrap_or(0),
        month: small(at.month()),
        day: small(at.day()),
        hour: small(at.hour()),
        minute: small(at.minute()),
        second: small(at.second()),
    }
}

fn sheet(stored: &StoredReceipt) -> ReceiptSheet {
    let facts = &stored.facts;
    ReceiptSheet {
        about: About {
            title: facts.kind.label().to_owned(),
            authority: facts.authority.clone(),
            dated: dated(facts.at),
            ident: facts.code.to_string(),
            drill: facts.drill,
        },
        lead: lead(facts.kind).to_owned(),
        facts: about(facts),
        sections: facts
            .sections
            .iter()
            .map(|it| SectionLine {
                name: it.section.label().to_owned(),
                version: it.version,
                sha256: it.sha256.clone(),
                public: facts.sealed(it),
            })
            .collect(),
        code: facts.code.to_string(),
        address: facts.address.clone(),
        proofs: proofs(&stored.sha256, &facts.log),
    }
}

const fn lead(kind: ReceiptKind) -> &'static str {
    match kind {
        ReceiptKind::Account => {
            "La Unidad de Transparencia entregó la cuenta de captura y su titular aceptó recibirla."
        }
        ReceiptKind::Submission => {
            "La Unidad de Transparencia recibió la información de la candidatura para su revisión."
        }
        ReceiptKind::Resubmission => {
            "La Unidad de Transparencia recibió las correcciones y respuestas a sus observaciones."
        }
        ReceiptKind::CorrectionRequest => {
            "La Unidad de Transparencia recibió la solicitud de corregir estas secciones publicadas, en \
             la versión que se indica."
        }
        ReceiptKind::Correction => {
            "La Unidad de Transparencia recibió la corrección de información ya publicada, para su \
             revisión."
        }
    }
}

fn about(facts: &ReceiptFacts) -> Vec<Fact> {
    let mut all = vec![Fact::new("Fecha y hora", spanish_deadline(facts.at))];
    let who = match &facts.account {
        Some(account) => account.name.as_str(),
        None => "El sistema, al terminar el periodo de captura",
    };
    let label = match facts.kind {
        ReceiptKind::Account => "Titular de la cuenta",
        ReceiptKind::CorrectionRequest => "Solicitó",
        ReceiptKind::Submission | ReceiptKind::Resubmission | ReceiptKind::Correction => "Envió",
    };
    all.push(Fact::new(label, who));
    all.push(Fact::new("Actor político", &*facts.actor.name));
    if let Some(candidacy) = &facts.candidacy {
        all.push(Fact::new("Candidatura", &*candidacy.name));
        let place = format!("{} · {}", candidacy.office, candidacy.territory);
        all.push(Fact::new("Cargo y territorio", place));
        all.push(Fact::new("Calidad", &*candidacy.role));
    }
    all.push(Fact::new("Elección", &*facts.election.name));
    if let Some(period) = &facts.capture {
        let ends = format!("Termina el {}", spanish_deadline(period.ends));
        all.push(Fact::new("Periodo de captura", ends));
    }
    all
}

fn proofs(sha256: &str, log: &LogFacts) -> Vec<Fact> {
    let mut all = vec![Fact::exact("Huella SHA-256 de los datos", sha256)];
    let entry = if log.seq == 0 {
        "Sin asientos todavía".to_owned()
    } else {
        format!("Asiento {}", log.seq)
    };
    all.push(Fact::new(log.log.label(), entry));
    if !log.hash.is_empty() {
        all.push(Fact::exact("Huella de ese asiento", &*log.hash));
    }
    all
}
