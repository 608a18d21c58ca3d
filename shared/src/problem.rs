//! Errors as they travel: `application/problem+json` (RFC 9457) with a stable code.
//!
//! One table gives each code its status and its Spanish title; nothing else in the project chooses
//! a status for a refusal.

use serde::{Deserialize, Serialize};

/// Media type of every error answer.
pub const MEDIA_TYPE: &str = "application/problem+json";

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $status:literal, $title:literal;)+) => {
        /// What went wrong, stable across versions: programs may match on it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum Code {
            $(
                $(#[$doc])*
                #[serde(rename = $code)]
                #[cfg_attr(feature = "openapi", schema(rename = $code))]
                $variant,
            )+
        }

        impl Code {
            /// In the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code as text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The HTTP status that goes with it.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)+ }
            }

            /// A short Spanish title, the same for every occurrence.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }
        }
    };
}

codes! {
    /// The body is not JSON, or not of the expected shape.
    MalformedBody = "malformed_body", 400, "El cuerpo de la petición no se pudo leer";
    /// A path segment that should be an id, section or code is not one.
    MalformedPath = "malformed_path", 400, "La dirección no tiene la forma esperada";
    /// A header is malformed.
    MalformedHeader = "malformed_header", 400, "Un encabezado no tiene la forma esperada";
    /// A query parameter is unknown or has a value that is not allowed.
    InvalidQuery = "invalid_query", 400, "Un parámetro de la consulta no es válido";
    /// The cursor is malformed or belongs to another query.
    InvalidCursor = "invalid_cursor", 400, "El cursor no es válido para esta consulta";
    /// Nobody is signed in, or the token is not valid any more.
    NotSignedIn = "not_signed_in", 401, "Inicie sesión para continuar";
    /// User name or password are wrong; which one is not said.
    WrongCredentials = "wrong_credentials", 401, "El usuario o la contraseña no son correctos";
    /// The refresh token was used before, has expired or was revoked.
    SessionEnded = "session_ended", 401, "La sesión terminó";
    /// The role does not hold the permission.
    Forbidden = "forbidden", 403, "Su cuenta no tiene permiso para esto";
    /// Signed in, but the code of the second factor was not given yet.
    SecondFactorPending = "second_factor_pending", 403, "Falta el código de su teléfono (segundo factor)";
    /// Something that cannot be undone: the code of the second factor is asked for anew.
    ProofRequired = "proof_required", 403, "Confirme que es usted con un código";
    /// Signed in, but the first steps (own password, second factor, receipt) are not done.
    FirstStepsPending = "first_steps_pending", 403, "Complete primero los pasos de acceso";
    /// No such thing, or not for this account.
    NotFound = "not_found", 404, "No se encontró";
    /// Nothing waits that this account may take.
    NothingToTake = "nothing_to_take", 404, "No hay candidaturas que tomar";
    /// The method is not one of the route's.
    MethodNotAllowed = "method_not_allowed", 405, "Este método no se admite aquí";
    /// The body did not arrive in time.
    BodyTimeout = "body_timeout", 408, "La solicitud tardó demasiado en llegar";
    /// The action is not possible in the present state.
    WrongState = "wrong_state", 409, "No es posible en el estado actual";
    /// The period has not begun: the receipt is not given.
    PeriodNotStarted = "period_not_started", 409, "El plazo no ha comenzado";
    /// The period has ended.
    PeriodEnded = "period_ended", 409, "El plazo terminó";
    /// Consent 1 is missing.
    ConsentRequired = "consent_required", 409, "Falta el consentimiento";
    /// The election asks for the signed consent form, and it was not delivered.
    SignedConsentRequired = "signed_consent_required", 409, "Falta el consentimiento firmado";
    /// Something is missing before it can be sent.
    Incomplete = "incomplete", 409, "Falta información";
    /// Someone else holds the claim, or nobody does.
    ClaimRequired = "claim_required", 409, "La revisión no está a su cargo";
    /// Four eyes: the same person cannot take both turns.
    SecondPersonRequired = "second_person_required", 409, "Debe revisarla otra persona";
    /// The judged version is not the present one.
    DecisionOutdated = "decision_outdated", 409, "La sección cambió mientras se revisaba";
    /// Another request changed the same candidacy at the same time.
    ConcurrentChange = "concurrent_change", 409, "Otra acción cambió este registro al mismo tiempo";
    /// An edit that changes what is published, and whose consequences were not confirmed as they are now.
    ConfirmationRequired = "confirmation_required", 409, "Confirme lo que cambia en lo publicado";
    /// A unique value is taken.
    AlreadyExists = "already_exists", 409, "Ya existe";
    /// A public record that was withdrawn.
    Withdrawn = "withdrawn", 410, "Este registro público fue retirado";
    /// The save was based on an older version.
    Stale = "stale", 412, "Hay una versión más reciente";
    /// The file, or what is stored, is not what the dry run looked at.
    DryRunOutdated = "dry_run_outdated", 412, "La revisión previa ya no corresponde";
    /// The body is larger than allowed.
    TooLarge = "too_large", 413, "El archivo o el texto es demasiado grande";
    /// The media type is not accepted.
    UnsupportedMediaType = "unsupported_media_type", 415, "Este tipo de contenido no se admite";
    /// One or more fields are not valid; `errors` lists every one.
    Invalid = "invalid", 422, "Hay datos por corregir";
    /// A save without `If-Match`.
    PreconditionRequired = "precondition_required", 428, "Falta indicar sobre qué versión se guarda";
    /// Too many attempts.
    TooManyAttempts = "too_many_attempts", 429, "Demasiados intentos";
    /// More of what is not kept ready was asked for from one address than its share.
    TooManyRequests = "too_many_requests", 429, "Demasiadas consultas seguidas";
    /// What is stored cannot be opened, or is not what was stored: somebody has to look at it.
    DamagedContent = "damaged_content", 500, "Lo guardado no puede abrirse";
    /// Something failed here; nothing about it is told outside.
    Internal = "internal", 500, "Ocurrió un error en el servidor";
    /// A dependency does not answer.
    Unavailable = "unavailable", 503, "El servicio no está disponible por el momento";
    /// So much is being made at once that one more would only wait.
    Busy = "busy", 503, "El servicio está muy ocupado en este momento";
}

