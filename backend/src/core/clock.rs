//! The one place that reads the wall clock. Everything else gets `now` as an argument.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use conoceles_shared::time::Instant;

use super::error::Failure;
use super::state::App;

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

/// The instant of the request: read once, the same for everything that happens in it.
#[derive(Debug, Clone, Copy)]
pub struct Now(pub Instant);

impl Now {
    /// The instant of this request.
    ///
    /// # Errors
    /// Only when the application is put together wrongly.
    pub fn of(request: &HttpRequest) -> Result<Self, Failure> {
        if let Some(now) = request.extensions().get::<Self>() {
            return Ok(*now);
        }
        let app = request
            .app_data::<web::Data<App>>()
            .ok_or_else(|| Failure::internal("no application state"))?;
        let now = Self(app.clock.now());
        request.extensions_mut().insert(now);
        Ok(now)
    }
}

impl FromRequest for Now {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}
