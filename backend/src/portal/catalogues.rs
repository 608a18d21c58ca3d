//! The catalogues: the codes that records and filters use, with their official labels.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::public::{CatalogueEntry, CatalogueRef, Page};
use conoceles_shared::catalogues::{NAMES, catalogue, municipality};
use conoceles_shared::problem::Problem;
use serde::Serialize;

use super::views::not_public;
use crate::core::error::Failure;
use crate::prepared::answer::{AnswerKind, Prepared, answer, no_parameters, timeless_meta};
use crate::prepared::encoding::Encoding;

/// The names of the catalogues.
#[utoipa::path(
    get, path = "/api/v1/catalogues", tag = "public",
    responses((status = 200, body = Page<CatalogueRef>), (status = 400, body = Problem))
)]
pub async fn list_catalogues(request: HttpRequest) -> Result<HttpResponse, Failure> {
    static LIST: OnceLock<Prepared> = OnceLock::new();
    no_parameters(&request)?;
    let list = Prepared::once(&LIST, || {
        let all = NAMES.iter().map(|name| CatalogueRef {
            name: (*name).to_owned(),
            path: format!("/api/v1/catalogues/{name}"),
        });
        page_of(all.collect())
    });
    let body = list?.body(Encoding::of(&request))?;
    Ok(answer(&request, AnswerKind::data(), body))
}

/// One catalogue, in its official order.
#[utoipa::path(
    get, path = "/api/v1/catalogues/{name}", tag = "public",
    params(("name" = String, Path, description = "Nombre del catálogo.")),
    responses((status = 200, body = Page<CatalogueEntry>), (status = 400, body = Problem), (status = 404, body = Problem))
)]
pub async fn show_catalogue(
    request: HttpRequest,
    path: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    static ALL: LazyLock<BTreeMap<&str, OnceLock<Prepared>>> =
        LazyLock::new(|| NAMES.iter().map(|name| (*name, OnceLock::new())).collect());
    no_parameters(&request)?;
    let cell = ALL.get(path.as_str()).ok_or_else(not_public)?;
    let body = Prepared::once(cell, || page_of(entries(&path)?))?.body(Encoding::of(&request))?;
    Ok(answer(&request, AnswerKind::data(), body))
}

fn entries(name: &str) -> Result<Vec<CatalogueEntry>, Failure> {
    let all = catalogue(name).ok_or_else(not_public)?.into_iter();
    let number = |code: &str| municipality(code).map(|it| u16::from(it.ieem));
    Ok(all
        .map(|(code, label)| CatalogueEntry {
            ieem_number: (name == "municipalities").then(|| number(&code)).flatten(),
            code,
            label,
        })
        .collect())
}

fn page_of<T: Serialize>(data: Vec<T>) -> Result<String, Failure> {
    let page = Page {
        meta: timeless_meta(data.len()),
        data,
    };
    Ok(serde_json::to_string(&page)?)
}
