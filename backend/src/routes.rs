//! The one route table: it yields the router, the security of the OpenAPI document and the list
//! that the role × route test walks.
//!
//! Method and path stand in the handler's `utoipa::path`; the permission is the grant that the
//! handler takes. [`signed`] accepts only handlers whose first argument is a grant, so a private
//! route without a permission does not compile.

use actix_web::http::Method;
use actix_web::{Error, FromRequest, Handler, HttpRequest, Responder, Route, guard, web};
use conoceles_shared::permissions::Permission;
use utoipa::openapi::path::{HttpMethod, Operation};
use utoipa::openapi::{RefOr, Schema};

use crate::core::grant::{TakesGrant, permitted};
use crate::{
    accounts, admin, capture, notices, publication, receipts, review, server, signed_consents,
};

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anyone.
    Public,
    /// Whoever holds this permission.
    Signed(Permission),
}

/// One row of the table.
pub struct Entry {
    /// Who may call it.
    pub access: Access,
    /// The method.
    pub method: Method,
    /// The path, with `{placeholders}`.
    pub path: String,
    /// What the OpenAPI document says of it.
    pub operation: Operation,
    /// The schemas that it names.
    pub schemas: Vec<(String, RefOr<Schema>)>,
    /// The handler.
    route: Route,
}

impl Entry {
    /// Its methods, as `Allow` names them.
    fn methods(&self) -> &str {
        match (self.access, self.method.as_str()) {
            (Access::Public, "GET") => "GET, HEAD",
            (_, method) => method,
        }
    }
}

/// What `#[utoipa::path]` leaves behind for a handler.
pub trait Documented: utoipa::Path + utoipa::__dev::SchemaReferences {}
impl<T: utoipa::Path + utoipa::__dev::SchemaReferences> Documented for T {}

fn entry<D: Documented>(access: Access, route: impl FnOnce(Method) -> Route) -> Entry {
    let method = match D::methods().first() {
        Some(HttpMethod::Post) => Method::POST,
        Some(HttpMethod::Put) => Method::PUT,
        Some(HttpMethod::Delete) => Method::DELETE,
        Some(HttpMethod::Patch) => Method::PATCH,
        _ => Method::GET,
    };
    let mut schemas = Vec::new();
    D::schemas(&mut schemas);
    Entry {
        access,
        path: D::path(),
        operation: D::operation(),
        schemas,
        route: route(method.clone()),
        method,
    }
}

/// A route for anyone.
pub fn public<D, H, Args>(_: D, handler: H) -> Entry
where
    D: Documented,
    H: Handler<Args>,
    H::Output: Responder + 'static,
    Args: FromRequest + 'static,
{
    entry::<D>(Access::Public, |method| {
        let route = if method == Method::GET {
            reading()
        } else {
            web::method(method)
        };
        route.to(handler)
    })
}

/// A route for whoever holds the grant that the handler takes. The permission is checked before
/// anything else is read: otherwise a malformed body would answer someone who may not send one.
pub fn signed<D, H, Args>(_: D, handler: H) -> Entry
where
    D: Documented,
    H: Handler<Args>,
    H::Output: Responder + 'static,
    Args: FromRequest + TakesGrant + 'static,
{
    entry::<D>(Access::Signed(Args::PERMISSION), |method| {
        web::method(method).to(move |request: HttpRequest, payload: web::Payload| {
            let handler = handler.clone();
            async move {
                permitted(&request, Args::PERMISSION).await?;
                let arguments = Args::from_request(&request, &mut payload.into_inner())
                    .await
                    .map_err(Into::into)?;
                let answer = handler.call(arguments).await;
                Ok::<_, Error>(answer.respond_to(&request).map_into_boxed_body())
            }
        })
    })
}

/// A route for reading: whoever may read may ask for the headers alone.
#[must_use]
pub fn reading() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// Every route of the API.
#[must_use]
pub fn table() -> Vec<Entry> {
    let mut table = accounts::routes::routes();
    table.extend(admin::routes::routes());
    table.extend(capture::routes::routes());
    table.extend(notices::routes::routes());
    table.extend(review::routes::routes());
    table.extend(publication::routes::routes());
    table.extend(receipts::routes::routes());
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

/// Answers 405 with the methods of a path.
pub fn refusing(allowed: String) -> Route {
    web::route().to(move || std::future::ready(server::method_not_allowed(&allowed)))
}
