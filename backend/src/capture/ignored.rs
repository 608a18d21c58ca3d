//! What whoever captures leaves as it is of what the language assistant found.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::capture::{IgnoredFindings, SectionView};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::language::{check, ignored_among};
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::saving::stale;
use super::views::{check_save, section_answer, section_for};
use crate::candidacy::content::section_content;
use crate::candidacy::store as candidacies;
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Capture, Grant};
use crate::core::http::{Body, segment};
use crate::core::state::App;
use crate::language;
use crate::language::store::{self, IgnoredRow};
use crate::steps::clock;

/// Says which findings in a stored text are left as they are, for its reviewer to know. Of those
/// sent, the ones that are no finding of the server's own check are dropped.
///
/// # Errors
/// 404 where the candidacy is not the actor's or the section is not one text; 412 on another
/// version; 409 and 403 where the section cannot be edited now.
#[utoipa::path(
    put, path = "/api/v1/capture/candidacies/{id}/sections/{section}/ignored", tag = "capture",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("section" = Section, Path, description = "The section"),
        ("If-Match" = String, Header, description = "The version with the text, e.g. \"1\"; `W/` before it, as a proxy may write it, makes no difference. `*` is refused with 428"),
    ),
    request_body = IgnoredFindings,
    responses(
        (status = 200, body = SectionView),
        (status = 404, body = Problem),
        (status = 409, body = Problem),
        (status = 412, body = Problem),
        (status = 422, body = Problem),
        (status = 428, body = Problem),
    )
)]
pub async fn leave_findings(
    grant: Grant<Capture>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    IfMatch(version): IfMatch,
    Body(body): Body<IgnoredFindings>,
) -> Result<HttpResponse, Failure> {
    let (id, section): (CandidacyId, Section) = (segment(&path.0)?, segment(&path.1)?);
    let who = grant.who();
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    if loaded.process.section(section).version != version {
        let current = section_for(&app.secrets, &mut tx, &loaded, section, who, now).await?;
        return Err(stale(current, None));
    }
    check_save(&loaded, section, who, now)?;
    let stored = section_content(&app.secrets, &mut tx, &id, section, version).await?;
    let text = stored.as_ref().and_then(|it| it.text());
    let text = text.ok_or_else(Failure::not_found)?;
    let rules = language::rules(&mut tx, &loaded.election.id).await?;
    let ignored = ignored_among(&body.ignored, &check(text, &rules));
    let row = IgnoredRow {
        candidacy: &id,
        section,
        version,
        ignored: &ignored,
        account: &grant.account,
    };
    store::save_ignored(&mut tx, &row, now).await?;
    let written = AuditEntry {
        detail: json!({
            "section": section.code(), "version": version, "ignored": ignored.len(),
        }),
        ..loaded.audit_entry(Some(who), AuditAction::FindingsIgnored)
    };
    audit::write(&mut tx, now, written).await?;
    let view = section_for(&app.secrets, &mut tx, &loaded, section, who, now).await?;
    tx.commit().await?;
    Ok(section_answer(view))
}
