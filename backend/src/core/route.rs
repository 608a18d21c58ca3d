//! The rows of the route table, and the only ways to make one.
//!
//! Method and path stand in the handler's `utoipa::path`; the permission is the grant that the
//! handler takes. [`signed`] accepts only handlers whose first argument is a grant, so a private
//! route without a permission does not compile.

use std::future::ready;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::Method;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{
    Error, FromRequest, Handler, HttpMessage as _, HttpRequest, HttpResponse, Responder,
    ResponseError as _, Route, guard, web,
};
use conoceles_shared::ids::AccountId;
use conoceles_shared::permissions::Permission;
use conoceles_shared::problem::Code;
use futures_util::stream;
use utoipa::openapi::path::{HttpMethod, Operation};
use utoipa::openapi::{RefOr, Schema};

use super::error::Failure;
use super::grant::{TakesGrant, judged_again, permitted};
use super::http::{is_json, json_bytes};
use super::state::App;

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anyone.
    Public,
    /// Whoever holds this permission.
    Signed(Permission),
}

/// One row of the table.
pub struct RouteRow {
    /// Who may call it.
    pub access: Access,
    /// As the handler's `utoipa::path` names it.
    pub method: Method,
    /// The path, with `{placeholders}`.
    pub path: String,
    /// What the OpenAPI document says of it.
    pub operation: Operation,
    /// The schemas that it names.
    pub schemas: Vec<(String, RefOr<Schema>)>,
    /// Handler and method, for the router.
    pub route: Route,
}

impl RouteRow {
    /// Whether anyone may read it, and nothing is changed by that.
    #[must_use]
    pub fn is_for_anyone_to_read(&self) -> bool {
        self.access == Access::Public && self.method == Method::GET
    }

    /// Its methods, as `Allow` names them.
    #[must_use]
    pub fn methods(&self) -> &str {
        match (self.access, self.method.as_str()) {
            (Access::Public, "GET") => "GET, HEAD",
            (_, method) => method,
        }
    }
}

/// What `#[utoipa::path]` leaves behind for a handler.
pub trait Documented:
    utoipa::Path + utoipa::__dev::SchemaReferences + utoipa::__dev::Tags<'static>
{
}
impl<T> Documented for T where
    T: utoipa::Path + utoipa::__dev::SchemaReferences + utoipa::__dev::Tags<'static>
{
}

fn row_for<D: Documented>(access: Access, route: impl FnOnce(Method) -> Route) -> RouteRow {
    let method = match D::methods().first() {
        Some(HttpMethod::Post) => Method::POST,
        Some(HttpMethod::Put) => Method::PUT,
        Some(HttpMethod::Delete) => Method::DELETE,
        Some(HttpMethod::Patch) => Method::PATCH,
        _ => Method::GET,
    };
    let mut schemas = Vec::new();
    D::schemas(&mut schemas);
    let mut operation = D::operation();
    operation.tags = Some(D::tags().into_iter().map(ToOwned::to_owned).collect());
    RouteRow {
        access,
        path: D::path(),
        operation,
        schemas,
        route: route(method.clone()),
        method,
    }
}

/// A route for anyone.
pub fn public<D, H, Args>(_: D, handler: H) -> RouteRow
where
    D: Documented,
    H: Handler<Args>,
    H::Output: Responder + 'static,
    Args: FromRequest + 'static,
{
    row_for::<D>(Access::Public, |method| {
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
pub fn signed<D, H, Args>(_: D, handler: H) -> RouteRow
where
    D: Documented,
    H: Handler<Args>,
    H::Output: Responder + 'static,
    Args: FromRequest + TakesGrant + 'static,
{
    row_for::<D>(Access::Signed(Args::PERMISSION), |method| {
        web::method(method).to(move |request: HttpRequest, payload: web::Payload| {
            let handler = handler.clone();
            async move {
                let account = permitted(&request, Args::PERMISSION).await?;
                take_place(&request, &account.id).await?;
                let mut payload = payload.into_inner();
                if is_json(&request) {
                    payload = there(json_bytes(&request, &mut payload).await?);
                    judged_again(&request).await?;
                }
                let arguments = Args::from_request(&request, &mut payload)
                    .await
                    .map_err(Into::into)?;
                let answer = handler.call(arguments).await;
                Ok::<_, Error>(answer.respond_to(&request).map_into_boxed_body())
            }
        })
    })
}

/// Takes one of the account's places, before anything of its body is held. The request keeps it until
/// it is answered, or exchanges it for a turn to send a file.
async fn take_place(request: &HttpRequest, account: &AccountId) -> Result<(), Failure> {
    let app = request
        .app_data::<web::Data<App>>()
        .ok_or_else(|| Failure::internal("no application state"))?;
    let place = app.requests.enter(account).await?;
    request.extensions_mut().insert(place);
    Ok(())
}

/// A body that is there already, for the handler's own extractor.
fn there(bytes: Bytes) -> Payload {
    let once = stream::once(ready(Ok::<_, PayloadError>(bytes)));
    Payload::Stream {
        payload: Box::pin(once),
    }
}

/// A route for reading: whoever may read may ask for the headers alone.
#[must_use]
pub fn reading() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// Answers 405 with the methods of a path, which does not permit scripts of other origins anything
/// unless it stands in a scope that does.
pub fn refusing(allowed: String) -> Route {
    web::route().to(move || ready(method_not_allowed(&allowed)))
}

/// A known path with a method it does not have: 405 with those it has.
fn method_not_allowed(allowed: &str) -> HttpResponse {
    let failure = Failure::new(
        Code::MethodNotAllowed,
        format!("Aquí se admite: {allowed}."),
    );
    let mut answer = failure.error_response();
    if let Ok(allowed) = HeaderValue::from_str(allowed) {
        answer.headers_mut().insert(ALLOW, allowed);
    }
    answer
}
