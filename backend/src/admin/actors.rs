//! Political actors of an election, and the paper receipts of their accounts.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Actor, NewActor, PaperReceipt, Party};
use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::election::{CaptureDates, ElectionSetup};
use conoceles_shared::ids::{ActorId, ElectionId, PartyId};
use conoceles_shared::notices::News;
use conoceles_shared::problem::{Code, FieldError, Problem};
use conoceles_shared::text::counted;
use conoceles_shared::time::{Instant, Period, spanish_moment};
use serde_json::json;

use super::proposals::propose::{Draft, propose_act, proposed_answer};
use super::{actor_rules, audit_entry, check, created, existing_election, not_archived};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::ids::new_id;
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections::{self, ActorRow};
use crate::notices::{self, ActorNotice};

/// An actor's own part of what fixes a capture period.
pub fn actor_dates(row: &ActorRow) -> CaptureDates {
    CaptureDates {
        received: row.received,
        actor_end: row.capture_end,
        ..CaptureDates::default()
    }
}

fn actor_view(row: ActorRow, parties: &BTreeMap<PartyId, Party>, setup: &ElectionSetup) -> Actor {
    Actor {
        capture: actor_dates(&row).period(setup),
        received_on_paper: row.received_on_paper().is_some(),
        parties: row
            .parties
            .iter()
            .filter_map(|it| parties.get(it).cloned())
            .collect(),
        id: row.id,
        version: row.version,
        election: row.election,
        kind: row.kind,
        name: row.name,
        received: row.received,
        candidacies: row.candidacies,
        accounts: row.accounts,
    }
}

/// Every party by its id.
pub async fn party_map(conn: Conn<'_>) -> Result<BTreeMap<PartyId, Party>, Failure> {
    let parties = elections::parties(conn).await?;
    Ok(parties.into_iter().map(|it| (it.id.clone(), it)).collect())
}

/// The actor as it stands in the database.
pub async fn present_actor(conn: Conn<'_>, id: &ActorId) -> Result<Actor, Failure> {
    let (actor, election) = elections::actor_with_election(&mut *conn, id).await?;
    let parties = party_map(conn).await?;
    Ok(actor_view(actor, &parties, &election.setup))
}

/// The actors of an election, by name.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/elections/{id}/actors", tag = "admin",
    params(("id" = String, Path)),
    responses((status = 200, body = List<Actor>), (status = 404, body = Problem))
)]
pub async fn list_actors(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<List<Actor>>, Failure> {
    let id: ElectionId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let election = existing_election(&mut conn, &id).await?;
    let parties = party_map(&mut conn).await?;
    let rows = elections::actors(&mut conn, &id).await?;
    let data = rows
        .into_iter()
        .map(|row| actor_view(row, &parties, &election.setup))
        .collect();
    Ok(web::Json(List { data }))
}

/// One actor.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/actors/{id}", tag = "admin", params(("id" = String, Path)),
    responses((status = 200, body = Actor), (status = 404, body = Problem))
)]
pub async fn show_actor(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Actor>, Failure> {
    let mut conn = app.db.read().await?;
    Ok(web::Json(present_actor(&mut conn, &segment(&id)?).await?))
}

/// Makes an actor.
///
/// # Errors
/// 409 for an archive or a name that is taken; 422 with every field.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/actors", tag = "admin",
    params(("id" = String, Path)), request_body = NewActor,
    responses(
        (status = 201, body = Actor, headers(
            ("Location" = String, description = "Dirección del actor político")
        )),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)
    )
)]
pub async fn create_actor(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(mut new): Unchecked<NewActor>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    check::tidy(&mut new.name);
    let (mut tx, now) = grant.begin_change(&app).await?;
    let election = existing_election(&mut tx, &id).await?;
    not_archived(&election)?;
    let parties = party_map(&mut tx).await?;
    check::finish(actor_rules::errors(&new, &parties.keys().collect()))?;
    let row = ActorRow {
        id: new_id(now)?,
        version: 1,
        election: id,
        kind: Some(new.kind),
        name: new.name,
        parties: new.parties,
        received: None,
        accepted: None,
        capture_end: None,
        candidacies: 0,
        accounts: 0,
    };
    elections::insert_actor(&mut tx, &row).await?;
    let written = AuditEntry {
        election: Some(&row.election),
        detail: json!({ "actor": row.id, "kind": new.kind, "parties": row.parties }),
        ..audit_entry(&grant, AuditAction::ActorCreated)
    };
    audit::write(&mut tx, now, written).await?;
    tx.commit().await?;
    let body = actor_view(row, &parties, &election.setup);
    Ok(created("actors", body.id.as_str()).json(body))
}

