//! One candidacy's task list.

use actix_web::web;
use conoceles_shared::api::capture::{Candidacy, SectionSummary};
use conoceles_shared::lifecycle::{Action, Refusal, Who};
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use super::views;
use crate::candidacy::Loaded;
use crate::candidacy::store::observations;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::now::Now;
use crate::core::state::App;
use crate::language;

/// The candidacy as it stands now.
///
/// # Errors
/// 404 where it is not the actor's.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = Candidacy), (status = 404, body = Problem))
)]
pub async fn read(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
) -> Result<web::Json<Candidacy>, Failure> {
    let mut conn = app.db.read().await?;
    let loaded = super::read(&mut conn, &grant.scope, &id).await?;
    Ok(web::Json(view(&mut conn, &loaded, grant.who(), now).await?))
}

/// The task list of `who`.
///
/// # Errors
/// The database.
pub async fn view(
    conn: Conn<'_>,
    loaded: &Loaded,
    who: Who<'_>,
    now: Instant,
) -> Result<Candidacy, Failure> {
    let process = loaded.in_force(now);
    let facts = loaded.facts(now);
    let observations = observations::last(&mut *conn, &loaded.id).await?;
    let sections = Section::ALL
        .iter()
        .map(|section| {
            let it = process.section(*section);
            SectionSummary {
                section: *section,
                state: it.state,
                version: it.version,
                refusal: views::refusal(&process, *section, who, &facts),
                observation: views::observation(&process, *section, &observations),
            }
        })
        .collect();
    let (_, language) = language::store::election_rules(conn, &loaded.election.id).await?;
    let settings = &loaded.election.setup.settings;
    let refusal = process.check(&Action::Submit, who, &facts).err();
    Ok(Candidacy {
        id: loaded.id.clone(),
        now,
        election: loaded.election.id.clone(),
        election_name: loaded.election.setup.name.clone(),
        registration: loaded.registration.clone(),
        territory_name: loaded.territory_name(),
        state: process.state,
        capture: facts.capture,
        deadline: process.operator_deadline(&facts),
        consents: loaded.consents,
        submit_refusal: refusal.as_ref().map(Refusal::detail),
        submit_sections: refusal.map_or_else(Vec::new, |it| it.sections().to_vec()),
        limits: settings.limits.clone(),
        photo_max_megabytes: settings.photo_max_megabytes,
        language,
        sections,
    })
}
