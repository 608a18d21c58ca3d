//! Attempts to deliver a credential sheet: how, when, by whom, and whether it was reached.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Delivery, DeliveryAttempt};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::{AccountId, DeliveryId};
use conoceles_shared::problem::{FieldError, Problem};
use serde_json::json;

use super::store;
use crate::accounts::store::existing_account;
use crate::admin::{audit_entry, check};
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::ids::new_id;
use crate::core::state::App;

/// The attempts to deliver an account's sheets, the latest first.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/accounts/{id}/deliveries", tag = "admin",
    params(("id" = String, Path)),
    responses((status = 200, body = List<Delivery>), (status = 404, body = Problem))
)]
pub async fn list_deliveries(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<List<Delivery>>, Failure> {
    let id: AccountId = segment(&id)?;
    let mut conn = app.db.read().await?;
    existing_account(&mut conn, &id).await?;
    let data = store::deliveries_of(&mut conn, &id).await?;
    Ok(web::Json(List { data }))
}

/// Records an attempt to deliver an account's sheet. Nothing is changed afterwards: another attempt is
/// another entry.
///
/// # Errors
/// 404; 422 with every field, also for one in the future.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts/{id}/deliveries", tag = "admin",
    params(("id" = String, Path)), request_body = DeliveryAttempt,
    responses(
        (status = 201, body = List<Delivery>), (status = 404, body = Problem),
        (status = 422, body = Problem)
    )
)]
pub async fn note_delivery(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(mut attempt): Unchecked<DeliveryAttempt>,
) -> Result<HttpResponse, Failure> {
    let id: AccountId = segment(&id)?;
    check::tidy(&mut attempt.note);
    let (mut tx, now) = grant.begin_change(&app).await?;
    existing_account(&mut tx, &id).await?;
    let mut errors = check::own_errors(&attempt);
    check::characters(&mut errors, DeliveryAttempt::NOTE, &attempt.note);
    if attempt.at > now {
        errors.push(FieldError::new(
            DeliveryAttempt::AT,
            "in_the_future",
            "El intento no puede tener una fecha futura.",
        ));
    }
    check::finish(errors)?;
    let delivery: DeliveryId = new_id(now)?;
    store::insert_delivery(&mut tx, (&delivery, &id, &grant.account), &attempt, now).await?;
    let written = AuditEntry {
        detail: json!({
            "account": id, "delivery": delivery, "way": attempt.way, "reached": attempt.reached,
        }),
        ..audit_entry(&grant, AuditAction::DeliveryNoted)
    };
    audit::write(&mut tx, now, written).await?;
    let data = store::deliveries_of(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(HttpResponse::Created().json(List { data }))
}
