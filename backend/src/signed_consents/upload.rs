//! Delivering a signed copy: the body is the file.

use actix_web::web;
use conoceles_shared::api::List;
use conoceles_shared::api::receipts::SignedConsent;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::Refusal;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::receipt::SIGNED_CONSENT_MAX_MEGABYTES;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::media::Media;
use super::store::{self, NewCopy};
use super::unstored::forget_unstored;
use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::file_body::FileBody;
use crate::core::grant::{Capture, Grant};
use crate::core::http::{off_thread, segment};
use crate::core::now::Now;
use crate::core::secrets::sha256_hex;
use crate::core::state::App;
use crate::steps::store_step;

/// How many copies a candidacy may deliver: mistakes are mended by another one, and none is lost.
const MAX_COPIES: usize = 10;

/// The signed copies that were delivered: when and how large, never what they show.
///
/// # Errors
/// 404 where the candidacy is not the actor's.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/signed-consents", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = List<SignedConsent>), (status = 404, body = Problem))
)]
pub async fn own_signed_copies(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<List<SignedConsent>>, Failure> {
    let id: CandidacyId = segment(&id)?;
    let mut conn = app.db.read().await?;
    candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?;
    let data = store::delivered_copies(&mut conn, &id).await?;
    Ok(web::Json(List { data }))
}

/// Delivers a signed copy of the consent form: the body is the file, PDF, JPEG or PNG by its bytes.
/// Stored encrypted; those delivered before stay.
///
/// # Errors
/// 413 over 10 MB; 415 for any other file, or one that is not whole; 409 once the candidacy is
/// closed, or with ten copies.
#[utoipa::path(
    post, path = "/api/v1/capture/candidacies/{id}/signed-consents", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    request_body(content(
        (Vec<u8> = "application/pdf"),
        (Vec<u8> = "image/jpeg"),
        (Vec<u8> = "image/png"),
    )),
    responses(
        (status = 200, body = List<SignedConsent>),
        (status = 404, body = Problem),
        (status = 409, body = Problem),
        (status = 413, body = Problem),
        (status = 415, body = Problem),
    )
)]
pub async fn deliver_signed_copy(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
    file: FileBody,
) -> Result<web::Json<List<SignedConsent>>, Failure> {
    let id: CandidacyId = segment(&id)?;
    // Before the file is read: what is refused anyway costs nothing.
    {
        let mut conn = app.db.read().await?;
        let loaded = candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?;
        count_before_another(&mut conn, &loaded, now).await?;
    }
    let limit = usize::from(SIGNED_CONSENT_MAX_MEGABYTES) * 1024 * 1024;
    let (file, _) = file.bytes_up_to(limit, "El formato firmado").await?;
    let media = Media::of(&file).ok_or_else(|| {
        Failure::new(
            Code::UnsupportedMediaType,
            "El formato firmado debe ser un archivo PDF, JPG o PNG completo.",
        )
    })?;
    let size = file.len();
    let (secrets, place) = (app.secrets.clone(), store::copy_place(&id));
    let sealed = off_thread(move || secrets.seal_file(file.to_vec(), &place)).await??;
    let object = sha256_hex(&sealed);
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &id).await?;
    let count = count_before_another(&mut tx, &loaded, now).await?;
    let copy = NewCopy {
        candidacy: &id,
        number: count + 1,
        account: &grant.account,
        media_type: media.media_type(),
        bytes: size,
        object: &object,
    };
    store::insert_copy(&mut tx, &copy, now).await?;
    if let Some(next) = loaded.process.with_the_signed_copy(&loaded.facts(now)) {
        store_step(&mut tx, &mut loaded, next, now).await?;
    }
    let entry = AuditEntry {
        after: Some(&object),
        detail: json!({ "number": copy.number, "bytes": size, "media_type": copy.media_type }),
        ..loaded.audit_entry(Some(grant.who()), AuditAction::SignedCopyDelivered)
    };
    audit::write(&mut tx, now, entry).await?;
    let data = store::delivered_copies(&mut tx, &id).await?;
    tx.commit().await?;
    // Counted before it is stored: any number at once store no more files than one after the other.
    let stored = app.objects.put(&store::object_name(&object), sealed).await;
    if stored.is_err() {
        forget_unstored(&app.db, &copy).await?;
    }
    stored?;
    Ok(web::Json(List { data }))
}

/// How many copies there are, where another one may be delivered.
///
/// # Errors
/// 409 once the candidacy has ended, or with all the copies that it may have.
async fn count_before_another(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    now: Instant,
) -> Result<usize, Failure> {
    let state = loaded.in_force(now).state;
    if state.is_end() {
        return Err(Refusal::WrongState(state).into());
    }
    let count = store::delivered_copies(conn, &loaded.id).await?.len();
    if count >= MAX_COPIES {
        return Err(Failure::new(
            Code::WrongState,
            format!("Ya se entregaron {MAX_COPIES} copias. Avise a la Unidad de Transparencia."),
        ));
    }
    Ok(count)
}
