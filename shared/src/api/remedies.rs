//! What is asked for where an act is undone, or a tribunal orders to reopen a candidacy
//! (`docs/domain/process.md#undoing-and-reopening`).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::fields::{Length, pointers};
use crate::time::{Period, end_of_day, start_of_day};

/// By which document a mistaken act is undone, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Undoing {
    /// **Acuerdo** or **oficio** that says so.
    #[validate(length(min = 3, max = 200))]
    pub reference: String,
    /// **Motivo**
    #[validate(length(min = Self::REASON_LENGTH.min, max = Self::REASON_LENGTH.max))]
    pub reason: String,
}

impl Undoing {
    /// Of **Motivo**.
    pub const REASON_LENGTH: Length = Length::of(10, 500);
}

pointers! {
    Undoing {
        REFERENCE = "/reference",
        REASON = "/reason",
    }
}

/// What a tribunal ordered of a candidacy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReopeningOrder {
    /// **Expediente**
    #[validate(length(min = 3, max = 120))]
    pub docket: String,
    /// **Fecha de la resolución**
    pub dated: NaiveDate,
    /// The first day of the time that it gives, from 00:00:00 local time.
    pub starts_on: NaiveDate,
    /// The last day, until 23:59:59 local time.
    pub ends_on: NaiveDate,
}

pointers! {
    ReopeningOrder {
        DOCKET = "/docket",
        DATED = "/dated",
        STARTS_ON = "/starts_on",
        ENDS_ON = "/ends_on",
    }
}

impl ReopeningOrder {
    /// The time that it gives.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            starts: start_of_day(self.starts_on),
            ends: end_of_day(self.ends_on),
        }
    }
}
