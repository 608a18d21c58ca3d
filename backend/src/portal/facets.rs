//! How many candidacies each choice of a filter would leave, while the other filters hold.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::facets::{FacetKind, Facets};
use conoceles_shared::api::parameters::unknown;
use conoceles_shared::api::public::{Facet, One};
use conoceles_shared::api::query::{CandidacyQuery, NARROWING, decode_pairs};
use conoceles_shared::problem::{FieldError, Problem};

use super::memory::Portal;
use super::misses::Asking;
use super::published::{FacetValue, Published};
use super::search::SoughtWords;
use super::snapshot::Snapshot;
use crate::core::error::Failure;
use crate::core::now::Now;
use crate::core::state::App;
use crate::prepared::answer::{AnswerKind, answer};

/// What the counts cost of an address's budget: as much as a list, since every record is looked at.
const TOKENS: u16 = 4;

/// How many candidacies each choice of a filter would leave.
///
/// The counts of a filter follow all the others and not its own: with `office=regiduria&sex=woman`, `office` counts
/// women of every office, `sex` everybody of that office. `meta.total` is how many the whole query finds.
#[utoipa::path(
    get, path = "/api/v1/facets", tag = "public",
    params(
        ("election" = Option<String>, Query, description = "Identificador de una elección."),
        ("office" = Option<String>, Query, description = "Cargos, separados por coma: catálogo `offices`."),
        ("actor" = Option<String>, Query, description = "Identificadores de actores políticos, separados por coma."),
        ("district" = Option<String>, Query, description = "Números de distrito, separados por coma."),
        ("municipality" = Option<String>, Query, description = "Municipios por clave del INEGI, separados por coma."),
        ("ballot" = Option<String>, Query, description = "Un municipio, por clave del INEGI: todo lo que se vota ahí."),
        ("sex" = Option<String>, Query, description = "Catálogo `sexes`, separados por coma."),
        ("age_range" = Option<String>, Query, description = "Catálogo `age_ranges`, separados por coma."),
        ("education" = Option<String>, Query, description = "Catálogo `degrees`, separados por coma."),
        ("affirmative_action" = Option<String>, Query, description = "Catálogo `affirmative_actions`, separados por coma."),
        ("role" = Option<String>, Query, description = "Catálogo `roles`, separados por coma."),
        ("q" = Option<String>, Query, description = "Palabras del nombre, como en la lista."),
    ),
    responses(
        (status = 200, body = One<Facets>), (status = 400, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)
    )
)]
pub async fn show_facets(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let query = narrowing(request.query_string()).map_err(Failure::invalid_query)?;
    let asking = Asking {
        snapshot: portal.snapshot(),
        app,
        portal,
        now,
    };
    let path = format!("/api/facets?{}", query.normalised());
    let body = asking.kept_or_made_text(&request, path, TOKENS, move |snapshot| {
        let (total, data) = counted_facets(snapshot, &query);
        let meta = snapshot.meta(total, None);
        Ok(serde_json::to_string(&One { meta, data })?)
    });
    Ok(answer(&request, AnswerKind::data(), body.await?))
}

/// The query, with every error of it: what only turns pages is none of it.
fn narrowing(text: &str) -> Result<CandidacyQuery, Vec<FieldError>> {
    let (known, others): (Vec<_>, Vec<_>) = decode_pairs(text)
        .into_iter()
        .partition(|(name, _)| NARROWING.contains(&name.as_str()));
    let errors = others.iter().map(|(name, _)| unknown(name, NARROWING));
    let mut errors: Vec<_> = errors.collect();
    let pairs = known
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    match CandidacyQuery::parse(pairs) {
        Ok(query) if errors.is_empty() => Ok(query),
        Ok(_) => Err(errors),
        Err(more) => {
            errors.extend(more);
            Err(errors)
        }
    }
}

/// How many the query finds, and the counts of each filter.
pub fn counted_facets(snapshot: &Snapshot, query: &CandidacyQuery) -> (usize, Facets) {
    let sought = query.q.as_deref().map(SoughtWords::of);
    let is_sought = |it: &Published| match &sought {
        None => true,
        Some(words) => words
            .as_ref()
            .is_some_and(|words| words.closeness(&it.searched).is_some()),
    };
    let others = FacetKind::ALL.map(|kind| (kind, kind.left_out_of(query)));
    let mut counts = FacetKind::ALL.map(|_| BTreeMap::<FacetValue, u32>::new());
    let mut total = 0;
    for record in snapshot.by_name.iter().filter(|it| is_sought(it)) {
        total += usize::from(record.passes_filters(query));
        for ((kind, rest), counted) in others.iter().zip(&mut counts) {
            if record.passes_filters(rest) {
                for value in record.facet_values(*kind) {
                    *counted.entry(value).or_default() += 1;
                }
            }
        }
    }
    let mut facets = Facets::default();
    for (kind, counted) in FacetKind::ALL.into_iter().zip(counts) {
        *facets.of_kind(kind) = counted.into_iter().map(told_value).collect();
    }
    (total, facets)
}

fn told_value((value, count): (FacetValue, u32)) -> Facet {
    Facet {
        code: value.code,
        label: value.label,
        count,
    }
}
