//! Codes of an application: TOTP (RFC 6238) as every application makes it, SHA-1, six digits, 30
//! seconds, one step of patience on either side. The time is the server's.

use conoceles_shared::ids::AccountId;
use conoceles_shared::text::grouped;
use conoceles_shared::time::Instant;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::qr::QRBuilder;
use totp_rs::{Builder, Secret, Totp};

use crate::core::error::Failure;
use crate::core::secrets::{Secrets, random};

/// Who the code is for, as the application shows it.
const ISSUER: &str = "Conóceles";

/// The key of one account, 160 random bits.
pub struct TotpKey(Totp);

impl TotpKey {
    /// Draws a new one.
    ///
    /// # Errors
    /// Only without randomness.
    pub fn draw() -> Result<Self, Failure> {
        Self::of(Secret::from(random::<20>()?))
    }

    fn of(secret: Secret) -> Result<Self, Failure> {
        Builder::new()
            .with_secret(secret)
            .build()
            .map(Self)
            .map_err(|_| Failure::internal("a key of a second factor"))
    }

    /// Opens a sealed key.
    ///
    /// # Errors
    /// It was sealed by another key or for another account.
    pub fn unseal(secrets: &Secrets, account: &AccountId, sealed: &str) -> Result<Self, Failure> {
        let text = secrets.unseal(sealed, &place(account))?;
        let secret = Secret::try_from_base32(text)
            .map_err(|_| Failure::internal("a stored key of a second factor"))?;
        Self::of(secret)
    }

    /// Seals it for this account.
    ///
    /// # Errors
    /// Only without randomness.
    pub fn seal(&self, secrets: &Secrets, account: &AccountId) -> Result<String, Failure> {
        secrets.seal(&self.text(), &place(account))
    }

    /// In base 32.
    fn text(&self) -> String {
        self.0.secret().to_base32()
    }

    /// In base 32, in groups of four, for typing.
    #[must_use]
    pub fn groups(&self) -> String {
        grouped(&self.text(), 4, ' ')
    }

    /// The address that applications read from the picture. The library's own leaves out what is
    /// usual; this one says it, since not every application assumes it.
    #[must_use]
    pub fn address(&self, login: &str) -> String {
        let issuer = escaped(ISSUER);
        format!(
            "otpauth://totp/{issuer}:{}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period=30",
            escaped(login),
            self.text(),
        )
    }

    /// The step that a code belongs to, however its digits are spaced; `None` where it is not one of
    /// now.
    #[must_use]
    pub fn step_of(&self, typed: &str, now: Instant) -> Option<i64> {
        let code: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
        let digits = code.len() == 6 && code.bytes().all(|it| it.is_ascii_digit());
        let seconds = u64::try_from(now.timestamp()).ok()?;
        let step = digits.then(|| self.0.check(&code, seconds)).flatten()?;
        i64::try_from(step).ok()
    }
}

/// A picture (QR) of a text, as an SVG document.
///
/// # Errors
/// The text is too long for one.
pub fn qr_picture(text: &str) -> Result<String, Failure> {
    let code = QRBuilder::new(text)
        .build()
        .map_err(|_| Failure::internal("a QR code"))?;
    Ok(SvgBuilder::default().to_str(&code))
}

/// Where the key is stored, bound into the sealed value.
fn place(account: &AccountId) -> String {
    format!("second_factors.secret.{account}")
}

fn escaped(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
#[path = "totp_tests.rs"]
mod totp_tests;
