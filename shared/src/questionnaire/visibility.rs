//! Who may ever see an answer.

use crate::catalogues::code_enum;

code_enum! {
    /// **Visibilidad.** Where an answer may go (`docs/domain/curricular.md#visibility`).
    Visibility {
        Public = "public", "Pública";
        Statistics = "statistics", "Solo estadística";
        Internal = "internal", "Interna";
    }
}

code_enum! {
    /// **Avance.** How far a section got, from its content alone
    /// (`docs/domain/process.md#sections`).
    Completeness {
        Empty = "empty", "Sin captura";
        InProgress = "in_progress", "En captura";
        Complete = "complete", "Completa";
        NotProvided = "not_provided", "No proporcionó";
    }
}

impl Completeness {
    /// Whether nothing is missing: complete, or an explicit "No proporcionó".
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Complete | Self::NotProvided)
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "the macro of catalogues has no place for a default"
)]
impl Default for Completeness {
    fn default() -> Self {
        Self::Empty
    }
}
