//! A party's name, acronym and colour.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::admin::{Party, PartyData};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::PartyId;
use conoceles_shared::problem::Problem;
use serde_json::json;

use super::consequences::{PublicChange, confirmed_digest};
use super::store;
use crate::admin::changes::changed_pointers;
use crate::admin::versions::{based_on_present, versioned};
use crate::admin::{audit_entry, parties, stored_hash};
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::elections;
use crate::publication::store::renewals::{NamedInRecords, mark_for_renewal};
use crate::steps::renewals::renew_soon;

/// Replaces what is known of a party. The records of published candidacies name it, so that each gets a
/// new version; archives and what is closed keep the name they had.
///
/// # Errors
/// 404; 409 `already_exists` where the name is another's, and `confirmation_required` with what follows
/// where something is published; 412 with `current` and `submitted`; 422 with every field.
#[utoipa::path(
    put, path = "/api/v1/admin/parties/{id}", tag = "admin",
    params(
        ("id" = String, Path), ("If-Match" = String, Header),
        ("confirmed" = Option<String>, Query,
            description = "The `digest` of the consequences that were shown")
    ),
    request_body = PartyData,
    responses(
        (status = 200, body = Party, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn edit_party(
    grant: Grant<Administer>,
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
    based: IfMatch,
    Unchecked(data): Unchecked<PartyData>,
) -> Result<HttpResponse, Failure> {
    let id: PartyId = segment(&id)?;
    let confirmed = confirmed_digest(&request)?;
    let data = parties::checked(data)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let before = elections::party(&mut tx, &id)
        .await?
        .ok_or_else(Failure::not_found)?;
    based_on_present(based.0, before.version, &before, &data)?;
    if data == before.data {
        return Ok(versioned(before.version, before));
    }
    let named = NamedInRecords::Party(id.clone());
    let what = "los datos nuevos del partido";
    let change = PublicChange::of_named(&mut tx, std::slice::from_ref(&named), what).await?;
    let renews = change.records > 0;
    let subject = format!("party/{id}/{}", before.version);
    change.confirmed_or_shown(&subject, &data, confirmed.as_deref())?;
    store::update_party(&mut tx, &id, before.version, &data).await?;
    mark_for_renewal(&mut tx, &named, now).await?;
    let (old, new) = (
        serde_json::to_value(&before.data)?,
        serde_json::to_value(&data)?,
    );
    let written = AuditEntry {
        before: Some(&stored_hash(&before.data)?),
        after: Some(&stored_hash(&data)?),
        detail: json!({ "party": id, "changed": changed_pointers(&old, &new), "renews": renews }),
        ..audit_entry(&grant, AuditAction::PartyEdited)
    };
    audit::write(&mut tx, now, written).await?;
    tx.commit().await?;
    if renews {
        renew_soon(app);
    }
    let version = before.version + 1;
    Ok(versioned(
        version,
        Party {
            id,
            version,
            logo: before.logo,
            data,
        },
    ))
}
