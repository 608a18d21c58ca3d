//! The receipt: what was received, when, and how anyone can check it.

use crate::flow::{EXACT, Flow, Row, SMALL, Style, TEXT};
use crate::page::{LEFT, Strip};
use crate::{About, Fact, PdfError, draw, qr};

/// Everything that a receipt says, ready to be read.
#[derive(Debug, Clone)]
pub struct ReceiptSheet {
    /// What its metadata and its head say.
    pub about: About,
    /// What was received, in one sentence.
    pub lead: String,
    /// Who, for whom, when.
    pub facts: Vec<Fact>,
    /// What was sent; empty for the reception of an account.
    pub sections: Vec<SectionLine>,
    /// The code, as it is written.
    pub code: String,
    /// The address that the QR opens.
    pub address: String,
    /// Hashes of the whole, and where the publication log stood.
    pub proofs: Vec<Fact>,
}

/// A section that was sent.
#[derive(Debug, Clone)]
pub struct SectionLine {
    /// As the questionnaire calls it.
    pub name: String,
    /// The one that was sent, from 1.
    pub version: u32,
    /// SHA-256 of its content.
    pub sha256: String,
    /// The hash that the public page shows.
    pub public: String,
}

const COLUMNS: [Strip; 3] = [
    Strip {
        x: LEFT,
        width: 146.0,
    },
    Strip {
        x: LEFT + 156.0,
        width: 44.0,
    },
    Strip {
        x: LEFT + 206.0,
        width: 282.0,
    },
];

/// The PDF of a receipt; the same bytes each time.
///
/// # Errors
/// Never in practice: the layout is ours.
pub fn receipt(sheet: &ReceiptSheet) -> Result<Vec<u8>, PdfError> {
    let picture = qr::qr_code(&sheet.address)?;
    draw::print(&sheet.about, |flow| {
        flow.paragraph(TEXT, &sheet.lead);
        flow.facts(LEFT, &sheet.facts);
        if !sheet.sections.is_empty() {
            sections(flow, &sheet.sections);
        }
        // The code stays with what is said about it.
        flow.need(250.0);
        flow.heading(2, "Verificación");
        flow.paragraph(
            TEXT,
            "Abra la dirección o lea el código QR. La página confirma el acuse sin mostrar nombres \
             ni otros datos personales; compare con ella el código y las huellas.",
        );
        flow.skip(4.0);
        let shows = format!("Código QR que abre la página {}", sheet.address);
        let code = [Fact::exact("Código", &*sheet.code)];
        flow.code(picture, &shows, &sheet.address, &code);
        flow.facts(LEFT, &sheet.proofs);
    })
}

fn sections(flow: &mut Flow<'_>, sections: &[SectionLine]) {
    flow.heading(2, "Secciones recibidas");
    flow.paragraph(
        SMALL,
        "La huella del contenido es el SHA-256 de lo capturado. La huella pública, la única que \
         muestra la página de verificación, se obtiene de ella con un número aleatorio de este \
         acuse, para que nadie pueda adivinar el contenido a partir de la página.",
    );
    flow.skip(3.0);
    let exact = Style { size: 6.7, ..EXACT };
    let small = Style { size: 7.5, ..SMALL };
    let rows: Vec<Row> = sections
        .iter()
        .map(|it| Row {
            name: it.name.clone(),
            version: it.version.to_string(),
            hashes: vec![
                (small, "Del contenido:".to_owned()),
                (exact, it.sha256.clone()),
                (small, "Pública:".to_owned()),
                (exact, it.public.clone()),
            ],
        })
        .collect();
    flow.table(
        "Secciones recibidas, con su versión y sus huellas",
        &COLUMNS,
        ["Sección", "Versión", "Huellas SHA-256"],
        &rows,
    );
}
