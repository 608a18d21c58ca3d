//! What a person asks for on paper, outside the desks: a revocation, or one of the ARCO rights.

use chrono::NaiveDate;

use crate::catalogues::code_enum;
use crate::questionnaire::ConsentKind;

code_enum! {
    /// **Escrito.** What it asks for.
    PaperRequestKind {
        RevokeTreatment = "revoke_treatment", "Revocación: tratamiento de datos personales";
        RevokeIdentity = "revoke_identity", "Revocación: publicación de las respuestas de identidad";
        RevokeStatistics = "revoke_statistics", "Revocación: uso con fines estadísticos";
        Access = "access", "Derecho de acceso";
        Rectification = "rectification", "Derecho de rectificación";
        Cancellation = "cancellation", "Derecho de cancelación";
        Opposition = "opposition", "Derecho de oposición";
    }
}

impl PaperRequestKind {
    /// The consent that it revokes, if it revokes one.
    #[must_use]
    pub const fn revokes(self) -> Option<ConsentKind> {
        match self {
            Self::RevokeTreatment => Some(ConsentKind::Treatment),
            Self::RevokeIdentity => Some(ConsentKind::IdentityPublication),
            Self::RevokeStatistics => Some(ConsentKind::Statistics),
            Self::Access | Self::Rectification | Self::Cancellation | Self::Opposition => None,
        }
    }

    /// What the Unidad de Transparencia does next.
    #[must_use]
    pub const fn next_step(self) -> &'static str {
        match self {
            Self::RevokeTreatment => {
                "La revocación ya surtió efecto: no se envía, no se revisa ni se publica nada más."
            }
            Self::RevokeIdentity => {
                "La revocación ya surtió efecto: los distintivos dejan de verse en menos de un minuto."
            }
            Self::RevokeStatistics => {
                "La revocación ya surtió efecto: las respuestas salen de los totales."
            }
            Self::Access => "Responda por escrito qué datos se tienen y para qué se usan.",
            Self::Rectification => {
                "Si el dato está publicado, el actor político puede solicitar su corrección; si es del \
                 registro, lo corrige la administración. Responda por escrito."
            }
            Self::Cancellation => {
                "Pause lo que proceda, con su fundamento, y responda por escrito. Las respuestas de \
                 identidad se bloquean al cierre."
            }
            Self::Opposition => {
                "Registre como revocación el consentimiento al que se opone, pause lo que proceda, con \
                 su fundamento, y responda por escrito."
            }
        }
    }
}

/// The oldest paper that is taken, in days before today.
pub const OLDEST_PAPER_DAYS: i64 = 365;

/// Whether a paper of this date can have come by `today`.
#[must_use]
pub fn may_be_dated(dated: NaiveDate, today: NaiveDate) -> bool {
    (0..=OLDEST_PAPER_DAYS).contains(&(today - dated).num_days())
}

#[cfg(test)]
#[path = "paper_tests.rs"]
mod paper_tests;
