//! Reading requests: bodies, path segments, and the headers that every answer carries.

use std::future::Future;
use std::pin::Pin;
use std::str::FromStr;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::middleware::DefaultHeaders;
use actix_web::rt::time::timeout;
use actix_web::web::{Bytes, PathConfig};
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, web};
use conoceles_shared::problem::Code;
use serde::de::DeserializeOwned;
use validator::Validate;

use super::error::Failure;
use super::json::typed_json;
use super::state::App;

/// The largest JSON body, in bytes: the longest section fits several times.
pub const MAX_JSON: usize = 256 * 1024;
/// How long a JSON body may take to arrive: one that is never finished must not stay open.
const JSON_PATIENCE: Duration = Duration::from_secs(20);

/// A JSON body of a closed type, read once and validated: every field error at once.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Body<T> {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = is_json(request);
        let bytes = Bytes::from_request(request, payload);
        Box::pin(async move {
            let value: T = typed_json(&collect(json, bytes).await?)?;
            value.validate()?;
            Ok(Self(value))
        })
    }
}

/// A JSON body, read but not validated: for handlers whose rules reach across fields, so that those
/// and the fields' own are reported together; of `Value` for sections, whose own reader collects
/// every error.
#[derive(Debug)]
pub struct Unchecked<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Unchecked<T> {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = is_json(request);
        let bytes = Bytes::from_request(request, payload);
        Box::pin(async move { Ok(Self(typed_json(&collect(json, bytes).await?)?)) })
    }
}

/// The whole body of a request that carries JSON.
///
/// # Errors
/// 408 where it does not arrive in time; 413 over the limit; 415 for anything else.
pub async fn json_bytes(request: &HttpRequest, payload: &mut Payload) -> Result<Bytes, Failure> {
    collect(is_json(request), Bytes::from_request(request, payload)).await
}

async fn collect(
    json: bool,
    bytes: impl Future<Output = Result<Bytes, Error>>,
) -> Result<Bytes, Failure> {
    if !json {
        return Err(Failure::new(
            Code::UnsupportedMediaType,
            "Envíe el cuerpo como application/json.",
        ));
    }
    let bytes = timeout(JSON_PATIENCE, bytes)
        .await
        .map_err(|_| body_too_late())?
        .map_err(|_| too_large())?;
    if bytes.len() > MAX_JSON {
        Err(too_large())
    } else {
        Ok(bytes)
    }
}

/// The refusal of a body that does not arrive in time.
#[must_use]
pub fn body_too_late() -> Failure {
    Failure::new(
        Code::BodyTimeout,
        "Lo que se envía no llegó a tiempo. Revise su conexión e intente de nuevo.",
    )
}

fn too_large() -> Failure {
    Failure::new(
        Code::TooLarge,
        format!("El cuerpo puede medir hasta {} kB.", MAX_JSON / 1024),
    )
}

/// Whether the body is said to be JSON.
#[must_use]
pub fn is_json(request: &HttpRequest) -> bool {
    request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|it| it.to_str().ok())
        .and_then(|it| it.split(';').next())
        .is_some_and(|it| it.trim().eq_ignore_ascii_case("application/json"))
}

/// Refuses what a page of another site asks for. `Sec-Fetch-Site` is the browser's own word, whatever
/// stands between it and us; older browsers say `Origin`, programs neither.
///
/// # Errors
/// 403 `forbidden`.
pub fn refuse_other_sites(request: &HttpRequest, app: &App) -> Result<(), Failure> {
    let header = |name: &str| {
        request
            .headers()
            .get(name)
            .map(|it| it.to_str().unwrap_or("?"))
    };
    let ours = match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => is_own_origin(origin, header("host"), app),
        (None, None) => true,
    };
    if ours {
        Ok(())
    } else {
        Err(Failure::new(
            Code::Forbidden,
            "Esta solicitud no viene del sitio de la autoridad.",
        ))
    }
}

fn is_own_origin(origin: &str, host: Option<&str>, app: &App) -> bool {
    let asked = origin.split_once("://").map(|(_, it)| it);
    origin == app.public_address() || (asked.is_some() && asked == host)
}

/// Runs what takes long without waiting, such as hashing or drawing, off the request threads.
///
/// # Errors
/// Only when the worker pool is gone.
pub async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    web::block(work)
        .await
        .map_err(|_| Failure::internal("worker pool"))
}

/// A file to be saved, never shown in place: whatever it holds, nothing in it runs here. `name` is
/// ours, in ASCII without quotes.
#[must_use]
pub fn attachment(name: &str, media_type: &'static str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .insert_header((
            CONTENT_SECURITY_POLICY,
            "sandbox; default-src 'none'; frame-ancestors 'none'",
        ))
        .body(bytes)
}

/// A path segment as `T`; 400 where it is not one.
///
/// # Errors
/// `malformed_path`.
pub fn segment<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| {
        Failure::new(
            Code::MalformedPath,
            "Un segmento de la dirección no tiene la forma esperada.",
        )
    })
}

/// The headers that every answer carries (ASVS 3.4). Handlers may set a stricter or looser
/// `Content-Security-Policy` or `Cache-Control` of their own.
const HEADERS: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "content-security-policy",
        "default-src 'none'; frame-ancestors 'none'",
    ),
    (
        "permissions-policy",
        "camera=(self), geolocation=(), microphone=()",
    ),
    ("cache-control", "no-store"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Adds the common headers where a handler has not set its own. Over https browsers are told to ask
/// for nothing else for a year (ASVS 3.4.1).
#[must_use]
pub fn common_headers(https: bool) -> DefaultHeaders {
    let hsts = https.then_some(("strict-transport-security", "max-age=31536000"));
    HEADERS
        .into_iter()
        .chain(hsts)
        .fold(DefaultHeaders::new(), DefaultHeaders::add)
}

/// A malformed path segment is a problem like any other.
#[must_use]
pub fn path_errors() -> PathConfig {
    PathConfig::default().error_handler(|_, _| {
        Failure::new(
            Code::MalformedPath,
            "Un segmento de la dirección no tiene la forma esperada.",
        )
        .into()
    })
}
