//! Parties: one list for all elections.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Party, PartyData};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::PartyId;
use conoceles_shared::problem::Problem;
use serde_json::json;

use super::{audit_entry, check, created};
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::ids::new_id;
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections;

/// Every party, by name.
///
/// # Errors
/// 401, 403.
#[utoipa::path(
    get, path = "/api/v1/admin/parties", tag = "admin",
    responses((status = 200, body = List<Party>), (status = 403, body = Problem))
)]
pub async fn list_parties(
    _: Grant<Administer>,
    app: web::Data<App>,
) -> Result<web::Json<List<Party>>, Failure> {
    let mut conn = app.db.read().await?;
    let data = elections::parties(&mut conn).await?;
    Ok(web::Json(List { data }))
}

/// One party.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/parties/{id}", tag = "admin", params(("id" = String, Path)),
    responses((status = 200, body = Party), (status = 404, body = Problem))
)]
pub async fn show_party(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Party>, Failure> {
    let id: PartyId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let party = elections::party(&mut conn, &id)
        .await?
        .ok_or_else(Failure::not_found)?;
    Ok(web::Json(party))
}

/// What is known of a party, as it is kept.
///
/// # Errors
/// 422 with every field.
pub fn checked(mut data: PartyData) -> Result<PartyData, Failure> {
    check::tidy(&mut data.name);
    check::tidy(&mut data.acronym);
    data.colour.make_ascii_lowercase();
    let mut errors = check::own_errors(&data);
    check::characters(&mut errors, PartyData::NAME, &data.name);
    check::characters(&mut errors, PartyData::ACRONYM, &data.acronym);
    check::finish(errors)?;
    Ok(data)
}

/// Makes a party.
///
/// # Errors
/// 409 `already_exists` where the name is taken; 422 with every field.
#[utoipa::path(
    post, path = "/api/v1/admin/parties", tag = "admin", request_body = PartyData,
    responses(
        (status = 201, body = Party, headers(
            ("Location" = String, description = "Dirección del partido")
        )),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn create_party(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    Unchecked(data): Unchecked<PartyData>,
) -> Result<HttpResponse, Failure> {
    let data = checked(data)?;
    let party = Party {
        id: new_id(now)?,
        version: 1,
        logo: None,
        data,
    };
    let (mut tx, now) = grant.begin_change(&app).await?;
    elections::insert_party(&mut tx, &party).await?;
    let written = AuditEntry {
        detail: json!({ "party": party.id, "name": party.data.name }),
        ..audit_entry(&grant, AuditAction::PartyCreated)
    };
    audit::write(&mut tx, now, written).await?;
    tx.commit().await?;
    Ok(created("parties", party.id.as_str()).json(party))
}
