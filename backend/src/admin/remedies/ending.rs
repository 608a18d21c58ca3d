//! A mistaken cancellation or substitution, undone with the acuerdo that says so.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::api::remedies::Undoing;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Action, Facts, Process, State};
use conoceles_shared::notices::News;
use conoceles_shared::problem::Problem;
use conoceles_shared::time::{Instant, spanish_deadline, spanish_moment};
use serde_json::json;

use super::common::{checked, standing, tell_owner};
use super::place;
use crate::admin::proposals::propose::{Draft, propose_act, proposed_answer};
use crate::admin::store::extend_candidacy;
use crate::candidacy::LoadedCandidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::publication::{self, Kind};
use crate::steps::{Step, store_audited_step};

/// Asks to undo a cancellation or a substitution: a second administrator confirms it.
///
/// # Errors
/// 409 where it was neither, where another candidacy has its place or its person, or where the same is
/// asked for already; 422 without the acuerdo and the reason; 403 `proof_required`.
#[utoipa::path(
    post, path = "/api/v1/admin/candidacies/{id}/reinstatement", tag = "admin",
    params(("id" = String, Path)), request_body = Undoing,
    responses(
        (status = 202, body = Proposal), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)
    )
)]
pub async fn propose_undoing(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(undoing): Unchecked<Undoing>,
) -> Result<HttpResponse, Failure> {
    let id: CandidacyId = segment(&id)?;
    grant.proof.required(now)?;
    let undoing = checked(undoing)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let loaded = standing(&app, &mut tx, &id, now).await?;
    let undone = Undone::of(&mut tx, &grant, &loaded, &undoing, now).await?;
    let what = if loaded.process.state == State::Substituted {
        "deshacer la sustitución de"
    } else {
        "deshacer la cancelación de"
    };
    let draft = Draft {
        title: format!("{what} «{}»", loaded.registration.full_name()),
        consequences: undone.consequences(&loaded, &undoing, now),
        act: ProposedAct::UndoEnding {
            candidacy: id,
            undoing,
        },
    };
    let proposal = propose_act(&mut tx, &grant, draft, now).await?;
    tx.commit().await?;
    Ok(proposed_answer(&proposal))
}

/// The process that it returns to.
///
/// # Errors
/// 409 where it was neither cancelled nor substituted, or cannot come back.
pub fn returned(
    grant: &Grant<Administer>,
    loaded: &LoadedCandidacy,
    undoing: &Undoing,
    now: Instant,
) -> Result<Process, Failure> {
    let action = Action::Reinstate {
        reference: undoing.reference.clone(),
    };
    let facts = loaded.facts(now);
    Ok(loaded.process.apply(&action, grant.who(), &facts)?)
}

/// The candidacy as it would stand.
struct Undone {
    /// The state that it returns to, before the clock decides.
    returns_to: State,
    /// What was held, as the clock leaves it: it may be published at once.
    next: Process,
    /// The end that its capture period gets.
    capture_end: Option<Instant>,
}

impl Undone {
    async fn of(
        conn: Conn<'_>,
        grant: &Grant<Administer>,
        loaded: &LoadedCandidacy,
        undoing: &Undoing,
        now: Instant,
    ) -> Result<Self, Failure> {
        let facts = loaded.facts(now);
        let returned = returned(grant, loaded, undoing, now)?;
        place::must_be_free(conn, loaded).await?;
        let returns_to = returned.state;
        let next = if returns_to == State::Approved {
            returned.in_force(&facts)
        } else {
            returned
        };
        Ok(Self {
            returns_to,
            next,
            capture_end: loaded.process.capture_end_given_back(&facts),
        })
    }

    fn consequences(
        &self,
        loaded: &LoadedCandidacy,
        undoing: &Undoing,
        now: Instant,
    ) -> Vec<String> {
        let mut all = vec![format!(
            "Con fundamento en {}. Motivo: {}",
            undoing.reference, undoing.reason
        )];
        if loaded.process.before_end.is_some() {
            let state = self.returns_to.label();
            all.push(format!(
                "Vuelve a donde estaba: «{state}», con sus secciones como estaban."
            ));
        } else {
            all.push(
                "No se guardó cómo estaba antes de terminar: vuelve a captura, con lo capturado, y se \
                 revisa de nuevo antes de publicarse."
                    .into(),
            );
        }
        let facts = loaded.facts(now);
        all.extend(self.what_becomes_public(&facts));
        all.extend(self.next.after_revocation(&facts).map(str::to_owned));
        let ends = self
            .capture_end
            .or_else(|| self.next.operator_deadline(&facts));
        if let Some(ends) = ends.filter(|it| *it > now) {
            all.push(format!(
                "Quien la captura tendrá hasta el {}: se devuelve el tiempo que estuvo terminada.",
                spanish_deadline(ends)
            ));
        }
        all.push("Se avisa al actor político.".into());
        all
    }

    fn what_becomes_public(&self, facts: &Facts<'_>) -> Option<String> {
        if self.next.state == State::Published {
            return Some(if self.returns_to == State::Published {
                "Se publica otra vez, como una versión siguiente. El retiro queda en la bitácora pública."
                    .into()
            } else {
                "Estaba aprobada y su publicación ya comenzó: se publica en cuanto se confirme."
                    .into()
            });
        }
        let from = self.next.held_until(facts)?;
        Some(format!(
            "Se publica el {}, o en cuanto se confirme si es después.",
            spanish_moment(from)
        ))
    }
}

/// Undoes an ending.
///
/// # Errors
/// As [`propose_undoing`].
pub async fn apply_undoing(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    id: &CandidacyId,
    undoing: &Undoing,
    now: Instant,
) -> Result<(), Failure> {
    let mut loaded = standing(app, &mut *conn, id, now).await?;
    let undone = Undone::of(&mut *conn, grant, &loaded, undoing, now).await?;
    let from = loaded.process.state;
    let was_public = undone.returns_to == State::Published;
    if let Some(end) = undone.capture_end {
        extend_candidacy(&mut *conn, &loaded, end, now).await?;
        loaded.version += 1;
        loaded.dates.own_end = Some(end);
    }
    let step = Step {
        who: Some(grant.who()),
        action: AuditAction::CandidacyReinstated,
        legal_basis: Some(&undoing.reference),
        detail: json!({
            "from": from,
            "to": undone.next.state,
            "capture_end": undone.capture_end,
            "reason": undoing.reason,
        }),
    };
    store_audited_step(&mut *conn, &mut loaded, undone.next, step, now).await?;
    let public = loaded.process.state == State::Published;
    if public {
        let process = loaded.process.clone();
        let kind = if was_public {
            Kind::Reinstatement
        } else {
            Kind::Publication
        };
        publication::publish(app, &mut *conn, &loaded, &process, kind, now).await?;
    }
    let ends = loaded.process.operator_deadline(&loaded.facts(now));
    let news = News::EndingUndone {
        public,
        ends: ends.filter(|it| *it > now),
    };
    tell_owner(conn, &loaded, &news, now).await
}
