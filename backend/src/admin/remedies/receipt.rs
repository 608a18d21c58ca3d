//! A mistaken paper receipt, annulled.
//!
//! The capture period runs from the acceptance of the actor's first account instead, or not at all. What
//! the end of the mistaken period sent, and nobody decided on, is captured again; what an operator sent
//! stays sent.

use std::sync::Arc;

use actix_web::{HttpResponse, web};
use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::api::remedies::Undoing;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::ActorId;
use conoceles_shared::lifecycle::Action;
use conoceles_shared::notices::News;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::time::{Instant, Period, spanish_deadline, spanish_moment};
use serde_json::json;

use super::common::checked;
use super::store;
use crate::admin::proposals::propose::{Draft, propose_act, proposed_answer};
use crate::admin::{audit_entry, not_archived};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::bulk;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections::{self, ActorRow, ElectionRow};
use crate::notices::{self, ActorNotice};
use crate::receipts;
use crate::steps::{Step, clock, store_audited_step};

/// Asks to annul a receipt that was recorded from paper: a second administrator confirms it.
///
/// # Errors
/// 409 where the actor has none, its own account accepted it, or the same is asked for already; 422
/// without the document and the reason; 403 `proof_required`.
#[utoipa::path(
    post, path = "/api/v1/admin/actors/{id}/paper-receipt/annulment", tag = "admin",
    params(("id" = String, Path)), request_body = Undoing,
    responses(
        (status = 202, body = Proposal), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)
    )
)]
pub async fn propose_annulment(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(undoing): Unchecked<Undoing>,
) -> Result<HttpResponse, Failure> {
    let id: ActorId = segment(&id)?;
    grant.proof.required(now)?;
    let undoing = checked(undoing)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let annulled = Annulled::of(&app, &mut tx, &id, now).await?;
    let draft = Draft {
        title: format!("anular el acuse en papel de «{}»", annulled.actor.name),
        consequences: annulled.consequences(&undoing),
        act: ProposedAct::AnnulPaperReceipt { actor: id, undoing },
    };
    let proposal = propose_act(&mut tx, &grant, draft, now).await?;
    tx.commit().await?;
    Ok(proposed_answer(&proposal))
}

/// An actor whose receipt came from paper, its election, and the date of that receipt.
///
/// # Errors
/// 404; 409 for an archive, and where the actor has none.
pub async fn annullable(
    conn: Conn<'_>,
    id: &ActorId,
) -> Result<(ActorRow, ElectionRow, Instant), Failure> {
    let (actor, election) = elections::actor_with_election(conn, id).await?;
    not_archived(&election)?;
    let mistaken = actor.received_on_paper().ok_or_else(|| {
        Failure::new(
            Code::WrongState,
            "Este actor político no tiene un acuse en papel: nada hay que anular.",
        )
    })?;
    Ok((actor, election, mistaken))
}

/// What follows from taking a paper receipt back.
struct Annulled {
    actor: ActorRow,
    election: Arc<ElectionRow>,
    /// The date of the mistaken one.
    mistaken: Instant,
    /// The period that runs in its place.
    instead: Option<Period>,
    /// What is captured again.
    returned: Vec<LoadedCandidacy>,
    /// Sent by its operator, or decided on: how many stay as they are.
    staying: usize,
}

impl Annulled {
    async fn of(app: &App, conn: Conn<'_>, id: &ActorId, now: Instant) -> Result<Self, Failure> {
        let (actor, election, mistaken) = annullable(&mut *conn, id).await?;
        let instead = CaptureDates {
            received: actor.accepted,
            actor_end: actor.capture_end,
            ..CaptureDates::default()
        }
        .period(&election.setup);
        let election = Arc::new(election);
        let mut all = bulk::of_actor(&mut *conn, &election, actor.clone()).await?;
        all.retain(|it| it.dates.own.is_none());
        let (mut returned, mut staying) = (Vec::new(), 0);
        // Where the period that runs instead is over as well, its end sent them too.
        let over = instead.is_some_and(|it| it.is_over(now));
        for mut it in all {
            clock::settle_and_publish(app, &mut *conn, &mut it, now).await?;
            if it.process.was_sent_by_the_clock() && !over {
                returned.push(it);
            } else if it.process.submitted_at.is_some() {
                staying += 1;
            }
        }
        Ok(Self {
            actor,
            election,
            mistaken,
            instead,
            returned,
            staying,
        })
    }

