//! The client bundles as they are served.
//!
//! Names carry a hash of their content, so they are answered with a year of caching.

use std::borrow::Cow;

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, ETAG, VARY,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::problem::Code;

use crate::core::error::Failure;
use crate::core::secrets::hex;
use crate::prepared::answer::{entity_tag, is_known};
use crate::prepared::bundles::{bundle_index, bundled};
use crate::prepared::encoding::Encoding;
use crate::prepared::shell::content_security_policy;

/// Shown in place of the desks where the client was not built.
const NO_DESK: &str = "<!DOCTYPE html>\n<html lang=\"es-MX\">\n<head>\n<meta charset=\"utf-8\">\n\
     <title>Mesa de trabajo · Conóceles</title>\n</head>\n<body>\n\
     <h1>La mesa de trabajo no está en este programa</h1>\n\
     <p>Se compiló sin el cliente. Compílelo con <code>cargo xtask build</code>.</p>\n\
     </body>\n</html>\n";

/// The media type of what the build writes; nothing else is served.
fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        // Several modules in one file, which the desks take apart.
        "parts" => "application/octet-stream",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => return None,
    })
}

/// A file of a bundle.
///
/// # Errors
/// 404 for anything that is not one.
pub async fn bundle_file(
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let (bundle, name) = path.into_inner();
    let not_found = || Failure::new(Code::NotFound, "Este archivo no existe.");
    let media_type = media_type(&name).ok_or_else(not_found)?;
    let original = bundled(&bundle, &name).ok_or_else(not_found)?;
    let fingerprint = hex(&original.metadata.sha256_hash());
    let (encoding, data) = precompressed(&bundle, &name, Encoding::of(&request))
        .unwrap_or((Encoding::Identity, original.data));
    let tag = entity_tag(&fingerprint, encoding);
    let known = is_known(&request, &tag);
    let mut answer = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((ETAG, tag))
        .insert_header((VARY, "Accept-Encoding"))
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"));
    if known {
        return Ok(answer.finish());
    }
    if let Some(token) = encoding.token() {
        answer.insert_header((CONTENT_ENCODING, token));
    }
    Ok(answer.content_type(media_type).body(bytes(data)))
}

/// The file in the preferred coding, where it lies beside the original.
fn precompressed(
    bundle: &str,
    name: &str,
    preferred: Encoding,
) -> Option<(Encoding, Cow<'static, [u8]>)> {
    let end = match preferred {
        Encoding::Brotli => "br",
        Encoding::Gzip => "gz",
        Encoding::Identity => return None,
    };
    Some((preferred, bundled(bundle, &format!("{name}.{end}"))?.data))
}

fn bytes(data: Cow<'static, [u8]>) -> Bytes {
    match data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => data.into(),
    }
}

/// The script that keeps the desks' files on the device; the browser asks for it anew at every visit.
pub async fn desk_worker() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; connect-src 'self'",
        ))
        .insert_header((CACHE_CONTROL, "no-cache"))
        // Without it the script would answer for what is below `/mesa/`, not for `/mesa` itself.
        .insert_header(("service-worker-allowed", "/mesa"))
        .content_type("text/javascript; charset=utf-8")
        .body(include_str!("../../frontend/worker.js"))
}

/// The desks: one page for every address under `/mesa`. Never cached, so that a new build is used
/// at the next visit.
pub async fn desk() -> HttpResponse {
    let html = bundle_index("desk");
    let mut answer = if html.is_some() {
        HttpResponse::Ok()
    } else {
        HttpResponse::ServiceUnavailable()
    };
    let html = html.unwrap_or_else(|| NO_DESK.to_owned());
    answer
        .insert_header((
            CONTENT_SECURITY_POLICY,
            content_security_policy(&html, "'self' blob:"),
        ))
        .insert_header((CACHE_CONTROL, "no-store, no-transform"))
        .content_type("text/html; charset=utf-8")
        .body(html)
}
