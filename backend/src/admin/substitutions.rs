//! Several substitutions under one acuerdo, in one act: all of them or none.

use actix_web::web;
use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Candidacy, SubstitutionAct};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::lifecycle::Action;
use conoceles_shared::problem::{FieldError, Problem};

use super::candidacies::present_candidacy;
use super::endings::{Ending, store_end};
use super::{check, existing_election, not_archived};
use crate::candidacy::store as candidacy;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::steps::clock;

/// Marks candidacies of an election as substituted by one acuerdo. Whoever takes their places is registered
/// next, each for one.
///
/// # Errors
/// 404; 409 for an archive; 422 without the acuerdo, and with every candidacy that is not of the election, is
/// named twice, or cannot be substituted as it stands: then nothing is stored.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/substitutions", tag = "admin",
    params(("id" = String, Path)), request_body = SubstitutionAct,
    responses(
        (status = 200, body = List<Candidacy>), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn substitute_several(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(mut act): Unchecked<SubstitutionAct>,
) -> Result<web::Json<List<Candidacy>>, Failure> {
    let id: ElectionId = segment(&id)?;
    check::tidy(&mut act.acuerdo);
    let mut errors = check::own_errors(&act);
    check::characters(&mut errors, SubstitutionAct::ACUERDO, &act.acuerdo);
    let (mut tx, now) = grant.begin_change(&app).await?;
    not_archived(&existing_election(&mut tx, &id).await?)?;
    let ending = Ending {
        action: Action::Substitute,
        code: AuditAction::CandidacySubstituted,
    };
    let mut judged = Vec::new();
    for (at, candidacy) in act.candidacies.iter().enumerate() {
        let mut wrong = |code: &str, detail: String| {
            let pointer = format!("{}/{at}", SubstitutionAct::CANDIDACIES);
            errors.push(FieldError::new(pointer, code, detail));
        };
        // Whoever else acts on one of them meanwhile waits, or was first.
        let held = candidacy::hold_candidacy(&mut tx, candidacy).await?;
        let Some(mut loaded) = held.filter(|it| it.election.id == id) else {
            wrong(
                "unknown",
                "Esta candidatura no es de esta elección.".to_owned(),
            );
            continue;
        };
        if act.candidacies.iter().take(at).any(|it| it == candidacy) {
            wrong("duplicate", "La candidatura está repetida.".to_owned());
            continue;
        }
        clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
        let facts = loaded.facts(now);
        match loaded.process.apply(&ending.action, grant.who(), &facts) {
            Ok(_) => judged.push(loaded),
            Err(refusal) => {
                let name = loaded.registration.full_name();
                wrong("wrong_state", format!("{name}: {}", refusal.detail()));
            }
        }
    }
    check::finish(errors)?;
    let mut data = Vec::new();
    for mut loaded in judged {
        store_end(&mut tx, &grant, &mut loaded, (&act.acuerdo, &ending), now).await?;
        data.push(present_candidacy(&mut tx, &loaded.id, now).await?);
    }
    tx.commit().await?;
    Ok(web::Json(List { data }))
}
