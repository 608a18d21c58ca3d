//! The catalogues: the codes that records and filters use, with their official labels.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::public::{CatalogueEntry, CatalogueRef, Page};
use conoceles_shared::catalogues::{NAMES, catalogue as entries, municipality};
use conoceles_shared::problem::Problem;

use super::views::not_public;
use crate::core::error::Failure;
use crate::prepared::answer::{Body, Kind, answer, for_all, no_parameters, timeless_meta};
use crate::prepared::encoding::Encoding;

/// The names of the catalogues.
#[utoipa::path(
    get, path = "/api/v1/catalogues", tag = "public",
    responses((status = 200, body = Page<CatalogueRef>), (status = 400, body = Problem))
)]
pub async fn catalogues(request: HttpRequest) -> HttpResponse {
    for_all(no_parameters(&request).and_then(|()| {
        let data = NAMES
            .iter()
            .map(|name| CatalogueRef {
                name: (*name).to_owned(),
                path: format!("/api/v1/catalogues/{name}"),
            })
            .collect();
        page(&request, data)
    }))
}

/// One catalogue, in its official order.
#[utoipa::path(
    get, path = "/api/v1/catalogues/{name}", tag = "public",
    params(("name" = String, Path, description = "Nombre del catálogo.")),
    responses((status = 200, body = Page<CatalogueEntry>), (status = 400, body = Problem), (status = 404, body = Problem))
)]
pub async fn catalogue(request: HttpRequest, path: web::Path<String>) -> HttpResponse {
    for_all(no_parameters(&request).and_then(|()| {
        let data = entries(&path)
            .ok_or_else(not_public)?
            .into_iter()
            .map(|(code, label)| CatalogueEntry {
                ieem_number: (path.as_str() == "municipalities")
                    .then(|| municipality(&code).map(|it| u16::from(it.ieem)))
                    .flatten(),
                code,
                label,
            })
            .collect();
        page(&request, data)
    }))
}

fn page<T: serde::Serialize>(request: &HttpRequest, data: Vec<T>) -> Result<HttpResponse, Failure> {
    let page = Page {
        meta: timeless_meta(data.len()),
        data,
    };
    let body = Body::encode(&serde_json::to_vec(&page)?, Encoding::of(request))?;
    Ok(answer(request, Kind::JSON, body))
}
