//! The operators' manual as help: `docs/manual`, the same text, at `/ayuda`; and the privacy notice
//! that anyone may read.
//!
//! Pages are plain HTML without scripts, made once. The text is the project's own, so its Markdown
//! is trusted; anything else is a 404.

mod page;
mod privacy;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::problem::Code;
use conoceles_shared::questionnaire::NOTICE_PATH;
use rust_embed::RustEmbed;

use self::page::{BASE, INDEX, MANUAL_FRESH, answer_page, main_heading, manual_page};
use crate::core::error::Failure;
use crate::core::route::{reading, refusing};
use crate::core::secrets::hex;
use crate::prepared::answer::{Prepared, entity_tag, is_known};
use crate::prepared::encoding::Encoding;

#[derive(RustEmbed)]
#[folder = "../docs/manual"]
struct Manual;

/// Every page by its name.
type Pages = BTreeMap<String, Prepared>;

/// Where the manual and the notice are.
pub fn configure(config: &mut web::ServiceConfig) {
    for (path, route) in [
        (NOTICE_PATH, reading().to(privacy::show_privacy_notice)),
        (BASE, reading().to(show_manual_index)),
        ("/ayuda/imagenes/{name}", reading().to(show_manual_picture)),
        ("/ayuda/{page}", reading().to(show_manual_page)),
    ] {
        let resource = web::resource(path).route(route);
        config.service(resource.default_service(refusing("GET, HEAD".to_owned())));
    }
}

/// The index of the manual.
pub async fn show_manual_index(request: HttpRequest) -> Result<HttpResponse, Failure> {
    answer_named(&request, INDEX)
}

/// One page.
///
/// # Errors
/// 404 where there is none of this name.
pub async fn show_manual_page(
    request: HttpRequest,
    name: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    answer_named(&request, &name)
}

fn answer_named(request: &HttpRequest, name: &str) -> Result<HttpResponse, Failure> {
    answer_page(request, pages()?.get(name).ok_or_else(missing)?)
}

/// A picture of the manual.
///
/// # Errors
/// 404 where there is none of this name.
pub async fn show_manual_picture(
    request: HttpRequest,
    name: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let is_picture = name.ends_with(".png") && !name.contains('/');
    let file = is_picture.then(|| Manual::get(&format!("imagenes/{name}")));
    let file = file.flatten().ok_or_else(missing)?;
    let tag = entity_tag(&hex(&file.metadata.sha256_hash()), Encoding::Identity);
    let known = is_known(&request, &tag);
    let mut answer = HttpResponse::build(if known {
        StatusCode::NOT_MODIFIED
    } else {
        StatusCode::OK
    });
    answer
        .insert_header(("etag", tag))
        .insert_header(("cache-control", format!("public, max-age={MANUAL_FRESH}")));
    if known {
        return Ok(answer.finish());
    }
    let bytes = Bytes::from(file.data.into_owned());
    Ok(answer.content_type("image/png").body(bytes))
}

fn missing() -> Failure {
    Failure::new(Code::NotFound, "El manual no tiene esta página.")
}

/// The pages, made at the first visit.
fn pages() -> Result<&'static Pages, Failure> {
    static PAGES: OnceLock<Pages> = OnceLock::new();
    if let Some(pages) = PAGES.get() {
        return Ok(pages);
    }
    let texts = texts();
    let contents: Vec<_> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), main_heading(text)))
        .collect();
    let made = texts
        .iter()
        .map(|(name, text)| {
            let html = manual_page(name, text, &contents);
            Ok((name.clone(), Prepared::new(html.as_bytes())?))
        })
        .collect::<Result<Pages, Failure>>()?;
    Ok(PAGES.get_or_init(|| made))
}

/// The Markdown of every page by its name; the index first, the others by their number.
fn texts() -> Vec<(String, String)> {
    let mut all: Vec<_> = Manual::iter()
        .filter_map(|path| {
            let name = path.strip_suffix(".md")?;
            let text = String::from_utf8(Manual::get(&path)?.data.into_owned()).ok()?;
            Some((name.to_owned(), text))
        })
        .collect();
    all.sort_by_key(|(name, _)| (name != INDEX, name.clone()));
    all
}

#[cfg(test)]
#[path = "help_tests.rs"]
mod help_tests;
