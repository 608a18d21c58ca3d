//! What was reviewed: published, for whoever has to pause it or look at its corrections; approved and
//! waiting for its date; observed and waiting for its operator.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::listing::CandidacySearch;
use conoceles_shared::api::published::{PublishedItem, PublishedPage, PublishedSearch};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::lifecycle::{Process, SectionState, State};
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::sought::Seeker;
use crate::candidacy::store::search::ListedElections;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::now::Now;
use crate::core::state::App;

/// The candidacies that were reviewed and wait for no validator, by name, 50 on a page.
///
/// # Errors
/// 422 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/review/published", tag = "review",
    params(
        ("q" = Option<String>, Query, description = "Words of name, actor or territory"),
        ("office" = Option<conoceles_shared::catalogues::Office>, Query, description = "Only this office"),
        ("state" = Option<State>, Query, description = "Only `published`, `approved` or `observed`"),
        ("page" = Option<u32>, Query, description = "From 1"),
    ),
    responses((status = 200, body = PublishedPage), (status = 422, body = Problem))
)]
pub async fn published_candidacies(
    grant: Grant<Review>,
    app: web::Data<App>,
    Now(now): Now,
    request: HttpRequest,
) -> Result<web::Json<PublishedPage>, Failure> {
    let wanted = PublishedSearch::from_pairs(&decode_pairs(request.query_string()))
        .map_err(Failure::invalid)?;
    let search = CandidacySearch {
        states: wanted.states(),
        q: wanted.q,
        office: wanted.office,
        ..CandidacySearch::default()
    };
    let mut conn = app.db.snapshot().await?;
    let listed = ListedElections::under_way(&mut conn, now).await?;
    let list = listed.sought_by(Seeker {
        search: &search,
        account: &grant.account,
        now,
    });
    let from = (wanted.page - 1).saturating_mul(PublishedSearch::PAGE);
    let (found, total) = list
        .page_by_name(&mut conn, from, PublishedSearch::PAGE)
        .await?;
    let total = usize::try_from(total).unwrap_or(usize::MAX);
    Ok(web::Json(PublishedPage {
        data: found
            .iter()
            .map(|it| published_item(&it.in_force(now), it, now))
            .collect(),
        total,
        page: wanted.page,
        pages: total.div_ceil(PublishedSearch::PAGE).max(1),
    }))
}

fn published_item(process: &Process, it: &LoadedCandidacy, now: Instant) -> PublishedItem {
    let paused = |section: &Section| process.section(*section).state == SectionState::Paused;
    PublishedItem {
        id: it.id.clone(),
        name: it.registration.full_name(),
        actor_name: it.actor.name.clone(),
        office_label: it.registration.office.label().to_owned(),
        territory_name: it.territory_name(),
        election_name: it.election.setup.name.clone(),
        drill: it.election.setup.drill,
        state: process.state,
        publishes_at: process.held_until(&it.facts(now)),
        paused: Section::REVIEWABLE.iter().copied().filter(paused).collect(),
        correction: process.correction.as_ref().map(|it| it.state),
    }
}
