//! Publication: the log, the records, and what the public is answered from memory.

pub mod routes;

use crate::core::config::Config;

/// What the public sees, in memory.
#[derive(Debug)]
pub struct Portal {}

impl Portal {
    /// An empty portal.
    #[must_use]
    pub fn new(_config: &Config) -> Self {
        Self {}
    }
}
