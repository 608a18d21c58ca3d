//! Consent 1 for many candidacies: each ticked by name, each with its own entry in the ledger, as the
//! single act makes it.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::capture::ConsentChange;
use conoceles_shared::api::many::{ManyAfter, ManyBefore, ManyConsents, PageOfMany};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::ConsentKind;

use super::after::{Came, one_after_another};
use super::before::{Judged, page_before_act};
use crate::candidacy::store as candidacies;
use crate::capture::consents::change_one_consent;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::Unchecked;
use crate::core::now::Now;
use crate::core::state::App;
use crate::steps::clock;

/// The candidacies that wait for consent 1: those that may be ticked, or those that something stands in
/// the way of, with everything that does.
///
/// # Errors
/// 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/capture/many/consents", tag = "capture",
    params(
        ("show" = inline(Option<conoceles_shared::api::many::ManyShown>), Query, description = "`ready`, unless asked otherwise"),
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before"),
    ),
    responses((status = 200, body = ManyBefore), (status = 400, body = Problem))
)]
pub async fn candidacies_without_consent(
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
        it.process.waits_for_treatment(&facts).then(|| Judged {
            reasons: it.process.against_treatment_in_many(who, &facts),
            remarks: Vec::new(),
        })
    })
    .await?;
    Ok(web::Json(found))
}

/// Gives consent 1 to each of the candidacies that are named, one after another.
///
/// # Errors
/// 422 with everything that is wrong with the request; what is refused for one of them is told with it.
#[utoipa::path(
    post, path = "/api/v1/capture/many/consents", tag = "capture",
    request_body = ManyConsents,
    responses((status = 200, body = ManyAfter), (status = 422, body = Problem))
)]
pub async fn give_many_consents(
    grant: Grant<Capture>,
    app: web::Data<App>,
    Unchecked(body): Unchecked<ManyConsents>,
) -> Result<web::Json<ManyAfter>, Failure> {
    let errors = body.errors();
    if !errors.is_empty() {
        return Err(Failure::invalid(errors));
    }
    let change = ConsentChange {
        kind: ConsentKind::Treatment,
        granted: true,
        notice_version: body.notice_version,
    };
    let step = async |id: &CandidacyId| give_one_of_many(&app, &grant, id, &change).await;
    let done = one_after_another(&body.candidacies, |it| it, step).await?;
    Ok(web::Json(done))
}

async fn give_one_of_many(
    app: &App,
    grant: &Grant<Capture>,
    id: &CandidacyId,
    change: &ConsentChange,
) -> Result<Came, Failure> {
    let who = grant.who();
    let (mut tx, now) = grant.begin_change(app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, id).await?;
    clock::settle_and_publish(app, &mut tx, &mut loaded, now).await?;
    let reasons = loaded
        .process
        .against_treatment_in_many(who, &loaded.facts(now));
    if !reasons.is_empty() {
        return Ok(Came::refused(&loaded, reasons));
    }
    change_one_consent(app, &mut tx, &mut loaded, who, change, now).await?;
    tx.commit().await?;
    Ok(Came::done(&loaded, None))
}
