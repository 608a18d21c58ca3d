//! Public answers from prepared bytes: coding, entity tag, conditional requests, caching.

use std::sync::{LazyLock, OnceLock};

use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, ETAG, HeaderValue, IF_NONE_MATCH,
    VARY,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use conoceles_shared::api::parameters::none;
use conoceles_shared::api::public::{API_VERSION, LICENCE, LogChain, Meta};

use super::encoding::{Effort, Encoding, gunzip};
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
    /// As they are sent.
    pub bytes: Bytes,
    encoding: Encoding,
    tag: HeaderValue,
}

impl Body {
    /// Encodes `plain`.
    pub fn encode(plain: &[u8], encoding: Encoding, effort: Effort) -> Result<Self, Failure> {
        let mut body = Self::tagged(plain, encoding, effort, &fingerprint(plain))?;
        // The same text in other bytes than those that may follow: a weak tag says so.
        if effort == Effort::Once && encoding != Encoding::Identity {
            body.tag = weak(&body.tag);
        }
        Ok(body)
    }

    fn tagged(
        plain: &[u8],
        encoding: Encoding,
        effort: Effort,
        fingerprint: &str,
    ) -> Result<Self, Failure> {
        Ok(Self {
            bytes: encoding.encode(plain, effort).map_err(Failure::io)?,
            encoding,
            tag: entity_tag(fingerprint, encoding),
        })
    }
}

/// Bytes prepared in both codings; as they are only on demand, which hardly anyone asks for.
#[derive(Debug)]
pub struct Prepared {
    gzip: Body,
    brotli: Body,
    plain_tag: HeaderValue,
}

impl Prepared {
    /// Prepares `plain`.
    pub fn new(plain: &[u8]) -> Result<Self, Failure> {
        let fingerprint = fingerprint(plain);
        Ok(Self {
            gzip: Body::tagged(plain, Encoding::Gzip, Effort::Often, &fingerprint)?,
            brotli: Body::tagged(plain, Encoding::Brotli, Effort::Often, &fingerprint)?,
            plain_tag: entity_tag(&fingerprint, Encoding::Identity),
        })
    }

    /// The value of a cell, made at first use. Two at once may make it twice; one is kept.
    pub fn once(
        cell: &OnceLock<Self>,
        make: impl FnOnce() -> Result<String, Failure>,
    ) -> Result<&Self, Failure> {
        if let Some(ready) = cell.get() {
            return Ok(ready);
        }
        let made = Self::new(make()?.as_bytes())?;
        Ok(cell.get_or_init(|| made))
    }

    /// The bytes in one coding.
    pub fn body(&self, encoding: Encoding) -> Result<Body, Failure> {
        Ok(match encoding {
            Encoding::Brotli => self.brotli.clone(),
            Encoding::Gzip => self.gzip.clone(),
            Encoding::Identity => Body {
                bytes: gunzip(&self.gzip.bytes).map_err(Failure::io)?,
                encoding,
                tag: self.plain_tag.clone(),
            },
        })
    }
}

fn fingerprint(plain: &[u8]) -> String {
    sha256_hex(plain).chars().take(24).collect()
}

