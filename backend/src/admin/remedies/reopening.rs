//! A candidacy reopened by order of a tribunal, for the time that it gives.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::api::remedies::ReopeningOrder;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Action, Process, State};
use conoceles_shared::notices::News;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::time::{Instant, local_date, spanish_date, spanish_deadline, spanish_moment};
use serde_json::json;

use super::common::{standing, tell_owner};
use super::{place, store};
use crate::admin::check;
use crate::admin::proposals::propose::{Draft, propose_act, proposed_answer};
use crate::candidacy::LoadedCandidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::publication::{self, Kind};
use crate::steps::{Step, store_audited_step};

/// Asks to reopen a candidacy by order of a tribunal: a second administrator confirms it. What is
/// public is corrected, anything else is captured again.
///
/// # Errors
/// 409 while its capture period runs, where another candidacy has its place, where publication ended, or
/// where the same is asked for already; 422 with every field; 403 `proof_required`.
#[utoipa::path(
    post, path = "/api/v1/admin/candidacies/{id}/reopening", tag = "admin",
    params(("id" = String, Path)), request_body = ReopeningOrder,
    responses(
        (status = 202, body = Proposal), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)
    )
)]
pub async fn propose_reopening(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(mut order): Unchecked<ReopeningOrder>,
) -> Result<HttpResponse, Failure> {
    let id: CandidacyId = segment(&id)?;
    grant.proof.required(now)?;
    check::tidy(&mut order.docket);
    let (mut tx, now) = grant.begin_change(&app).await?;
    let loaded = standing(&app, &mut tx, &id, now).await?;
    let next = reopened(&mut tx, &grant, &loaded, &order, now).await?;
    let is_public = publication::store::current_record(&mut tx, &id)
        .await?
        .is_some();
    let draft = Draft {
        title: format!(
            "reabrir por orden de un tribunal la candidatura «{}»",
            loaded.registration.full_name()
        ),
        consequences: consequences(&loaded, &next, &order, is_public),
        act: ProposedAct::ReopenByOrder {
            candidacy: id,
            order,
        },
    };
    let proposal = propose_act(&mut tx, &grant, draft, now).await?;
    tx.commit().await?;
    Ok(proposed_answer(&proposal))
}

/// Everything that is wrong with an order, whatever it is about.
fn wrong_order(order: &ReopeningOrder, publication_ends: Instant, now: Instant) -> Vec<FieldError> {
    let mut errors = check::own_errors(order);
    check::characters(&mut errors, ReopeningOrder::DOCKET, &order.docket);
    let today = local_date(now);
    if order.dated > today {
        errors.push(FieldError::new(
            ReopeningOrder::DATED,
            "in_the_future",
            "La resolución no puede tener una fecha futura.",
        ));
    }
    if order.starts_on < order.dated {
        errors.push(FieldError::new(
            ReopeningOrder::STARTS_ON,
            "before_order",
            "El plazo no puede empezar antes de la resolución.",
        ));
    }
    let ends = if order.ends_on < order.starts_on {
        Some((
            "not_later",
            "El plazo no puede terminar antes de empezar.".to_owned(),
        ))
    } else if order.ends_on < today {
        Some(("period_over", "Ese plazo ya habría terminado.".to_owned()))
    } else if order.period().ends > publication_ends {
        let last = spanish_date(local_date(publication_ends));
        Some((
            "after_publication",
            format!(
                "No puede pasar del término de la publicación, {last}. Si la resolución lo ordena, \
                 amplíelo primero en «Datos y ajustes»."
            ),
        ))
    } else {
        None
    };
    errors
        .extend(ends.map(|(code, detail)| FieldError::new(ReopeningOrder::ENDS_ON, code, detail)));
    errors
}

/// The process after the order, whoever has its place.
///
/// # Errors
/// 409 where it cannot be reopened; 422 with every field.
pub fn after_order(
    grant: &Grant<Administer>,
    loaded: &LoadedCandidacy,
    order: &ReopeningOrder,
    now: Instant,
) -> Result<Process, Failure> {
    let facts = loaded.facts(now);
    check::finish(wrong_order(order, facts.publication_ends, now))?;
    let action = Action::Reopen {
        reference: order.docket.clone(),
        period: order.period(),
    };
    Ok(loaded.process.apply(&action, grant.who(), &facts)?)
}

/// The process after the order, where its place is free.
async fn reopened(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    loaded: &LoadedCandidacy,
    order: &ReopeningOrder,
    now: Instant,
) -> Result<Process, Failure> {
    let next = after_order(grant, loaded, order, now)?;
    if loaded.process.state.gave_up_its_place() {
        place::must_be_free(conn, loaded).await?;
    }
    Ok(next)
}

fn consequences(
    loaded: &LoadedCandidacy,
    next: &Process,
    order: &ReopeningOrder,
    is_public: bool,
) -> Vec<String> {
    let period = order.period();
    let mut all = vec![format!(
        "Expediente {}, resolución del {}.",
        order.docket,
        spanish_date(order.dated)
    )];
    if next.state == State::Published {
        all.push(
            "Se abre una corrección de lo publicado, que no cuenta entre las permitidas. El público \
             conserva la versión de ahora hasta que se revise la nueva."
                .into(),
        );
        if loaded.process.correction.is_some() {
            all.push("La corrección que ya estaba en curso termina sin efecto.".into());
        }
    } else {
        all.push(
            "Vuelve a captura con lo que tiene, y se revisa de nuevo completa: lo que se haya decidido \
             sobre ella queda sin efecto."
                .into(),
        );
        if is_public {
            all.push(
                "Lo que hoy está a la vista se retira, con su constancia en la bitácora pública, hasta \
                 que se apruebe de nuevo."
                    .into(),
            );
        }
    }
    if loaded.process.state.is_end() {
        all.push(if next.state == State::Published {
            "Deja de estar terminada y se publica otra vez, como una versión siguiente.".into()
        } else {
            "Deja de estar terminada.".into()
        });
    }
    all.push(format!(
        "El plazo va del {} al {}.",
        spanish_moment(period.starts),
        spanish_deadline(period.ends)
    ));
    all.push("Se avisa al actor político.".into());
    all
}

/// Carries an order out.
///
/// # Errors
/// As [`propose_reopening`].
pub async fn apply_order(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    id: &CandidacyId,
    order: &ReopeningOrder,
    now: Instant,
) -> Result<(), Failure> {
    let mut loaded = standing(app, &mut *conn, id, now).await?;
    let next = reopened(&mut *conn, grant, &loaded, order, now).await?;
    let from = loaded.process.state;
    let period = order.period();
    if next.state.is_captured() {
        store::set_capture_period(&mut *conn, &mut loaded, period, now).await?;
    }
    let step = Step {
        who: Some(grant.who()),
        action: AuditAction::CandidacyReopened,
        legal_basis: Some(&order.docket),
        detail: json!({
            "from": from,
            "to": next.state,
            "dated": order.dated,
            "starts": period.starts,
            "ends": period.ends,
        }),
    };
    store_audited_step(&mut *conn, &mut loaded, next, step, now).await?;
    if loaded.process.state != State::Published {
        publication::withdraw(&mut *conn, &loaded, now).await?;
    } else if from.is_end() {
        let process = loaded.process.clone();
        publication::publish(app, &mut *conn, &loaded, &process, Kind::Reinstatement, now).await?;
    }
    let news = News::Reopened {
        docket: order.docket.clone(),
        starts: period.starts.max(now),
        ends: period.ends,
        public: loaded.process.state == State::Published,
    };
    tell_owner(conn, &loaded, &news, now).await
}