    fn consequences(&self, undoing: &Undoing) -> Vec<String> {
        let mut all = vec![
            format!(
                "Con fundamento en {}. Motivo: {}",
                undoing.reference, undoing.reason
            ),
            format!(
                "El acuse del {} deja de valer; queda en la auditoría.",
                spanish_moment(self.mistaken)
            ),
        ];
        all.push(match self.instead {
            Some(period) => format!(
                "Su periodo de captura se cuenta desde el acuse que aceptó su cuenta, el {}, y termina \
                 el {}.",
                spanish_moment(period.starts),
                spanish_deadline(period.ends)
            ),
            None => "Su periodo de captura no corre mientras no haya otro acuse.".into(),
        });
        all.push(format!(
            "Vuelven a captura, y se anula su acuse de envío, las candidaturas que se enviaron al terminar \
             ese periodo y sobre las que nadie ha decidido: {}.",
            self.returned.len()
        ));
        all.push(format!(
            "Siguen como están las que envió su operador o que ya se decidieron: {}.",
            self.staying
        ));
        all.push("Se avisa al actor político.".into());
        all
    }
}

/// Annuls a paper receipt.
///
/// # Errors
/// As [`propose_annulment`].
pub async fn apply_annulment(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    id: &ActorId,
    undoing: &Undoing,
    now: Instant,
) -> Result<(), Failure> {
    let annulled = Annulled::of(app, &mut *conn, id, now).await?;
    let Annulled {
        mistaken, instead, ..
    } = annulled;
    store::replace_receipt(&mut *conn, id, mistaken, annulled.actor.accepted).await?;
    let mut returned = Vec::with_capacity(annulled.returned.len());
    for mut it in annulled.returned {
        it.dates.received = annulled.actor.accepted;
        return_to_capture(&mut *conn, grant, &mut it, undoing, now).await?;
        returned.push(it.id);
    }
    let stating = receipts::Annulment {
        actor: &annulled.actor,
        election: &annulled.election,
        instead,
    };
    let codes = receipts::annul_stating(app, &mut *conn, &stating, now).await?;
    let news = News::ReceiptAnnulled {
        ends: instead.map(|it| it.ends),
        over: instead.is_some_and(|it| it.is_over(now)),
        returned: returned.len(),
    };
    let notice = ActorNotice {
        actor: id,
        about: None,
        news: &news,
        addressees: &notices::distinct_contacts(&mut *conn, &app.secrets, returned.clone()).await?,
    };
    notices::tell_actor(&mut *conn, notice, now).await?;
    let written = AuditEntry {
        election: Some(&annulled.election.id),
        legal_basis: Some(&undoing.reference),
        detail: json!({
            "actor": id,
            "received": store_instant(mistaken),
            "instead": instead.map(|it| it.starts),
            "returned": returned,
            "receipts": codes,
            "reason": undoing.reason,
        }),
        ..audit_entry(grant, AuditAction::PaperReceiptAnnulled)
    };
    audit::write(conn, now, written).await
}

async fn return_to_capture(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    loaded: &mut LoadedCandidacy,
    undoing: &Undoing,
    now: Instant,
) -> Result<(), Failure> {
    let action = Action::ReturnToCapture {
        reference: undoing.reference.clone(),
    };
    let from = loaded.process.state;
    let next = loaded
        .process
        .apply(&action, grant.who(), &loaded.facts(now))?;
    let codes = receipts::annul_sent_by_the_clock(&mut *conn, &loaded.id, now).await?;
    let step = Step {
        who: Some(grant.who()),
        action: AuditAction::ReturnedToCapture,
        legal_basis: Some(&undoing.reference),
        detail: json!({ "from": from, "receipts": codes }),
    };
    store_audited_step(conn, loaded, next, step, now).await
}
