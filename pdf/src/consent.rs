//! The consent form, prefilled with what is registered, to be printed and signed.

use crate::flow::{SMALL, TEXT};
use crate::page::{LEFT, Strip};
use crate::{About, Fact, PdfError, draw};

/// Everything that the form says.
#[derive(Debug, Clone)]
pub struct ConsentForm {
    /// What its metadata and its head say.
    pub about: About,
    /// The candidate's name.
    pub name: String,
    /// What is registered of the candidacy, listed before the consents.
    pub facts: Vec<Fact>,
    /// The consents, each to be answered on its own.
    pub consents: Vec<ConsentText>,
    /// The version of the privacy notice.
    pub notice: String,
    /// The address where that notice can be read.
    pub notice_address: String,
}

/// A consent to be answered by hand.
#[derive(Debug, Clone)]
pub struct ConsentText {
    /// Its heading on the form.
    pub title: String,
    /// The official text.
    pub text: String,
    /// What accepting it changes.
    pub effect: String,
}

/// The PDF of the form.
///
/// # Errors
/// Never in practice: the layout is ours.
pub fn consent_form(form: &ConsentForm) -> Result<Vec<u8>, PdfError> {
    draw::print(&form.about, |flow| {
        flow.paragraph(
            TEXT,
            &format!(
                "Yo, {}, manifiesto por escrito lo que autorizo sobre mis datos personales en el \
                 sistema Conóceles. Cada autorización es independiente: puedo dar una y no las \
                 otras, y revocarla en cualquier momento hasta el cierre de la publicación.",
                form.name
            ),
        );
        flow.facts(LEFT, &form.facts);
        flow.heading(2, "Autorizaciones");
        flow.paragraph(TEXT, "Marque con una X una sola respuesta en cada una.");
        for (index, it) in form.consents.iter().enumerate() {
            flow.need(95.0);
            flow.heading(3, &format!("{}. {}", index + 1, it.title));
            flow.paragraph(TEXT, &format!("{}.", it.text));
            flow.paragraph(SMALL, &it.effect);
            flow.boxes(&["Sí, autorizo", "No autorizo"]);
        }
        flow.need(150.0);
        flow.heading(2, "Firma");
        let notice = format!("Leí el Aviso de Privacidad, versión {}:", form.notice);
        flow.paragraph(TEXT, &notice);
        flow.link(Strip::WHOLE, &form.notice_address);
        flow.blanks(&["Lugar y fecha", "Nombre completo y firma"]);
        flow.paragraph(
            SMALL,
            "Entregue este formato firmado a quien captura por su actor político, que lo sube al \
             sistema en PDF, JPG o PNG. Se guarda cifrado y solo lo consulta la Unidad de \
             Transparencia.",
        );
    })
}
