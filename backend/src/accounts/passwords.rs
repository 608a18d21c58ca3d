//! Passwords: argon2id, off the request threads, as many at once as the machine has cores.

use std::num::NonZero;
use std::sync::LazyLock;
use std::thread::available_parallelism;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};

use conoceles_shared::problem::Code;

use crate::core::error::Failure;
use crate::core::gate::{Crowded, Gate, GatePlace};
use crate::core::http::off_thread;
use crate::core::secrets;

/// A password's hash in PHC form.
pub type Hashed = String;

/// Hashes that may wait for each core: about a second's work.
const QUEUE: usize = 24;
/// Seconds after which a crowd at the gate is over.
const CROWD_SECONDS: u64 = 2;

/// Each hash takes 19 MiB and a core for tens of milliseconds: more at once would only take turns.
static HASHING: LazyLock<Gate> = LazyLock::new(|| {
    let cores = available_parallelism().map_or(2, NonZero::get);
    Gate::new(cores, QUEUE)
});

/// A place to hash. Whoever works takes it along: a client that goes away frees nothing while its
/// password is still being hashed.
async fn place_to_hash() -> Result<GatePlace, Failure> {
    let place = HASHING.wait_for_place().await;
    place.map_err(|Crowded| {
        tracing::warn!("more passwords than can be hashed at once: some were refused");
        Failure::later(
            Code::Busy,
            "Muchas personas inician sesión a la vez. Espere un momento e intente de nuevo.",
            CROWD_SECONDS,
        )
    })
}

/// Hashes a password.
///
/// # Errors
/// 503 `busy` where too many are hashed at once.
pub async fn hash_password(password: String) -> Result<Hashed, Failure> {
    let place = place_to_hash().await?;
    off_thread(move || {
        let _place = place;
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
/// 503 `busy` where too many are hashed at once.
pub async fn verify_password(password: String, hashed: Option<Hashed>) -> Result<bool, Failure> {
    let place = place_to_hash().await?;
    off_thread(move || {
        let _place = place;
        match hashed {
            Some(hashed) => PasswordHash::new(&hashed).is_ok_and(|parsed| {
                Argon2::default()
                    .verify_password(password.as_bytes(), &parsed)
                    .is_ok()
            }),
            None => {
                let _ = Argon2::default().hash_password(password.as_bytes());
                false
            }
        }
    })
    .await
}

/// Random letters and digits without look-alikes, about 4.95 bits each.
///
/// # Errors
/// Only without randomness.
pub fn letters(count: usize) -> Result<String, Failure> {
    const ALPHABET: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut text = String::with_capacity(count);
    while text.len() < count {
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
