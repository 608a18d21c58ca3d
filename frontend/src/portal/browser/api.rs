//! A page's data, from the public API.

use conoceles_shared::api::public::{Election, Page};
use conoceles_shared::api::query::CandidacyQuery;
use gloo_net::http::Request;
use serde::de::DeserializeOwned;

use crate::portal::PageData;
use crate::portal::address::Address;

/// Why there is no data.
enum Refusal {
    /// No such thing.
    Absent,
    /// It was withdrawn.
    Withdrawn,
    /// The network, or the server.
    Failed,
}

/// The data of the page at `path`; `None` where it could not be had. `known` are elections that
/// were loaded before: they are used again where nothing was published since.
pub async fn page(path: &str, known: Option<Page<Election>>) -> Option<PageData> {
    let answer = match Address::of(path) {
        Address::Home => get(ELECTIONS)
            .await
            .map(|elections| PageData::Home { elections }),
        Address::List(query) => list(&query, known).await,
        Address::Profile(id) => get(&format!("{CANDIDACIES}/{id}"))
            .await
            .map(|record| PageData::Profile { record }),
        Address::Unknown => Err(Refusal::Absent),
    };
    match answer {
        Ok(data) => Some(data),
        Err(Refusal::Absent) => Some(PageData::NotFound),
        Err(Refusal::Withdrawn) => Some(PageData::Withdrawn),
        Err(Refusal::Failed) => None,
    }
}

const ELECTIONS: &str = "/api/v1/elections";
const CANDIDACIES: &str = "/api/v1/candidacies";

async fn list(query: &CandidacyQuery, known: Option<Page<Election>>) -> Result<PageData, Refusal> {
    let query = query.to_query_string();
    let page: Page<_> = get(&format!("{CANDIDACIES}?{query}")).await?;
    let known = known.filter(|it| it.meta.log_seq == page.meta.log_seq);
    let elections = match known {
        Some(known) => known,
        None => get(ELECTIONS).await?,
    };
    Ok(PageData::List { elections, page })
}

async fn get<T: DeserializeOwned>(url: &str) -> Result<T, Refusal> {
    let answer = Request::get(url)
        .header("accept", "application/json")
        .send()
        .await;
    let answer = answer.map_err(|_| Refusal::Failed)?;
    match answer.status() {
        200 => {
            let body = answer.text().await.map_err(|_| Refusal::Failed)?;
            serde_json::from_str(&body).map_err(|_| Refusal::Failed)
        }
        404 => Err(Refusal::Absent),
        410 => Err(Refusal::Withdrawn),
        _ => Err(Refusal::Failed),
    }
}
