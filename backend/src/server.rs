//! The HTTP server: what is mounted where, and what every answer carries.

use std::io::Write as _;
use std::sync::OnceLock;
use std::time::Duration;

use actix_web::dev::{Service as _, ServiceRequest};
use actix_web::{App as Actix, HttpRequest, HttpResponse, HttpServer, web};
use conoceles_shared::problem::Code;

use crate::accounts;
use crate::admin::proposals::company::sweep_company;
use crate::auditing::seal;
use crate::candidacy::relist::list_what_was_stored_before;
use crate::candidacy::reseal;
use crate::changes::{self, FollowedLogs};
use crate::core::client_address::is_forwarded;
use crate::core::cors::readable_by_all;
use crate::core::error::Failure;
use crate::core::http::{common_headers, path_errors};
use crate::core::malformed::tell_malformed;
use crate::core::route::reading;
use crate::core::state::App;
use crate::core::warnings::Warning;
use crate::notices::{self, Smtp};
use crate::portal::{self, Portal, pages};
use crate::prepared::answer::{AnswerKind, Prepared, answer};
use crate::prepared::bundles;
use crate::prepared::encoding::Encoding;
use crate::prepared::shell::Shell;
use crate::steps::{clock, renewals};
use crate::verification;
use crate::{assets, help, reports, routes};

/// Between two sweeps: what is due is public within a minute; sooner with a clock that tests move.
const SWEEP_EVERY: Duration =
    Duration::from_secs(if cfg!(feature = "test-clock") { 1 } else { 60 });

/// Between two turns of sealing: no entry of the audit waits longer for its place in the chain.
const SEAL_EVERY: Duration = Duration::from_secs(if cfg!(feature = "test-clock") { 1 } else { 10 });

