//! Credential sheets: one page for each account, to be handed over and signed for.

use crate::flow::{SMALL, TEXT};
use crate::page::{LEFT, Strip};
use crate::{About, Fact, PdfError, draw};

/// Everything that the sheets say.
#[derive(Debug, Clone)]
pub struct CredentialSheets {
    /// What their metadata and their head say.
    pub about: About,
    /// The address at which one signs in.
    pub address: String,
    /// One for each account, a page each.
    pub sheets: Vec<CredentialPage>,
}

/// One account's sheet.
#[derive(Debug, Clone)]
pub struct CredentialPage {
    /// Whose it is.
    pub name: String,
    /// Function, actor, user name, one-time password and until when it serves.
    pub facts: Vec<Fact>,
}

/// The PDF of the sheets.
///
/// # Errors
/// Never in practice: the layout is ours.
pub fn credential_sheets(all: &CredentialSheets) -> Result<Vec<u8>, PdfError> {
    draw::print(&all.about, |flow| {
        for (index, sheet) in all.sheets.iter().enumerate() {
            if index > 0 {
                flow.next_page();
            }
            flow.heading(2, &sheet.name);
            flow.facts(LEFT, &sheet.facts);
            flow.paragraph(TEXT, "Entre en esta dirección:");
            flow.link(Strip::WHOLE, &all.address);
            flow.paragraph(
                TEXT,
                "En el primer acceso se le pedirá crear una contraseña propia y, si captura, aceptar el \
                 acuse de recibo, con el que empieza el plazo. No comparta esta hoja: quien la tiene \
                 puede entrar por usted.",
            );
            flow.need(150.0);
            flow.heading(3, "Acuse de entrega de esta hoja");
            flow.blanks(&[
                "Lugar, fecha y hora",
                "Nombre completo y firma de quien recibe",
            ]);
            flow.paragraph(
                SMALL,
                "La Unidad de Transparencia conserva el acuse firmado. Si la hoja se pierde antes de \
                 usarse, pida otra: la anterior deja de servir.",
            );
        }
    })
}
