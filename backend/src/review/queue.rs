//! The queue: what waits for a reviewer, the earliest due first; after it what is approved and waits
//! for its date.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, web};
use conoceles_shared::api::List;
use conoceles_shared::api::listing::{
    ActorChoice, CandidacySearch, ElectionChoices, QueuePage, TurnWanted,
};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::api::review::QueueItem;
use conoceles_shared::ids::AccountId;
use conoceles_shared::lifecycle::{Correction, CorrectionState, WaitsFor, Who};
use conoceles_shared::problem::Problem;
use conoceles_shared::time::Instant;

use super::{next_action, store};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::sought::{Placed, Seeker};
use crate::candidacy::store::overtaken::elections_under_way;
use crate::candidacy::store::search::ListedElections;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections;

/// The queue as it stands now: candidacies sent, sent again or in review, and corrections that were
/// asked for or sent; after them those that are approved and wait for their date.
///
/// # Errors
/// 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/review/queue", tag = "review",
    params(
        ("q" = Option<String>, Query, description = "Words of name, actor or territory"),
        ("election" = Option<String>, Query, description = "Only of this election"),
        ("actor" = Option<String>, Query, description = "Only of this actor"),
        ("office" = Option<conoceles_shared::catalogues::Office>, Query, description = "Only for this office"),
        ("territory" = Option<String>, Query, description = "Kind and code, e.g. `municipality:15106`"),
        ("state" = Option<String>, Query, description = "States, separated by commas"),
        ("waits_for" = inline(Option<WaitsFor>), Query, description = "Only what waits for this"),
        ("flag" = Option<conoceles_shared::lifecycle::QueueFlag>, Query, description = "Only with this flag"),
        ("age" = inline(Option<conoceles_shared::lifecycle::WaitingAge>), Query, description = "Only of this age"),
        ("holder" = Option<String>, Query, description = "`me`: only what one's own account holds"),
        ("turn" = inline(Option<TurnWanted>), Query, description = "Only with this turn for one's own account"),
        ("limit" = Option<u16>, Query, description = "1 to 200, else 50"),
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before"),
    ),
    responses((status = 200, body = QueuePage), (status = 400, body = Problem))
)]
pub async fn review_queue(
    grant: Grant<Review>,
    app: web::Data<App>,
    Now(now): Now,
    request: HttpRequest,
) -> Result<web::Json<QueuePage>, Failure> {
    let pairs = decode_pairs(request.query_string());
    let search = CandidacySearch::from_pairs(&pairs, CandidacySearch::OF_QUEUE)
        .map_err(Failure::invalid_query)?;
    let mut conn = app.db.snapshot().await?;
    let listed = ListedElections::under_way(&mut conn, now).await?;
    let list = listed.sought_by(Seeker {
        search: &search,
        account: &grant.account,
        now,
    });
    let (found, next_cursor) = list.page_of_queue(&mut conn).await?;
    let counts = list.counts_of_queue(&mut conn).await?;
    let names = store::names_of_reviewers(&mut conn).await?;
    let lines = found.iter();
    let data = lines.filter_map(|it| queue_item(it, grant.who(), &names, now));
    Ok(web::Json(QueuePage {
        data: data.collect(),
        counts,
        next_cursor,
    }))
}

/// A line of the queue; `None` where the candidacy is not in it.
fn queue_item(
    loaded: &LoadedCandidacy,
    who: Who<'_>,
    names: &BTreeMap<AccountId, String>,
    now: Instant,
) -> Option<QueueItem> {
    let process = loaded.in_force(now);
    let placed = Placed::new(loaded, &process);
    let waits_for = placed.standing.waits_for?;
    let correction = process
        .correction
        .as_ref()
        .filter(|it| it.state != CorrectionState::Open);
    let held = waits_for == WaitsFor::Publication;
    let holder = process.turn_holder();
    let refusal = process
        .check(&next_action(&process), who, &loaded.facts(now))
        .err();
    let since = placed.standing.waiting_since;
    let flags = placed.flags();
    Some(QueueItem {
        id: loaded.id.clone(),
        election: loaded.election.id.clone(),
        election_name: loaded.election.setup.name.clone(),
        drill: loaded.election.setup.drill,
        name: loaded.registration.full_name(),
        actor_name: loaded.actor.name.clone(),
        office_label: loaded.registration.office.label().to_owned(),
        territory_name: loaded.territory_name(),
        state: process.state,
        correction: correction.map(|it: &Correction| it.state),
        submitted_at: process.submitted_at,
        waiting_since: since,
        due: since.map(|at| loaded.election.setup.review_due(at)),
        publishes_at: loaded.held_until(now).filter(|_| held),
        incomplete: process.incomplete,
        second_turn: process.first_decision.is_some(),
        claimed_by: holder.and_then(|it| names.get(it.0).cloned()),
        mine: holder.is_some_and(|it| it.0 == who.account),
        claim_expires: holder.map(|it| it.1),
        returning: placed.has_turn(TurnWanted::Returning, who.account, now),
        flags,
        refusal: refusal.map(|it| it.detail()),
    })
}

/// What the lists of review may be narrowed to: the elections under way, each with its offices,
/// territories and actors.
///
/// # Errors
/// The database.
#[utoipa::path(
    get, path = "/api/v1/review/choices", tag = "review",
    responses((status = 200, body = List<ElectionChoices>))
)]
pub async fn choices_of_lists(
    _grant: Grant<Review>,
    app: web::Data<App>,
) -> Result<web::Json<List<ElectionChoices>>, Failure> {
    let mut conn = app.db.read().await?;
    let mut data = Vec::new();
    for election in elections_under_way(&mut conn).await? {
        let actors = elections::actors(&mut conn, &election.id).await?;
        let mut territories = election.setup.territories.clone();
        territories.sort_by(|a, b| a.name.cmp(&b.name));
        data.push(ElectionChoices {
            id: election.id.clone(),
            name: election.setup.name.clone(),
            offices: election.setup.offices.clone(),
            territories,
            actors: actors
                .into_iter()
                .map(|it| ActorChoice {
                    id: it.id,
                    name: it.name,
                })
                .collect(),
        });
    }
    Ok(web::Json(List { data }))
}
