//! What looks doubtful in a candidacy on the desk.

use actix_web::web;
use conoceles_shared::api::hints::ReviewHints;
use conoceles_shared::problem::Problem;

use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::now::Now;
use crate::core::state::App;
use crate::hints::for_reviewer;

/// The hints on the texts, with the passages that are near-identical to another candidacy's.
///
/// # Errors
/// 404 where there is no such candidacy.
#[utoipa::path(
    get, path = "/api/v1/review/candidacies/{id}/hints", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = ReviewHints), (status = 404, body = Problem))
)]
pub async fn read(
    _grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
) -> Result<web::Json<ReviewHints>, Failure> {
    let mut conn = app.db.read().await?;
    let loaded = super::read(&mut conn, &id).await?;
    // What was not sent is nobody's to judge yet.
    if loaded.in_force(now).submitted_at.is_none() {
        return Ok(web::Json(ReviewHints::default()));
    }
    Ok(web::Json(for_reviewer(&app, &mut conn, &loaded).await?))
}
