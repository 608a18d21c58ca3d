//! The copies as the authority's staff see them: saved to their own device, with an audit entry.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::receipts::SignedConsent;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::Problem;
use serde_json::json;

use super::media::Media;
use super::store;
use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant, Power, Review};
use crate::core::http::{attachment, off_thread, segment};
use crate::core::secrets::sha256_hex;
use crate::core::state::App;

/// A signed copy, for the validator; the audit keeps who saved it and when.
///
/// # Errors
/// 404 where there is none.
#[utoipa::path(
    get, path = "/api/v1/review/candidacies/{id}/signed-consents/{number}", tag = "review",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("number" = u32, Path, description = "Its number among the copies of the candidacy"),
    ),
    responses(
        (status = 200, content(
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "image/jpeg"),
            (Vec<u8> = "image/png"),
        )),
        (status = 404, body = Problem),
    )
)]
pub async fn signed_copy_for_review(
    grant: Grant<Review>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    hand_out_copy(&app, &grant, &path.0, &path.1).await
}

/// A signed copy, for the administrator; the audit keeps who saved it and when.
///
/// # Errors
/// 404 where there is none.
#[utoipa::path(
    get, path = "/api/v1/admin/candidacies/{id}/signed-consents/{number}", tag = "admin",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("number" = u32, Path, description = "Its number among the copies of the candidacy"),
    ),
    responses(
        (status = 200, content(
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "image/jpeg"),
            (Vec<u8> = "image/png"),
        )),
        (status = 404, body = Problem),
    )
)]
pub async fn signed_copy_for_admin(
    grant: Grant<Administer>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    hand_out_copy(&app, &grant, &path.0, &path.1).await
}

/// The signed copies of a candidacy, the latest first.
///
/// # Errors
/// 404 where there is no such candidacy.
#[utoipa::path(
    get, path = "/api/v1/admin/candidacies/{id}/signed-consents", tag = "admin",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = List<SignedConsent>), (status = 404, body = Problem))
)]
pub async fn signed_copies_for_admin(
    _grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<List<SignedConsent>>, Failure> {
    let mut conn = app.db.read().await?;
    let loaded = load_any(&mut conn, &id).await?;
    let data = store::delivered_copies(&mut conn, &loaded.id).await?;
    Ok(web::Json(List { data }))
}

async fn load_any(conn: Conn<'_>, id: &str) -> Result<LoadedCandidacy, Failure> {
    let id: CandidacyId = segment(id)?;
    candidacies::load_candidacy(conn, &id)
        .await?
        .ok_or_else(Failure::not_found)
}

async fn hand_out_copy<P: Power>(
    app: &App,
    grant: &Grant<P>,
    id: &str,
    number: &str,
) -> Result<HttpResponse, Failure> {
    let number: u32 = segment(number)?;
    let (mut tx, now) = grant.begin_change(app).await?;
    let loaded = load_any(&mut tx, id).await?;
    let stored = store::stored_copy(&mut tx, &loaded.id, number)
        .await?
        .ok_or_else(Failure::not_found)?;
    let entry = AuditEntry {
        after: Some(&stored.object),
        detail: json!({ "number": number }),
        ..loaded.audit_entry(Some(grant.who()), AuditAction::SignedCopyRead)
    };
    audit::write(&mut tx, now, entry).await?;
    // Written before anything is shown: nobody reads a copy without a trace.
    tx.commit().await?;
    let media = Media::from_media_type(&stored.media_type)
        .ok_or_else(|| Failure::internal("signed_consents: media type"))?;
    let sealed = app
        .objects
        .get(&store::object_name(&stored.object))
        .await?
        .filter(|bytes| sha256_hex(bytes) == stored.object)
        .ok_or_else(|| Failure::internal("signed_consents: the object is missing or damaged"))?;
    let (secrets, place) = (app.secrets.clone(), store::copy_place(&loaded.id));
    let bytes = off_thread(move || secrets.unseal_file(&sealed, &place)).await??;
    let name = format!("consentimiento-firmado-{number}.{}", media.extension());
    Ok(attachment(&name, media.media_type(), bytes))
}
