//! `ETag` and `If-Match`: a version as an entity tag, and saves that say what they are based on.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::IF_MATCH;
use actix_web::{FromRequest, HttpRequest};
use conoceles_shared::problem::Code;

use super::error::Failure;

/// The entity tag of a version: `"3"`; `"0"` when untouched.
#[must_use]
pub fn etag(version: u32) -> String {
    format!("\"{version}\"")
}

/// The version that a save is based on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub u32);

impl FromRequest for IfMatch {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(version_named(
            request
                .headers()
                .get(IF_MATCH)
                .map(|it| it.to_str().unwrap_or("")),
        ))
    }
}

/// What a request is based on, where that is named by a hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfMatchHash(pub String);

impl FromRequest for IfMatchHash {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let header = request.headers().get(IF_MATCH);
        ready(hash_named(header.map(|it| it.to_str().unwrap_or(""))))
    }
}

fn version_named(header: Option<&str>) -> Result<IfMatch, Failure> {
    let Some(text) = header else {
        return Err(Failure::new(
            Code::PreconditionRequired,
            "Indique en If-Match la versión sobre la que guarda, por ejemplo \"0\".",
        ));
    };
    quoted(text)
        .filter(|it| it.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|it| it.parse().ok())
        .map(IfMatch)
        .ok_or_else(|| {
            Failure::new(
                Code::MalformedHeader,
                "If-Match debe llevar una sola versión entre comillas, por ejemplo \"3\".",
            )
        })
}

fn hash_named(header: Option<&str>) -> Result<IfMatchHash, Failure> {
    let Some(text) = header else {
        return Err(Failure::new(
            Code::PreconditionRequired,
            "Indique en If-Match la huella que dio la revisión previa.",
        ));
    };
    quoted(text)
        .filter(|it| it.len() == 64 && it.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .map(|it| IfMatchHash(it.to_ascii_lowercase()))
        .ok_or_else(|| {
            Failure::new(
                Code::MalformedHeader,
                "If-Match debe llevar entre comillas la huella que dio la revisión previa.",
            )
        })
}

fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
#[path = "etag_tests.rs"]
mod etag_tests;
