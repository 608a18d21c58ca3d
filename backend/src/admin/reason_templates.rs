//! Reasons that reviewers of an election start from: what the Unidad de Transparencia words.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::reason_templates::{ElectionReasonTemplates, ReasonTemplates};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Problem;
use serde_json::json;

use super::versions::{based_on_present, versioned};
use super::{existing_election, not_archived, stored_hash};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Administer, Grant, Power};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::elections::ElectionRow;
use crate::elections::reason_templates as store;

/// The templates of an election as they are answered.
async fn templates_view(
    conn: Conn<'_>,
    election: &ElectionRow,
) -> Result<ElectionReasonTemplates, Failure> {
    let stored = store::reason_templates(conn, &election.id).await?;
    Ok(ElectionReasonTemplates {
        election_name: election.setup.name.clone(),
        drill: election.setup.drill,
        version: stored.version,
        templates: stored.content,
    })
}

/// The reasons that reviewers of an election start from. Its `ETag` is their version, `"0"` where none.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/elections/{id}/reason-templates", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 200, body = ElectionReasonTemplates, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem)
    )
)]
pub async fn show_reason_templates(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    shown_templates(&app, &segment(&id)?).await
}

/// What an administrator and a validator are shown of an election's templates.
///
/// # Errors
/// 404.
pub async fn shown_templates(app: &App, id: &ElectionId) -> Result<HttpResponse, Failure> {
    let mut conn = app.db.read().await?;
    let election = existing_election(&mut conn, id).await?;
    let view = templates_view(&mut conn, &election).await?;
    Ok(versioned(view.version, view))
}

/// Replaces them, based on the version in `If-Match`. Observations that were written stay as they are.
///
/// # Errors
/// 409 for an archive; 412 with `current` and `submitted`; 422 with every error in every template; 400
/// and 428 for the header.
#[utoipa::path(
    put, path = "/api/v1/admin/elections/{id}/reason-templates", tag = "admin",
    params(("id" = String, Path), ("If-Match" = String, Header, description = "The version that was edited, e.g. \"3\"; `W/\"3\"`, as a proxy may write it, is the same. `*` is refused with 428")),
    request_body = ReasonTemplates,
    responses(
        (status = 200, body = ElectionReasonTemplates, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn edit_reason_templates(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    based: IfMatch,
    Unchecked(body): Unchecked<ReasonTemplates>,
) -> Result<HttpResponse, Failure> {
    replace_templates(&app, &grant, &segment(&id)?, &based, body).await
}

/// Replaces an election's templates, whoever may.
///
/// # Errors
/// 404; 409 for an archive; 412 with `current` and `submitted`; 422 with every error in every template.
pub async fn replace_templates<P: Power>(
    app: &App,
    grant: &Grant<P>,
    id: &ElectionId,
    based: &IfMatch,
    body: ReasonTemplates,
) -> Result<HttpResponse, Failure> {
    let (mut tx, now) = grant.begin_change(app).await?;
    let election = existing_election(&mut tx, id).await?;
    not_archived(&election)?;
    let before = templates_view(&mut tx, &election).await?;
    based_on_present(based.0, before.version, &before, &body)?;
    let after = body.tidied().map_err(Failure::invalid)?;
    store::save_reason_templates(&mut tx, id, before.version, &after.templates, now).await?;
    let written = AuditEntry {
        election: Some(id),
        before: Some(&stored_hash(&before.templates)?),
        after: Some(&stored_hash(&after.templates)?),
        detail: json!({ "version": before.version + 1, "templates": after.templates.len() }),
        ..AuditEntry::by(Some(grant.who()), AuditAction::ReasonTemplatesUpdated)
    };
    audit::write(&mut tx, now, written).await?;
    let saved = templates_view(&mut tx, &election).await?;
    tx.commit().await?;
    Ok(versioned(saved.version, saved))
}
