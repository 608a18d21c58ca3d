//! The instant of a request, as an argument of its handler.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use conoceles_shared::time::Instant;

use super::error::Failure;
use super::state::App;

/// The instant of the request: read once its body is there, the same for everything that happens in it.
#[derive(Debug, Clone, Copy)]
pub struct Now(pub Instant);

impl Now {
    /// The instant of this request.
    ///
    /// # Errors
    /// Only when the application is put together wrongly.
    pub fn of(request: &HttpRequest) -> Result<Self, Failure> {
        let known = request.extensions().get::<Self>().copied();
        match known {
            Some(now) => Ok(now),
            None => Self::renewed(request),
        }
    }

    /// The instant from which this request counts anew: once its body is there.
    ///
    /// # Errors
    /// Only when the application is put together wrongly.
    pub fn renewed(request: &HttpRequest) -> Result<Self, Failure> {
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
