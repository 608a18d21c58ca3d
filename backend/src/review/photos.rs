//! The photos of a candidacy on the desk: the one to judge and the ones it has replaced.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::review::EarlierPhoto;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::{Photo, Section, SectionContent};
use conoceles_shared::time::Instant;

use crate::candidacy::store::{self as candidacies, VersionRow};
use crate::capture::photo;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::state::App;

/// A photo before it is published, or after another one replaced it: only one that the desk names.
///
/// # Errors
/// 404 where the hash is of no photo that the desk shows.
#[utoipa::path(
    get, path = "/api/v1/review/candidacies/{id}/photo/{sha256}", tag = "review",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("sha256" = String, Path, description = "Hash of the photo"),
    ),
    responses((status = 200, content_type = "image/jpeg"), (status = 404, body = Problem))
)]
pub async fn photo_for_review(
    _grant: Grant<Review>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let (id, sha256) = path.into_inner();
    let mut conn = app.db.read().await?;
    let loaded = super::load_for_review(&mut conn, &id).await?;
    let versions = candidacies::versions_of(&mut conn, &loaded.id, Section::Photo).await?;
    let last = versions.last().map(uploaded).transpose()?.flatten();
    let is_last = last.is_some_and(|it| it.sha256 == sha256);
    let earlier = earlier_of(&versions, loaded.process.submitted_at)?;
    if !is_last && !earlier.iter().any(|it| it.sha256 == sha256) {
        return Err(Failure::not_found());
    }
    photo::picture_answer(&app.objects, &sha256).await
}

/// The pictures that another one replaced after they were first sent, newest first.
///
/// # Errors
/// A content is damaged.
pub async fn earlier_photos(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    sent: Option<Instant>,
) -> Result<Vec<EarlierPhoto>, Failure> {
    let versions = candidacies::versions_of(conn, candidacy, Section::Photo).await?;
    earlier_of(&versions, sent)
}

/// Of versions in their order. One that was replaced before anything was sent stays the operator's
/// own affair.
fn earlier_of(
    versions: &[VersionRow],
    sent: Option<Instant>,
) -> Result<Vec<EarlierPhoto>, Failure> {
    let Some(sent) = sent else {
        return Ok(Vec::new());
    };
    let last = versions.last().map(uploaded).transpose()?.flatten();
    let mut found: Vec<EarlierPhoto> = Vec::new();
    let replaced = versions.iter().zip(versions.iter().skip(1));
    for (row, _) in replaced.rev().filter(|(_, next)| next.saved_at > sent) {
        let Some(photo) = uploaded(row)? else {
            continue;
        };
        let is_now = last.as_ref().is_some_and(|it| it.sha256 == photo.sha256);
        if !is_now && !found.iter().any(|it| it.sha256 == photo.sha256) {
            found.push(photo);
        }
    }
    Ok(found)
}

/// The picture of a version, if it is one.
fn uploaded(row: &VersionRow) -> Result<Option<EarlierPhoto>, Failure> {
    let value = serde_json::from_str(&row.content)?;
    let content = SectionContent::from_stored(Section::Photo, &value)
        .map_err(|_| Failure::internal("section_versions: photo"))?;
    let SectionContent::Photo(Photo::Uploaded {
        sha256, taken_on, ..
    }) = content
    else {
        return Ok(None);
    };
    Ok(Some(EarlierPhoto {
        sha256,
        version: row.version,
        saved_at: row.saved_at,
        taken_on,
    }))
}

#[cfg(test)]
#[path = "photos_tests.rs"]
mod photos_tests;
