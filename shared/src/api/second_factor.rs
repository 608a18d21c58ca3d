//! The second factor: a code from an application (TOTP, RFC 6238), or one of ten recovery codes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::auth::Session;
use super::fields::pointers;

/// A code: six digits of the application, or a recovery code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GiveCode {
    /// **Código**
    #[validate(length(
        min = 6,
        max = 40,
        message = "Escriba los 6 dígitos de la aplicación, o un código de recuperación completo."
    ))]
    pub code: String,
}

pointers! {
    GiveCode {
        CODE = "/code",
    }
}

/// One's own second factor as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondFactor {
    /// When it was last set up; `None` while there is none.
    pub since: Option<DateTime<Utc>>,
    /// Whether this account must have one, so that it cannot be turned off.
    pub required: bool,
    /// Recovery codes that were not used yet.
    pub recovery_codes_left: u32,
}

/// Proof of whose account it is, for setting up, renewing or turning off the second factor.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnProof {
    /// **Contraseña actual**: not needed where setting it up is the next of the first steps.
    #[validate(length(max = 256))]
    #[serde(default)]
    pub current_password: String,
    /// **Código** of the present factor, where there is one.
    #[validate(length(max = 40))]
    #[serde(default)]
    pub code: String,
}

pointers! {
    OwnProof {
        CURRENT_PASSWORD = "/current_password",
        CODE = "/code",
    }
}

/// A key to put into an application. It counts once a code made with it was given.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Enrolment {
    /// The key in base 32, in groups of four, to be typed.
    pub key: String,
    /// The `otpauth` address that the picture holds.
    pub address: String,
    /// The picture (QR) as an SVG document.
    pub picture: String,
    /// Until when a code can confirm it.
    pub expires: DateTime<Utc>,
}

/// A second factor that counts from now on. Every other session ended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Enrolled {
    /// The session that goes on.
    pub session: Session,
    /// Ten recovery codes, each good once; they are never shown again.
    pub recovery_codes: Vec<String>,
}
