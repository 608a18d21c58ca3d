//! The photos of a ZIP that was looked at, saved one after another: each as a single upload is.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::many::ManyAfter;
use conoceles_shared::api::many_photos::LEFT_OUT;
use conoceles_shared::api::parameters::one_id;
use conoceles_shared::problem::{Code, FieldError, Problem};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use super::plan::{PlannedPhoto, PlannedZip, plan_zip};
use crate::candidacy::store as candidacies;
use crate::capture::many::after::{Came, one_after_another};
use crate::capture::photo::store_photo;
use crate::capture::views::check_save;
use crate::core::error::Failure;
use crate::core::etag::IfMatchHash;
use crate::core::file_body::FileBody;
use crate::core::grant::{Capture, Grant};
use crate::core::now::Now;
use crate::core::state::App;
use crate::steps::clock;

/// What is said of a photo over another than was seen.
const STALE: &str = "Otra persona guardó una fotografía después de la revisión previa: no se guardó. Revise el ZIP de \
     nuevo.";
const SAME: &str = "Es la fotografía que ya tenía: no se guardó otra vez.";

/// Saves the photos of a ZIP, one after another, as the dry run with this hash said.
///
/// # Errors
/// 412 `dry_run_outdated` where the ZIP, or whose each photo is, is not what the dry run looked at; 413,
/// 415 or 422 for a ZIP that cannot be used at all; what is refused for one photo is told with it.
#[utoipa::path(
    post, path = "/api/v1/capture/many/photos/commit", tag = "capture",
    params(
        ("If-Match" = String, Header, description = "The dry run's hash, in quotes, `W/` before it or not"),
        ("based_on" = Option<String>, Query, description = "The dry run's `based_on`, with `-` in place of the version of each photo that is left out"),
    ),
    request_body(content((Vec<u8> = "application/zip"))),
    responses(
        (status = 200, body = ManyAfter),
        (status = 412, body = Problem),
        (status = 413, body = Problem),
        (status = 415, body = Problem),
        (status = 422, body = Problem),
        (status = 428, body = Problem),
    )
)]
pub async fn photos_commit(
    grant: Grant<Capture>,
    app: web::Data<App>,
    IfMatchHash(named): IfMatchHash,
    request: HttpRequest,
    file: FileBody,
) -> Result<web::Json<ManyAfter>, Failure> {
    let based_on = one_id::<String>(request.query_string(), "based_on");
    let versions = versions(
        &based_on
            .map_err(Failure::invalid_query)?
            .unwrap_or_default(),
    )?;
    let (zip, Now(now)) = plan_zip(&app, &grant, file).await?;
    if zip.hash != named || zip.photos.len() != versions.len() {
        return Err(Failure::new(
            Code::DryRunOutdated,
            "El ZIP, o de quién es cada fotografía, cambió después de la revisión previa. Revíselo de \
             nuevo antes de guardar.",
        ));
    }
    let asked = zip.photos.iter().zip(versions);
    let asked: Vec<_> = asked
        .filter_map(|(photo, version)| Some((photo, version?)))
        .collect();
    let step =
        async |it: &(&PlannedPhoto, u32)| save_one_of_many(&app, &grant, &zip, *it, now).await;
    let done = one_after_another(&asked, |(photo, _)| &photo.candidacy, step).await?;
    Ok(web::Json(done))
}

/// The versions that a dry run saw, in the order of its photos; none of those that are left out.
fn versions(based_on: &str) -> Result<Vec<Option<u32>>, Failure> {
    let all = based_on.split('.').filter(|_| !based_on.is_empty());
    all.map(|it| {
        if it == LEFT_OUT {
            return Ok(None);
        }
        it.parse().map(Some).map_err(|_| {
            let detail = "Copie aquí `based_on` como lo dio la revisión previa, con «-» en lugar de la \
                          versión de lo que no se guarda.";
            Failure::invalid_query(vec![FieldError::new("based_on", "malformed", detail)])
        })
    })
    .collect()
}

async fn save_one_of_many(
    app: &App,
    grant: &Grant<Capture>,
    zip: &PlannedZip,
    (photo, based_on): (&PlannedPhoto, u32),
    now: Instant,
) -> Result<Came, Failure> {
    let who = grant.who();
    let loaded = zip.loaded(photo)?;
    let refused = |why: String| Ok(Came::refused(loaded, vec![why]));
    // Before it is expanded: stale, or out of time, costs nothing.
    if loaded.process.section(Section::Photo).version != based_on {
        return refused(STALE.to_owned());
    }
    if let Err(refusal) = check_save(loaded, Section::Photo, who, now) {
        return refused(refusal.detail());
    }
    let mut prepared = match zip.prepare_photo(photo).await? {
        Ok(prepared) => prepared,
        Err(reasons) => return Ok(Came::refused(loaded, reasons)),
    };
    if zip.stored.get(&photo.candidacy) == Some(&prepared.sha256) {
        return refused(SAME.to_owned());
    }
    // Before the transaction, as a single one: nobody waits for the disk.
    prepared.put(&app.objects).await?;
    let (mut tx, now) = grant.begin_change(app).await?;
    let mut loaded =
        candidacies::load_own_candidacy(&mut tx, &grant.scope, &photo.candidacy).await?;
    clock::settle_and_publish(app, &mut tx, &mut loaded, now).await?;
    if loaded.process.section(Section::Photo).version != based_on {
        return Ok(Came::refused(&loaded, vec![STALE.to_owned()]));
    }
    store_photo(app, &mut tx, &mut loaded, &prepared, who, now).await?;
    tx.commit().await?;
    Ok(Came::done(&loaded, None))
}
