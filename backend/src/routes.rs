//! The one route table: it yields the router, the security of the OpenAPI document and the list
//! that the role × route test walks.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, Resource, Scope, web};
use conoceles_shared::problem::Code;
use tracing_actix_web::TracingLogger;

use crate::core::cors::{preflight, readable_by_all};
use crate::core::error::Failure;
use crate::core::route::{Access, RouteRow, refusing};
use crate::{
    accounts, admin, auditing, capture, changes, history, notices, portal, reports, review,
    signed_consents, verification,
};

/// Where the API lives.
const API: &str = "/api/v1";

/// Every route of the API.
#[must_use]
pub fn table() -> Vec<RouteRow> {
    let mut table = accounts::routes::routes();
    table.extend(accounts::routes::routes_of_receipts());
    table.extend(admin::routes::routes());
    table.extend(capture::routes::routes());
    table.extend(notices::routes::routes());
    table.extend(review::routes::routes());
    table.extend(portal::routes::routes());
    table.extend(changes::routes::routes());
    table.extend(verification::routes::routes());
    table.extend(signed_consents::routes::routes());
    table.extend(auditing::routes::routes());
    table.extend(history::routes::routes());
    table.extend(reports::routes::routes());
    table.sort_by(|a, b| {
        a.path
            .cmp(&b.path)
            .then(a.method.as_str().cmp(b.method.as_str()))
    });
    table
}

/// Puts the table into an application, a scope for each first word of a path: a request is compared
/// with a handful of plain prefixes, then only with the patterns below its own. What anyone may read
/// comes first, and without the request's log span, which only the desks use.
pub fn configure(config: &mut web::ServiceConfig) {
    let mut areas: BTreeMap<String, Vec<RouteRow>> = BTreeMap::new();
    for row in table() {
        areas
            .entry(area(&row.path).to_owned())
            .or_default()
            .push(row);
    }
    let (public, signed): (Vec<_>, Vec<_>) =
        areas.into_iter().partition(|(_, rows)| is_public(rows));
    for (area, rows) in public {
        config.service(scope(&area, rows).wrap(readable_by_all()));
    }
    for (area, rows) in signed {
        config.service(scope(&area, rows).wrap(TracingLogger::default()));
    }
}

fn is_public(rows: &[RouteRow]) -> bool {
    rows.iter().all(|row| row.access == Access::Public)
}

/// The path up to its first word below the API's own prefix.
fn area(path: &str) -> &str {
    let below = path.strip_prefix(API).and_then(|it| it.strip_prefix('/'));
    let word = below.map_or(0, |it| it.find('/').unwrap_or(it.len()));
    path.get(..API.len() + 1 + word).unwrap_or(path)
}

/// A path that anyone's script may read, and nothing else.
#[must_use]
pub fn for_everyone(resource: Resource) -> Resource {
    resource
        .route(preflight())
        .default_service(refusing("GET, HEAD".to_owned()))
}

/// The rows below one prefix. Other methods on a known path are 405, other paths 404.
fn scope(area: &str, rows: Vec<RouteRow>) -> Scope {
    let mut scope = web::scope(area).default_service(web::route().to(api_not_found));
    let mut rest = rows.into_iter().peekable();
    while let Some(first) = rest.next() {
        let path = first.path.clone();
        let mut allowed = first.methods().to_owned();
        let below = path.strip_prefix(area).unwrap_or(&path);
        let mut is_for_reading = first.is_for_anyone_to_read();
        let mut resource = web::resource(below).route(first.route);
        while let Some(next) = rest.next_if(|it| it.path == path) {
            allowed = format!("{allowed}, {}", next.methods());
            is_for_reading &= next.is_for_anyone_to_read();
            resource = resource.route(next.route);
        }
        scope = scope.service(if is_for_reading {
            for_everyone(resource)
        } else {
            resource.default_service(refusing(allowed))
        });
    }
    scope
}

/// An API path that does not exist.
///
/// # Errors
/// Always 404.
pub async fn api_not_found() -> Result<HttpResponse, Failure> {
    Err(Failure::new(
        Code::NotFound,
        "Esta dirección no existe en la API.",
    ))
}
