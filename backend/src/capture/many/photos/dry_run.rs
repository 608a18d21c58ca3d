//! A ZIP of photos looked at without a change: whose each is, and every check that a single one passes.

use actix_web::web;
use conoceles_shared::api::many_photos::{PhotoForOne, PhotosDryRun, StrayFile, WithoutPhoto};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::Who;
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use super::matching::Owner;
use super::plan::{PlannedPhoto, PlannedZip, plan_zip};
use crate::candidacy::LoadedCandidacy;
use crate::capture::views::check_save;
use crate::core::error::Failure;
use crate::core::file_body::FileBody;
use crate::core::grant::{Capture, Grant};
use crate::core::now::Now;
use crate::core::state::App;

/// Looks at a ZIP of photos and changes nothing: whose each photo is, what stands in its way, which
/// files are nobody's, and which candidacies get none.
///
/// # Errors
/// 413, 415 or 422 for a ZIP that cannot be used at all.
#[utoipa::path(
    post, path = "/api/v1/capture/many/photos/dry-run", tag = "capture",
    request_body(content((Vec<u8> = "application/zip"))),
    responses(
        (status = 200, body = PhotosDryRun),
        (status = 413, body = Problem),
        (status = 415, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn photos_dry_run(
    grant: Grant<Capture>,
    app: web::Data<App>,
    file: FileBody,
) -> Result<web::Json<PhotosDryRun>, Failure> {
    let (zip, Now(now)) = plan_zip(&app, &grant, file).await?;
    let who = grant.who();
    let mut photos = Vec::with_capacity(zip.photos.len());
    for photo in &zip.photos {
        photos.push(photo_for_one(&zip, photo, who, now).await?);
    }
    Ok(web::Json(PhotosDryRun {
        hash: zip.hash.clone(),
        based_on: zip.based_on(),
        photos,
        strays: strays(&zip),
        ignored: zip.ignored,
        without: without_photo(&zip, who, now),
    }))
}

async fn photo_for_one(
    zip: &PlannedZip,
    photo: &PlannedPhoto,
    who: Who<'_>,
    now: Instant,
) -> Result<PhotoForOne, Failure> {
    let loaded = zip.loaded(photo)?;
    let stored = zip.stored.get(&photo.candidacy);
    let mut found = PhotoForOne {
        file: photo.file.name.shown.clone(),
        candidacy: photo.candidacy.clone(),
        name: loaded.registration.full_name(),
        replaces: stored.is_some(),
        unchanged: false,
        reasons: Vec::new(),
        remarks: Vec::new(),
    };
    if let Err(refusal) = check_save(loaded, Section::Photo, who, now) {
        // Nothing costly is done for what cannot be saved.
        found.reasons.push(refusal.detail());
        return Ok(found);
    }
    match zip.prepare_photo(photo).await? {
        Ok(prepared) => {
            found.unchanged = stored == Some(&prepared.sha256);
            let doubtful = prepared.measures.checks().into_iter().filter(|it| !it.fine);
            found.remarks = doubtful.map(|it| it.text).collect();
        }
        Err(reasons) => found.reasons = reasons,
    }
    Ok(found)
}

fn strays(zip: &PlannedZip) -> Vec<StrayFile> {
    let name = |id: &CandidacyId| {
        let loaded = zip.candidacies.get(id);
        loaded.map_or_else(String::new, |it| it.registration.full_name())
    };
    let detail = |owner: &Owner| match owner {
        Owner::Several(ids) => {
            let names: Vec<_> = ids.iter().map(name).collect();
            format!(
                "Varias candidaturas tienen este nombre de archivo en la hoja: {}. Dele a cada una el suyo.",
                names.join("; ")
            )
        }
        Owner::OneOfSeveral(id) => format!(
            "El ZIP tiene varias fotografías de {}: deje una sola.",
            name(id)
        ),
        Owner::Nobody | Owner::One(_) => {
            "No es de ninguna candidatura: ningún nombre de la hoja ni identificador coincide."
                .to_owned()
        }
    };
    let stray = |(file, owner): &(_, Owner)| {
        let file: &super::archive::ListedFile = file;
        StrayFile {
            file: file.name.shown.clone(),
            detail: detail(owner),
        }
    };
    zip.others.iter().map(stray).collect()
}

fn without_photo(zip: &PlannedZip, who: Who<'_>, now: Instant) -> Vec<WithoutPhoto> {
    let given: Vec<&CandidacyId> = zip.photos.iter().map(|it| &it.candidacy).collect();
    let lacks = |it: &&LoadedCandidacy| {
        let missing = it.in_force(now).missing_sections();
        missing.contains(&Section::Photo)
            && !given.contains(&&it.id)
            && check_save(it, Section::Photo, who, now).is_ok()
    };
    let mut all: Vec<_> = zip.candidacies.values().filter(lacks).collect();
    all.sort_by_cached_key(|it| it.name_key());
    let line = |it: &LoadedCandidacy| WithoutPhoto {
        candidacy: it.id.clone(),
        name: it.registration.full_name(),
        file: zip.names.get(&it.id).cloned(),
    };
    all.into_iter().map(line).collect()
}
