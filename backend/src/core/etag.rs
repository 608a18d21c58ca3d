//! `ETag` and `If-Match`: a version as an entity tag, and saves that say what they are based on.
//!
//! A proxy that compresses makes `"3"` into `W/"3"` on its way to the browser. The number is the whole
//! of the tag, so the weak one names the same version and is taken for it.

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
        ready(version_named(&headers(request)))
    }
}

/// What a request is based on, where that is named by a hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfMatchHash(pub String);

impl FromRequest for IfMatchHash {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(hash_named(&headers(request)))
    }
}

fn headers(request: &HttpRequest) -> Vec<&str> {
    let all = request.headers().get_all(IF_MATCH);
    all.map(|it| it.to_str().unwrap_or("")).collect()
}

fn version_named(headers: &[&str]) -> Result<IfMatch, Failure> {
    let named = the_tag(headers, "la versión sobre la que guarda", "\"3\"")?;
    let is_number = named.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = named == "0" || !named.starts_with('0');
    let version = named.parse().ok().filter(|_| is_number && is_plain);
    version.map(IfMatch).ok_or_else(|| {
        malformed(
            "If-Match debe llevar entre comillas solo el número de la versión, por ejemplo \"3\".",
        )
    })
}

fn hash_named(headers: &[&str]) -> Result<IfMatchHash, Failure> {
    let named = the_tag(
        headers,
        "la huella que dio la revisión previa",
        "\"9f86d0…\"",
    )?;
    if named.len() == 64 && named.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        Ok(IfMatchHash(named.to_ascii_lowercase()))
    } else {
        Err(malformed(
            "If-Match debe llevar entre comillas la huella que dio la revisión previa.",
        ))
    }
}

/// What stands between the quotes of the one entity tag of a request. `what` it names, and an
/// `example`, are for the refusal.
fn the_tag<'a>(headers: &[&'a str], what: &str, example: &str) -> Result<&'a str, Failure> {
    let text = match headers {
        [] => {
            return Err(Failure::new(
                Code::PreconditionRequired,
                format!("Indique en If-Match {what}, por ejemplo {example}."),
            ));
        }
        [one] => one.trim(),
        _ => {
            return Err(malformed(&format!(
                "If-Match se envió varias veces: indique solo {what}."
            )));
        }
    };
    if text == "*" {
        return Err(Failure::new(
            Code::PreconditionRequired,
            format!(
                "If-Match: * aceptaría cualquier versión y podría borrar lo que otra persona guardó. \
                 Indique {what}, por ejemplo {example}."
            ),
        ));
    }
    let strong = text.strip_prefix("W/").unwrap_or(text);
    let inside = strong.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    match inside {
        Some(inside) if inside.contains('"') => Err(malformed(&format!(
            "If-Match lleva varios valores: indique solo {what}, por ejemplo {example}."
        ))),
        Some(inside) => Ok(inside),
        None => Err(malformed(&format!(
            "A If-Match le faltan las comillas: indique {what} así: {example}."
        ))),
    }
}

fn malformed(detail: &str) -> Failure {
    Failure::new(Code::MalformedHeader, detail)
}

#[cfg(test)]
#[path = "etag_tests.rs"]
mod etag_tests;
