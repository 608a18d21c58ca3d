//! The operator's home: the actor's candidacies with their clocks.

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::web;
use conoceles_shared::api::capture::{CandidacySummary, Home};
use conoceles_shared::api::seat::SeatHistory;
use conoceles_shared::api::standstill::Standstill;
use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::time::Instant;

use super::{store, views};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::bulk;
use crate::candidacy::store::revocations::last_revocations_of_actor;
use crate::candidacy::store::seats::seat_histories_of_actor;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections;

/// The actor's candidacies as they stand now.
///
/// # Errors
/// The database.
#[utoipa::path(
    get, path = "/api/v1/capture/home", tag = "capture",
    responses((status = 200, body = Home))
)]
pub async fn operator_home(
    grant: Grant<Capture>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<web::Json<Home>, Failure> {
    let mut conn = app.db.read().await?;
    let (actor, election) = elections::actor_with_election(&mut conn, &grant.scope).await?;
    let dates = CaptureDates {
        received: actor.received,
        actor_end: actor.capture_end,
        ..CaptureDates::default()
    };
    let capture = dates.period(&election.setup);
    let (actor_name, election_name) = (actor.name.clone(), election.setup.name.clone());
    let photos = store::photos_of_actor(&mut conn, &grant.scope).await?;
    let mut all = bulk::of_actor(&mut conn, &Arc::new(election), actor).await?;
    all.sort_by_cached_key(LoadedCandidacy::name_key);
    let mut seats = seat_histories_of_actor(&mut conn, &grant.scope).await?;
    let revoked = last_revocations_of_actor(&mut conn, &grant.scope).await?;
    Ok(web::Json(Home {
        now,
        actor_name,
        election_name,
        capture,
        candidacies: all
            .iter()
            .map(|it| CandidacySummary {
                standstill: standstill(it, &revoked, now),
                seat: seats.remove(&it.id).unwrap_or_default(),
                ..summary(it, photos.get(&it.id).cloned(), now)
            })
            .collect(),
    }))
}

/// What holds it up as it stands at `now`: a revocation after which consent 1 was given again does not.
fn standstill(
    loaded: &LoadedCandidacy,
    revoked: &HashMap<CandidacyId, Standstill>,
    now: Instant,
) -> Option<Standstill> {
    let last = revoked.get(&loaded.id)?;
    let stopped = loaded.in_force(now).stands_still(&loaded.facts(now));
    stopped.then(|| last.clone())
}

fn summary(loaded: &LoadedCandidacy, photo: Option<String>, now: Instant) -> CandidacySummary {
    let process = loaded.in_force(now);
    CandidacySummary {
        id: loaded.id.clone(),
        name: loaded.registration.full_name(),
        office_label: loaded.registration.office.label().to_owned(),
        territory_name: loaded.territory_name(),
        role_label: loaded.registration.role_label().to_owned(),
        state: process.state,
        deadline: process.operator_deadline(&loaded.facts(now)),
        opens: process.operator_opens(&loaded.facts(now)),
        publishes_at: loaded.held_until(now),
        percent: process.percent(),
        missing: process.missing_sections(),
        observed: views::unanswered(&process),
        photo,
        standstill: None,
        seat: SeatHistory::default(),
    }
}
