//! Substitution and cancellation by an acuerdo of the Consejo General: everything is blocked and
//! what was public is withdrawn in the same transaction. What is public takes two.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use conoceles_shared::api::admin::{Acuerdo, Candidacy};
use conoceles_shared::api::proposals::{CandidacyEnding, Proposal, ProposedAct};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Action, State};
use conoceles_shared::problem::Problem;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::candidacies::present_candidacy;
use super::check;
use super::proposals::propose::{Draft, propose_act, proposed_answer};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store as candidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::publication;
use crate::steps::{Step, clock, store_audited_step};

/// Cancels a candidacy. One that is published is only proposed for it: a second administrator confirms.
///
/// # Errors
/// 403 `proof_required` where the second factor's code was given a while ago; 409 where it has already
/// ended, or the same is asked for already; 422 without the acuerdo.
#[utoipa::path(
    post, path = "/api/v1/admin/candidacies/{id}/cancellation", tag = "admin",
    params(("id" = String, Path)), request_body = Acuerdo,
    responses(
        (status = 200, body = Candidacy), (status = 202, body = Proposal),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn cancel_and_withdraw(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(acuerdo): Unchecked<Acuerdo>,
) -> Result<HttpResponse, Failure> {
    grant.proof.required(now)?;
    let ending = CandidacyEnding::Cancellation;
    end_or_propose(&grant, &app, &segment(&id)?, ending, acuerdo).await
}

/// Marks a candidacy as substituted; whoever takes its place is registered as a new one, with a
/// period of its own. One that is published is only proposed for it: a second administrator confirms.
///
/// # Errors
/// 403 `proof_required` where the second factor's code was given a while ago; 409 where it has already
/// ended, or the same is asked for already; 422 without the acuerdo.
#[utoipa::path(
    post, path = "/api/v1/admin/candidacies/{id}/substitution", tag = "admin",
    params(("id" = String, Path)), request_body = Acuerdo,
    responses(
        (status = 200, body = Candidacy), (status = 202, body = Proposal),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn substitute_and_withdraw(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(acuerdo): Unchecked<Acuerdo>,
) -> Result<HttpResponse, Failure> {
    grant.proof.required(now)?;
    let ending = CandidacyEnding::Substitution;
    end_or_propose(&grant, &app, &segment(&id)?, ending, acuerdo).await
}

async fn end_or_propose(
    grant: &Grant<Administer>,
    app: &App,
    id: &CandidacyId,
    ending: CandidacyEnding,
    mut acuerdo: Acuerdo,
) -> Result<HttpResponse, Failure> {
    check::tidy(&mut acuerdo.acuerdo);
    let mut errors = check::own_errors(&acuerdo);
    check::characters(&mut errors, Acuerdo::ACUERDO, &acuerdo.acuerdo);
    check::finish(errors)?;
    let (mut tx, now) = grant.begin_change(app).await?;
    let loaded = endable(app, &mut tx, grant, (id, ending), now).await?;
    if loaded.process.state == State::Published {
        let draft = ending_draft(&loaded, ending, acuerdo);
        let proposal = propose_act(&mut tx, grant, draft, now).await?;
        tx.commit().await?;
        return Ok(proposed_answer(&proposal));
    }
    apply_ending(app, &mut tx, grant, (id, ending, &acuerdo), now).await?;
    let body = present_candidacy(&mut tx, id, now).await?;
    tx.commit().await?;
    Ok(HttpResponse::Ok().json(body))
}

/// Whether the candidacy can end so as it stands, by reading alone.
///
/// # Errors
/// 404; 409 where it has already ended.
pub async fn can_end(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (id, ending): (&CandidacyId, CandidacyEnding),
    now: Instant,
) -> Result<(), Failure> {
    let found = candidacy::load_candidacy(conn, id).await?;
    let loaded = found.ok_or_else(Failure::not_found)?.as_it_stands(now);
    let (action, facts) = (action_of(ending), loaded.facts(now));
    loaded.process.check(&action, grant.who(), &facts)?;
    Ok(())
}

/// The candidacy as the clock leaves it, which can end so.
///
/// # Errors
/// 404; 409 where it has already ended.
async fn endable(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (id, ending): (&CandidacyId, CandidacyEnding),
    now: Instant,
) -> Result<LoadedCandidacy, Failure> {
    let mut loaded = candidacy::load_candidacy(&mut *conn, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    clock::settle_and_publish(app, conn, &mut loaded, now).await?;
    let (action, facts) = (action_of(ending), loaded.facts(now));
    loaded.process.check(&action, grant.who(), &facts)?;
    Ok(loaded)
}

/// What the lifecycle calls an ending.
pub const fn action_of(ending: CandidacyEnding) -> Action {
    match ending {
        CandidacyEnding::Cancellation => Action::Cancel,
        CandidacyEnding::Substitution => Action::Substitute,
    }
}

/// What both people are shown of an ending that the public would see.
fn ending_draft(loaded: &LoadedCandidacy, ending: CandidacyEnding, acuerdo: Acuerdo) -> Draft {
    let mut consequences = vec![
        format!("Con fundamento en {}.", acuerdo.acuerdo),
        "Su información deja de mostrarse en el portal, con su constancia en la bitácora pública, y \
         ya no puede modificarse."
            .to_owned(),
        "Se avisa al actor político.".to_owned(),
        "Solo puede deshacerse entre dos personas y con un acuerdo.".to_owned(),
    ];
    if loaded.process.correction.is_some() {
        consequences.push("La corrección que está en curso termina sin efecto.".to_owned());
    }
    if ending == CandidacyEnding::Substitution {
        consequences.push("Puede registrarse a quien toma su lugar.".to_owned());
    }
    Draft {
        title: format!(
            "{} la candidatura publicada «{}»",
            ending.label(),
            loaded.registration.full_name()
        ),
        act: ProposedAct::EndCandidacy {
            candidacy: loaded.id.clone(),
            ending,
            acuerdo,
        },
        consequences,
    }
}

/// Ends a candidacy and withdraws what is public of it.
///
/// # Errors
/// 404; 409 where it has already ended.
pub async fn apply_ending(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (id, ending, acuerdo): (&CandidacyId, CandidacyEnding, &Acuerdo),
    now: Instant,
) -> Result<(), Failure> {
    let mut loaded = endable(app, &mut *conn, grant, (id, ending), now).await?;
    let ground = EndingGround {
        ending,
        acuerdo: &acuerdo.acuerdo,
        acuerdo_on: None,
    };
    store_end(conn, grant, &mut loaded, &ground, now).await
}

/// How a candidacy ends, and on what ground.
pub struct EndingGround<'a> {
    /// Cancelled or substituted.
    pub ending: CandidacyEnding,
    /// By which acuerdo.
    pub acuerdo: &'a str,
    /// Of which day, where that was noted.
    pub acuerdo_on: Option<NaiveDate>,
}

/// Ends a candidacy that stands as the clock left it, and withdraws what is public of it.
///
/// # Errors
/// 409 where it has already ended.
pub async fn store_end(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    loaded: &mut LoadedCandidacy,
    ground: &EndingGround<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let from = loaded.process.state;
    let (action, facts) = (action_of(ground.ending), loaded.facts(now));
    let next = loaded.process.apply(&action, grant.who(), &facts)?;
    let mut detail = json!({ "from": from });
    if let Some(day) = ground.acuerdo_on {
        detail["acuerdo_on"] = json!(day);
    }
    let step = Step {
        who: Some(grant.who()),
        action: match ground.ending {
            CandidacyEnding::Cancellation => AuditAction::CandidacyCancelled,
            CandidacyEnding::Substitution => AuditAction::CandidacySubstituted,
        },
        legal_basis: Some(ground.acuerdo),
        detail,
    };
    store_audited_step(&mut *conn, loaded, next, step, now).await?;
    publication::withdraw(conn, loaded, now).await
}
