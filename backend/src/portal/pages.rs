//! The citizens' pages as complete HTML. They ignore parameters that they do not know.

use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_frontend::portal::{PageData, names_election};
use conoceles_shared::api::query::{CandidacyQuery, decode_pairs};
use conoceles_shared::draw::hour;
use conoceles_shared::problem::Problem;
use conoceles_shared::time::Instant;

use super::memory::Portal;
use super::misses::{Asking, tokens};
use super::on_demand::prepare_page;
use super::sitemap::{show_robots, show_sitemap_index, show_sitemap_part};
use super::snapshot::Found;
use super::views::{SnapshotView, page_key, turns};
use crate::core::error::Failure;
use crate::core::now::Now;
use crate::core::route::{reading, refusing};
use crate::core::state::App;
use crate::prepared::answer::{AnswerKind, Body, FRESH, answer};
use crate::prepared::encoding::{Effort, Encoding};
use crate::prepared::shell::escaped;

/// How much more a page costs than the same list as data.
const PAGE: u16 = 3;

/// Where the pages are.
pub fn configure(config: &mut web::ServiceConfig) {
    for (path, route) in [
        ("/", reading().to(show_home)),
        ("/candidaturas", reading().to(show_list)),
        ("/candidaturas/{id}", reading().to(show_profile)),
        ("/robots.txt", reading().to(show_robots)),
        ("/sitemap.xml", reading().to(show_sitemap_index)),
        ("/sitemap-{part}.xml", reading().to(show_sitemap_part)),
    ] {
        let resource = web::resource(path).route(route);
        config.service(resource.default_service(refusing("GET, HEAD".to_owned())));
    }
}

/// The first page, with every election.
pub async fn show_home(
    request: HttpRequest,
    portal: web::Data<Portal>,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let view = SnapshotView::new(portal.shell(), &snapshot);
    let body = view.home(Encoding::of(&request))?;
    Ok(html_answer(&request, &portal, StatusCode::OK, FRESH, body))
}

/// The list; without an election in its address it is the present one's.
pub async fn show_list(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let view = SnapshotView::new(portal.shell(), &snapshot);
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
    let query = view.page_query(&query);
    let fresh = if turns(&query) {
        seconds_fresh(now)
    } else {
        FRESH
    };
    let asking = Asking {
        snapshot,
        app,
        portal: portal.clone(),
        now,
    };
    let (hour, asked) = (hour(now), query.clone());
    let key_of = |encoding| page_key(&query, hour, encoding);
    let cost = PAGE * tokens(&query);
    let made = asking.kept_or_made(&request, key_of, cost, move |view, encoding, effort| {
        view.list_page(&asked, hour, encoding, effort)
    });
    match made.await {
        Ok(body) => Ok(html_answer(&request, &portal, StatusCode::OK, fresh, body)),
        Err(Failure::Later(problem, seconds)) => Ok(later_page(&problem, seconds)),
        Err(other) => Err(other),
    }
}

/// A list that is not made now, told to a person.
fn later_page(problem: &Problem, seconds: u64) -> HttpResponse {
    let (title, detail) = (escaped(&problem.title), escaped(&problem.detail));
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"es-MX\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} · Conóceles</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p>{detail}</p>\n<p><a href=\"\">Intentar de nuevo</a></p>\n\
         <p><a href=\"/\">Inicio</a></p>\n</main>\n</body>\n</html>\n"
    );
    HttpResponse::build(StatusCode::from_u16(problem.status).unwrap_or_default())
        .insert_header((RETRY_AFTER, seconds.to_string()))
        .content_type("text/html; charset=utf-8")
        .body(html)
}

/// Seconds in which a drawn order is fresh: not beyond the turn of the hour.
#[must_use]
pub fn seconds_fresh(now: Instant) -> u64 {
    let left = 3600 - now.timestamp().rem_euclid(3600);
    u64::try_from(left).map_or(FRESH, |left| left.min(FRESH))
}

/// One candidacy: 410 where it was withdrawn.
pub async fn show_profile(
    request: HttpRequest,
    portal: web::Data<Portal>,
    path: web::Path<String>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let found = path.parse().map_or(Found::Nowhere, |id| snapshot.find(&id));
    let (status, data) = match found {
        Found::Here(published) => {
            match prepare_page(&portal, published, now).await {
                Ok(()) => {}
                Err(Failure::Later(problem, seconds)) => return Ok(later_page(&problem, seconds)),
                Err(other) => return Err(other),
            }
            let body = published
                .page_answer(portal.shell())?
                .body(Encoding::of(&request))?;
            return Ok(html_answer(&request, &portal, StatusCode::OK, FRESH, body));
        }
        Found::Withdrawn => (StatusCode::GONE, PageData::Withdrawn),
        Found::Nowhere => (StatusCode::NOT_FOUND, PageData::NotFound),
    };
    let view = SnapshotView::new(portal.shell(), &snapshot);
    let body = view.absent(&data, Encoding::of(&request))?;
    Ok(html_answer(&request, &portal, status, FRESH, body))
}

/// Any other address.
pub async fn show_not_found(
    request: HttpRequest,
    portal: web::Data<Portal>,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let view = SnapshotView::new(portal.shell(), &snapshot);
    let body = view.absent(&PageData::NotFound, Encoding::of(&request))?;
    Ok(html_answer(
        &request,
        &portal,
        StatusCode::NOT_FOUND,
        FRESH,
        body,
    ))
}

/// A page that is made for this request alone.
pub fn page_for_one_request(
    request: &HttpRequest,
    portal: &Portal,
    status: StatusCode,
    path: &str,
    data: &PageData,
) -> Result<HttpResponse, Failure> {
    let html = portal.shell().page(path, data);
    let body = Body::encode(html.as_bytes(), Encoding::of(request), Effort::Once)?;
    Ok(html_answer(request, portal, status, FRESH, body))
}

fn html_answer(
    request: &HttpRequest,
    portal: &Portal,
    status: StatusCode,
    fresh: u64,
    body: Body,
) -> HttpResponse {
    let kind = AnswerKind {
        fresh,
        status,
        ..AnswerKind::page(portal.shell().policy().clone())
    };
    answer(request, kind, body)
}
