//! Logos of parties, by the hash of their content: one that was ever put stays, since records that name it do.

use actix_web::http::header::{CACHE_CONTROL, ETAG, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::problem::{Code, Problem};

use super::views::not_public;
use crate::core::error::Failure;
use crate::core::objects::logo_name;
use crate::core::state::App;
use crate::prepared::answer::{is_known, no_parameters};

/// Nothing about it ever changes.
const FRESH_LOGO: &str = "public, max-age=31536000, immutable";

/// The logo of a party, as records name it.
#[utoipa::path(
    get, path = "/api/v1/logos/{file}", tag = "public",
    params(("file" = String, Path, description = "`{sha256}.png`, con la huella que da el registro.")),
    responses(
        (status = 200, content((Vec<u8> = "image/png"))),
        (status = 400, body = Problem), (status = 404, body = Problem)
    )
)]
pub async fn show_logo(
    request: HttpRequest,
    app: web::Data<App>,
    file: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    no_parameters(&request)?;
    let sha256 = file.strip_suffix(".png").filter(|it| is_hash(it));
    let sha256 = sha256.ok_or_else(malformed)?;
    let tag = HeaderValue::try_from(format!("\"{sha256}\"")).map_err(|_| malformed())?;
    let bytes = app.objects.get(&logo_name(sha256)).await?;
    let bytes = bytes.ok_or_else(not_public)?;
    let known = is_known(&request, &tag);
    let mut answer = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, FRESH_LOGO));
    Ok(if known {
        answer.finish()
    } else {
        answer.content_type("image/png").body(bytes)
    })
}

/// As hashes are written: in lower case.
fn is_hash(text: &str) -> bool {
    text.len() == 64
        && text
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

fn malformed() -> Failure {
    Failure::new(
        Code::MalformedPath,
        "Un emblema se pide por su huella SHA-256, con .png.",
    )
}
