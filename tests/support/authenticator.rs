//! The application on a person's telephone that makes codes.

use std::sync::Mutex;

use serde_json::Value;
use totp_rs::{Builder, Secret, Totp};

use crate::Server;

/// Makes the codes of one key, and remembers the last it made.
pub struct Authenticator(Totp, Mutex<String>);

impl Authenticator {
    /// Reads the key as a person types it, spaces and all.
    ///
    /// # Panics
    /// Where it is not a key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        let key: String = key.split_whitespace().collect();
        let secret = Secret::try_from_base32(key).unwrap();
        let totp = Builder::new().with_secret(secret).build().unwrap();
        Self(totp, Mutex::default())
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
    ///
    /// # Panics
    /// Never in practice.
    #[must_use]
    pub fn code(&self, server: &Server) -> String {
        let code = self.0.generate(server.now()).to_string();
        self.1.lock().unwrap().clone_from(&code);
        code
    }

    /// A code that was not used: moves the server's clock by 30 seconds.
    #[must_use]
    pub fn next_code(&self, server: &Server) -> String {
        server.advance(std::time::Duration::from_secs(30));
        self.code(server)
    }

    /// The last code it made.
    ///
    /// # Panics
    /// Never in practice.
    #[must_use]
    pub fn last_code(&self) -> String {
        self.1.lock().unwrap().clone()
    }
}
