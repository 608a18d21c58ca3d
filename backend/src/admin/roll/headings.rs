//! What the columns of an election's files hold, said once and kept.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::roll::{ElectionRollHeadings, RollHeadings};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Problem;
use serde_json::json;

use super::store;
use crate::admin::versions::{based_on_present, versioned};
use crate::admin::{audit_entry, existing_election, not_archived, stored_hash};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::elections::ElectionRow;

async fn headings_view(
    conn: Conn<'_>,
    election: &ElectionRow,
) -> Result<ElectionRollHeadings, Failure> {
    let stored = store::roll_headings(conn, &election.id).await?;
    Ok(ElectionRollHeadings {
        election_name: election.setup.name.clone(),
        drill: election.setup.drill,
        version: stored.version,
        headings: stored.content,
    })
}

/// What was said of the headings of an election's files. Its `ETag` is their version, `"0"` where nothing was.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/elections/{id}/roll/headings", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 200, body = ElectionRollHeadings, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem)
    )
)]
pub async fn show_roll_headings(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let election = existing_election(&mut conn, &id).await?;
    let view = headings_view(&mut conn, &election).await?;
    Ok(versioned(view.version, view))
}

/// Replaces what was said of them, based on the version in `If-Match`.
///
/// # Errors
/// 404; 409 for an archive; 412 with `current` and `submitted`; 422 with every heading that is wrong.
#[utoipa::path(
    put, path = "/api/v1/admin/elections/{id}/roll/headings", tag = "admin",
    params(("id" = String, Path), ("If-Match" = String, Header)),
    request_body = RollHeadings,
    responses(
        (status = 200, body = ElectionRollHeadings, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn keep_roll_headings(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    based: IfMatch,
    Unchecked(body): Unchecked<RollHeadings>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let election = existing_election(&mut tx, &id).await?;
    not_archived(&election)?;
    let before = headings_view(&mut tx, &election).await?;
    based_on_present(based.0, before.version, &before, &body)?;
    let after = body.tidied().map_err(Failure::invalid)?;
    store::save_roll_headings(&mut tx, &id, before.version, &after.headings, now).await?;
    let written = AuditEntry {
        election: Some(&id),
        before: Some(&stored_hash(&before.headings)?),
        after: Some(&stored_hash(&after.headings)?),
        detail: json!({ "version": before.version + 1, "headings": after.headings.len() }),
        ..audit_entry(&grant, AuditAction::RollHeadingsKept)
    };
    audit::write(&mut tx, now, written).await?;
    let saved = headings_view(&mut tx, &election).await?;
    tx.commit().await?;
    Ok(versioned(saved.version, saved))
}
