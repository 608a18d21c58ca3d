//! Public answers from prepared bytes: coding, entity tag, conditional requests, caching.

use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL, CONTENT_ENCODING,
    CONTENT_SECURITY_POLICY, ETAG, IF_NONE_MATCH, VARY,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, ResponseError as _};

use conoceles_shared::api::parameters::none;
use conoceles_shared::api::public::{API_VERSION, LICENCE, Meta};

use super::encoding::{Encoding, gunzip};
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;

/// Seconds in which a public answer is fresh, and in which it may still be shown while it is
/// fetched anew. A revoked consent reaches everyone within a minute
/// (`docs/domain/process.md#consents`), so together with the follower's second these stay below
/// sixty.
pub const FRESH: u64 = 30;
const STALE: u64 = 25;

/// Bytes in one coding, with their entity tag.
#[derive(Debug, Clone)]
pub struct Body {
    /// The bytes as sent.
    pub bytes: Bytes,
    /// Their coding.
    pub encoding: Encoding,
    /// The entity tag, quotes and all.
    pub tag: String,
}

impl Body {
    /// Encodes `plain`.
    ///
    /// # Errors
    /// Never in practice.
    pub fn encode(plain: &[u8], encoding: Encoding) -> Result<Self, Failure> {
        Ok(Self {
            bytes: encoding.encode(plain).map_err(Failure::io)?,
            encoding,
            tag: tag(&fingerprint(plain), encoding),
        })
    }
}

/// Bytes prepared in both codings; as they are only on demand, which hardly anyone asks for.
#[derive(Debug)]
pub struct Prepared {
    gzip: Bytes,
    brotli: Bytes,
    fingerprint: String,
}

impl Prepared {
    /// Prepares `plain`.
    ///
    /// # Errors
    /// Never in practice.
    pub fn new(plain: &[u8]) -> Result<Self, Failure> {
        Ok(Self {
            gzip: Encoding::Gzip.encode(plain).map_err(Failure::io)?,
            brotli: Encoding::Brotli.encode(plain).map_err(Failure::io)?,
            fingerprint: fingerprint(plain),
        })
    }

    /// The bytes in one coding.
    ///
    /// # Errors
    /// Never in practice.
    pub fn body(&self, encoding: Encoding) -> Result<Body, Failure> {
        Ok(Body {
            bytes: match encoding {
                Encoding::Brotli => self.brotli.clone(),
                Encoding::Gzip => self.gzip.clone(),
                Encoding::Identity => gunzip(&self.gzip).map_err(Failure::io)?,
            },
            encoding,
            tag: tag(&self.fingerprint, encoding),
        })
    }
}

fn fingerprint(plain: &[u8]) -> String {
    sha256_hex(plain).chars().take(24).collect()
}

/// The entity tag of a representation.
#[must_use]
pub fn tag(fingerprint: &str, encoding: Encoding) -> String {
    format!("\"{fingerprint}{}\"", encoding.suffix())
}

/// Whether `If-None-Match` names this tag (weak comparison, RFC 9110 §13.1.2).
#[must_use]
pub fn is_known(request: &HttpRequest, tag: &str) -> bool {
    request
        .headers()
        .get_all(IF_NONE_MATCH)
        .filter_map(|it| it.to_str().ok())
        .flat_map(|it| it.split(','))
        .map(str::trim)
        .any(|it| it == "*" || it.strip_prefix("W/").unwrap_or(it) == tag)
}

/// What an answer says about itself, beside its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Kind<'a> {
    /// The media type.
    pub media_type: &'static str,
    /// Seconds in which it is fresh.
    pub fresh: u64,
    /// Its own content security policy; without one, that of data.
    pub policy: Option<&'a str>,
    /// The status, 200 unless the page says that something is not there.
    pub status: StatusCode,
}

impl Kind<'_> {
    /// Data of the public API.
    pub const JSON: Self = Self {
        media_type: "application/json",
        fresh: FRESH,
        policy: None,
        status: StatusCode::OK,
    };
}

/// Answers with prepared bytes, or 304 where the client has them.
#[must_use]
pub fn answer(request: &HttpRequest, kind: Kind<'_>, body: Body) -> HttpResponse {
    let known = kind.status == StatusCode::OK && is_known(request, &body.tag);
    let mut answer = HttpResponse::build(if known {
        StatusCode::NOT_MODIFIED
    } else {
        kind.status
    });
    answer
        .insert_header((ETAG, body.tag))
        .insert_header((VARY, "Accept-Encoding"))
        .insert_header((
            CACHE_CONTROL,
            format!(
                "public, max-age={}, stale-while-revalidate={STALE}",
                kind.fresh
            ),
        ));
    match kind.policy {
        Some(policy) => {
            answer.insert_header((CONTENT_SECURITY_POLICY, policy));
        }
        None => open_to_all(&mut answer),
    }
    if known {
        return answer.finish();
    }
    if let Some(token) = body.encoding.token() {
        answer.insert_header((CONTENT_ENCODING, token));
    }
    answer.content_type(kind.media_type).body(body.bytes)
}

/// Public data may be read by scripts of any origin.
pub fn open_to_all(answer: &mut HttpResponseBuilder) {
    answer
        .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .insert_header((ACCESS_CONTROL_EXPOSE_HEADERS, "ETag"))
        .insert_header(("Cross-Origin-Resource-Policy", "cross-origin"));
}

/// A public handler's answer: its refusals, too, may be read by scripts of any origin.
#[must_use]
pub fn for_all(result: Result<HttpResponse, Failure>) -> HttpResponse {
    result.unwrap_or_else(|failure| {
        let mut answer = failure.error_response();
        let headers = answer.headers_mut();
        let any = actix_web::http::header::HeaderValue::from_static("*");
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, any);
        headers.insert(
            actix_web::http::header::HeaderName::from_static("cross-origin-resource-policy"),
            actix_web::http::header::HeaderValue::from_static("cross-origin"),
        );
        answer
    })
}

/// What stands before an answer that no publication changes.
#[must_use]
pub fn timeless_meta(total: usize) -> Meta {
    Meta {
        total: Some(u32::try_from(total).unwrap_or(u32::MAX)),
        next_cursor: None,
        licence: LICENCE.to_owned(),
        cut_off: None,
        api_version: API_VERSION.to_owned(),
        log_seq: 0,
    }
}

/// A public address that takes no parameters.
///
/// # Errors
/// 400 with each parameter that was sent.
pub fn no_parameters(request: &HttpRequest) -> Result<(), Failure> {
    none(request.query_string()).map_err(Failure::invalid_query)
}
