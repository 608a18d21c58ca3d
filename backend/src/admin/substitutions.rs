//! Several substitutions under one acuerdo, in one act: all of them or none. Where one of them is public
//! the whole act takes two.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Candidacy, SubstitutionAct};
use conoceles_shared::api::proposals::{CandidacyEnding, Proposal, ProposedAct};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::lifecycle::State;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::text::counted;
use conoceles_shared::time::{Instant, local_date, spanish_date};

use super::candidacies::present_candidacy;
use super::endings::{EndingGround, action_of, can_end, store_end};
use super::proposals::propose::{Draft, propose_act, proposed_answer};
use super::{check, existing_election, not_archived};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store as candidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::steps::clock;

/// How each of them ends.
const ENDING: CandidacyEnding = CandidacyEnding::Substitution;

/// Marks candidacies of an election as substituted by one acuerdo. Whoever takes their places is registered
/// next, each for one. Where one of them is published all is only proposed: a second administrator confirms.
///
/// # Errors
/// 403 `proof_required` where the second factor's code was given a while ago; 404; 409 for an archive; 422
/// without the acuerdo, and with every candidacy that is not of the election, is named twice, or cannot be
/// substituted as it stands: then nothing is stored.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/substitutions", tag = "admin",
    params(("id" = String, Path)), request_body = SubstitutionAct,
    responses(
        (status = 200, body = List<Candidacy>), (status = 202, body = Proposal),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn substitute_several(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(mut act): Unchecked<SubstitutionAct>,
) -> Result<HttpResponse, Failure> {
    grant.proof.required(now)?;
    let id: ElectionId = segment(&id)?;
    check::tidy(&mut act.acuerdo);
    check::tidy_optional(&mut act.reason);
    let (mut tx, now) = grant.begin_change(&app).await?;
    let judged = substitutable(&app, &mut tx, &grant, (&id, &act), now).await?;
    if judged.iter().any(|it| it.process.state == State::Published) {
        let draft = several_draft(&judged, id, act);
        let proposal = propose_act(&mut tx, &grant, draft, now).await?;
        tx.commit().await?;
        return Ok(proposed_answer(&proposal));
    }
    store_ends(&mut tx, &grant, judged, &act, now).await?;
    let mut data = Vec::new();
    for candidacy in &act.candidacies {
        data.push(present_candidacy(&mut tx, candidacy, now).await?);
    }
    tx.commit().await?;
    Ok(HttpResponse::Ok().json(List { data }))
}

/// Substitutes all of them, confirmed by a second administrator.
///
/// # Errors
/// 404; 409 for an archive; 422 with every candidacy that cannot be substituted any more.
pub async fn apply_substitutions(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (election, act): (&ElectionId, &SubstitutionAct),
    now: Instant,
) -> Result<(), Failure> {
    let judged = substitutable(app, &mut *conn, grant, (election, act), now).await?;
    store_ends(conn, grant, judged, act, now).await
}

/// Whether all of them can still be substituted as they stand, by reading alone.
///
/// # Errors
/// 404 where one is not there; 409 for the first that cannot.
pub async fn can_substitute(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    act: &SubstitutionAct,
    now: Instant,
) -> Result<(), Failure> {
    for candidacy in &act.candidacies {
        can_end(&mut *conn, grant, (candidacy, ENDING), now).await?;
    }
    Ok(())
}

/// The candidacies of an act as the clock leaves them, held, where every one of them can be substituted.
async fn substitutable(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (election, act): (&ElectionId, &SubstitutionAct),
    now: Instant,
) -> Result<Vec<LoadedCandidacy>, Failure> {
    let mut errors = check::own_errors(act);
    check::characters(&mut errors, SubstitutionAct::ACUERDO, &act.acuerdo);
    let reason = act.reason.as_deref().unwrap_or_default();
    check::characters(&mut errors, SubstitutionAct::REASON, reason);
    if act.acuerdo_on.is_some_and(|day| day > local_date(now)) {
        errors.push(FieldError::new(
            SubstitutionAct::ACUERDO_ON,
            "in_the_future",
            "El acuerdo no puede tener una fecha futura.",
        ));
    }
    not_archived(&existing_election(&mut *conn, election).await?)?;
    // Whoever else acts on one of them meanwhile waits, or was first.
    candidacy::hold_candidacy_rows(&mut *conn, &act.candidacies).await?;
    let mut judged = Vec::new();
    for (at, candidacy) in act.candidacies.iter().enumerate() {
        let mut wrong = |code: &str, detail: String| {
            let pointer = format!("{}/{at}", SubstitutionAct::CANDIDACIES);
            errors.push(FieldError::new(pointer, code, detail));
        };
        let found = candidacy::load_candidacy(&mut *conn, candidacy).await?;
        let Some(mut loaded) = found.filter(|it| it.election.id == *election) else {
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
        clock::settle_and_publish(app, &mut *conn, &mut loaded, now).await?;
        let (action, facts) = (action_of(ENDING), loaded.facts(now));
        match loaded.process.check(&action, grant.who(), &facts) {
            Ok(_) => judged.push(loaded),
            Err(refusal) => {
                let name = loaded.registration.full_name();
                wrong("wrong_state", format!("{name}: {}", refusal.detail()));
            }
        }
    }
    check::finish(errors)?;
    Ok(judged)
}

async fn store_ends(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    judged: Vec<LoadedCandidacy>,
    act: &SubstitutionAct,
    now: Instant,
) -> Result<(), Failure> {
    let ground = EndingGround {
        ending: ENDING,
        acuerdo: &act.acuerdo,
        acuerdo_on: act.acuerdo_on,
    };
    for mut loaded in judged {
        store_end(&mut *conn, grant, &mut loaded, &ground, now).await?;
    }
    Ok(())
}

/// What both people are shown of substitutions that the public would see.
fn several_draft(judged: &[LoadedCandidacy], election: ElectionId, act: SubstitutionAct) -> Draft {
    let many = judged.len();
    let published = judged
        .iter()
        .filter(|it| it.process.state == State::Published);
    let names: Vec<_> = judged
        .iter()
        .map(|it| it.registration.full_name())
        .collect();
    let day = act.acuerdo_on.map(spanish_date);
    let day = day.map_or_else(String::new, |it| format!(", del {it}"));
    let reason = act.reason.as_ref();
    let reason = reason.map_or_else(String::new, |it| format!(" Motivo: {it}"));
    Draft {
        title: format!("sustituir {}", counted(many, "candidatura", "candidaturas")),
        consequences: vec![
            format!("Con fundamento en {}{day}.{reason}", act.acuerdo),
            format!("Se sustituyen: {}.", names.join(", ")),
            format!(
                "La información de {} deja de mostrarse en el portal, con su constancia en la bitácora \
                 pública, y ya no puede modificarse.",
                counted(published.count(), "publicada", "publicadas")
            ),
            "Se avisa a los actores políticos. Puede registrarse a quien toma cada lugar."
                .to_owned(),
            "Solo puede deshacerse entre dos personas y con un acuerdo, una por una.".to_owned(),
        ],
        act: ProposedAct::SubstituteSeveral { election, act },
    }
}
