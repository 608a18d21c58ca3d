//! The application on a person's telephone that makes codes.

use serde_json::Value;
use totp_rs::{Builder, Secret, Totp};

use crate::Server;

/// Makes the codes of one key.
pub struct Authenticator(Totp);

impl Authenticator {
    /// Reads the key as a person types it, spaces and all.
    ///
    /// # Panics
    /// Where it is not a key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        let key: String = key.split_whitespace().collect();
        let secret = Secret::try_from_base32(key).unwrap();
        Self(Builder::new().with_secret(secret).build().unwrap())
    }

    /// Reads the key of an enrolment.
    ///
    /// # Panics
    /// Where there is none.
    #[must_use]
    pub fn enrolled(enrolment: &Value) -> Self {
        Self::of(enrolment["key"].as_str().unwrap())
    }

    /// The code of now, by the server's clock.
    #[must_use]
    pub fn code(&self, server: &Server) -> String {
        self.0.generate(server.now()).to_string()
    }

    /// The code of the next 30 seconds that were not used: moves the server's clock there.
    #[must_use]
    pub fn next_code(&self, server: &Server) -> String {
        server.advance(std::time::Duration::from_secs(30));
        self.code(server)
    }
}
