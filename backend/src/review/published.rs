//! What is published, for whoever has to pause it or look at its corrections; and what is approved
//! and waits for its date.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::published::{PublishedItem, PublishedPage, PublishedSearch};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::lifecycle::{Process, SectionState, State};
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::bulk;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::now::Now;
use crate::core::state::App;

/// The published candidacies and those that wait for their date, by name, 50 on a page.
///
/// # Errors
/// 422 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/review/published", tag = "review",
    params(
        ("q" = Option<String>, Query, description = "Words of name, actor or territory"),
        ("office" = Option<conoceles_shared::catalogues::Office>, Query, description = "Only this office"),
        ("page" = Option<u32>, Query, description = "From 1"),
    ),
    responses((status = 200, body = PublishedPage), (status = 422, body = Problem))
)]
pub async fn published_candidacies(
    _grant: Grant<Review>,
    app: web::Data<App>,
    Now(now): Now,
    request: HttpRequest,
) -> Result<web::Json<PublishedPage>, Failure> {
    let search = PublishedSearch::from_pairs(&decode_pairs(request.query_string()))
        .map_err(Failure::invalid)?;
    let mut conn = app.db.read().await?;
    let mut found: Vec<_> = bulk::unended(&mut conn)
        .await?
        .into_iter()
        .filter(|it| search.finds(it.registration.office, &about(it)))
        .map(|it| (it.in_force(now), it))
        .filter(|(process, _)| matches!(process.state, State::Published | State::Approved))
        .collect();
    found.sort_by_cached_key(|(_, it)| it.name_key());
    let total = found.len();
    let data = search
        .page_of(found)
        .iter()
        .map(|(process, it)| published_item(process, it, now))
        .collect();
    Ok(web::Json(PublishedPage {
        data,
        total,
        page: search.page,
        pages: total.div_ceil(PublishedSearch::PAGE).max(1),
    }))
}

/// The words by which a candidacy is found.
fn about(it: &LoadedCandidacy) -> String {
    let name = it.registration.full_name();
    format!("{name} {} {}", it.actor.name, it.territory_name())
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
        state: process.state,
        publishes_at: process.held_until(&it.facts(now)),
        paused: Section::REVIEWABLE.iter().copied().filter(paused).collect(),
        correction: process.correction.as_ref().map(|it| it.state),
    }
}
