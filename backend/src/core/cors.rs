//! What scripts of other origins may do: read what is public, nothing else.
//!
//! Public answers, their refusals and the 404 of an address that does not exist may be read by
//! anyone's script, and the question that browsers ask first (the preflight) is answered for them. A
//! private address answers it like any method it does not have: 405 without a permission.

use actix_web::http::Method;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS, ALLOW,
    CROSS_ORIGIN_RESOURCE_POLICY, VARY,
};
use actix_web::middleware::DefaultHeaders;
use actix_web::{HttpRequest, HttpResponse, Route, web};

/// The headers of an answer that a script may read.
const EXPOSED: &str = "ETag, Retry-After, RateLimit, RateLimit-Policy";
/// Seconds in which a browser need not ask again.
const MAX_AGE: &str = "86400";
/// Most headers that one question may name, and the longest name: far more than any client sends.
const MAX_NAMES: usize = 30;
const MAX_NAME: usize = 60;

/// Lets scripts of any origin read every answer of a scope that is public, its refusals too.
#[must_use]
pub fn readable_by_all() -> DefaultHeaders {
    DefaultHeaders::new()
        .add((ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .add((ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED))
        .add((CROSS_ORIGIN_RESOURCE_POLICY, "cross-origin"))
}

/// The route that answers a browser's question before it reads a public address.
#[must_use]
pub fn preflight() -> Route {
    web::method(Method::OPTIONS).to(|request: HttpRequest| std::future::ready(permitted(&request)))
}

fn permitted(request: &HttpRequest) -> HttpResponse {
    HttpResponse::NoContent()
        .insert_header((ALLOW, "GET, HEAD, OPTIONS"))
        .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"))
        .insert_header((ACCESS_CONTROL_ALLOW_HEADERS, harmless_names(request)))
        .insert_header((ACCESS_CONTROL_MAX_AGE, MAX_AGE))
        .insert_header((VARY, "Access-Control-Request-Headers"))
        .finish()
}

/// The names of headers that the script wants to send. Public data take no credentials, so those that
/// carry one are not among them.
fn harmless_names(request: &HttpRequest) -> String {
    let asked = request
        .headers()
        .get(ACCESS_CONTROL_REQUEST_HEADERS)
        .and_then(|it| it.to_str().ok())
        .unwrap_or_default();
    let mut names = vec!["if-none-match".to_owned(), "accept-language".to_owned()];
    for name in asked.split(',').take(MAX_NAMES) {
        let name = name.trim().to_ascii_lowercase();
        let is_name = (1..=MAX_NAME).contains(&name.len())
            && name
                .bytes()
                .all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_');
        let is_credential = matches!(
            name.as_str(),
            "authorization" | "cookie" | "proxy-authorization"
        );
        if is_name && !is_credential && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}
