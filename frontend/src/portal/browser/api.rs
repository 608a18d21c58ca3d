//! A page's data, from the public API.

use conoceles_shared::api::public::{Election, Meta, Page, Summary};
use conoceles_shared::api::query::CandidacyQuery;
use gloo_net::http::Request;
use serde::de::DeserializeOwned;

use crate::portal::address::{self, Address};
use crate::portal::page_data::{PageData, current};

/// Why there is no data.
enum Refusal {
    Absent,
    Withdrawn,
    /// The question itself: a cursor of a list that changed meanwhile.
    Invalid,
    /// Nothing answered.
    Unreachable,
    /// The answer is none that this program knows: the server's next version, or somebody in between.
    NotUnderstood,
}

/// Why a page cannot be shown.
pub enum Missed {
    /// Nothing answered: it may be tried again.
    Unreachable,
    /// The browser should load the page itself.
    NotUnderstood,
}

/// The page at `path`: what it is shown as, like the server's, and its data, be it that
/// there is none. `known` are elections that were loaded before: they are used again where nothing was
/// published since.
pub async fn fetch_page(
    path: &str,
    known: Option<Page<Election>>,
) -> (String, Result<PageData, Missed>) {
    let mut shown = path.to_owned();
    let answer = match Address::of(path) {
        Address::Home => get(ELECTIONS)
            .await
            .map(|elections| PageData::Home { elections }),
        Address::List(query) => {
            let present = !address::names_election(path);
            match list(query, present, known).await {
                Ok((query, data)) => {
                    shown = address::list(&query);
                    Ok(data)
                }
                Err(why) => Err(why),
            }
        }
        Address::Profile(id) => get(&format!("{CANDIDACIES}/{id}"))
            .await
            .map(|record| PageData::Profile { record }),
        Address::Receipt(code) => get(&format!("/api/v1/receipts/{code}"))
            .await
            .map(|receipt| PageData::Receipt { receipt }),
        Address::Unknown => Err(Refusal::Absent),
    };
    let fetched = match answer {
        Ok(data) => Ok(data),
        Err(Refusal::Absent) => Ok(PageData::NotFound),
        Err(Refusal::Withdrawn) => Ok(PageData::Withdrawn),
        Err(Refusal::Unreachable) => Err(Missed::Unreachable),
        Err(Refusal::Invalid | Refusal::NotUnderstood) => Err(Missed::NotUnderstood),
    };
    (shown, fetched)
}

const ELECTIONS: &str = "/api/v1/elections";
const CANDIDACIES: &str = "/api/v1/candidacies";

/// A list and the query it answers: with `present`, that of the present election; from its beginning
/// where the cursor no longer fits.
async fn list(
    mut query: CandidacyQuery,
    present: bool,
    known: Option<Page<Election>>,
) -> Result<(CandidacyQuery, PageData), Refusal> {
    let mut known = known;
    if present {
        let elections = elections(known).await?;
        query.election = current(&elections.data).map(|it| it.election.id.clone());
        known = Some(elections);
    }
    if !query.can_be_found() {
        // The API refuses a search that names nobody; the server's page says so, as this one does.
        let elections = elections(known).await?;
        let page = nobody(&elections);
        return Ok((query, PageData::List { elections, page }));
    }
    let mut page = candidacies(&query).await;
    if matches!(page, Err(Refusal::Invalid)) && query.cursor.take().is_some() {
        page = candidacies(&query).await;
    }
    let page = page?;
    let ends = |it: &Meta| (it.log_seq, it.drill_log_seq);
    let elections = elections(known.filter(|it| ends(&it.meta) == ends(&page.meta))).await?;
    Ok((query, PageData::List { elections, page }))
}

/// A page without anyone on it.
fn nobody(elections: &Page<Election>) -> Page<Summary> {
    Page {
        meta: Meta {
            total: Some(0),
            ..elections.meta.clone()
        },
        data: Vec::new(),
    }
}

/// The elections that are known, else those of the server.
async fn elections(known: Option<Page<Election>>) -> Result<Page<Election>, Refusal> {
    match known {
        Some(known) => Ok(known),
        None => get(ELECTIONS).await,
    }
}

async fn candidacies(query: &CandidacyQuery) -> Result<Page<Summary>, Refusal> {
    get(&format!("{CANDIDACIES}?{}", query.to_query_string())).await
}

async fn get<T: DeserializeOwned>(url: &str) -> Result<T, Refusal> {
    let answer = Request::get(url)
        .header("accept", "application/json")
        .send()
        .await;
    let answer = answer.map_err(|_| Refusal::Unreachable)?;
    match answer.status() {
        200 => {
            let body = answer.text().await.map_err(|_| Refusal::Unreachable)?;
            serde_json::from_str(&body).map_err(|_| Refusal::NotUnderstood)
        }
        400 => Err(Refusal::Invalid),
        404 => Err(Refusal::Absent),
        410 => Err(Refusal::Withdrawn),
        _ => Err(Refusal::NotUnderstood),
    }
}
