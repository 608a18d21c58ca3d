//! A candidacy as the public would see it.

use actix_web::web;
use conoceles_shared::api::capture::Preview;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;

use super::views::is_withheld;
use crate::candidacy::identity_reads;
use crate::candidacy::store::{load_own_candidacy, section_version};
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;
use crate::publication::project::Projection;

/// What the public would see if the candidacy were approved as it stands now. Identity answers are
/// in it only for the account that entered them.
///
/// # Errors
/// 404 where it is not the actor's.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/preview", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = Preview), (status = 404, body = Problem))
)]
pub async fn preview_as_public(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
) -> Result<web::Json<Preview>, Failure> {
    let id: CandidacyId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let loaded = load_own_candidacy(&mut conn, &grant.scope, &id).await?;
    let standing = loaded.in_force(now);
    let process = standing.as_if_approved();
    let version = process.section(Section::Identity).version;
    let identity = section_version(&mut conn, &loaded.id, Section::Identity, version).await?;
    let who = grant.who();
    let identity_withheld =
        is_withheld(&app.secrets, &mut conn, &process, identity.as_ref(), who).await?;
    let projection = Projection {
        secrets: &app.secrets,
        authority: &app.config.authority,
        loaded: &loaded,
        process: &process,
        version: 1,
        before: None,
    };
    let mut record = projection.public_record(&mut conn, now).await?;
    if identity_withheld {
        record.identity_badges.clear();
    }
    drop(conn);
    if let Some(row) = identity.filter(|_| !record.identity_badges.is_empty()) {
        identity_reads::note_before_showing_identity(&grant, &app, &loaded, &row.sha256).await?;
    }
    for section in &mut record.sections {
        if let Some(provenance) = &mut section.provenance {
            provenance.validated_by = None;
            provenance.validated_at = None;
        }
    }
    Ok(web::Json(Preview {
        record,
        state: standing.state,
        identity_withheld,
    }))
}
