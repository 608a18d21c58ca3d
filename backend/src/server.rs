//! The HTTP server: what is mounted where, and what every answer carries.

use std::io::Write as _;

use actix_web::middleware::from_fn;
use actix_web::{App as Actix, HttpResponse, HttpServer, web};
use conoceles_shared::problem::Code;

use crate::core::error::Failure;
use crate::core::http::{common_headers, path_errors};
use crate::core::state::App;
use crate::routes;

/// Whether the process runs.
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().json(serde_json::json!({ "status": "ok" }))
}

/// Whether it can answer: the database does.
///
/// # Errors
/// 503 while it cannot.
pub async fn readyz(app: web::Data<App>) -> Result<HttpResponse, Failure> {
    app.db.ping().await.map_err(|error| {
        tracing::error!(%error, "not ready");
        Failure::new(Code::Unavailable, "La base de datos no responde.")
    })?;
    Ok(HttpResponse::Ok().json(serde_json::json!({ "status": "ready" })))
}

/// A known path with a method it does not have.
///
/// # Errors
/// Always 405.
pub async fn method_not_allowed() -> Result<HttpResponse, Failure> {
    Err(Failure::new(
        Code::MethodNotAllowed,
        "Consulte los métodos admitidos en la especificación.",
    ))
}

/// An API path that does not exist.
///
/// # Errors
/// Always 404.
pub async fn not_found() -> Result<HttpResponse, Failure> {
    Err(Failure::new(
        Code::NotFound,
        "Esta dirección no existe en la API.",
    ))
}

/// The OpenAPI document.
///
/// # Errors
/// Never in practice.
pub async fn openapi() -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header(("Cache-Control", "public, max-age=300"))
        .insert_header(("Access-Control-Allow-Origin", "*"))
        .insert_header(("Cross-Origin-Resource-Policy", "cross-origin"))
        .body(crate::openapi::json()?))
}

/// Serves until interrupted. Prints the address once it listens.
///
/// # Errors
/// The address is taken, or a worker cannot start.
pub async fn serve(app: App) -> std::io::Result<()> {
    let listen = app.config.listen.clone();
    let app = web::Data::new(app);
    let server = HttpServer::new(move || {
        Actix::new()
            .app_data(app.clone())
            .app_data(path_errors())
            .wrap(from_fn(common_headers))
            .wrap(tracing_actix_web::TracingLogger::default())
            .route("/healthz", web::get().to(healthz))
            .route("/readyz", web::get().to(readyz))
            .route("/api/v1/openapi.json", web::get().to(openapi))
            .configure(routes::configure)
            .service(web::scope("/api").default_service(web::route().to(not_found)))
    })
    .workers(std::thread::available_parallelism().map_or(2, std::num::NonZero::get))
    .bind(listen)?;
    for address in server.addrs() {
        let mut out = std::io::stdout().lock();
        writeln!(out, "Conóceles escucha en http://{address}")?;
        out.flush()?;
    }
    server.run().await
}
