//! Candidacies: registered and shown by the administrator.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::admin::{Candidacy, NewCandidacy};
use conoceles_shared::api::seat::SeatHistory;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::{CandidacyId, ElectionId};
use conoceles_shared::lifecycle::Process;
use conoceles_shared::problem::{Code, FieldError, Problem};
use conoceles_shared::time::Instant;
use serde_json::json;

use super::store::{self, NewCandidacyRow};
use super::{
    audit_entry, candidacy_rules, check, created, existing_election, not_archived,
    registration_remarks, stored_hash,
};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::private;
use crate::candidacy::store as candidacy;
use crate::candidacy::store::seats::seat_history;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::ids::new_id;
use crate::core::now::Now;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::elections::{self, ElectionRow};

pub(super) fn candidacy_view(loaded: LoadedCandidacy, now: Instant) -> Candidacy {
    let standing = loaded.in_force(now);
    Candidacy {
        state: standing.state,
        remedies: standing.remedies,
        territory_name: loaded.territory_name(),
        id: loaded.id,
        actor: loaded.actor.id.clone(),
        actor_name: loaded.actor.name.clone(),
        registration: loaded.registration,
        seat: SeatHistory::default(),
        remarks: Vec::new(),
    }
}

/// The candidacy as it stands in the database at `now`.
pub async fn present_candidacy(
    conn: Conn<'_>,
    id: &CandidacyId,
    now: Instant,
) -> Result<Candidacy, Failure> {
    let loaded = candidacy::load_candidacy(&mut *conn, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    Ok(Candidacy {
        seat: seat_history(conn, id).await?,
        ..candidacy_view(loaded, now)
    })
}

/// One candidacy.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/candidacies/{id}", tag = "admin", params(("id" = String, Path)),
    responses((status = 200, body = Candidacy), (status = 404, body = Problem))
)]
pub async fn show_candidacy(
    _: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
) -> Result<web::Json<Candidacy>, Failure> {
    let mut conn = app.db.read().await?;
    Ok(web::Json(
        present_candidacy(&mut conn, &segment(&id)?, now).await?,
    ))
}

/// Registers a candidacy. Its private data is sealed and never answered again.
///
/// # Errors
/// 409 for an archive, and where the same person (by CURP) already stands for the same office,
/// territory and role; 422 with every field.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/candidacies", tag = "admin",
    params(("id" = String, Path)), request_body = NewCandidacy,
    responses(
        (status = 201, body = Candidacy, headers(
            ("Location" = String, description = "Dirección de la candidatura")
        )),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)
    )
)]
pub async fn register_candidacy(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(mut new): Unchecked<NewCandidacy>,
) -> Result<HttpResponse, Failure> {
    let election: ElectionId = segment(&id)?;
    let mut remarks = registration_remarks::tidied(&new);
    candidacy_rules::tidy(&mut new);
    remarks.extend(registration_remarks::doubts(&new));
    // Everyone of the election is read for a remark: before the change begins, so that nobody waits for it.
    let standing = {
        let mut conn = app.db.read().await?;
        store::standing(&mut conn, &election).await?
    };
    let (mut tx, now) = grant.begin_change(&app).await?;
    // Two who register the same person at once are told by the row that both need.
    elections::hold_election(&mut tx, &election).await?;
    let election = existing_election(&mut tx, &election).await?;
    not_archived(&election)?;
    check::finish(errors_of_new(&mut tx, &election, &new, now).await?)?;
    let Some(made) = store_new(&app, &mut tx, &grant, (&election, new), now).await? else {
        return Err(Failure::new(Code::AlreadyExists, SAME_PERSON));
    };
    remarks.extend(registration_remarks::namesakes(
        &made.registration,
        &standing,
        &election.setup,
    ));
    let body = Candidacy { remarks, ..made };
    tx.commit().await?;
    Ok(created("candidacies", body.id.as_str()).json(body))
}

/// What is told of somebody who is registered already.
pub const SAME_PERSON: &str =
    "Esta persona ya está registrada para el mismo cargo, territorio y calidad.";

/// Everything that is wrong with a new candidacy in an election, whose row is held.
pub async fn errors_of_new(
    conn: Conn<'_>,
    election: &ElectionRow,
    new: &NewCandidacy,
    now: Instant,
) -> Result<Vec<FieldError>, Failure> {
    let actor = elections::actor(&mut *conn, &new.actor)
        .await?
        .filter(|it| it.election == election.id);
    let mut errors = candidacy_rules::errors(new, &election.setup, actor.as_ref(), now);
    errors.extend(wrong_substitution(conn, election, new, now).await?);
    Ok(errors)
}

/// Stores a new candidacy without errors, with its audit entry; nothing where the person is registered for
/// the same already.
pub async fn store_new(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (election, new): (&ElectionRow, NewCandidacy),
    now: Instant,
) -> Result<Option<Candidacy>, Failure> {
    let acuerdo_on = new.acuerdo_on;
    let row = new_row(&app.secrets, election, new, now)?;
    if store::is_registered(&mut *conn, &election.id, &row.person, &row.registration).await? {
        return Ok(None);
    }
    store::insert_candidacy(&mut *conn, &row, now).await?;
    let written = AuditEntry {
        election: Some(&election.id),
        candidacy: Some(&row.id),
        after: Some(&stored_hash(&row.registration)?),
        detail: json!({
            "actor": row.actor,
            "own_period": row.own_period,
            "substitutes": row.substitutes,
            "acuerdo_on": acuerdo_on,
        }),
        ..audit_entry(grant, AuditAction::CandidacyRegistered)
    };
    audit::write(&mut *conn, now, written).await?;
    present_candidacy(conn, &row.id, now).await.map(Some)
}

/// What is wrong with whose place a candidacy takes: only one that was substituted has a place to take,
/// and only once.
async fn wrong_substitution(
    conn: Conn<'_>,
    election: &ElectionRow,
    new: &NewCandidacy,
    now: Instant,
) -> Result<Option<FieldError>, Failure> {
    let Some(before) = &new.substitutes else {
        return Ok(None);
    };
    // Held, so that it is neither brought back nor substituted twice before this is stored.
    let held = candidacy::hold_candidacy(&mut *conn, before).await?;
    let taken = store::has_substitute(conn, before).await?;
    let before = held.filter(|it| it.election.id == election.id);
    let error = candidacy_rules::wrong_substitution(new, before.as_ref(), taken, now);
    Ok(error)
}

fn new_row(
    secrets: &Secrets,
    election: &ElectionRow,
    new: NewCandidacy,
    now: Instant,
) -> Result<NewCandidacyRow, Failure> {
    let id = new_id(now)?;
    let mut registration = new.registration.clone();
    registration.age = candidacy_rules::age_at_election(&new, &election.setup);
    let of_substitution = new
        .substitutes
        .as_ref()
        .map(|_| election.setup.substitute_period(new.acuerdo_on, now));
    Ok(NewCandidacyRow {
        person: private::person(secrets, new.private.curp.as_deref(), now)?,
        private: Some(private::seal(secrets, &id, &new.private)?),
        id,
        election: election.id.clone(),
        actor: new.actor,
        process: Process::registered(),
        registration,
        own_period: new.own_period.or(of_substitution),
        substitutes: new.substitutes,
    })
}
