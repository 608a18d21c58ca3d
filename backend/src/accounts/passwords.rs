//! Passwords: argon2id, off the request threads.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use conoceles_shared::text::fold;

use crate::core::error::Failure;
use crate::core::http::off_thread;
use crate::core::secrets;

/// A password's hash in PHC form.
pub type Hashed = String;

/// Words that an attacker of this very system would try (ASVS 6.1.2); matched folded, as parts.
const CONTEXT: [&str; 8] = [
    "conoceles",
    "ieem",
    "candidatura",
    "contrasena",
    "password",
    "edomex",
    "toluca",
    "12345678",
];

/// Why a password of one's own cannot be used, in Spanish.
#[must_use]
pub fn objection(password: &str, login: &str) -> Option<&'static str> {
    let folded = fold(password);
    if folded.contains(&fold(login)) {
        return Some("La contraseña no puede contener el usuario.");
    }
    if CONTEXT.iter().any(|word| folded.contains(word)) {
        return Some("La contraseña contiene una palabra fácil de adivinar en este sistema.");
    }
    let mut seen: Vec<char> = folded.chars().collect();
    seen.sort_unstable();
    seen.dedup();
    (seen.len() < 5).then_some("La contraseña repite muy pocos caracteres distintos.")
}

/// Hashes a password.
///
/// # Errors
/// Only when the worker pool is gone.
pub async fn hash(password: String) -> Result<Hashed, Failure> {
    off_thread(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|it| it.to_string())
            .map_err(|error| Failure::Internal(format!("argon2: {error}")))
    })
    .await?
}

/// Whether `password` is the one behind `hashed`. Without a hash the same work is done for
/// nothing, so that time does not tell whether the account exists.
///
/// # Errors
/// Only when the worker pool is gone.
pub async fn verify(password: String, hashed: Option<Hashed>) -> Result<bool, Failure> {
    off_thread(move || match hashed {
        Some(hashed) => PasswordHash::new(&hashed).is_ok_and(|parsed| {
            Argon2::default()
                .verify_password(password.as_bytes(), &parsed)
                .is_ok()
        }),
        None => {
            let _ = Argon2::default().hash_password(password.as_bytes());
            false
        }
    })
    .await
}

/// A one-time password that can be read from paper: four groups of five, without look-alikes;
/// about 98 bits.
///
/// # Errors
/// Only without randomness.
pub fn one_time_password() -> Result<String, Failure> {
    const ALPHABET: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut text = String::with_capacity(23);
    while text.len() < 23 {
        if text.len() % 6 == 5 {
            text.push('-');
            continue;
        }
        let [byte] = secrets::random::<1>()?;
        // 248 is the largest multiple of 31 in a byte: above it the draw would be uneven.
        if byte < 248
            && let Some(letter) = ALPHABET.get(usize::from(byte % 31))
        {
            text.push(char::from(*letter));
        }
    }
    Ok(text)
}

#[cfg(test)]
#[path = "passwords_tests.rs"]
mod passwords_tests;
