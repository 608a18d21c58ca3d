//! Published photos, by the hash of their content.

use actix_web::http::header::{CACHE_CONTROL, ETAG, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::photo::SMALL_WIDTH;
use conoceles_shared::problem::{Code, Problem};

use super::api::withdrawn_failure;
use super::memory::Portal;
use super::snapshot::{Found, Snapshot};
use super::views::not_public;
use crate::core::error::Failure;
use crate::core::http::segment;
use crate::core::objects::Objects;
use crate::core::state::App;
use crate::prepared::answer::{is_known, no_parameters};

/// Its bytes never change, but whether it may be shown does: after an hour every cache asks again, and
/// is refused what was withdrawn.
const FRESH_PHOTO: &str = "public, max-age=3600, must-revalidate";

/// The photo of a published candidacy: only the one that its present record names.
#[utoipa::path(
    get, path = "/api/v1/candidacies/{id}/photo/{file}", tag = "public",
    params(
        ("id" = String, Path, description = "Identificador de la candidatura."),
        ("file" = String, Path, description = "`{sha256}.jpg` o `{sha256}.webp`, como en el registro; \
            con `-400` antes del punto, de 400 píxeles de ancho a lo más.")
    ),
    responses(
        (status = 200, content(
            (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/webp")
        )), (status = 400, body = Problem),
        (status = 404, body = Problem), (status = 410, body = Problem)
    )
)]
pub async fn show_published_photo(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let (id, file) = path.into_inner();
    stored_photo(&request, &app.objects, &portal.snapshot(), &id, &file).await
}

async fn stored_photo(
    request: &HttpRequest,
    objects: &Objects,
    snapshot: &Snapshot,
    id: &str,
    file: &str,
) -> Result<HttpResponse, Failure> {
    no_parameters(request)?;
    let id: CandidacyId = segment(id)?;
    let (stem, extension) = file.rsplit_once('.').ok_or_else(malformed)?;
    let media_type = match extension {
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        _ => return Err(malformed()),
    };
    let small = format!("-{SMALL_WIDTH}");
    let hash = stem.strip_suffix(&small).unwrap_or(stem);
    if hash.len() != 64 || !hash.bytes().all(|it| it.is_ascii_hexdigit()) {
        return Err(malformed());
    }
    refuse_unnamed(snapshot, &id, hash)?;
    // The name is a hash and an end of ours, as was just seen.
    let tag = HeaderValue::try_from(format!("\"{file}\"")).map_err(|_| malformed())?;
    let known = is_known(request, &tag);
    let bytes = if known {
        None
    } else {
        let bytes = match objects.get(file).await? {
            // Of a small picture, and of one from before there were two sizes, there is one only.
            None => objects.get(&format!("{hash}.{extension}")).await?,
            some => some,
        };
        Some(bytes.ok_or_else(not_public)?)
    };
    let mut answer = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, FRESH_PHOTO));
    Ok(match bytes {
        Some(bytes) => answer.content_type(media_type).body(bytes),
        None => answer.finish(),
    })
}

fn malformed() -> Failure {
    Failure::new(
        Code::MalformedPath,
        "Una fotografía se pide por su huella SHA-256, con .jpg o .webp; en pequeño, con -400 antes \
         del punto.",
    )
}

/// Refuses a photo that the present record of this candidacy does not name.
fn refuse_unnamed(snapshot: &Snapshot, id: &CandidacyId, hash: &str) -> Result<(), Failure> {
    match snapshot.find(id) {
        Found::Here(published) => published
            .summary
            .photo
            .as_ref()
            .filter(|it| it.sha256 == hash)
            .map(|_| ())
            .ok_or_else(not_public),
        Found::Withdrawn => Err(withdrawn_failure()),
        Found::Nowhere => Err(not_public()),
    }
}