/// Whether the process runs, and settings that are not for real data.
pub async fn healthz(app: web::Data<App>) -> HttpResponse {
    let warnings: Vec<_> = app.warnings.present().iter().map(|it| it.code()).collect();
    HttpResponse::Ok().json(if warnings.is_empty() {
        serde_json::json!({ "status": "ok" })
    } else {
        serde_json::json!({ "status": "ok", "warnings": warnings })
    })
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

/// The OpenAPI document, prepared once.
pub async fn openapi_document(request: HttpRequest) -> Result<HttpResponse, Failure> {
    static DOCUMENT: OnceLock<Prepared> = OnceLock::new();
    let document = Prepared::once(&DOCUMENT, || Ok(crate::openapi::json()?))?;
    let body = document.body(Encoding::of(&request))?;
    Ok(answer(&request, AnswerKind::data(), body))
}

/// Serves until interrupted. Prints the address once everything public is in memory.
///
/// # Errors
/// The address is taken, a worker cannot start, or what is published cannot be read.
pub async fn serve(app: App) -> Result<(), Box<dyn std::error::Error>> {
    warn_at_start(&app).await?;
    reseal::bind_authors(&app).await?;
    list_what_was_stored_before(&app).await?;
    accounts::bind_passwords_once(&app).await?;
    let listen = app.config.listen.clone();
    let smtp = Smtp::configured(&app.config)?;
    let app = web::Data::new(app);
    let portal = web::Data::new(Portal::new(&app.secrets));
    let boards = web::Data::new(reports::Boards::default());
    let logs = web::Data::new(FollowedLogs::default());
    let (state, public, figures) = (app.clone(), portal.clone(), boards.clone());
    let followed = logs.clone();
    let server = HttpServer::new(move || {
        Actix::new()
            .app_data(state.clone())
            .app_data(public.clone())
            .app_data(figures.clone())
            .app_data(followed.clone())
            .app_data(path_errors())
            .wrap(common_headers(state.config.is_https()))
            .wrap_fn(|request, next| {
                tell_of_forwarded(&request);
                let answered = next.call(request);
                async move {
                    let mut answer = answered.await?;
                    portal::tell_budget(&mut answer);
                    Ok(answer)
                }
            })
            .configure(mount)
    })
    .workers(std::thread::available_parallelism().map_or(2, std::num::NonZero::get))
    .bind(listen)?;
    if let Some(address) = server.addrs().first() {
        app.listens_at(&address.to_string());
    }
    let index = bundles::bundle_index("portal");
    portal.dress(Shell::new(index.as_deref(), app.public_address()));
    portal.refresh(&app).await?;
    logs.catch_up(&app).await?;
    for address in server.addrs() {
        let mut out = std::io::stdout().lock();
        writeln!(out, "Conóceles escucha en http://{address}")?;
        out.flush()?;
    }
    let follower = actix_web::rt::spawn(portal::follow_log(app.clone(), portal));
    let log_follower = actix_web::rt::spawn(changes::follow_logs(app.clone(), logs));
    let sweeper = actix_web::rt::spawn(sweep(app.clone(), boards));
    let sealer = actix_web::rt::spawn(seal_audit(app.clone()));
    let postman = actix_web::rt::spawn(notices::deliver_mails(app.clone(), smtp));
    let served = server.run().await;
    follower.abort();
    log_follower.abort();
    sweeper.abort();
    sealer.abort();
    postman.abort();
    served?;
    Ok(())
}

/// Says what is set in a way that is not for real data.
async fn warn_at_start(app: &App) -> Result<(), Failure> {
    let administrators = accounts::store::administrators(&mut *app.db.read().await?).await?;
    let alone = (administrators.len() == 1).then_some(&Warning::OneAdministrator);
    for warning in app.warnings.configured().iter().chain(alone) {
        tracing::warn!(code = warning.code(), "{}", warning.text());
    }
    Ok(())
}

/// Tells of a proxy that is not believed, whatever it asks for.
fn tell_of_forwarded(request: &ServiceRequest) {
    let app = request.app_data::<web::Data<App>>();
    if let Some(app) = app.filter(|it| !it.config.trust_proxy)
        && is_forwarded(request.headers())
    {
        app.warnings.forwarded_header_ignored(app.clock.now());
    }
}

/// Stores what the clock has decided, at the start and every minute. Readers never wait for it.
async fn sweep(app: web::Data<App>, boards: web::Data<reports::Boards>) {
    let mut turns = actix_web::rt::time::interval(SWEEP_EVERY);
    loop {
        turns.tick().await;
        app.last_sweep.note(app.clock.now());
        tell_malformed();
        match clock::sweep(&app, app.clock.now()).await {
            Ok(0) => {}
            Ok(settled) => tracing::info!(settled, "the clock's transitions are stored"),
            Err(error) => tracing::warn!(%error, "the sweep will try again"),
        }
        match renewals::renew_marked(&app).await {
            Ok(0) => {}
            Ok(renewed) => tracing::info!(renewed, "records that name what was edited are renewed"),
            Err(error) => tracing::warn!(%error, "the sweep will renew what is marked"),
        }
        match sweep_company(&app, app.clock.now()).await {
            Ok(0) => {}
            Ok(changed) => tracing::info!(changed, "who can decide on what is proposed changed"),
            Err(error) => tracing::warn!(%error, "the sweep of proposals will try again"),
        }
        match notices::write_due_reminders(&app, app.clock.now()).await {
            Ok(0) => {}
            Ok(written) => tracing::info!(written, "reminders are written"),
            Err(error) => tracing::warn!(%error, "the sweep of reminders will try again"),
        }
        match reports::draw_up_due_reports(&app, &boards, app.clock.now()).await {
            Ok(0) => {}
            Ok(issued) => tracing::info!(issued, "reports are issued"),
            Err(error) => tracing::warn!(%error, "reports will be tried again"),
        }
        if let Err(error) = tidy_accounts(&app).await {
            tracing::warn!(%error, "the sweep of sessions will try again");
        }
    }
}

/// Chains what was audited, apart from the sweep: that may take minutes where thousands are due.
async fn seal_audit(app: web::Data<App>) {
    let mut turns = actix_web::rt::time::interval(SEAL_EVERY);
    loop {
        turns.tick().await;
        if let Err(error) = seal::seal_waiting_entries(&app).await {
            tracing::warn!(%error, "the next turn of sealing will try again");
        }
    }
}

/// Removes what of sessions and failed sign-ins nobody needs any more.
async fn tidy_accounts(app: &App) -> Result<(), Failure> {
    let mut tx = app.db.write().await?;
    accounts::store::remove_outdated(&mut tx, app.clock.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// What no row of the route table is at: the specification, and addresses that do not exist.
fn rest_of_the_api(config: &mut web::ServiceConfig) {
    let document = web::resource("/v1/openapi.json").route(reading().to(openapi_document));
    let rest = web::scope("/api")
        .service(routes::for_everyone(document))
        .default_service(web::route().to(routes::api_not_found))
        .wrap(readable_by_all());
    config.service(rest);
}

/// What is read without the table: an answer that does not end, and an address that stays whatever becomes of
/// the API.
fn addresses_of_witnesses(config: &mut web::ServiceConfig) {
    let events = web::resource("").route(reading().to(changes::follow_changes));
    let events = web::scope("/api/v1/events").service(routes::for_everyone(events));
    let heads = web::resource("").route(reading().to(changes::show_witnessed_heads));
    let heads = web::scope(changes::WITNESSED).service(routes::for_everyone(heads));
    config
        .service(events.wrap(readable_by_all()))
        .service(heads.wrap(readable_by_all()));
}

/// Everything at its address. What the table does not know is a problem under `/api`, and a page
/// anywhere else.
pub fn mount(config: &mut web::ServiceConfig) {
    config
        .configure(pages::configure)
        .configure(addresses_of_witnesses)
        .configure(routes::configure)
        .configure(rest_of_the_api)
        .route("/pkg/{bundle}/{file}", reading().to(assets::bundle_file))
        .route("/mesa/worker.js", reading().to(assets::desk_worker))
        .route("/mesa", reading().to(assets::desk))
        .route("/mesa/{tail:.*}", reading().to(assets::desk))
        .configure(verification::page::configure)
        .configure(help::configure)
        .route("/healthz", reading().to(healthz))
        .route("/readyz", reading().to(readyz))
        .default_service(web::route().to(pages::show_not_found));
}
