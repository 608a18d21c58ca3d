//! What a request can reach.

use std::sync::Arc;

use super::clock::Clock;
use super::config::Config;
use super::db::Db;
use super::error::Failure;
use super::objects::Objects;
use super::secrets::Secrets;
use crate::publication::Portal;

/// The application's state, one for all workers.
pub struct App {
    /// Settings of the process.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// The only clock.
    pub clock: Clock,
    /// The keys.
    pub secrets: Arc<Secrets>,
    /// Photos.
    pub objects: Objects,
    /// What the public sees, in memory.
    pub portal: Portal,
}

impl App {
    /// Opens everything that `config` names.
    ///
    /// # Errors
    /// The database, the keys or the data folder cannot be opened.
    pub async fn open(config: Config) -> Result<Self, Failure> {
        std::fs::create_dir_all(&config.data_dir).map_err(Failure::io)?;
        let db = Db::open(&config).await?;
        let secrets = Arc::new(Secrets::load(&config.data_dir.join("secrets"))?);
        let objects = Objects::open(&config.data_dir.join("objects"))?;
        let portal = Portal::new(&config);
        Ok(Self {
            config,
            db,
            clock: Clock::from_environment(),
            secrets,
            objects,
            portal,
        })
    }
}
