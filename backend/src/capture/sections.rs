//! Reading and saving one section.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::capture::SectionView;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::questionnaire::{Photo, Section, SectionContent, parse_on, tidied};
use conoceles_shared::time::local_date;
use serde_json::Value;

use super::saving::{AppliedSave, apply_save, saved_entry, stale};
use super::views::{section_answer, section_for};
use crate::candidacy::content::section_content;
use crate::candidacy::{LoadedCandidacy, identity_reads, store as candidacies};
use crate::core::audit;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Capture, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::steps::{clock, store_step};

/// A section with its content. Identity answers come back only to the account that entered them.
///
/// # Errors
/// 404 where the candidacy is not the actor's.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/sections/{section}", tag = "capture",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("section" = Section, Path, description = "The section"),
    ),
    responses((status = 200, body = SectionView), (status = 404, body = Problem))
)]
pub async fn show_section(
    grant: Grant<Capture>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let (id, section): (CandidacyId, Section) = (segment(&path.0)?, segment(&path.1)?);
    let mut conn = app.db.read().await?;
    let loaded = candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?;
    let shown = section_for(&app.secrets, &mut conn, &loaded, section, grant.who(), now).await?;
    drop(conn);
    if section == Section::Identity && shown.content.is_some() {
        let sha256 = loaded.process.section(section).sha256;
        identity_reads::note_before_showing_identity(&grant, &app, &loaded, &sha256).await?;
    }
    Ok(section_answer(shown))
}

/// Saves a section as a new version.
///
/// # Errors
/// 412 on a stale version, with both; 422 with every field error; 409 outside the period or in a
/// state that does not allow it.
#[utoipa::path(
    put, path = "/api/v1/capture/candidacies/{id}/sections/{section}", tag = "capture",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("section" = Section, Path, description = "The section"),
        ("If-Match" = String, Header, description = "The version that was edited, e.g. \"0\"; `W/` before it, as a proxy may write it, makes no difference. `*` is refused with 428"),
    ),
    request_body(content = SectionContent, description = "The section's answers, by its name: `Photo` (a stored one), `Contact`, `Education`, `Identity`, and `TextAnswer` for the six that are one text. Consents have their own address."),
    responses(
        (status = 200, body = SectionView),
        (status = 409, body = Problem),
        (status = 412, body = Problem),
        (status = 422, body = Problem),
        (status = 428, body = Problem),
    )
)]
pub async fn save_section(
    grant: Grant<Capture>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    IfMatch(based_on): IfMatch,
    Unchecked(body): Unchecked<Value>,
) -> Result<HttpResponse, Failure> {
    let (id, section): (CandidacyId, Section) = (segment(&path.0)?, segment(&path.1)?);
    let who = grant.who();
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    let before = loaded.process.section(section);
    if before.version != based_on {
        let current = section_for(&app.secrets, &mut tx, &loaded, section, who, now).await?;
        return Err(stale(current, Some(body)));
    }
    let new = parse_on(local_date(now), section, &body, loaded.limits())
        .map_err(|issues| Failure::invalid(issues.into_iter().map(FieldError::from).collect()))?;
    let new = with_stored_photo(&app.secrets, &mut tx, &loaded, new).await?;
    let AppliedSave { process, row } = apply_save(&app.secrets, &loaded, &new, who, now)?;
    // The process first: of two saves at once the later one waits here, and is refused as such.
    store_step(&mut tx, &mut loaded, process, now).await?;
    candidacies::store_saved_version(&mut tx, &row).await?;
    audit::write(&mut tx, now, saved_entry(&loaded, &before, &row, who)).await?;
    let mut saved = section_for(&app.secrets, &mut tx, &loaded, section, who, now).await?;
    let told = tidied(section, &body, loaded.limits());
    saved
        .warnings
        .extend(told.into_iter().map(FieldError::from));
    tx.commit().await?;
    Ok(section_answer(saved))
}

/// A photo comes by upload only: of the stored one its date may be declared. Every other content
/// stays as it is.
async fn with_stored_photo(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    new: SectionContent,
) -> Result<SectionContent, Failure> {
    let SectionContent::Photo(Photo::Uploaded {
        sha256, taken_on, ..
    }) = &new
    else {
        return Ok(new);
    };
    let version = loaded.process.section(Section::Photo).version;
    let stored = section_content(secrets, conn, &loaded.id, Section::Photo, version).await?;
    let Some(SectionContent::Photo(Photo::Uploaded {
        sha256: known,
        width,
        height,
        ..
    })) = stored
        .filter(|it| matches!(it, SectionContent::Photo(photo) if photo.sha256() == Some(sha256)))
    else {
        return Err(Failure::invalid(vec![FieldError::new(
            "/sha256",
            "not_applicable",
            "La fotografía se sube como archivo.",
        )]));
    };
    Ok(SectionContent::Photo(Photo::Uploaded {
        sha256: known,
        taken_on: *taken_on,
        width,
        height,
    }))
}
