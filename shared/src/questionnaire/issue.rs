//! What is wrong with one field, for programs (a code) and for people (plain Spanish).

use serde::{Deserialize, Serialize};

use crate::catalogues::code_enum;
use crate::problem::FieldError;

code_enum! {
    /// Why a field is refused, missing or doubtful; stable, programs may match on it.
    IssueCode {
        Required = "required", "Falta la respuesta";
        TooShort = "too_short", "El texto es más corto de lo que se pide";
        TooLong = "too_long", "El texto es más largo de lo que se admite";
        InvalidFormat = "invalid_format", "El formato no es el que se pide";
        NotInCatalogue = "not_in_catalogue", "La opción no está en la lista";
        WrongType = "wrong_type", "El tipo de dato no es el que se pide";
        UnknownField = "unknown_field", "El campo no existe en esta sección";
        InFuture = "in_future", "La fecha todavía no llega";
        Duplicate = "duplicate", "La respuesta está repetida";
        TooMany = "too_many", "Hay más respuestas de las que se admiten";
        Exclusive = "exclusive", "Estas respuestas se excluyen entre sí";
        NotApplicable = "not_applicable", "La pregunta no aplica";
        ForbiddenCharacter = "forbidden_character", "El texto tiene caracteres que no se admiten";
        Doubtful = "doubtful", "Conviene revisar la respuesta";
        Tidied = "tidied", "Se quitó o completó algo de lo escrito";
    }
}

impl IssueCode {
    /// The code as text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.code()
    }
}

/// One thing to correct, complete or check in a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldIssue {
    /// JSON pointer into the section's content, e.g. `/facebook` or `/courses/value/2`; empty for
    /// the section as a whole.
    pub pointer: String,
    /// Stable code.
    pub code: IssueCode,
    /// Plain Spanish, ready to show beside the field. Never repeats what was written;
    /// of options that contradict each other it says so much.
    pub detail: String,
}

impl FieldIssue {
    /// The first segment of the pointer: the field whose control the issue belongs to.
    #[must_use]
    pub fn field(&self) -> &str {
        self.pointer.split('/').nth(1).unwrap_or_default()
    }
}

impl From<FieldIssue> for FieldError {
    fn from(issue: FieldIssue) -> Self {
        Self {
            pointer: issue.pointer,
            code: issue.code.as_str().to_owned(),
            detail: issue.detail,
        }
    }
}
