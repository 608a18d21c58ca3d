//! The whole path through the screens, with five people, from an empty installation: account,
//! capture, observation, correction, two reviewers, publication, reading.

mod admin;
mod citizen;
mod operator;
mod reviewer;

use super::*;
use builders::PASSWORD;
use conoceles_shared::questionnaire::Section;

/// The candidacy that is followed, and one that is left unfinished.
const FOLLOWED: &str = "Maribel Ocampo Tenorio";
const UNFINISHED: &str = "Maribel Zárate Tenorio";

/// The text that is observed, what another tab made of it, and its correction.
fn motivation(which: &str) -> String {
    format!("{which}: {}", content::text(300))
}

/// A window on the server. What pages look like does not depend on the database: on PostgreSQL they
/// are not looked at again.
async fn window(server: &Server, javascript: bool) -> Browser {
    let browser = Browser::open_window(&server.base, 1280, javascript).await;
    match server.engine() {
        Engine::Sqlite => browser,
        Engine::Postgres => browser.without_looking(),
    }
}

on_both!(
    five_people_from_an_empty_installation_to_the_public_profile,
    five_people
);

async fn five_people(server: Server) {
    let one_time = builders::create_admin(&server).await;

    let window = || window(&server, true);
    let administrator = window().await;
    first_steps(&administrator, "admin", &one_time).await;
    admin::prepare_the_election(&administrator).await;
    let credentials = admin::make_accounts(&administrator).await;
    administrator.close().await;

    let operator = window().await;
    first_steps(&operator, "captura.raiz", &credentials[0]).await;
    operator::accept_the_receipt(&operator).await;
    let candidacy = operator::open_candidacy(&operator, "Empezar", FOLLOWED).await;
    operator::give_consents(&operator).await;
    operator::capture_until_motivation(&operator, server.folder()).await;
    operator::two_tabs_on_motivation(&operator, &server).await;
    operator::capture_the_rest(&operator).await;
    operator::send(&operator, &candidacy).await;
    wrong_role(&operator, &server, &candidacy).await;

    let first = window().await;
    first_steps(&first, "validacion1", &credentials[1]).await;
    first.heading("Su cuenta espera su activación").await;
    first.sound_at_both_widths("waiting to be activated").await;
    builders::activate(&server, "validacion1").await;
    first.press("Volver a comprobar").await;
    reviewer::observe_motivation(&first).await;
    nobody_reads_yet(&server, &candidacy).await;

    operator::correct(&operator, &candidacy).await;
    reviewer::approve(&first).await;
    reviewer::a_second_person_is_needed(&first).await;
    let second = window().await;
    builders::activate(&server, "validacion2").await;
    first_steps(&second, "validacion2", &credentials[2]).await;
    reviewer::publish(&second).await;
    first.close().await;
    second.close().await;

    citizen::reads(&server, &candidacy).await;
    operator::too_late(&operator, &server).await;
    operator.close().await;
}

/// The one-time password, then one's own.
async fn first_steps(browser: &Browser, login: &str, one_time: &str) {
    browser.go("/mesa").await;
    desks::type_credentials(browser, login, one_time).await;
    browser.heading("Primer acceso: cree su contraseña").await;
    browser.fill("Contraseña nueva", "corta").await;
    browser.fill("Repita la contraseña nueva", "otra").await;
    browser.press("Guardar contraseña").await;
    browser.shows("2 problemas por corregir").await;
    browser.sound_at_both_widths("own password, refused").await;
    browser.fill("Contraseña nueva", PASSWORD).await;
    browser.fill("Repita la contraseña nueva", PASSWORD).await;
    browser.press("Guardar contraseña").await;
    browser.shows("La contraseña se guardó.").await;
}

/// An operator has no review desk, neither on screen nor by the API.
async fn wrong_role(browser: &Browser, server: &Server, candidacy: &str) {
    browser.go(&format!("/mesa/revision/{candidacy}")).await;
    browser.heading("No se encontró esta página").await;
    browser.sound_at_both_widths("not this role's page").await;
    let person = Person::sign_in(server, "captura.raiz", PASSWORD).await;
    let path = format!("/api/v1/review/candidacies/{candidacy}");
    person.get(&path).await.refused(403, "forbidden");
}

/// Before publication neither page nor record exists.
async fn nobody_reads_yet(server: &Server, candidacy: &str) {
    let reader = Person::anonymous(server);
    for path in ["/candidaturas", "/api/v1/candidacies"] {
        let path = format!("{path}/{candidacy}");
        assert_eq!(reader.get(&path).await.status, 404, "{path}");
    }
}
