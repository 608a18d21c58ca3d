//! Documents that are edited by their version: the answer that carries it, and the refusal of another.

use actix_web::HttpResponse;
use actix_web::http::header::ETAG;
use serde::Serialize;

use crate::core::error::Failure;
use crate::core::etag::etag;

/// 200 with what stands now and its version.
pub fn versioned<T: Serialize>(version: u32, body: T) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((ETAG, etag(version)))
        .json(body)
}

/// Refuses an edit of another version than the present one.
///
/// # Errors
/// 412 with both.
pub fn based_on_present<C: Serialize, S: Serialize>(
    based_on: u32,
    present: u32,
    current: &C,
    submitted: &S,
) -> Result<(), Failure> {
    if based_on == present {
        return Ok(());
    }
    Err(Failure::stale(
        serde_json::to_value(current)?,
        serde_json::to_value(submitted)?,
    ))
}
