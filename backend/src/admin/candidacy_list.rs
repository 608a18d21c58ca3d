//! The candidacies of an election, page by page, and the places that may be taken.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Candidacy, CandidacyPage, PlaceLeft};
use conoceles_shared::api::listing::CandidacySearch;
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::lifecycle::State;
use conoceles_shared::problem::{FieldError, Problem};

use super::candidacies::candidacy_view;
use super::existing_election;
use super::store::places_left;
use crate::candidacy::sought::Seeker;
use crate::candidacy::store::search::ListedElections;
use crate::candidacy::store::seats::seat_histories_of_election;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;

/// The candidacies of an election, by name.
///
/// # Errors
/// 404; 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/admin/elections/{id}/candidacies", tag = "admin",
    params(
        ("id" = String, Path),
        ("q" = Option<String>, Query, description = "Words of name, actor or territory"),
        ("actor" = Option<String>, Query, description = "Only of this actor"),
        ("office" = Option<conoceles_shared::catalogues::Office>, Query, description = "Only for this office"),
        ("territory" = Option<String>, Query, description = "Kind and code, e.g. `municipality:15106`"),
        ("state" = Option<String>, Query, description = "States, separated by commas"),
        ("limit" = Option<u16>, Query, description = "1 to 200, else 50"),
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before"),
    ),
    responses(
        (status = 200, body = CandidacyPage), (status = 400, body = Problem),
        (status = 404, body = Problem)
    )
)]
pub async fn list_candidacies(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    request: HttpRequest,
) -> Result<web::Json<CandidacyPage>, Failure> {
    let id: ElectionId = segment(&id)?;
    let pairs = decode_pairs(request.query_string());
    let search = CandidacySearch::from_pairs(&pairs, CandidacySearch::OF_ELECTION)
        .map_err(Failure::invalid_query)?;
    let from = first_place(&search)?;
    let mut conn = app.db.snapshot().await?;
    let election = existing_election(&mut conn, &id).await?;
    let listed = ListedElections::only(&mut conn, election, now).await?;
    let list = listed.sought_by(Seeker {
        search: &search,
        account: &grant.account,
        now,
    });
    let size = usize::from(search.page_size());
    let (found, total) = list.page_by_name(&mut conn, from, size).await?;
    let end = from.saturating_add(found.len());
    let more = u32::try_from(end).is_ok_and(|it| it < total) && !found.is_empty();
    let mut seats = seat_histories_of_election(&mut conn, &id).await?;
    let data = found.into_iter().map(|it| Candidacy {
        seat: seats.remove(&it.id).unwrap_or_default(),
        ..candidacy_view(it, now)
    });
    Ok(web::Json(CandidacyPage {
        data: data.collect(),
        total,
        next_cursor: more.then(|| end.to_string()),
    }))
}

/// How many candidacies are before the page that the cursor begins.
fn first_place(search: &CandidacySearch) -> Result<usize, Failure> {
    let Some(cursor) = &search.cursor else {
        return Ok(0);
    };
    cursor
        .parse()
        .ok()
        .filter(|it| *it <= FARTHEST)
        .ok_or_else(|| {
            let detail = "No es el cursor de una página de esta lista.";
            Failure::invalid_query(vec![FieldError::new("cursor", "malformed", detail)])
        })
}

/// No election has as many candidacies.
const FARTHEST: usize = 10_000_000;

/// The substituted candidacies of an election whose place nobody has taken, by name.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/elections/{id}/places", tag = "admin",
    params(("id" = String, Path)),
    responses((status = 200, body = List<PlaceLeft>), (status = 404, body = Problem))
)]
pub async fn list_places_left(
    _grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<List<PlaceLeft>>, Failure> {
    let id: ElectionId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let election = existing_election(&mut conn, &id).await?;
    let rows = places_left(&mut conn, &election.id, State::Substituted).await?;
    let data = rows.into_iter().map(|it| {
        let of = &it.registration;
        let territory = election
            .setup
            .territory(of.territory_kind, &of.territory_code);
        PlaceLeft {
            territory_name: territory
                .map_or_else(|| of.territory_code.clone(), |found| found.name.clone()),
            id: it.id,
            actor: it.actor,
            actor_name: it.actor_name,
            registration: it.registration,
        }
    });
    Ok(web::Json(List {
        data: data.collect(),
    }))
}
