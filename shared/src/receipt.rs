//! Receipts: what they acknowledge, and the code by which anyone verifies one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use crate::catalogues::code_enum;
use crate::text::grouped;

code_enum! {
    /// **Acuse.** What a receipt acknowledges.
    ReceiptKind {
        Account = "account", "Acuse de recibo de la cuenta";
        Submission = "submission", "Acuse de envío a revisión";
        Resubmission = "resubmission", "Acuse de envío de correcciones";
        CorrectionRequest = "correction_request", "Acuse de solicitud de corrección";
        Correction = "correction", "Acuse de envío de la corrección de lo publicado";
    }
}

/// The largest signed consent form that is accepted, in megabytes: a page photographed by a phone.
pub const SIGNED_CONSENT_MAX_MEGABYTES: u8 = 10;

/// The digits of a code: those of Crockford's base 32, without letters that look like others.
const DIGITS: [u8; 32] = *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many digits a code has.
const LENGTH: usize = 16;

/// A text that is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MalformedCode;

impl fmt::Display for MalformedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("el código no tiene la forma esperada")
    }
}

impl std::error::Error for MalformedCode {}

/// The code of a receipt, `XXXX-XXXX-XXXX-XXXX`: 80 random bits, so that none is found by trying.
/// It is read without regard to case, spaces and hyphens, with O as 0, and I and L as 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, example = "7K3M-9QWX-2BTR-V0HN"))]
#[serde(transparent)]
pub struct ReceiptCode(String);

impl ReceiptCode {
    /// How many random bytes make a code.
    pub const BYTES: usize = 10;

    /// The code of these random bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        let value = bytes
            .iter()
            .fold(0_u128, |all, byte| (all << 8) | u128::from(*byte));
        let digits = (0..LENGTH).rev().filter_map(|at| {
            let index = usize::try_from((value >> (5 * at)) & 31).ok()?;
            DIGITS.get(index).copied()
        });
        Self::of_digits(digits)
    }

    fn of_digits(digits: impl Iterator<Item = u8>) -> Self {
        let digits: String = digits.map(char::from).collect();
        Self(grouped(&digits, 4, '-'))
    }

    /// `XXXX-XXXX-XXXX-XXXX`, however it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The digit that a person meant.
fn digit(typed: char) -> Option<u8> {
    let meant = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let byte = u8::try_from(meant).ok()?;
    DIGITS.contains(&byte).then_some(byte)
}

impl FromStr for ReceiptCode {
    type Err = MalformedCode;

    fn from_str(text: &str) -> Result<Self, MalformedCode> {
        let digits = text
            .chars()
            .filter(|it| !matches!(it, '-' | ' '))
            .map(digit)
            .collect::<Option<Vec<u8>>>()
            .filter(|it| it.len() == LENGTH)
            .ok_or(MalformedCode)?;
        Ok(Self::of_digits(digits.into_iter()))
    }
}

impl fmt::Display for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ReceiptCode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
#[path = "receipt_tests.rs"]
mod receipt_tests;
