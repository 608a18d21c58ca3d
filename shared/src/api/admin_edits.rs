//! Editing what was created (`docs/decisions/0046-editing-what-is-published.md`).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::admin::{Acuerdo, Registration};
use super::admin_accounts::check_login;
use super::fields::{Length, pointers};
use crate::catalogues::code_enum;
use crate::ids::CandidacyId;

code_enum! {
    /// A private datum of a candidacy, by its name only.
    PrivateField {
        Curp = "curp", "CURP";
        VoterKey = "voter_key", "Clave de elector";
        Rfc = "rfc", "RFC";
        BirthDate = "birth_date", "Fecha de nacimiento";
        NotificationEmail = "notification_email", "Correo para avisos del Instituto";
        NotificationPhone = "notification_phone", "Teléfono para avisos del Instituto";
    }
}

/// What changes of the private data: what is left out stays, since it is never shown again.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PrivateEdit {
    /// **CURP**
    #[serde(default)]
    pub curp: Option<String>,
    /// **Clave de elector**
    #[serde(default)]
    pub voter_key: Option<String>,
    /// **RFC**
    #[serde(default)]
    pub rfc: Option<String>,
    /// **Fecha de nacimiento**
    #[serde(default)]
    pub birth_date: Option<NaiveDate>,
    /// **Correo para avisos del Instituto**
    #[serde(default)]
    pub notification_email: Option<String>,
    /// **Teléfono para avisos del Instituto**
    #[serde(default)]
    pub notification_phone: Option<String>,
    /// What is taken out; means of contact can only be replaced.
    #[serde(default)]
    pub erase: Vec<PrivateField>,
}

/// What a candidacy's registration becomes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CandidacyEdit {
    /// As it should be; the age is left out where the birth date is known.
    #[validate(nested)]
    pub registration: Registration,
    /// What changes of the private data.
    #[serde(default)]
    pub private: PrivateEdit,
    /// **Documento que sustenta el cambio**
    #[validate(length(min = Self::REFERENCE_LENGTH.min, max = Self::REFERENCE_LENGTH.max))]
    pub reference: String,
}

impl CandidacyEdit {
    /// Of **Documento que sustenta el cambio**: as an acuerdo's.
    pub const REFERENCE_LENGTH: Length = Acuerdo::LENGTH;
}

pointers! {
    CandidacyEdit {
        REFERENCE = "/reference",
        ERASE = "/private/erase",
    }
}

/// A candidacy's registration, to be edited. Its `ETag` is its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegistrationFile {
    /// Whose.
    pub id: CandidacyId,
    /// Grows by one with each edit.
    pub version: u32,
    /// As it is; without the age where that is reckoned from the birth date.
    pub registration: Registration,
    /// Which private data there are; what they hold is not shown.
    pub private: Vec<PrivateField>,
    /// Why office, territory and role stay as they are; none where they may change.
    pub fixed: Option<String>,
}

/// What may change of an account: whose it is and what it may do stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountEdit {
    /// **Usuario**: unique.
    #[validate(length(min = 3, max = 120), custom(function = check_login))]
    pub login: String,
    /// **Nombre de la persona**
    #[validate(length(min = 3, max = 160))]
    pub name: String,
}

pointers! {
    AccountEdit {
        LOGIN = "/login",
        NAME = "/name",
    }
}
