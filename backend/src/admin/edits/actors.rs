//! An actor's name, kind and parties.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::admin::{Actor, NewActor};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ActorId;
use conoceles_shared::notices::News;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::time::spanish_moment;
use serde_json::json;

use super::consequences::{PublicChange, confirmed_digest};
use super::store;
use crate::admin::versions::{based_on_present, versioned};
use crate::admin::{actor_rules, actors, audit_entry, check, not_archived, stored_hash};
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::elections::{self, ActorRow};
use crate::notices::{self, ActorNotice};
use crate::publication::store::renewals::{NamedInRecords, mark_for_renewal};
use crate::steps::renewals::renew_soon;

/// Replaces an actor's name, kind and parties. The records of its published candidacies get a new version.
///
/// # Errors
/// 404; 409 for an archive, `already_exists` where the name is another's, and `confirmation_required` with
/// what follows where something is published; 412 with `current` and `submitted`; 422 with every field,
/// also for another kind once the actor has its receipt.
#[utoipa::path(
    put, path = "/api/v1/admin/actors/{id}", tag = "admin",
    params(
        ("id" = String, Path), ("If-Match" = String, Header),
        ("confirmed" = Option<String>, Query,
            description = "The `digest` of the consequences that were shown")
    ),
    request_body = NewActor,
    responses(
        (status = 200, body = Actor, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn edit_actor(
    grant: Grant<Administer>,
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
    based: IfMatch,
    Unchecked(mut data): Unchecked<NewActor>,
) -> Result<HttpResponse, Failure> {
    let id: ActorId = segment(&id)?;
    let confirmed = confirmed_digest(&request)?;
    check::tidy(&mut data.name);
    let (mut tx, now) = grant.begin_change(&app).await?;
    let (before, election) = elections::actor_with_election(&mut tx, &id).await?;
    not_archived(&election)?;
    let present = actors::present_actor(&mut tx, &id).await?;
    based_on_present(based.0, before.version, &present, &data)?;
    let parties = actors::party_map(&mut tx).await?;
    let mut errors = actor_rules::errors(&data, &parties.keys().collect());
    errors.extend(another_kind(&before, &data));
    check::finish(errors)?;
    let same_kind = before.kind == Some(data.kind);
    if same_kind && before.name == data.name && before.parties == data.parties {
        return Ok(versioned(before.version, present));
    }
    let named = NamedInRecords::Actor(id.clone());
    let what = "los datos nuevos del actor político";
    let change = PublicChange::of_named(&mut tx, std::slice::from_ref(&named), what).await?;
    let renews = change.records > 0;
    let subject = format!("actor/{id}/{}", before.version);
    change.confirmed_or_shown(&subject, &data, confirmed.as_deref())?;
    store::update_actor(&mut tx, &id, before.version, &data).await?;
    mark_for_renewal(&mut tx, &named, now).await?;
    let news = News::ActorCorrected {
        name: data.name.clone(),
    };
    let notice = ActorNotice {
        actor: &id,
        about: None,
        news: &news,
        addressees: &[],
    };
    notices::tell_actor(&mut tx, notice, now).await?;
    let written = AuditEntry {
        election: Some(&election.id),
        after: Some(&stored_hash(&data)?),
        detail: json!({
            "actor": id,
            "renamed": before.name != data.name,
            "kind": data.kind,
            "parties": data.parties,
            "renews": renews,
        }),
        ..audit_entry(&grant, AuditAction::ActorEdited)
    };
    audit::write(&mut tx, now, written).await?;
    let body = actors::present_actor(&mut tx, &id).await?;
    tx.commit().await?;
    if renews {
        renew_soon(app);
    }
    Ok(versioned(body.version, body))
}

/// Its kind decides what it may register, and who it is that accepted the receipt.
fn another_kind(before: &ActorRow, data: &NewActor) -> Option<FieldError> {
    let received = before.received.filter(|_| before.kind != Some(data.kind))?;
    Some(FieldError::new(
        NewActor::KIND,
        "fixed",
        format!(
            "El tipo ya no cambia: este actor político tiene acuse de recibo del {}. Si es otro, \
             regístrelo como un actor nuevo.",
            spanish_moment(received)
        ),
    ))
}
