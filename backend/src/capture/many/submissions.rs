//! Sending many candidacies to review: each as it was seen, each with its own receipt.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::many::{
    ManyAfter, ManyBefore, ManySubmissions, PageOfMany, SeenCandidacy,
};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::lifecycle::Refusal;
use conoceles_shared::problem::Problem;

use super::after::{Came, one_after_another};
use super::before::{Judged, page_before_act, seen};
use crate::candidacy::store as candidacies;
use crate::capture::submission::send_one;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::Unchecked;
use crate::core::now::Now;
use crate::core::state::App;
use crate::receipts::store::of_candidacy;
use crate::steps::clock;

/// What is said of one that is not any more what was seen.
const STALE: &str =
    "Cambió después de que usted abrió la lista: no se envió. Revísela y envíela de nuevo.";

/// The candidacies that wait to be sent: those that can be, or those that cannot yet, with everything
/// that stands in the way.
///
/// # Errors
/// 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/capture/many/submissions", tag = "capture",
    params(
        ("show" = inline(Option<conoceles_shared::api::many::ManyShown>), Query, description = "`ready`, unless asked otherwise"),
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before"),
    ),
    responses((status = 200, body = ManyBefore), (status = 400, body = Problem))
)]
pub async fn candidacies_to_send(
    grant: Grant<Capture>,
    app: web::Data<App>,
    Now(now): Now,
    request: HttpRequest,
) -> Result<web::Json<ManyBefore>, Failure> {
    let page = PageOfMany::from_pairs(&decode_pairs(request.query_string()))
        .map_err(Failure::invalid_query)?;
    let who = grant.who();
    let mut conn = app.db.read().await?;
    let found = page_before_act(&mut conn, &grant.scope, page, now, |it| {
        let facts = it.facts(now);
        let unsigned = facts.lacks_signed_consent();
        it.process.waits_to_be_sent(&facts).then(|| Judged {
            reasons: sentences(&it.process.obstacles_to_sending(who, &facts)),
            remarks: unsigned
                .then(|| Refusal::SignedConsentRequired.detail())
                .into_iter()
                .collect(),
        })
    })
    .await?;
    Ok(web::Json(found))
}

fn sentences(all: &[Refusal]) -> Vec<String> {
    all.iter().map(Refusal::detail).collect()
}

/// Sends each of the candidacies that are named, one after another, where it is still what was seen.
///
/// # Errors
/// 422 with everything that is wrong with the request; what is refused for one of them is told with it.
#[utoipa::path(
    post, path = "/api/v1/capture/many/submissions", tag = "capture",
    request_body = ManySubmissions,
    responses((status = 200, body = ManyAfter), (status = 422, body = Problem))
)]
pub async fn send_many(
    grant: Grant<Capture>,
    app: web::Data<App>,
    Unchecked(body): Unchecked<ManySubmissions>,
) -> Result<web::Json<ManyAfter>, Failure> {
    let errors = body.errors();
    if !errors.is_empty() {
        return Err(Failure::invalid(errors));
    }
    let step = async |it: &SeenCandidacy| send_one_of_many(&app, &grant, it).await;
    let done = one_after_another(&body.candidacies, |it| &it.id, step).await?;
    Ok(web::Json(done))
}

async fn send_one_of_many(
    app: &App,
    grant: &Grant<Capture>,
    asked: &SeenCandidacy,
) -> Result<Came, Failure> {
    let who = grant.who();
    let (mut tx, now) = grant.begin_change(app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &asked.id).await?;
    clock::settle_and_publish(app, &mut tx, &mut loaded, now).await?;
    let facts = loaded.facts(now);
    let obstacles = loaded.process.obstacles_to_sending(who, &facts);
    if !obstacles.is_empty() {
        return Ok(Came::refused(&loaded, sentences(&obstacles)));
    }
    if seen(&loaded.process, loaded.consents)? != asked.seen {
        return Ok(Came::refused(&loaded, vec![STALE.to_owned()]));
    }
    send_one(app, &mut tx, &mut loaded, who, now).await?;
    let receipts = of_candidacy(&mut tx, &loaded.id).await?;
    let receipt = receipts.into_iter().next().map(|it| it.facts.code);
    tx.commit().await?;
    Ok(Came::done(&loaded, receipt))
}
