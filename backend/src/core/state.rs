//! What a request can reach.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use conoceles_shared::time::Instant;

use super::clock::Clock;
use super::config::Config;
use super::db::Db;
use super::error::Failure;
use super::objects::Objects;
use super::own_files;
use super::plain::configured_warnings;
use super::requests::Requests;
use super::secrets::Secrets;
use super::uploads::Uploads;
use super::warnings::Warnings;

/// The application's state, one for all workers. What the public is answered from is a state of its
/// own, which only the portal reaches.
pub struct App {
    /// Settings of the process.
    pub config: Config,
    /// SQLite or PostgreSQL, by address alone.
    pub db: Db,
    /// The only clock.
    pub clock: Clock,
    /// What seals, signs and makes pseudonyms.
    pub secrets: Arc<Secrets>,
    /// Photos.
    pub objects: Objects,
    /// Who is sending files.
    pub uploads: Uploads,
    /// Whose requests are being answered.
    pub requests: Requests,
    /// Who is changing something.
    pub changes: Requests,
    /// What is unusual about this installation.
    pub warnings: Warnings,
    /// When this process began.
    pub started: Instant,
    /// When the sweep began its last turn.
    pub last_sweep: LastTime,
    address: OnceLock<String>,
}

/// When something was done last.
#[derive(Debug, Default)]
pub struct LastTime(Mutex<Option<Instant>>);

impl LastTime {
    /// It is being done.
    pub fn note(&self, at: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(at);
    }

    /// When it was, if it was.
    #[must_use]
    pub fn last(&self) -> Option<Instant> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Opens everything that `config` names.
    ///
    /// # Errors
    /// The database, the keys or the data folder cannot be opened.
    pub async fn open(config: Config) -> Result<Self, Failure> {
        let warnings = Warnings::of(configured_warnings(&config)?);
        own_files::make_data_folder(&config.data_dir).map_err(Failure::io)?;
        let db = Db::open(&config).await?;
        let secrets = Arc::new(Secrets::load(&config.data_dir.join("secrets"))?);
        let objects = Objects::open(&config.data_dir.join("objects"))?;
        let clock = Clock::from_environment();
        Ok(Self {
            config,
            db,
            started: clock.now(),
            last_sweep: LastTime::default(),
            clock,
            secrets,
            objects,
            warnings,
            uploads: Uploads::default(),
            requests: Requests::default(),
            changes: Requests::one_at_a_time(),
            address: OnceLock::new(),
        })
    }

    /// Says where the server listens, for addresses that people are given where no public one is set.
    /// Without effect once one was given.
    pub fn listens_at(&self, address: &str) {
        if self.config.public_url.is_none() {
            let _ = self.address.set(format!("http://{address}"));
        }
    }

    /// The address that citizens use, without a final slash.
    #[must_use]
    pub fn public_address(&self) -> &str {
        let address = self.address.get_or_init(|| self.config.base_url());
        address.trim_end_matches('/')
    }
}