/// The entity tag of a representation.
#[must_use]
pub fn entity_tag(fingerprint: &str, encoding: Encoding) -> HeaderValue {
    let quoted = format!("\"{fingerprint}{}\"", encoding.suffix());
    // A fingerprint is hexadecimal, which every header may hold.
    HeaderValue::try_from(quoted).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

/// The same tag, of what means the same in other bytes.
fn weak(tag: &HeaderValue) -> HeaderValue {
    let bytes = [WEAK, tag.as_bytes()].concat();
    HeaderValue::from_bytes(&bytes).unwrap_or_else(|_| tag.clone())
}

/// What stands before a weak tag.
const WEAK: &[u8] = b"W/";

/// Whether `If-None-Match` names this tag (weak comparison, RFC 9110 §13.1.2).
#[must_use]
pub fn is_known(request: &HttpRequest, tag: &HeaderValue) -> bool {
    let tag = opaque(tag.as_bytes());
    request
        .headers()
        .get_all(IF_NONE_MATCH)
        .filter_map(|it| it.to_str().ok())
        .flat_map(|it| it.split(','))
        .map(str::trim)
        .any(|it| it == "*" || opaque(it.as_bytes()) == tag)
}

fn opaque(tag: &[u8]) -> &[u8] {
    tag.strip_prefix(WEAK).unwrap_or(tag)
}

/// What an answer says about itself, beside its bytes.
#[derive(Debug)]
pub struct AnswerKind {
    /// As `Content-Type` names it.
    pub media_type: &'static str,
    /// Seconds in which it is fresh.
    pub fresh: u64,
    /// Its own content security policy; without one, that of data.
    pub policy: Option<HeaderValue>,
    /// 200, unless the page says that something is not there.
    pub status: StatusCode,
}

impl AnswerKind {
    /// Data of the public API.
    #[must_use]
    pub const fn data() -> Self {
        Self {
            media_type: "application/json",
            fresh: FRESH,
            policy: None,
            status: StatusCode::OK,
        }
    }

    /// A page with this content security policy.
    #[must_use]
    pub const fn page(policy: HeaderValue) -> Self {
        Self {
            media_type: "text/html; charset=utf-8",
            fresh: FRESH,
            policy: Some(policy),
            status: StatusCode::OK,
        }
    }
}

/// Answers with prepared bytes, or 304 where the client has them.
#[must_use]
pub fn answer(request: &HttpRequest, kind: AnswerKind, body: Body) -> HttpResponse {
    let known = kind.status == StatusCode::OK && is_known(request, &body.tag);
    let mut answer = HttpResponse::build(if known {
        StatusCode::NOT_MODIFIED
    } else {
        kind.status
    });
    let caching = if kind.policy.is_some() {
        page_caching(kind.fresh)
    } else {
        data_caching(kind.fresh)
    };
    answer
        .insert_header((ETAG, body.tag))
        .insert_header((VARY, HeaderValue::from_static("Accept-Encoding")))
        .insert_header((CACHE_CONTROL, caching));
    if let Some(policy) = kind.policy {
        answer.insert_header((CONTENT_SECURITY_POLICY, policy));
    }
    if known {
        return answer.finish();
    }
    if let Some(token) = body.encoding.token() {
        answer.insert_header((CONTENT_ENCODING, HeaderValue::from_static(token)));
    }
    answer
        .content_type(HeaderValue::from_static(kind.media_type))
        .body(body.bytes)
}

/// `Cache-Control` of data; the usual one is written once.
fn data_caching(fresh: u64) -> HeaderValue {
    static USUAL: LazyLock<HeaderValue> = LazyLock::new(|| caching_for(FRESH, ""));
    if fresh == FRESH {
        USUAL.clone()
    } else {
        caching_for(fresh, "")
    }
}

/// The same of a page: it is in the candidacies' own words, and nobody on the way may rewrite it.
fn page_caching(fresh: u64) -> HeaderValue {
    static USUAL: LazyLock<HeaderValue> = LazyLock::new(|| caching_for(FRESH, AS_IT_IS));
    if fresh == FRESH {
        USUAL.clone()
    } else {
        caching_for(fresh, AS_IT_IS)
    }
}

const AS_IT_IS: &str = ", no-transform";

fn caching_for(fresh: u64, more: &str) -> HeaderValue {
    let text = format!("public, max-age={fresh}, stale-while-revalidate={STALE}{more}");
    HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static("no-store"))
}

/// What stands before an answer that no publication changes.
#[must_use]
pub fn timeless_meta(total: usize) -> Meta {
    Meta {
        total: Some(u32::try_from(total).unwrap_or(u32::MAX)),
        next_cursor: None,
        licence: LICENCE.to_owned(),
        cut_off: None,
        drill_cut_off: None,
        api_version: API_VERSION.to_owned(),
        log: LogChain::default(),
        log_seq: 0,
        drill_log_seq: None,
        formula: None,
        substitutes: None,
        elsewhere: None,
    }
}

/// A public address that takes no parameters.
///
/// # Errors
/// 400 with each parameter that was sent.
pub fn no_parameters(request: &HttpRequest) -> Result<(), Failure> {
    none(request.query_string()).map_err(Failure::invalid_query)
}
