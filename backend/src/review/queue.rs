//! The queue: what waits for a reviewer, the earliest due first; after it what is approved and waits
//! for its date.

use std::collections::BTreeMap;

use actix_web::web;
use conoceles_shared::api::List;
use conoceles_shared::api::review::QueueItem;
use conoceles_shared::election::{ElectionSetup, PhaseKind};
use conoceles_shared::ids::AccountId;
use conoceles_shared::lifecycle::{Correction, CorrectionState, Process, State, Who};
use conoceles_shared::time::Instant;

use super::{next_action, store};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::bulk;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::now::Now;
use crate::core::state::App;

/// The queue as it stands now: candidacies sent, sent again or in review, and corrections that were
/// asked for or sent; after them those that are approved and wait for their date.
///
/// # Errors
/// The database.
#[utoipa::path(
    get, path = "/api/v1/review/queue", tag = "review",
    responses((status = 200, body = List<QueueItem>))
)]
pub async fn review_queue(
    grant: Grant<Review>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<web::Json<List<QueueItem>>, Failure> {
    let mut conn = app.db.read().await?;
    let names = store::names_of_reviewers(&mut conn).await?;
    let all = bulk::unended(&mut conn).await?;
    let waiting = all
        .iter()
        .filter_map(|it| item(it, grant.who(), &names, now));
    let mut data: Vec<_> = waiting.collect();
    data.sort_by(|a, b| place_in_queue(a).cmp(&place_in_queue(b)));
    Ok(web::Json(List { data }))
}

/// What orders the queue: what is due, then what waits for its date.
fn place_in_queue(it: &QueueItem) -> impl Ord + '_ {
    (it.due.is_none(), it.due, it.publishes_at, &it.name, &it.id)
}

/// A line of the queue; `None` where the candidacy does not wait for review.
fn item(
    loaded: &LoadedCandidacy,
    who: Who<'_>,
    names: &BTreeMap<AccountId, String>,
    now: Instant,
) -> Option<QueueItem> {
    let process = loaded.in_force(now);
    let correction = process
        .correction
        .as_ref()
        .filter(|it| it.state != CorrectionState::Open);
    let waits = matches!(
        process.state,
        State::Submitted | State::Resubmitted | State::InReview
    );
    let held = process.state == State::Approved;
    if !waits && !held && correction.is_none() {
        return None;
    }
    let holder = holder(&process);
    let refusal = process
        .check(&next_action(&process), who, &loaded.facts(now))
        .err();
    let since = process.waiting_since().filter(|_| !held);
    Some(QueueItem {
        id: loaded.id.clone(),
        election: loaded.election.id.clone(),
        election_name: loaded.election.setup.name.clone(),
        name: loaded.registration.full_name(),
        actor_name: loaded.actor.name.clone(),
        office_label: loaded.registration.office.label().to_owned(),
        territory_name: loaded.territory_name(),
        state: process.state,
        correction: correction.map(|it: &Correction| it.state),
        submitted_at: process.submitted_at,
        waiting_since: since,
        due: since.map(|at| review_due(at, &loaded.election.setup)),
        publishes_at: loaded.held_until(now),
        incomplete: process.incomplete,
        second_turn: process.first_decision.is_some(),
        claimed_by: holder.and_then(|it| names.get(it).cloned()),
        mine: holder == Some(who.account),
        refusal: refusal.map(|it| it.detail()),
    })
}

/// When a review is due of what came at `since`: reckoned from the start of the review phase where
/// that is later.
fn review_due(since: Instant, setup: &ElectionSetup) -> Instant {
    let term = setup.settings.review_days;
    match setup.window(PhaseKind::Review).opens_later(since) {
        Some(starts) => term.period_from(starts).ends,
        None => term.period_after(since).ends,
    }
}

/// Who holds the turn, if anybody does.
fn holder(process: &Process) -> Option<&AccountId> {
    let correction = process
        .correction
        .as_ref()
        .and_then(|it| it.claimed_by.as_ref());
    process.claim.as_ref().map(|it| &it.by).or(correction)
}