/// Asks to record a signed paper receipt, which would start the actor's capture period: a second
/// administrator confirms it.
///
/// # Errors
/// 409 `already_exists` where the actor has its receipt, or it is asked for already; 422 for one in the
/// future, from before an account was delivered, or whose period would be over; 403 `proof_required`.
#[utoipa::path(
    post, path = "/api/v1/admin/actors/{id}/paper-receipt", tag = "admin",
    params(("id" = String, Path)), request_body = PaperReceipt,
    responses(
        (status = 202, body = Proposal), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)
    )
)]
pub async fn record_paper_receipt(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(paper): Unchecked<PaperReceipt>,
) -> Result<HttpResponse, Failure> {
    let id: ActorId = segment(&id)?;
    grant.proof.required(now)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let (actor, period) = receivable(&mut tx, &id, &paper, now).await?;
    let draft = Draft {
        title: format!("registrar el acuse en papel de «{}»", actor.name),
        act: ProposedAct::RecordPaperReceipt {
            actor: id,
            receipt: paper.clone(),
        },
        consequences: vec![
            format!(
                "Su periodo de captura habrá empezado el {} y terminará el {}.",
                spanish_moment(paper.received),
                spanish_moment(period.ends)
            ),
            format!(
                "Al terminar se envía a revisión lo que haya de {}.",
                counted(actor.candidacies, "su candidatura", "sus candidaturas")
            ),
        ],
    };
    let proposal = propose_act(&mut tx, &grant, draft, now).await?;
    tx.commit().await?;
    Ok(proposed_answer(&proposal))
}

/// The actor of a receipt that can be recorded, and the capture period that it starts.
pub async fn receivable(
    conn: Conn<'_>,
    id: &ActorId,
    paper: &PaperReceipt,
    now: Instant,
) -> Result<(ActorRow, Period), Failure> {
    let (actor, election) = elections::actor_with_election(&mut *conn, id).await?;
    not_archived(&election)?;
    if let Some(at) = actor.received {
        return Err(Failure::new(
            Code::AlreadyExists,
            format!("El acuse ya se registró: {}.", spanish_moment(at)),
        ));
    }
    let delivered = elections::first_delivery(conn, id).await?;
    let period = actor_dates(&actor).period_received_at(paper.received, &election.setup);
    let wrong = if paper.received > now {
        Some(("in_the_future", "El acuse no puede tener una fecha futura."))
    } else if delivered.is_none_or(|it| paper.received < it) {
        Some((
            "before_delivery",
            "El acuse no puede ser anterior a la entrega de la primera cuenta del actor político.",
        ))
    } else if period.is_over(now) {
        Some((
            "period_over",
            "Con esa fecha el periodo de captura ya habría terminado.",
        ))
    } else {
        None
    };
    match wrong {
        None => Ok((actor, period)),
        Some((code, detail)) => Err(Failure::invalid(vec![FieldError::new(
            PaperReceipt::RECEIVED,
            code,
            detail,
        )])),
    }
}

/// Records a paper receipt.
///
/// # Errors
/// As [`record_paper_receipt`].
pub async fn apply_paper_receipt(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    id: &ActorId,
    paper: &PaperReceipt,
    now: Instant,
) -> Result<(), Failure> {
    let (actor, period) = receivable(&mut *conn, id, paper, now).await?;
    if !elections::note_receipt(&mut *conn, id, paper.received).await? {
        return Err(Failure::new(
            Code::AlreadyExists,
            "El acuse ya se registró.",
        ));
    }
    let written = AuditEntry {
        election: Some(&actor.election),
        detail: json!({ "actor": id, "received": store_instant(paper.received) }),
        ..audit_entry(grant, AuditAction::PaperReceiptRecorded)
    };
    audit::write(&mut *conn, now, written).await?;
    let news = News::PaperReceiptRecorded {
        received: paper.received,
        ends: period.ends,
    };
    let notice = ActorNotice {
        actor: id,
        about: None,
        news: &news,
        addressees: &[],
    };
    notices::tell_actor(conn, notice, now).await
}
