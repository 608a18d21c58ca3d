//! The public API: elections and candidacies, for anyone.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::public::{Election, One, Page, Record, Summary};
use conoceles_shared::api::query::{CandidacyQuery, decode_pairs};
use conoceles_shared::draw::hour;
use conoceles_shared::problem::{Code, Problem};

use super::memory::Portal;
use super::misses::{Asking, tokens};
use super::on_demand::prepare_api_answer;
use super::pages::seconds_fresh;
use super::snapshot::Found;
use super::views::{SnapshotView, list_key, not_public, turns};
use crate::core::error::Failure;
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;
use crate::prepared::answer::{AnswerKind, FRESH, answer, no_parameters};
use crate::prepared::encoding::Encoding;

/// Every election that has a registered candidacy, the latest first, with what the filters of the
/// list take.
#[utoipa::path(
    get, path = "/api/v1/elections", tag = "public",
    responses((status = 200, body = Page<Election>), (status = 400, body = Problem))
)]
pub async fn list_public_elections(
    request: HttpRequest,
    portal: web::Data<Portal>,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let view = SnapshotView::new(portal.shell(), &snapshot);
    no_parameters(&request)?;
    let body = view.elections(Encoding::of(&request))?;
    Ok(answer(&request, AnswerKind::data(), body))
}

/// One election.
#[utoipa::path(
    get, path = "/api/v1/elections/{id}", tag = "public",
    params(("id" = String, Path, description = "Identificador de la elección.")),
    responses((status = 200, body = One<Election>), (status = 400, body = Problem), (status = 404, body = Problem))
)]
pub async fn show_public_election(
    request: HttpRequest,
    portal: web::Data<Portal>,
    path: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    let view = SnapshotView::new(portal.shell(), &snapshot);
    no_parameters(&request)?;
    let body = view.election(&segment(&path)?, Encoding::of(&request))?;
    Ok(answer(&request, AnswerKind::data(), body))
}

/// Published candidacies.
///
/// In neutral order unless asked otherwise. Contests (election, office, territory) come by election
/// day, the latest first, then in the official order of offices and territories. Within a contest
/// the order is a draw: SHA-256 of the election's `draw_seed`, a zero byte,
/// `office/territory kind/territory code`, a zero byte and the candidacy's id, ascending; what
/// matches the query is then turned left by the number of whole hours since 1970 (UTC), modulo how
/// many match in the contest. With `q`, this order holds among those that are equally close to what
/// is sought, and the closest come first. A cursor keeps the hour in which its list began.
///
/// Parameters with several values take them separated by commas or in one parameter each
/// (`office=a,b` or `office=a&office=b`): any of them matches. `election`, `q`, `sort`, `limit` and
/// `cursor` come once; repeated, they are an error. An empty parameter asks for nothing.
#[utoipa::path(
    get, path = "/api/v1/candidacies", tag = "public",
    params(
        ("election" = Option<String>, Query, description = "Identificador de una elección."),
        ("office" = Option<String>, Query, description = "Cargos, separados por coma: catálogo `offices`."),
        ("actor" = Option<String>, Query, description = "Identificadores de actores políticos, separados por coma."),
        ("district" = Option<String>, Query, description = "Números de distrito, separados por coma; de un archivo, como en `territory.code` (`15_2`)."),
        ("municipality" = Option<String>, Query, description = "Municipios por clave del INEGI (cinco dígitos), separados por coma; de un archivo, como en `territory.code`."),
        ("ballot" = Option<String>, Query, description = "Un municipio, por clave del INEGI: todo lo que se vota ahí. Su ayuntamiento, las diputaciones de los distritos que se sabe que lo comprenden y lo que se vota en todo el estado."),
        ("sex" = Option<String>, Query, description = "Catálogo `sexes`, separados por coma."),
        ("age_range" = Option<String>, Query, description = "Catálogo `age_ranges`, separados por coma."),
        ("education" = Option<String>, Query, description = "Grado máximo: catálogo `degrees`, separados por coma."),
        ("affirmative_action" = Option<String>, Query, description = "Catálogo `affirmative_actions`, separados por coma."),
        ("role" = Option<String>, Query, description = "Catálogo `roles`, separados por coma."),
        ("q" = Option<String>, Query, description = "Palabras del nombre, a lo más 200 caracteres, en cualquier orden y sin importar acentos, mayúsculas, apóstrofos ni abreviaturas. Las coincidencias exactas van primero, después las que difieren en la forma de escribir, al final las parecidas. Sin una letra o un número es un error."),
        ("sort" = Option<String>, Query, description = "`draw` (por sorteo, el orden inicial) o `name`."),
        ("limit" = Option<u16>, Query, description = "Elementos por página: 50, a lo más 500; con `sections` entre los `fields`, a lo más 100."),
        ("cursor" = Option<String>, Query, description = "`meta.next_cursor` de la página anterior, con la misma consulta."),
        ("fields" = Option<String>, Query, description = "Claves del registro, separadas por coma, en lugar de las del resumen."),
    ),
    responses(
        (status = 200, body = Page<Summary>), (status = 400, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)
    )
)]
pub async fn list_published(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let pairs = decode_pairs(request.query_string());
    let query = CandidacyQuery::parse(
        pairs
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str())),
    )
    .map_err(Failure::invalid_query)?;
    let fresh = if turns(&query) {
        seconds_fresh(now)
    } else {
        FRESH
    };
    let asking = Asking {
        snapshot: portal.snapshot(),
        app,
        portal,
        now,
    };
    let (hour, asked) = (hour(now), query.clone());
    let key_of = |encoding| list_key(&query, hour, encoding);
    let body = asking
        .kept_or_made(
            &request,
            key_of,
            tokens(&query),
            move |view, encoding, effort| view.list(&asked, hour, encoding, effort),
        )
        .await?;
    let kind = AnswerKind {
        fresh,
        ..AnswerKind::data()
    };
    Ok(answer(&request, kind, body))
}

/// One published candidacy. `data` is, byte for byte, what the publication log's entry
/// `meta.log_seq` was hashed from.
#[utoipa::path(
    get, path = "/api/v1/candidacies/{id}", tag = "public",
    params(("id" = String, Path, description = "Identificador de la candidatura.")),
    responses(
        (status = 200, body = One<Record>), (status = 400, body = Problem),
        (status = 404, body = Problem), (status = 410, body = Problem),
        (status = 503, body = Problem)
    )
)]
pub async fn show_published(
    request: HttpRequest,
    portal: web::Data<Portal>,
    path: web::Path<String>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let snapshot = portal.snapshot();
    no_parameters(&request)?;
    match snapshot.find(&segment(&path)?) {
        Found::Here(published) => {
            prepare_api_answer(&portal, published, now).await?;
            let body = published.api_answer()?.body(Encoding::of(&request))?;
            let mut found = answer(&request, AnswerKind::data(), body);
            if published.summary.election.drill {
                let name = HeaderName::from_static("x-robots-tag");
                let _ = found
                    .headers_mut()
                    .insert(name, HeaderValue::from_static("noindex"));
            }
            Ok(found)
        }
        Found::Withdrawn => Err(withdrawn_failure()),
        Found::Nowhere => Err(not_public()),
    }
}

/// The refusal for what was public once.
#[must_use]
pub fn withdrawn_failure() -> Failure {
    Failure::new(
        Code::Withdrawn,
        "Esta candidatura se publicó y después se retiró; su retiro consta en la bitácora de \
         publicación.",
    )
}

#[cfg(test)]
#[path = "api_tests.rs"]
mod api_tests;
