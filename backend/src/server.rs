//! The HTTP server: what is mounted where, and what every answer carries.

use std::io::Write as _;
use std::time::Duration;

use actix_web::middleware::from_fn;
use actix_web::{App as Actix, HttpResponse, HttpServer, web};
use conoceles_shared::problem::Code;

use crate::candidacy::clock;
use crate::core::error::Failure;
use crate::core::http::{common_headers, path_errors};
use crate::core::state::App;
use crate::publication::{self, pages};
use crate::{assets, routes};

/// Between two sweeps: what is due is public within a minute; sooner with a clock that tests move.
const SWEEP_EVERY: Duration =
    Duration::from_secs(if cfg!(feature = "test-clock") { 1 } else { 60 });

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

/// Serves until interrupted. Prints the address once everything public is in memory.
///
/// # Errors
/// The address is taken, a worker cannot start, or what is published cannot be read.
pub async fn serve(app: App) -> Result<(), Box<dyn std::error::Error>> {
    let listen = app.config.listen.clone();
    let app = web::Data::new(app);
    let state = app.clone();
    let server = HttpServer::new(move || {
        Actix::new()
            .app_data(state.clone())
            .app_data(path_errors())
            .wrap(from_fn(common_headers))
            .wrap(tracing_actix_web::TracingLogger::default())
            .configure(mount)
    })
    .workers(std::thread::available_parallelism().map_or(2, std::num::NonZero::get))
    .bind(listen)?;
    if let Some(address) = server.addrs().first() {
        app.portal.listens_at(&app.config, &address.to_string());
    }
    app.portal.refresh(&app.db).await?;
    for address in server.addrs() {
        let mut out = std::io::stdout().lock();
        writeln!(out, "Conóceles escucha en http://{address}")?;
        out.flush()?;
    }
    let follower = actix_web::rt::spawn(publication::follow(app.clone()));
    let sweeper = actix_web::rt::spawn(sweep(app.clone()));
    let served = server.run().await;
    follower.abort();
    sweeper.abort();
    served?;
    Ok(())
}

/// Stores what the clock has decided, at the start and every minute. Readers never wait for it.
async fn sweep(app: web::Data<App>) {
    let mut turns = actix_web::rt::time::interval(SWEEP_EVERY);
    loop {
        turns.tick().await;
        match clock::sweep(&app, app.clock.now()).await {
            Ok(0) => {}
            Ok(settled) => tracing::info!(settled, "the clock's transitions are stored"),
            Err(error) => tracing::warn!(%error, "the sweep will try again"),
        }
    }
}

/// Everything at its address. What the table does not know is a problem under `/api`, and a page
/// anywhere else.
pub fn mount(config: &mut web::ServiceConfig) {
    config
        .route("/healthz", web::get().to(healthz))
        .route("/readyz", web::get().to(readyz))
        .route("/api/v1/openapi.json", web::get().to(openapi))
        .configure(routes::configure)
        .service(web::scope("/api").default_service(web::route().to(not_found)))
        .route("/pkg/{bundle}/{file}", web::get().to(assets::bundle_file))
        .route("/mesa", web::get().to(assets::desk))
        .route("/mesa/{tail:.*}", web::get().to(assets::desk))
        .configure(pages::configure)
        .default_service(web::route().to(pages::not_found));
}
