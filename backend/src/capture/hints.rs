//! What looks doubtful before a candidacy is sent.

use actix_web::web;
use conoceles_shared::api::List;
use conoceles_shared::api::hints::Hint;
use conoceles_shared::problem::Problem;

use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::state::App;
use crate::hints::for_operator;

/// The hints on the stored texts. None of them blocks, and none tells of whose text one is like.
///
/// # Errors
/// 404 where the candidacy is not the actor's.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/hints", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = List<Hint>), (status = 404, body = Problem))
)]
pub async fn read(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<List<Hint>>, Failure> {
    let mut conn = app.db.read().await?;
    let loaded = super::read(&mut conn, &grant.scope, &id).await?;
    let data = for_operator(&app, &mut conn, &loaded).await?;
    Ok(web::Json(List { data }))
}
