//! Uploading the photo, and showing it before it is published.
//!
//! The body is the file itself, the query the frame that cuts it. It is measured before it is decoded
//! and written anew, so that only pixels are kept; uploads take turns by their pixels, so that they
//! starve neither readers nor memory.

use std::ops::Deref;

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::capture::SectionView;
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::Who;
use conoceles_shared::photo::Frame;
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::{Section, SectionContent};
use conoceles_shared::time::Instant;
use tokio::sync::Semaphore;

use super::decoding::{MAX_PIXELS, megapixels};
use super::files::PreparedPhoto;
use super::picture;
use super::saving::{AppliedSave, apply_save, saved_entry, stale};
use super::store::photos::keep_measures;
use super::views::{check_save, section_answer, section_for};
use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::audit;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::file_body::{FileBody, ReceivedFile};
use crate::core::grant::{Capture, Grant};
use crate::core::http::{off_thread, segment};
use crate::core::now::Now;
use crate::core::objects::Objects;
use crate::core::state::App;
use crate::core::uploads::HeadOfLine;
use crate::steps::{clock, store_step};

/// Millions of pixels prepared at the same time.
static PREPARING: Semaphore = Semaphore::const_new(PIXELS_AT_ONCE as usize);
/// One picture of the largest size, or two of half that.
const PIXELS_AT_ONCE: u32 = (MAX_PIXELS / 1_000_000) as u32;
/// What even a small picture takes: at most two are prepared at a time.
const LEAST_TURN: u32 = PIXELS_AT_ONCE / 2;

/// What is weighed: telephones put a film behind a photo, and it counts.
const WHOLE_FILE: &str = "El archivo de la fotografía, con todo lo que trae,";

