//! The one route table: it yields the router, the security of the OpenAPI document and the list
//! that the role × route test walks.

use actix_web::web;

use crate::core::route::{RouteRow, refusing};
use crate::{
    accounts, admin, capture, notices, portal, review, signed_consents, verification,
};

/// Every route of the API.
#[must_use]
pub fn table() -> Vec<RouteRow> {
    let mut table = accounts::routes::routes();
    table.extend(admin::routes::routes());
    table.extend(capture::routes::routes());
    table.extend(notices::routes::routes());
    table.extend(review::routes::routes());
    table.extend(portal::routes::routes());
    table.extend(verification::routes::routes());
    table.extend(signed_consents::routes::routes());
    table.sort_by(|a, b| {
        a.path
            .cmp(&b.path)
            .then(a.method.as_str().cmp(b.method.as_str()))
    });
    table
}

/// Puts the table into an application. Other methods on a known path are 405.
pub fn configure(config: &mut web::ServiceConfig) {
    let mut rest = table().into_iter().peekable();
    while let Some(first) = rest.next() {
        let path = first.path.clone();
        let mut allowed = first.methods().to_owned();
        let mut resource = web::resource(&path).route(first.route);
        while let Some(next) = rest.next_if(|it| it.path == path) {
            allowed = format!("{allowed}, {}", next.methods());
            resource = resource.route(next.route);
        }
        config.service(resource.default_service(refusing(allowed)));
    }
}
