//! What the desks are for besides the plain path: answering without a change, pausing what is
//! published, revoking a consent, taking the other's version, working through a dead network,
//! administering.

use conoceles_shared::questionnaire::{ConsentKind, Section};
use serde_json::json;

use super::*;
use builders::{PASSWORD, World};
use desks::enter;

#[tokio::test(flavor = "multi_thread")]
async fn an_observation_is_answered_without_a_change() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let _ = world.turn(0, Some("motivation")).await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go(&world.page("")).await;
    browser.shows("Observaciones por atender").await;
    browser.shows("Plazo para responder").await;
    browser.sound_at_both_widths("tasks, observed").await;
    browser.press(Section::Motivation.label()).await;
    browser.press("Responder sin cambiar la sección").await;
    browser.press("Guardar respuesta").await;
    browser
        .shows("Debe tener entre 10 y 1000 caracteres.")
        .await;
    browser.sound_at_both_widths("answer, refused").await;
    let answer = "El segundo párrafo cita el nombre oficial de la asociación.";
    browser.fill("Respuesta", answer).await;
    browser.press("Guardar respuesta").await;
    browser.shows("La respuesta se guardó.").await;
    browser.sound_at_both_widths("answered").await;
    let task = world.operator.get(&world.capture("")).await.ok();
    assert!(task["submit_refusal"].is_null(), "{task}");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_section_is_paused_and_published_again() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let operator = desks::sign_in_at(&server, "captura.raiz").await;
    operator.go(&world.page("")).await;
    operator.shows("Ver su perfil público").await;
    operator.shows("Corregir lo publicado").await;
    operator.sound_at_both_widths("tasks, published").await;
    operator.close().await;
    let desk = Browser::open_window(&server.base, 1280, true).await;
    let citizen = Browser::open_window(&server.base, 1280, true).await;
    citizen.without_cache().await;
    let profile = format!("/candidaturas/{}", world.candidacy);
    enter(&desk, "validacion1").await;
    desks::review(&desk, &world).await;
    desk.press(&format!(
        "{} (Publicada)",
        Section::Motivation.short_label()
    ))
    .await;
    desk.press("Pausar esta sección").await;
    desk.shows("1 problema por corregir").await;
    desk.sound_at_both_widths("pause, refused").await;
    desk.fill("Fundamento", "Acuerdo IEEM/CG/12/2027, medida cautelar")
        .await;
    // What follows is shown first; «no» does nothing.
    desk.press("Pausar esta sección").await;
    desk.shows("El portal dejará de mostrarla de inmediato")
        .await;
    desk.sound_at_both_widths("pause, asked").await;
    desk.press("Cancelar").await;
    desk.press("Pausar esta sección").await;
    desk.press("Sí, pausarla").await;
    desk.shows("La sección quedó pausada").await;
    desk.sound_at_both_widths("paused").await;
    see(&citizen, &profile, "Información pausada").await;
    citizen
        .shows("pausó la publicación de esta sección con un fundamento legal")
        .await;
    citizen.sound_at_both_widths("profile, paused").await;
    let operator = desks::sign_in_at(&server, "captura.raiz").await;
    operator.go(&world.page("/motivation")).await;
    operator.shows("Sección en pausa desde el").await;
    operator
        .shows("Fundamento: Acuerdo IEEM/CG/12/2027, medida cautelar")
        .await;
    operator.sound_at_both_widths("section, paused").await;
    operator.close().await;
    desk.fill("Fundamento", "Acuerdo IEEM/CG/15/2027").await;
    desk.press("Publicar otra vez esta sección").await;
    desk.press("Sí, publicarla otra vez").await;
    desk.shows("La sección se publica otra vez.").await;
    see(&citizen, &profile, "motivation: He trabajado").await;
    desk.close().await;
    citizen.close().await;
}

/// Loads the page until it shows the text: the portal follows the log within a second.
async fn see(browser: &Browser, path: &str, text: &str) {
    for _ in 0..100 {
        browser.go(path).await;
        if browser.text().await.contains(text) {
            return;
        }
    }
    panic!("{path} never showed «{text}»");
}

#[tokio::test(flavor = "multi_thread")]
async fn revoking_a_consent_asks_first() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    let page = world.page("/consents");
    browser.go(&page).await;
    let kind = ConsentKind::Treatment;
    let question = revoke(&browser, kind, false).await;
    assert!(question.contains("se cierra la captura"), "{question}");
    assert!(!question.contains("No se puede deshacer"), "{question}");
    assert!(is_given(&world, kind).await);
    let _ = revoke(&browser, kind, true).await;
    browser.shows("Se revocó la autorización: Trat").await;
    assert!(!is_given(&world, kind).await);
    // While it is captured there is a way back, also from the section that it closed.
    browser.go(&world.page("/photo")).await;
    browser.shows("Detenida: se revocó el consentimiento").await;
    browser.press("Ir a los consentimientos").await;
    browser.press("Autorizar: Tratamiento").await;
    let question = browser.asked(true).await;
    assert!(
        question.contains("Se revocó en esta mesa de captura"),
        "{question}"
    );
    browser.shows("Se registró la autorización: Trat").await;
    assert!(is_given(&world, kind).await);

    // Of what is published there is none.
    portal::published(&server, &world).await;
    browser.go(&page).await;
    let kind = ConsentKind::IdentityPublication;
    let question = revoke(&browser, kind, false).await;
    assert!(question.contains("No se puede deshacer"), "{question}");
    assert!(is_given(&world, kind).await);
    let _ = revoke(&browser, kind, true).await;
    browser.shows("Se revocó la autorización: Publ").await;
    browser.shows("No se puede autorizar:").await;
    assert!(!is_given(&world, kind).await);
    let again = format!("Autorizar: {}", kind.label());
    assert!(!browser.offers(&again).await);
    browser.sound_at_both_widths("consents, no way back").await;
    browser.close().await;
}

