//! The three consents: independent, versioned, revocable (`docs/domain/process.md#consents`).

use super::Badge;
use crate::catalogues::code_enum;

/// The version of the privacy notice and of these texts; stored with each consent.
pub const NOTICE_VERSION: &str = "1.0";

code_enum! {
    /// **Consentimiento.** An entry of an append-only ledger, never a text of the questionnaire.
    ConsentKind {
        Treatment = "treatment", "Tratamiento de datos personales";
        IdentityPublication = "identity_publication", "Publicación de las respuestas de identidad";
        Statistics = "statistics", "Uso con fines estadísticos";
    }
}

impl ConsentKind {
    /// The official text that is accepted (`docs/domain/identity.md#consents`).
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Treatment => {
                "Autorizo que mis datos personales sean tratados conforme a las finalidades del \
                 Aviso de Privacidad"
            }
            Self::IdentityPublication => {
                "Autorizo la publicación y divulgación de mis datos sensibles capturados en el \
                 cuestionario de identidad"
            }
            Self::Statistics => {
                "Autorizo que los datos generados por mi registro sean parte de los informes con \
                 fines estadísticos"
            }
        }
    }

    /// What accepting it changes, in plain words.
    #[must_use]
    pub fn effect(self) -> String {
        match self {
            Self::Treatment => {
                "Abre la captura. Sin este consentimiento no se puede capturar.".into()
            }
            // Nobody who signs knows the questions by their numbers.
            Self::IdentityPublication => format!(
                "Publica, como distintivo, lo que se haya contestado con «Sí»: ser {}. En el \
                 cuestionario se elige, uno por uno, cuáles no. Que falte un distintivo no quiere decir \
                 «No», pero si se publica alguno, quien lea puede suponer algo de los que faltan. Los \
                 ingresos y su fuente nunca se publican.",
                Badge::all_in_words()
            ),
            Self::Statistics => {
                "Incluye las respuestas en los totales de los informes, sin nombres y sin grupos \
                 de menos de cinco personas."
                    .into()
            }
        }
    }

    /// What revoking it changes, in plain words: what follows «Si se revoca:».
    #[must_use]
    pub const fn revocation(self) -> &'static str {
        match self {
            Self::Treatment => {
                "se cierra la captura; lo ya publicado se rige por las otras dos autorizaciones."
            }
            Self::IdentityPublication => "los distintivos dejan de verse en menos de un minuto.",
            Self::Statistics => "las respuestas salen de los totales en menos de un minuto.",
        }
    }
}
