//! The technical state, for whoever keeps the installation running: no content, no names.

use serde::{Deserialize, Serialize};

use crate::time::Instant;

/// How the installation is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TechnicalState {
    /// The version of the program.
    pub version: String,
    /// `sqlite` or `postgres`.
    pub engine: String,
    /// The number of the last migration.
    pub migration: i64,
    /// When this process began.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub started: Instant,
    /// Its clock now.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub now: Instant,
    /// When what the clock decides was last stored; it should be within the minute.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = "date-time"))]
    pub last_sweep: Option<Instant>,
    /// Entries of the publication log.
    pub log_entries: u64,
    /// Candidacies and corrections that wait for review or are in it, as the queue shows them; none of drills.
    pub review_queue: u64,
    /// E-mails by what became of them.
    pub outbox: Outbox,
    /// When the last report was issued.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = "date-time"))]
    pub last_report: Option<Instant>,
    /// Bytes of the database, as it says itself.
    pub database_bytes: u64,
    /// Photos and signed forms that are stored.
    pub objects: u64,
    /// Their bytes.
    pub object_bytes: u64,
    /// The last backup, where `conoceles backup-made` noted one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = "date-time"))]
    pub last_backup: Option<Instant>,
    /// What is unusual about the installation.
    pub warnings: Vec<String>,
}

/// E-mails of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Outbox {
    /// To be sent.
    pub waiting: u64,
    /// Handed over to the mail server.
    pub sent: u64,
    /// Tried in vain.
    pub given_up: u64,
}