/// Presses the button that revokes it, and answers; gives the question.
async fn revoke(browser: &Browser, kind: ConsentKind, yes: bool) -> String {
    browser.press(&format!("Revocar: {}", kind.label())).await;
    browser.asked(yes).await
}

/// Whether the server has it as given.
async fn is_given(world: &World, kind: ConsentKind) -> bool {
    let candidacy = world.operator.get(&world.capture("")).await.ok();
    candidacy["consents"][kind.code()] == true
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_network_and_another_person_lose_nothing() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    let page = world.page("/motivation");
    browser.go(&page).await;
    let label = Section::Motivation.label();
    browser.heading(label).await;
    let mine = format!("La mía: {}", content::text(300));
    browser.offline(true).await;
    browser.fill(label, &mine).await;
    browser.press("Guardar").await;
    browser.shows("No hay conexión con el servidor.").await;
    browser.sound_at_both_widths("no network").await;
    assert_eq!(browser.value(label).await, mine);
    browser.offline(false).await;
    // It goes as soon as there is a network, without being asked.
    browser.shows("Guardado en el servidor a las").await;

    let theirs = format!("La otra: {}", content::text(300));
    let path = world.capture("/sections/motivation");
    let _ = world
        .operator
        .put(&path, 1, &json!({ "text": theirs }))
        .await
        .ok();
    browser.fill(label, &format!("{mine} y más")).await;
    browser.press("Guardar").await;
    browser
        .shows("Otra persona, u otra ventana suya, guardó esta sección mientras usted escribía")
        .await;
    browser.press("Usar la guardada").await;
    browser
        .until(
            "theirs in the field",
            "return [...document.querySelectorAll('textarea')]\
        .some(e => e.value === arguments[0])",
            vec![json!(theirs)],
        )
        .await;
    let stored = world.operator.get(&path).await.ok();
    assert_eq!(
        (&stored["version"], &stored["content"]["text"]),
        (&json!(2), &json!(theirs))
    );
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_administrator_extends_suspends_and_cancels() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let browser = desks::sign_in_at(&server, "admin").await;
    browser.go("/mesa/contrasena").await;
    browser.press("Guardar contraseña").await;
    browser.shows("Contraseña actual: escríbala.").await;
    browser
        .sound_at_both_widths("change password, refused")
        .await;

    browser
        .go(&format!("/mesa/elecciones/{}/actores", world.election))
        .await;
    browser.press("Ampliar plazo: Raíz y Rumbo").await;
    browser
        .fill("Último día del plazo", &builders::day_from_now(30))
        .await;
    browser
        .fill(
            "Motivo de la ampliación",
            "Fallas generales del servicio de internet.",
        )
        .await;
    browser.sound_at_both_widths("extension").await;
    browser.press("Ampliar plazo").await;
    browser.shows("El plazo se amplió.").await;

    browser.press("Cuentas").await;
    browser.heading("Cuentas").await;
    browser.press("Suspender captura.raiz").await;
    let question = browser.asked(true).await;
    assert!(question.contains("Sus sesiones se cierran"), "{question}");
    browser.shows("captura.raiz: Suspendida.").await;
    let ended = world.operator.get(&world.capture("")).await;
    assert_eq!(ended.status, 401);
    browser.press("Reactivar captura.raiz").await;
    browser.shows("captura.raiz: Activa.").await;
    browser.press("Recuperar el acceso de captura.raiz").await;
    browser.shows("Proponer la recuperación").await;
    browser.sound_at_both_widths("recovery").await;
    browser.press("Proponer la recuperación").await;
    browser.shows("Quedó propuesto en «Por confirmar».").await;
    let _ = builders::second_admin(&server).await;
    let other = desks::sign_in_at(&server, "admin2").await;
    other.press("Por confirmar").await;
    other.heading("Por confirmar por otra persona").await;
    other.shows("Qué pasa si se confirma").await;
    other.sound_at_both_widths("proposals").await;
    other
        .press("Confirmar: recuperar el acceso de Persona captura.raiz (captura.raiz)")
        .await;
    other.heading("Hoja de recuperación").await;
    other.sound_at_both_widths("recovery sheet").await;
    other.close().await;
    let someone = Person::anonymous(&server);
    let refused = someone.try_to_enter("captura.raiz", PASSWORD).await;
    refused.refused(401, "wrong_credentials");

    browser
        .go(&format!("/mesa/elecciones/{}/candidaturas", world.election))
        .await;
    browser.press("Cancelar: Maribel Ocampo Tenorio").await;
    browser
        .fill("Acuerdo del Consejo General", "IEEM/CG/120/2027")
        .await;
    browser.sound_at_both_widths("cancellation").await;
    browser.press("Cancelar candidatura").await;
    browser.shows("La candidatura quedó cancelada.").await;
    browser.sound_at_both_widths("cancelled").await;

    browser
        .go(&format!("/mesa/elecciones/{}", world.election))
        .await;
    browser.fill("Plazo de captura", "20").await;
    browser.press("Guardar cambios").await;
    browser.shows("los datos se guardaron.").await;
    let election = world
        .admin
        .get(&format!("/api/v1/admin/elections/{}", world.election))
        .await
        .ok();
    assert_eq!(
        election["setup"]["settings"]["capture_days"], 20,
        "{election}"
    );
    browser.close().await;
}
