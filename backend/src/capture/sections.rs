//! Reading and saving one section.

use actix_web::http::header::ETAG;
use actix_web::{HttpResponse, web};
use conoceles_shared::api::capture::SectionView;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::Who;
use conoceles_shared::photo::Check;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::questionnaire::{
    Photo, Section, SectionContent, missing, parse_on, warnings,
};
use conoceles_shared::time::{Instant, local_date};
use serde_json::Value;

use super::store::photos;
use super::{saving, views};
use crate::candidacy::content::{content, unpack};
use crate::candidacy::store::observations;
use crate::candidacy::{Loaded, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::{IfMatch, etag};
use crate::core::grant::{Capture, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::core::store::account_name;
use crate::language;

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
pub async fn read(
    grant: Grant<Capture>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let section: Section = segment(&path.1)?;
    let mut conn = app.db.read().await?;
    let loaded = super::read(&mut conn, &grant.scope, &path.0).await?;
    answer(view(&app, &mut conn, &loaded, section, grant.who(), now).await?)
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
        ("If-Match" = String, Header, description = "The version that was edited, e.g. \"0\""),
    ),
    request_body(content = Object, description = "The section's answers: see the data dictionary"),
    responses(
        (status = 200, body = SectionView),
        (status = 409, body = Problem),
        (status = 412, body = Problem),
        (status = 422, body = Problem),
        (status = 428, body = Problem),
    )
)]
pub async fn save(
    grant: Grant<Capture>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    if_match: IfMatch,
    Now(now): Now,
    Unchecked(body): Unchecked<Value>,
) -> Result<HttpResponse, Failure> {
    let section: Section = segment(&path.1)?;
    let who = grant.who();
    let mut tx = app.db.write().await?;
    let mut loaded = super::open(&app, &mut tx, &grant.scope, &path.0, now).await?;
    let submitted = (Some(&body), who, now);
    saving::check_version(&app, &mut tx, &loaded, section, if_match, submitted).await?;
    let new = typed(&app, &mut tx, section, &body, &loaded, now).await?;
    saving::save(&app, &mut tx, &mut loaded, &new, who, now).await?;
    let view = view(&app, &mut tx, &loaded, section, who, now).await?;
    tx.commit().await?;
    answer(view)
}

/// The body as a typed section, or every error. A photo comes by upload only: of the stored one
/// its date may be declared.
async fn typed(
    app: &App,
    conn: Conn<'_>,
    section: Section,
    body: &Value,
    loaded: &Loaded,
    now: Instant,
) -> Result<SectionContent, Failure> {
    let limits = &loaded.election.setup.settings.limits;
    let new = parse_on(local_date(now), section, body, limits)
        .map_err(|issues| Failure::invalid(issues.into_iter().map(FieldError::from).collect()))?;
    let SectionContent::Photo(Photo::Uploaded {
        sha256, taken_on, ..
    }) = &new
    else {
        return Ok(new);
    };
    let version = loaded.process.section(section).version;
    let stored = content(app, conn, &loaded.id, section, version).await?;
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

/// A stored section as `who` may see it.
///
/// # Errors
/// The database, or a damaged content.
pub async fn view(
    app: &App,
    conn: Conn<'_>,
    loaded: &Loaded,
    section: Section,
    who: Who<'_>,
    now: Instant,
) -> Result<SectionView, Failure> {
    let process = loaded.in_force(now);
    let facts = loaded.facts(now);
    let it = process.section(section);
    let row = candidacies::section_version(&mut *conn, &loaded.id, section, it.version).await?;
    let saved_by = match row.as_ref().and_then(|row| row.account.as_ref()) {
        Some(account) => account_name(&mut *conn, account).await?,
        None => None,
    };
    let observations = observations::last(&mut *conn, &loaded.id).await?;
    let ignored = if section.is_text() {
        language::store::ignored(&mut *conn, &loaded.id, section, it.version).await?
    } else {
        Vec::new()
    };
    let withheld = section == Section::Identity
        && row
            .as_ref()
            .is_some_and(|row| row.account.as_ref() != Some(who.account));
    let content = row
        .as_ref()
        .filter(|_| !withheld)
        .map(|row| unpack(&app.secrets, &loaded.id, section, row))
        .transpose()?;
    let photo_checks = photo_checks(conn, &loaded.id, content.as_ref()).await?;
    let limits = &loaded.election.setup.settings.limits;
    let errors = |issues: Vec<_>| issues.into_iter().map(FieldError::from).collect();
    Ok(SectionView {
        section,
        state: it.state,
        version: it.version,
        saved_at: row.as_ref().map(|row| row.saved_at),
        saved_by,
        missing: content
            .as_ref()
            .map_or_else(Vec::new, |it| errors(missing(it, limits))),
        warnings: content.as_ref().map_or_else(Vec::new, |it| {
            errors(warnings(it, loaded.registration.age, local_date(now)))
        }),
        ignored,
        photo_checks,
        content: content.map(|it| it.to_value()),
        withheld,
        refusal: views::refusal(&process, section, who, &facts),
        observation: views::observation(&process, section, &observations),
    })
}

/// What was measured of a stored photo; nothing of other contents.
async fn photo_checks(
    conn: Conn<'_>,
    id: &CandidacyId,
    content: Option<&SectionContent>,
) -> Result<Vec<Check>, Failure> {
    let Some(SectionContent::Photo(photo)) = content else {
        return Ok(Vec::new());
    };
    let Some(sha256) = photo.sha256() else {
        return Ok(Vec::new());
    };
    let measures = photos::measures(conn, id, sha256).await?;
    Ok(measures.map_or_else(Vec::new, |it| it.checks()))
}

/// The answer with its version as the entity tag.
///
/// # Errors
/// Never in practice.
pub fn answer(view: SectionView) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, etag(view.version)))
        .json(view))
}
