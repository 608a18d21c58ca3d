//! The reasons that a reviewer may start from, as the candidacy's election words them.

use actix_web::web;
use conoceles_shared::api::reason_templates::ReasonTemplates;
use conoceles_shared::problem::Problem;

use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::state::App;
use crate::elections::reason_templates as store;

/// The reasons of the candidacy's election, in their order.
///
/// # Errors
/// 404 where there is no such candidacy.
#[utoipa::path(
    get, path = "/api/v1/review/candidacies/{id}/reason-templates", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = ReasonTemplates), (status = 404, body = Problem))
)]
pub async fn reasons_to_start_from(
    _grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<ReasonTemplates>, Failure> {
    let mut conn = app.db.read().await?;
    let loaded = super::load_for_review(&mut conn, &id).await?;
    let stored = store::reason_templates(&mut conn, &loaded.election.id).await?;
    Ok(web::Json(ReasonTemplates {
        templates: stored.templates,
    }))
}
