//! One candidacy's task list, and what looks doubtful in it before it is sent.

use actix_web::web;
use conoceles_shared::api::List;
use conoceles_shared::api::capture::{Candidacy, SectionSummary, SignedConsentStanding};
use conoceles_shared::api::hints::Hint;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Action, Refusal, Who};
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;

use super::own_corrections::own_corrections;
use super::views;
use crate::candidacy::store::observations::last_observations;
use crate::candidacy::store::revocations::last_revocation;
use crate::candidacy::store::seats::seat_history;
use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;
use crate::hints::hints_for_operator;
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
pub async fn task_list(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
) -> Result<web::Json<Candidacy>, Failure> {
    let id: CandidacyId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let loaded = candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?;
    let tasks = task_list_for(&mut conn, &loaded, grant.who(), now).await?;
    Ok(web::Json(tasks))
}

/// The task list of `who`.
pub async fn task_list_for(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    who: Who<'_>,
    now: Instant,
) -> Result<Candidacy, Failure> {
    let process = loaded.in_force(now);
    let facts = loaded.facts(now);
    let observations = last_observations(&mut *conn, &loaded.id).await?;
    let sections = Section::ALL
        .iter()
        .map(|section| {
            let it = process.section(*section);
            SectionSummary {
                section: *section,
                state: it.state,
                version: it.version,
                refusal: views::save_refusal(&process, *section, who, &facts),
                observation: views::open_observation(&process, *section, &observations),
            }
        })
        .collect();
    let language = language::store::election_rules(&mut *conn, &loaded.election.id)
        .await?
        .content;
    let standstill = if process.stands_still(&facts) {
        last_revocation(&mut *conn, &loaded.id).await?
    } else {
        None
    };
    let seat = seat_history(&mut *conn, &loaded.id).await?;
    let settings = &loaded.election.setup.settings;
    let refusal = process.check(&Action::Submit, who, &facts).err();
    Ok(Candidacy {
        id: loaded.id.clone(),
        now,
        election: loaded.election.id.clone(),
        election_name: loaded.election.setup.name.clone(),
        registration: loaded.registration.clone(),
        territory_name: loaded.territory_name(),
        seat,
        state: process.state,
        remedies: process.remedies.clone(),
        capture: facts.capture,
        deadline: process.operator_deadline(&facts),
        opens: process.operator_opens(&facts),
        publishes_at: process.held_until(&facts),
        consents: loaded.consents,
        treatment_revoked: process.treatment_revoked(&facts),
        standstill,
        submit_refusal: refusal.as_ref().map(Refusal::detail),
        submit_sections: refusal.map_or_else(Vec::new, |it| it.sections().to_vec()),
        corrections: own_corrections(&process, who, &facts),
        limits: settings.limits.clone(),
        photo_max_megabytes: settings.photo_max_megabytes,
        language,
        signed_consent: SignedConsentStanding {
            required: settings.signed_consent_required,
            delivered: loaded.signed_consent_delivered,
        },
        sections,
    })
}

/// The hints on the stored texts. None of them blocks, and none tells of whose text one is like.
///
/// # Errors
/// 404 where the candidacy is not the actor's.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/hints", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = List<Hint>), (status = 404, body = Problem))
)]
pub async fn hints_for_capture(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<List<Hint>>, Failure> {
    let id: CandidacyId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let loaded = candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?;
    let data = hints_for_operator(&app.secrets, &mut conn, &loaded).await?;
    Ok(web::Json(List { data }))
}
