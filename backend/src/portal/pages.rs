//! The citizens' pages as complete HTML. They ignore parameters that they do not know.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_frontend::portal::{PageData, names_election};
use conoceles_shared::api::query::{CandidacyQuery, decode_pairs};
use conoceles_shared::draw::hour;
use conoceles_shared::time::Instant;

use super::memory::Portal;
use super::snapshot::Found;
use super::views::View;
use crate::core::error::Failure;
use crate::core::now::Now;
use crate::core::route::{reading, refusing};
use crate::prepared::answer::{Body, FRESH, Kind, answer};
use crate::prepared::encoding::Encoding;

/// Where the pages are.
pub fn configure(config: &mut web::ServiceConfig) {
    for (path, route) in [
        ("/", reading().to(home)),
        ("/candidaturas", reading().to(list)),
        ("/candidaturas/{id}", reading().to(profile)),
    ] {
        let resource = web::resource(path).route(route);
        config.service(resource.default_service(refusing("GET, HEAD".to_owned())));
    }
}

/// The first page.
///
/// # Errors
/// Never in practice.
pub async fn home(
    request: HttpRequest,
    portal: web::Data<Portal>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let view = View::new(portal.shell(), &snapshot, hour(now));
    let body = view.home(Encoding::of(&request))?;
    Ok(page(&request, &portal, (StatusCode::OK, FRESH), body))
}

/// The list.
///
/// # Errors
/// Never in practice.
pub async fn list(
    request: HttpRequest,
    portal: web::Data<Portal>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let view = View::new(portal.shell(), &snapshot, hour(now));
    let pairs = decode_pairs(request.query_string());
    let mut query = CandidacyQuery::parse_lenient(
        pairs
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str())),
    );
    let address = request.uri().path_and_query();
    if !address.is_some_and(|it| names_election(it.as_str())) {
        query.election = view.present_election();
    }
    let body = view.list_page(&query, Encoding::of(&request))?;
    let fresh = if View::turns(&query) {
        freshness(now)
    } else {
        FRESH
    };
    Ok(page(&request, &portal, (StatusCode::OK, fresh), body))
}

/// Seconds in which a drawn order is fresh: not beyond the turn of the hour.
#[must_use]
pub fn freshness(now: Instant) -> u64 {
    let left = 3600 - now.timestamp().rem_euclid(3600);
    u64::try_from(left).map_or(FRESH, |left| left.min(FRESH))
}

/// One candidacy: 410 where it was withdrawn.
///
/// # Errors
/// Never in practice.
pub async fn profile(
    request: HttpRequest,
    portal: web::Data<Portal>,
    path: web::Path<String>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let found = path.parse().map_or(Found::Nowhere, |id| snapshot.find(&id));
    let (status, data) = match found {
        Found::Here(published) => {
            let body = published
                .page(portal.shell())?
                .body(Encoding::of(&request))?;
            return Ok(page(&request, &portal, (StatusCode::OK, FRESH), body));
        }
        Found::Withdrawn => (StatusCode::GONE, PageData::Withdrawn),
        Found::Nowhere => (StatusCode::NOT_FOUND, PageData::NotFound),
    };
    let view = View::new(portal.shell(), &snapshot, hour(now));
    let body = view.absent(&data, Encoding::of(&request))?;
    Ok(page(&request, &portal, (status, FRESH), body))
}

/// Any other address.
///
/// # Errors
/// Never in practice.
pub async fn not_found(
    request: HttpRequest,
    portal: web::Data<Portal>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let view = View::new(portal.shell(), &snapshot, hour(now));
    let body = view.absent(&PageData::NotFound, Encoding::of(&request))?;
    Ok(page(
        &request,
        &portal,
        (StatusCode::NOT_FOUND, FRESH),
        body,
    ))
}

/// A page that is made for this request alone.
///
/// # Errors
/// Never in practice.
pub fn fresh_page(
    request: &HttpRequest,
    portal: &Portal,
    status: StatusCode,
    (path, data): (&str, &PageData),
) -> Result<HttpResponse, Failure> {
    let html = portal.shell().page(path, data);
    let body = Body::encode(html.as_bytes(), Encoding::of(request))?;
    Ok(page(request, portal, (status, FRESH), body))
}

fn page(
    request: &HttpRequest,
    portal: &Portal,
    (status, fresh): (StatusCode, u64),
    body: Body,
) -> HttpResponse {
    let kind = Kind {
        media_type: "text/html; charset=utf-8",
        fresh,
        policy: Some(portal.shell().policy()),
        status,
    };
    answer(request, kind, body)
}
