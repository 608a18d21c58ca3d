//! Credential sheets: issued for many accounts at once, and what became of their delivery.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::fields::{Length, pointers};
use crate::catalogues::code_enum;
use crate::ids::{AccountId, DeliveryId};

/// Whose sheets are to be issued: accounts that were never used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SheetRequest {
    /// In the order of the pages.
    #[validate(length(min = 1, max = 100))]
    pub accounts: Vec<AccountId>,
}

impl SheetRequest {
    /// How many sheets are issued at once.
    pub const MOST: usize = 100;
}

pointers! {
    SheetRequest {
        ACCOUNTS = "/accounts",
    }
}

code_enum! {
    /// **Medio de entrega** of a credential sheet.
    DeliveryWay {
        InPerson = "in_person", "En persona";
        Courier = "courier", "Mensajería";
        Mail = "mail", "Correo electrónico";
        Telephone = "telephone", "Teléfono, para citar a la entrega";
    }
}

/// An attempt to deliver a credential sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DeliveryAttempt {
    /// **Medio de entrega**
    pub way: DeliveryWay,
    /// **Fecha y hora del intento**
    pub at: DateTime<Utc>,
    /// **Se entregó**
    #[serde(default)]
    pub reached: bool,
    /// **Qué pasó**: who received it, or why nobody did.
    #[validate(length(min = Self::NOTE_LENGTH.min, max = Self::NOTE_LENGTH.max))]
    pub note: String,
}

impl DeliveryAttempt {
    /// Of **Qué pasó**.
    pub const NOTE_LENGTH: Length = Length::of(3, 300);
}

pointers! {
    DeliveryAttempt {
        WAY = "/way",
        AT = "/at",
        REACHED = "/reached",
        NOTE = "/note",
    }
}

/// An attempt as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delivery {
    /// Which.
    pub id: DeliveryId,
    /// What was recorded.
    #[serde(flatten)]
    pub attempt: DeliveryAttempt,
    /// Who recorded it.
    pub by: String,
    /// When.
    pub noted_at: DateTime<Utc>,
}
