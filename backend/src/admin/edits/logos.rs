//! A party's logo: put, replaced and taken away on its version, with what that publishes shown first.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::admin::Party;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::PartyId;
use conoceles_shared::problem::Problem;
use serde_json::json;
use tokio::sync::Semaphore;

use super::consequences::{PublicChange, confirmed_digest};
use super::logo_picture::prepare_logo;
use super::store;
use crate::admin::audit_entry;
use crate::admin::versions::{based_on_present, versioned};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::file_body::{FileBody, ReceivedFile};
use crate::core::grant::{Administer, Grant};
use crate::core::http::{off_thread, segment};
use crate::core::objects::logo_name;
use crate::core::secrets::sha256_hex;
use crate::core::state::App;
use crate::elections;
use crate::publication::store::renewals::{NamedInRecords, mark_for_renewal};
use crate::steps::renewals::renew_soon;

/// Bytes that a file may have.
const MOST_BYTES: usize = 2 * 1024 * 1024;
/// Logos are prepared one at a time.
static PREPARING: Semaphore = Semaphore::const_new(1);

/// Puts a party's logo: the body is the file. It is written anew as PNG in one square for everyone. The records
/// of published candidacies name it, so that each gets a new version.
///
/// # Errors
/// 404; 409 `confirmation_required` with what follows where something is published; 412 with `current`; 413 over
/// 2 MB; 415 for anything but JPEG, PNG or WebP; 422 for a file that is broken, animated, too large in pixels, or
/// white on white.
#[utoipa::path(
    put, path = "/api/v1/admin/parties/{id}/logo", tag = "admin",
    params(
        ("id" = String, Path), ("If-Match" = String, Header),
        ("confirmed" = Option<String>, Query,
            description = "The `digest` of the consequences that were shown")
    ),
    request_body(content(
        (Vec<u8> = "image/jpeg"),
        (Vec<u8> = "image/png"),
        (Vec<u8> = "image/webp"),
    )),
    responses(
        (status = 200, body = Party, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn put_logo(
    grant: Grant<Administer>,
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
    based: IfMatch,
    file: FileBody,
) -> Result<HttpResponse, Failure> {
    let id: PartyId = segment(&id)?;
    let confirmed = confirmed_digest(&request)?;
    // Before the file is read: what is stale or not there costs nothing.
    {
        let mut conn = app.db.read().await?;
        let present = elections::party(&mut conn, &id)
            .await?
            .ok_or_else(Failure::not_found)?;
        based_on_present(based.0, present.version, &present, &json!({}))?;
    }
    let (file, _) = file
        .bytes_up_to(MOST_BYTES, "El archivo del emblema")
        .await?;
    let png = prepared_in_turn(file).await?;
    let sha256 = sha256_hex(&png);
    {
        // What is stored is public: nothing is before what follows was confirmed.
        let mut conn = app.db.read().await?;
        judged(
            &mut conn,
            (&id, based.0),
            Some(&sha256),
            confirmed.as_deref(),
        )
        .await?;
    }
    app.objects.put(&logo_name(&sha256), png).await?;
    store_logo(grant, app, (id, based.0), Some(sha256), confirmed).await
}

/// Takes a party's logo away; its acronym stands in its place.
///
/// # Errors
/// 404; 409 `confirmation_required` with what follows where something is published; 412 with `current`.
#[utoipa::path(
    delete, path = "/api/v1/admin/parties/{id}/logo", tag = "admin",
    params(
        ("id" = String, Path), ("If-Match" = String, Header),
        ("confirmed" = Option<String>, Query,
            description = "The `digest` of the consequences that were shown")
    ),
    responses(
        (status = 200, body = Party, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 428, body = Problem)
    )
)]
pub async fn remove_logo(
    grant: Grant<Administer>,
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
    based: IfMatch,
) -> Result<HttpResponse, Failure> {
    let confirmed = confirmed_digest(&request)?;
    let id: PartyId = segment(&id)?;
    store_logo(grant, app, (id, based.0), None, confirmed).await
}

async fn prepared_in_turn(file: ReceivedFile) -> Result<Vec<u8>, Failure> {
    let first = file.head_of_line().await?;
    let turn = PREPARING
        .acquire()
        .await
        .map_err(|_| Failure::internal("semaphore"))?;
    drop(first);
    off_thread(move || {
        // Whoever works holds it: a client that goes away frees nothing.
        let _turn = turn;
        prepare_logo(&file)
    })
    .await?
}

/// The party as it stands, and whether records would be renewed, where the edit may be stored.
async fn judged(
    conn: Conn<'_>,
    (id, based): (&PartyId, u32),
    logo: Option<&str>,
    confirmed: Option<&str>,
) -> Result<(Party, bool), Failure> {
    let before = elections::party(&mut *conn, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    based_on_present(based, before.version, &before, &json!({ "logo": logo }))?;
    if logo == before.logo.as_deref() {
        return Ok((before, false));
    }
    let named = NamedInRecords::Party(id.clone());
    let what = "el emblema nuevo del partido";
    let change = PublicChange::of_named(conn, std::slice::from_ref(&named), what).await?;
    let subject = format!("party/{id}/{}/logo", before.version);
    let renews = change.records > 0;
    change.confirmed_or_shown(&subject, &logo, confirmed)?;
    Ok((before, renews))
}

async fn store_logo(
    grant: Grant<Administer>,
    app: web::Data<App>,
    (id, based): (PartyId, u32),
    logo: Option<String>,
    confirmed: Option<String>,
) -> Result<HttpResponse, Failure> {
    let (mut tx, now) = grant.begin_change(&app).await?;
    let judged = judged(&mut tx, (&id, based), logo.as_deref(), confirmed.as_deref());
    let (before, renews) = judged.await?;
    if logo == before.logo {
        return Ok(versioned(before.version, before));
    }
    let named = NamedInRecords::Party(id.clone());
    store::update_logo(&mut tx, &id, before.version, logo.as_deref()).await?;
    mark_for_renewal(&mut tx, &named, now).await?;
    let written = AuditEntry {
        before: before.logo.as_deref(),
        after: logo.as_deref(),
        detail: json!({ "party": id, "changed": ["/logo"], "renews": renews }),
        ..audit_entry(&grant, AuditAction::PartyEdited)
    };
    audit::write(&mut tx, now, written).await?;
    tx.commit().await?;
    if renews {
        renew_soon(app);
    }
    let version = before.version + 1;
    let after = Party {
        version,
        logo,
        ..before
    };
    Ok(versioned(version, after))
}
