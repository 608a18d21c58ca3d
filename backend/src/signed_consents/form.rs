//! The form to be printed and signed, prefilled with what is registered.

use actix_web::{HttpResponse, web};
use conoceles_pdf::{About, ConsentForm, ConsentText, Dated, Fact, consent_form};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::{ConsentKind, NOTICE_PATH, NOTICE_VERSION};

use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::{attachment, off_thread, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::receipts::dated;

/// The consent form of a candidacy as PDF (PDF/UA-1, PDF/A-2a), to be printed and signed.
///
/// # Errors
/// 404 where it is not the actor's.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/consent-form", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/pdf"),
        (status = 404, body = Problem),
    )
)]
pub async fn print_consent_form(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let id: CandidacyId = segment(&id)?;
    let loaded = {
        let mut conn = app.db.read().await?;
        candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?
    };
    let form = prefilled(&app, &loaded, dated(now));
    let bytes = off_thread(move || consent_form(&form))
        .await?
        .map_err(|error| Failure::Internal(format!("consent form: {error}")))?;
    Ok(attachment(
        "consentimiento-expreso.pdf",
        "application/pdf",
        bytes,
    ))
}

fn prefilled(app: &App, loaded: &LoadedCandidacy, dated: Dated) -> ConsentForm {
    let registration = &loaded.registration;
    let place = format!(
        "{} · {}",
        registration.office.label(),
        loaded.territory_name()
    );
    ConsentForm {
        about: About {
            title: "Consentimiento expreso".to_owned(),
            authority: app.config.authority.clone(),
            dated,
            ident: format!("{}/{NOTICE_VERSION}", loaded.id),
            drill: loaded.election.setup.drill,
        },
        name: registration.full_name(),
        facts: vec![
            Fact::new("Cargo y territorio", place),
            Fact::new("Calidad", registration.role_label()),
            Fact::new("Actor político", &*loaded.actor.name),
            Fact::new("Elección", &*loaded.election.setup.name),
        ],
        consents: ConsentKind::ALL
            .iter()
            .map(|it| ConsentText {
                title: it.label().to_owned(),
                text: it.text().to_owned(),
                effect: it.effect(),
            })
            .collect(),
        notice: NOTICE_VERSION.to_owned(),
        notice_address: format!("{}{NOTICE_PATH}", app.public_address()),
    }
}