/// One error of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// JSON pointer into the submitted body, or the name of a query parameter or header.
    pub pointer: String,
    /// Stable code, e.g. `too_long`.
    pub code: String,
    /// Plain Spanish, ready to show beside the field.
    pub detail: String,
}

impl FieldError {
    /// An error at `pointer`.
    #[must_use]
    pub fn new(
        pointer: impl Into<String>,
        code: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.into(),
            detail: detail.into(),
        }
    }
}

/// What follows from an edit for what is published: shown before anything is stored, and confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consequences {
    /// Sent back as the parameter `confirmed`: it stands for this edit with these consequences.
    pub digest: String,
    /// How many public records get a new version.
    pub public_records: u64,
    /// What follows, a sentence each.
    pub sentences: Vec<String>,
    /// Some of the candidacies whose records they are.
    pub examples: Vec<String>,
}

/// The body of every error answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A URI reference that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// The code's Spanish title.
    pub title: String,
    /// The HTTP status, repeated.
    pub status: u16,
    /// What happened here and what to do, in plain Spanish.
    pub detail: String,
    /// The stable code.
    pub code: Code,
    /// Every field error; empty where the problem is not about fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// On 412, and where a decision judged an older version: what is stored now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<serde_json::Value>))]
    pub current: Option<serde_json::Value>,
    /// On 412: what was submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<serde_json::Value>))]
    pub submitted: Option<serde_json::Value>,
    /// Where an edit has to be confirmed: what follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequences: Option<Consequences>,
}

impl Problem {
    /// A problem with its code's title and status.
    #[must_use]
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("/problems/{}", code.as_str()),
            title: code.title().to_owned(),
            status: code.status(),
            detail: detail.into(),
            code,
            errors: Vec::new(),
            current: None,
            submitted: None,
            consequences: None,
        }
    }

    /// A problem about fields: every error at once.
    #[must_use]
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        let detail = match errors.len() {
            1 => "Hay 1 dato por corregir.".to_owned(),
            n => format!("Hay {n} datos por corregir."),
        };
        Self {
            errors,
            ..Self::new(Code::Invalid, detail)
        }
    }

    /// A problem about the parameters of an address: every error at once.
    #[must_use]
    pub fn invalid_query(errors: Vec<FieldError>) -> Self {
        let detail = match errors.len() {
            1 => "Hay 1 parámetro por corregir.".to_owned(),
            n => format!("Hay {n} parámetros por corregir."),
        };
        Self {
            errors,
            ..Self::new(Code::InvalidQuery, detail)
        }
    }
}