/// Uploads the photo: the body is the file, the query the frame in proportion 4:5 that is cut out of
/// it, as seen upright and turned; without a query it is the largest, in the middle.
///
/// # Errors
/// 413 over the election's limit; 415 for anything but JPEG, PNG or WebP; 422 for a broken, cut,
/// animated or transparent picture, one with more than 40 megapixels or in CMYK with a profile, or a frame that is none or lies outside, each by its parameter;
/// 412, 409 as for any section.
#[utoipa::path(
    put, path = "/api/v1/capture/candidacies/{id}/photo", tag = "capture",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("If-Match" = String, Header, description = "The version that was edited, e.g. \"0\"; `W/` before it, as a proxy may write it, makes no difference. `*` is refused with 428"),
        ("left" = Option<u16>, Query, description = "Left edge, thousandths of the width, 0 to 1000"),
        ("top" = Option<u16>, Query, description = "Upper edge, thousandths of the height, 0 to 1000"),
        ("size" = Option<u16>, Query, description = "Thousandths of the largest frame, 100 to 1000"),
        ("turn" = Option<u16>, Query, description = "Degrees clockwise: 0, 90, 180 or 270"),
    ),
    request_body(content(
        (Vec<u8> = "image/jpeg"),
        (Vec<u8> = "image/png"),
        (Vec<u8> = "image/webp"),
    )),
    responses(
        (status = 200, body = SectionView),
        (status = 409, body = Problem),
        (status = 412, body = Problem),
        (status = 413, body = Problem),
        (status = 415, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn upload_photo(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    IfMatch(based_on): IfMatch,
    Now(now): Now,
    request: HttpRequest,
    file: FileBody,
) -> Result<HttpResponse, Failure> {
    let who = grant.who();
    let frame = Frame::from_pairs(&decode_pairs(request.query_string()));
    let frame = frame.map_err(Failure::invalid)?;
    let id: CandidacyId = segment(&id)?;
    // Before the file is read: not ours, stale, or out of time costs nothing.
    let limit = most_bytes(&app, &grant, &id, based_on, now).await?;
    let (file, Now(now)) = file.bytes_up_to(limit, WHOLE_FILE).await?;
    let mut prepared = prepare_in_turn(file, frame).await?;
    // And before anything is written: another photo may have been faster.
    most_bytes(&app, &grant, &id, based_on, now).await?;
    // Before the transaction, so that nobody waits for the disk: a file left behind by a save that is
    // refused after this is one that nothing names.
    prepared.put(&app.objects).await?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    if loaded.process.section(Section::Photo).version != based_on {
        let current = section_for(&app.secrets, &mut tx, &loaded, Section::Photo, who, now).await?;
        return Err(stale(current, None));
    }
    store_photo(&app, &mut tx, &mut loaded, &prepared, who, now).await?;
    let saved = section_for(&app.secrets, &mut tx, &loaded, Section::Photo, who, now).await?;
    tx.commit().await?;
    Ok(section_answer(saved))
}

/// Stores a prepared photo, whose files are written, as the next version of its section.
///
/// # Errors
/// What the lifecycle refuses; 409 where another request was first.
pub async fn store_photo(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    prepared: &PreparedPhoto,
    who: Who<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let before = loaded.process.section(Section::Photo);
    let new = SectionContent::Photo(prepared.photo.clone());
    let AppliedSave { process, row } = apply_save(&app.secrets, loaded, &new, who, now)?;
    store_step(&mut *conn, loaded, process, now).await?;
    candidacies::store_saved_version(&mut *conn, &row).await?;
    keep_measures(&mut *conn, &loaded.id, &prepared.sha256, &prepared.measures).await?;
    audit::write(conn, now, saved_entry(loaded, &before, &row, who)).await
}

/// How large a photo may be, where one can be saved on this version now.
///
/// # Errors
/// 404 where the candidacy is not the actor's; 412 for another version; what the lifecycle refuses.
async fn most_bytes(
    app: &App,
    grant: &Grant<Capture>,
    id: &CandidacyId,
    based_on: u32,
    now: Instant,
) -> Result<usize, Failure> {
    let who = grant.who();
    let mut conn = app.db.read().await?;
    let loaded = candidacies::load_own_candidacy(&mut conn, &grant.scope, id).await?;
    if loaded.process.section(Section::Photo).version != based_on {
        let current =
            section_for(&app.secrets, &mut conn, &loaded, Section::Photo, who, now).await?;
        return Err(stale(current, None));
    }
    check_save(&loaded, Section::Photo, who, now)?;
    Ok(usize::from(loaded.election.setup.settings.photo_max_megabytes) * 1024 * 1024)
}

/// Prepares it when it is its turn; one photo of an account waits for that at a time.
async fn prepare_in_turn(
    file: ReceivedFile,
    frame: Option<Frame>,
) -> Result<PreparedPhoto, Failure> {
    let first = file.head_of_line().await?;
    prepare_at_head(file, frame, Some(first)).await
}

/// Prepares a photo whose sender waits with no other; `first` goes when it is its turn, or is kept by
/// whoever prepares several.
///
/// # Errors
/// What is wrong with the picture.
pub async fn prepare_at_head(
    file: impl Deref<Target = [u8]> + Send + 'static,
    frame: Option<Frame>,
    first: Option<HeadOfLine>,
) -> Result<PreparedPhoto, Failure> {
    let pixels = megapixels(&file).clamp(LEAST_TURN, PIXELS_AT_ONCE);
    let turn = PREPARING
        .acquire_many(pixels)
        .await
        .map_err(|_| Failure::internal("semaphore"))?;
    drop(first);
    let portrait = off_thread(move || {
        // Whoever works holds it: a client that goes away frees nothing.
        let _turn = turn;
        picture::prepare(&file, frame)
    })
    .await??;
    Ok(PreparedPhoto::of(portrait, None))
}

/// The photo of a version, before it is published.
///
/// # Errors
/// 404 where the hash is of no version of this candidacy's photo.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/photo/{sha256}", tag = "capture",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("sha256" = String, Path, description = "Hash of the photo"),
    ),
    responses((status = 200, content_type = "image/jpeg"), (status = 404, body = Problem))
)]
pub async fn show_own_photo(
    grant: Grant<Capture>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let id: CandidacyId = segment(&path.0)?;
    let mut conn = app.db.read().await?;
    candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?;
    private_answer(&app.objects, &mut conn, &id, &path.1).await
}

/// The picture with this hash, if it belongs to a version of this candidacy's photo.
async fn private_answer(
    objects: &Objects,
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    sha256: &str,
) -> Result<HttpResponse, Failure> {
    let versions = candidacies::versions_of(conn, candidacy, Section::Photo).await?;
    let known = versions.iter().any(|row| {
        serde_json::from_str(&row.content)
            .ok()
            .and_then(|value| SectionContent::from_stored(Section::Photo, &value).ok())
            .is_some_and(
                |it| matches!(it, SectionContent::Photo(photo) if photo.sha256() == Some(sha256)),
            )
    });
    if !known {
        return Err(Failure::not_found());
    }
    picture_answer(objects, sha256).await
}

/// The picture with this hash, for whoever may see it.
///
/// # Errors
/// 404 where its file is not there.
pub async fn picture_answer(objects: &Objects, sha256: &str) -> Result<HttpResponse, Failure> {
    let bytes = objects
        .get(&format!("{sha256}.jpg"))
        .await?
        .ok_or_else(Failure::not_found)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/jpeg"))
        .body(bytes))
}
