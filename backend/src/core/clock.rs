//! The one place that reads the wall clock. Everything else gets `now` as an argument.

use conoceles_shared::time::Instant;

/// The system's clock; with the feature `test-clock`, shifted by the seconds written in a file.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    #[cfg(feature = "test-clock")]
    offset_file: Option<std::path::PathBuf>,
}

impl Clock {
    /// The clock of this process. `CONOCELES_CLOCK_OFFSET_FILE` is read with `test-clock` only.
    #[must_use]
    pub fn from_environment() -> Self {
        Self {
            #[cfg(feature = "test-clock")]
            offset_file: std::env::var_os("CONOCELES_CLOCK_OFFSET_FILE").map(Into::into),
        }
    }

    /// The present instant, in whole microseconds, as it can be stored.
    #[must_use]
    pub fn now(&self) -> Instant {
        use chrono::SubsecRound;
        self.shift(system_now().trunc_subsecs(6))
    }

    #[cfg(feature = "test-clock")]
    fn shift(&self, now: Instant) -> Instant {
        let seconds = self
            .offset_file
            .as_ref()
            .and_then(|path| std::fs::read_to_string(path).ok())
            .and_then(|text| text.trim().parse().ok())
            .unwrap_or(0);
        now + chrono::Duration::seconds(seconds)
    }

    #[cfg(not(feature = "test-clock"))]
    #[expect(clippy::unused_self, reason = "same signature as with the test clock")]
    fn shift(&self, now: Instant) -> Instant {
        now
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the wall clock"
)]
fn system_now() -> Instant {
    chrono::Utc::now()
}
