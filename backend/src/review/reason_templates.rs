//! The reasons that a reviewer may start from, as the candidacy's election words them, and their wording, which
//! validators may change as administrators do (`docs/domain/process.md#roles`).

use actix_web::{HttpResponse, web};
use conoceles_shared::api::reason_templates::{ElectionReasonTemplates, ReasonTemplates};
use conoceles_shared::problem::Problem;

use crate::admin::reason_templates::{replace_templates, shown_templates};
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Grant, Review};
use crate::core::http::{Unchecked, segment};
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
        templates: stored.content,
    }))
}

/// The reasons that reviewers of an election start from, to be worded. Their `ETag` is their version, `"0"`
/// where none.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/review/elections/{id}/reason-templates", tag = "review",
    params(("id" = String, Path)),
    responses(
        (status = 200, body = ElectionReasonTemplates, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem)
    )
)]
pub async fn reasons_to_word(
    _grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    shown_templates(&app, &segment(&id)?).await
}

/// Replaces them, based on the version in `If-Match`. Observations that were written stay as they are.
///
/// # Errors
/// 409 for an archive; 412 with `current` and `submitted`; 422 with every error in every template; 400
/// and 428 for the header.
#[utoipa::path(
    put, path = "/api/v1/review/elections/{id}/reason-templates", tag = "review",
    params(("id" = String, Path), ("If-Match" = String, Header, description = "The version that was edited, e.g. \"3\"; `W/\"3\"`, as a proxy may write it, is the same. `*` is refused with 428")),
    request_body = ReasonTemplates,
    responses(
        (status = 200, body = ElectionReasonTemplates, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn word_reasons(
    grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
    based: IfMatch,
    Unchecked(body): Unchecked<ReasonTemplates>,
) -> Result<HttpResponse, Failure> {
    replace_templates(&app, &grant, &segment(&id)?, &based, body).await
}
