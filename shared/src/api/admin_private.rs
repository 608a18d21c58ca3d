//! Administration: what is registered of a person and never published.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

use crate::formats::{email_address, is_plain_ascii, national_number};

/// What is never published and stored encrypted (`docs/domain/curricular.md#visibility`, code N).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PrivateData {
    /// **CURP**, judged by [`crate::curp`]
    #[serde(default)]
    pub curp: Option<String>,
    /// **Clave de elector**
    #[serde(default)]
    #[validate(length(
        min = 18,
        max = 18,
        message = "La clave de elector tiene 18 caracteres."
    ))]
    pub voter_key: Option<String>,
    /// **RFC**
    #[serde(default)]
    #[validate(length(
        min = 13,
        max = 13,
        message = "El RFC de una persona tiene 13 caracteres."
    ))]
    pub rfc: Option<String>,
    /// **Fecha de nacimiento**
    #[serde(default)]
    pub birth_date: Option<NaiveDate>,
    /// **Correo para avisos del Instituto**
    #[validate(length(max = 120), custom(function = check_mail))]
    pub notification_email: String,
    /// **Teléfono para avisos del Instituto**
    #[validate(custom(function = check_phone))]
    pub notification_phone: String,
}

fn check_mail(text: &str) -> Result<(), ValidationError> {
    match email_address(text) {
        Err(trouble) => Err(wrong_format(&trouble)),
        Ok(address) if !is_plain_ascii(&address) => Err(wrong_format(
            &"tiene letras con acento o ñ antes de la arroba, y casi ningún correo las admite: \
              los avisos no llegarían",
        )),
        Ok(_) => Ok(()),
    }
}

fn check_phone(text: &str) -> Result<(), ValidationError> {
    national_number(text, PrivateData::PHONE_DIGITS)
        .map(|_| ())
        .map_err(|trouble| wrong_format(&trouble))
}

/// What to do, as a sentence.
fn wrong_format(what: &dyn fmt::Display) -> ValidationError {
    let what = what.to_string();
    let mut letters = what.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    let sentence = format!("{}{}.", first.unwrap_or_default(), letters.as_str());
    ValidationError::new("invalid_format").with_message(sentence.into())
}

impl PrivateData {
    /// How many digits a national number has.
    pub const PHONE_DIGITS: u32 = 10;
}

#[cfg(test)]
#[path = "admin_private_tests.rs"]
mod admin_private_tests;
