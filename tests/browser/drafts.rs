//! Never lose a letter: what is typed is saved without being asked, and survives a dead network, a
//! closed tab, an ended session and somebody else.

use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::*;
use builders::{PASSWORD, World};
use desks::enter;

/// The operator at the page of the motivation, with the consent given.
async fn at_motivation(server: &Server) -> (World, Browser, String) {
    let world = World::new(server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(server, "captura.raiz").await;
    let page = world.page("/motivation");
    browser.go(&page).await;
    browser.heading(Section::Motivation.label()).await;
    (world, browser, page)
}

fn text(which: &str) -> String {
    format!("{which}: {}", content::text(300))
}

async fn stored(world: &World) -> (u64, String) {
    let view = world
        .operator
        .get(&world.capture("/sections/motivation"))
        .await
        .ok();
    let text = view["content"]["text"].as_str().unwrap_or_default();
    (view["version"].as_u64().unwrap(), text.to_owned())
}

/// How many things the device keeps.
async fn kept(browser: &Browser) -> serde_json::Value {
    let count = "return [localStorage, sessionStorage].flatMap(it => Object.keys(it)).filter(k => k.startsWith('conoceles/draft/')).length";
    browser.script(count, vec![]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_in_typing_saves() {
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser, _) = at_motivation(&server).await;
    let label = Section::Motivation.label();
    browser.fill(label, &text("Uno")).await;
    browser.shows("Guardado en el servidor a las").await;
    assert_eq!(stored(&world).await, (1, text("Uno")));
    assert_eq!(kept(&browser).await, 0);
    // A link followed at once takes along what was typed last.
    browser.fill(label, &text("Dos")).await;
    browser.press("Volver a la lista").await;
    browser.heading("Maribel Ocampo Tenorio").await;
    eventually("what was typed last", async || {
        let stored = stored(&world).await;
        let arrived = stored == (2, text("Dos"));
        if arrived {
            Ok(())
        } else {
            Err(format!("{stored:?}"))
        }
    })
    .await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_network_and_a_closed_tab() {
    let mut server = Server::start(Engine::Sqlite).await;
    let (world, browser, page) = at_motivation(&server).await;
    let label = Section::Motivation.label();
    server.kill().await;
    browser.fill(label, &text("Sin red")).await;
    browser
        .shows("Sin conexión. Guardado en este equipo.")
        .await;
    browser.sound_at_both_widths("typed without network").await;
    browser.driver.goto("about:blank").await.unwrap();
    server.start_again().await;
    assert_eq!(stored(&world).await.0, 0);
    browser.go(&page).await;
    browser
        .shows("Se recuperó lo que había escrito en este equipo")
        .await;
    assert_eq!(browser.value(label).await, text("Sin red"));
    browser.sound_at_both_widths("recovered").await;
    // Nothing is sent before somebody decides on it.
    assert_eq!(stored(&world).await.0, 0);
    browser.press("Guardar lo recuperado").await;
    browser.shows("Guardado en el servidor a las").await;
    assert_eq!(stored(&world).await, (1, text("Sin red")));

    // Left behind again, and meanwhile somebody else saves: both are shown.
    server.kill().await;
    browser.fill(label, &text("La mía")).await;
    browser.shows("Sin conexión.").await;
    browser.driver.goto("about:blank").await.unwrap();
    server.start_again().await;
    let path = world.capture("/sections/motivation");
    let theirs = json!({ "text": text("La otra") });
    let _ = world.operator.put(&path, 1, &theirs).await.ok();
    browser.go(&page).await;
    browser
        .shows("Otra persona, u otra ventana suya, guardó esta sección mientras usted escribía")
        .await;
    browser.shows("La otra: He trabajado").await;
    browser.sound_at_both_widths("recovered, overtaken").await;
    assert_eq!(browser.value(label).await, text("La mía"));
    browser.press("Conservar la escrita aquí").await;
    browser.shows("Guardado en el servidor a las").await;
    assert_eq!(stored(&world).await, (3, text("La mía")));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ends_while_typing() {
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser, _) = at_motivation(&server).await;
    let label = Section::Motivation.label();
    server.advance_days(1);
    browser.fill(label, &text("Tarde")).await;
    browser.shows("Su sesión terminó").await;
    browser
        .shows("Inicie sesión para enviarlo al servidor.")
        .await;
    browser.sound_at_both_widths("session ended, typed").await;
    if browser.value("Usuario").await.is_empty() {
        browser.fill("Usuario", "captura.raiz").await;
    }
    browser.fill("Contraseña", PASSWORD).await;
    browser.press("Iniciar sesión").await;
    browser.shows("Guardado en el servidor a las").await;
    let operator = Person::sign_in(&server, "captura.raiz", PASSWORD).await;
    let view = operator
        .get(&world.capture("/sections/motivation"))
        .await
        .ok();
    assert_eq!(view["content"]["text"], text("Tarde"));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn identity_answers_are_never_on_the_device_and_signing_out_wipes_it() {
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser, _) = at_motivation(&server).await;
    let base = world.page("");
    browser.press("Volver a la lista").await;
    browser.press(Section::Identity.label()).await;
    browser.heading(Section::Identity.label()).await;
    browser.offline(true).await;
    browser.tick_in("1. ", "Sí").await;
    browser
        .shows("No cierre esta página: lo que escribió todavía no está guardado.")
        .await;
    let device = browser
        .script(
            "return JSON.stringify({ ...localStorage, ...sessionStorage })",
            vec![],
        )
        .await;
    let device = device.as_str().unwrap();
    for asked in conoceles_shared::questionnaire::QUESTIONS {
        // As the answer to a question; the same word may be an affirmative action.
        let answer = format!("\\\"{}\\\":{{", asked.id.code());
        assert!(!device.contains(&answer), "{device}");
    }
    // Nor does the browser's Back lose them without a question.
    let back = "setTimeout(() => history.back())";
    browser.script(back, vec![]).await;
    let question = browser.asked(false).await;
    assert!(question.contains("sin guardar"), "{question}");
    browser.heading(Section::Identity.label()).await;
    assert_eq!(browser.path().await, format!("{base}/identity"));
    browser.offline(false).await;
    browser.shows("Guardado en el servidor a las").await;

    browser.go(&format!("{base}/contact")).await;
    browser.fill("Página web", "mi página").await;
    browser.shows("Falta corregir 1 campo.").await;
    browser.sound_at_both_widths("typed, to be corrected").await;
    assert_eq!(kept(&browser).await, 1);
    browser.press("Cerrar sesión").await;
    let question = browser.asked(true).await;
    assert!(
        question.contains("no han llegado al servidor"),
        "{question}"
    );
    let _ = browser.field("Usuario").await;
    // Only until the server has been told that somebody signed out.
    let told = "return localStorage.getItem('conoceles/signed-out') === null";
    browser.until("the server to be told", told, vec![]).await;
    let left = browser
        .script(
            "return Object.keys({ ...localStorage, ...sessionStorage })",
            vec![],
        )
        .await;
    assert_eq!(left, json!([]), "signing out leaves nothing");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_without_a_server_reloads_included() {
    let mut server = Server::start(Engine::Sqlite).await;
    let (world, browser, page) = at_motivation(&server).await;
    let label = Section::Motivation.label();
    let files =
        "return caches.match('/mesa').then(page => !!page && !!navigator.serviceWorker.controller)";
    browser
        .until("the files on the device", files, vec![])
        .await;
    server.kill().await;

    browser.go(&page).await;
    browser.heading(label).await;
    browser.fill(label, &text("Sin servidor")).await;
    browser
        .shows("Sin conexión. Guardado en este equipo.")
        .await;
    browser.sound_at_both_widths("section without server").await;
    browser.go("/mesa").await;
    browser.heading("Sin conexión").await;
    browser
        .sound_at_both_widths("sections on this device")
        .await;
    browser.shows("Sin enviar").await;
    browser.press(label).await;
    browser.heading(label).await;
    assert_eq!(browser.value(label).await, text("Sin servidor"));

    server.start_again().await;
    // Whoever is writing is not interrupted: the field stays the same when the server answers.
    browser
        .script(
            "window.__field = document.querySelector('textarea')",
            vec![],
        )
        .await;
    browser.fill(label, &text("Sin servidor, y más")).await;
    browser.shows("Cerrar sesión").await;
    browser.shows("Guardado en el servidor a las").await;
    let same = "return window.__field === document.querySelector('textarea')";
    assert_eq!(browser.script(same, vec![]).await, json!(true));
    assert_eq!(stored(&world).await, (1, text("Sin servidor, y más")));
    assert_eq!(kept(&browser).await, 0);
    browser.close().await;
}

/// Lets the test move the browser's clock.
const OWN_CLOCK: &str = r"
    const Real = Date;
    window.__ahead = 0;
    window.Date = class extends Real {
        constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + window.__ahead); }
        static now() { return Real.now() + window.__ahead; }
    };
";

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_the_session_is_announced() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.before_scripts(OWN_CLOCK).await;
    enter(&browser, "captura.raiz").await;
    let minutes = |n: u32| format!("window.__ahead += {n} * 60000");
    browser.script(&minutes(57), vec![]).await;
    browser.shows("Su sesión termina en 3 minutos").await;
    browser.sound_at_both_widths("session about to end").await;
    browser.press("Seguir trabajando").await;
    let gone = "return !document.body.innerText.includes('Su sesión termina')";
    browser.until("the session to go on", gone, vec![]).await;
    server.advance(std::time::Duration::from_secs(61 * 60));
    browser.script(&minutes(61), vec![]).await;
    browser.shows("Su sesión terminó").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_accounts_text_is_never_saved_as_anothers() {
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser, _) = at_motivation(&server).await;
    let _ = world.colleague(&server, "captura.otra").await;
    let label = Section::Motivation.label();
    server.advance_days(1);
    browser.fill(label, &text("De la primera")).await;
    browser.shows("Su sesión terminó").await;
    desks::type_credentials(&browser, "captura.otra", PASSWORD).await;
    browser.shows("Persona captura.otra").await;
    // The page is the other one's now, and empty; what was typed waits for whoever typed it.
    browser.heading(label).await;
    assert_eq!(browser.value(label).await, "");
    browser.press("Volver a la lista").await;
    browser.heading("Maribel Ocampo Tenorio").await;
    assert_eq!(kept(&browser).await, 1);
    let other = Person::sign_in(&server, "captura.otra", PASSWORD).await;
    let path = world.capture("/sections/motivation");
    assert_eq!(other.get(&path).await.ok()["version"], 0);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_for_review_without_what_was_typed_last() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.capture_all().await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    let base = world.page("");
    browser.go(&format!("{base}/contact")).await;
    browser.fill("Página web", "mi página").await;
    browser.shows("1 problema por corregir").await;
    browser.shows("Guardado en este equipo").await;
    browser.press("Volver a la lista").await;
    browser.shows("Sin enviar").await;
    browser
        .sound_at_both_widths("tasks, something unsent")
        .await;
    browser.go("/mesa").await;
    browser.heading("Mis candidaturas").await;
    browser.shows("Sin enviar").await;
    browser.sound_at_both_widths("home, something unsent").await;
    browser.go(&format!("{base}/revisar")).await;
    browser.shows("Todavía no se puede enviar").await;
    browser
        .shows("hay cambios en este equipo que no han llegado al servidor; ábrala y guárdelos.")
        .await;
    browser.tick(desks::DECLARATION).await;
    browser.press("Enviar a revisión").await;
    // The answer is the box above, which leads to the section.
    let at_the_box = "return document.activeElement.id === 'motivo' \
        && document.activeElement.querySelectorAll('a[href$=\"/contact\"]').length === 1;";
    assert_eq!(browser.script(at_the_box, vec![]).await, json!(true));
    browser
        .sound_at_both_widths("check, something unsent")
        .await;
    let task = world.operator.get(&world.capture("")).await.ok();
    assert_eq!(task["state"], "in_capture");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_given_up_only_by_whoever_says_so() {
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser, _) = at_motivation(&server).await;
    let label = Section::Motivation.label();
    browser.fill(label, &text("Escrito")).await;
    browser.shows("Guardado en el servidor a las").await;
    let (version, written) = stored(&world).await;
    browser.tick("No proporcionó").await;
    let question = browser.asked(false).await;
    assert!(question.contains("se borra el texto"), "{question}");
    let ticked = browser.field("No proporcionó").await.is_selected().await;
    assert!(!ticked.unwrap());
    assert_eq!(browser.value(label).await, written);
    assert_eq!(stored(&world).await.0, version);
    browser.tick("No proporcionó").await;
    let _ = browser.asked(true).await;
    server_has_declined(&world).await;
    browser.close().await;
}

/// Waits until the section is stored as not provided.
async fn server_has_declined(world: &World) {
    let path = world.capture("/sections/motivation");
    let start = std::time::Instant::now();
    while world.operator.get(&path).await.ok()["content"]["not_provided"] != json!(true) {
        assert!(start.elapsed().as_secs() < 15, "it was not stored");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

/// The operator at a section that was observed, where the form of an answer is open.
async fn at_observed(server: &Server, section: Section) -> (World, Browser, String) {
    let world = World::new(server).await;
    world.submit().await;
    let _ = world.turn(0, Some(section.code())).await;
    let browser = desks::sign_in_at(server, "captura.raiz").await;
    let page = world.page(&format!("/{section}"));
    browser.go(&page).await;
    browser.heading(section.label()).await;
    browser.press("Responder sin cambiar la sección").await;
    (world, browser, page)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_was_not_sent_survives_a_closed_tab() {
    const ANSWER: &str = "El párrafo cita el nombre oficial.";
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser, page) = at_observed(&server, Section::Motivation).await;
    let path = world.capture("/sections/motivation");
    browser.fill("Respuesta", ANSWER).await;
    browser
        .shows("Guardado en este equipo. Para enviarlo, presione «Guardar respuesta».")
        .await;
    browser.sound_at_both_widths("answer typed, not sent").await;
    browser.driver.goto("about:blank").await.unwrap();
    let tasks = format!("/mesa/candidaturas/{}", world.candidacy);
    browser.go(&tasks).await;
    browser.shows("Sin enviar").await;
    browser.go(&page).await;
    browser
        .shows("Se recuperó lo que había escrito en este equipo.")
        .await;
    assert_eq!(browser.value("Respuesta").await, ANSWER);
    browser.sound_at_both_widths("answer, recovered").await;
    // Nothing is sent before somebody presses the button.
    let view = world.operator.get(&path).await.ok();
    assert_eq!(view["state"], "observed");
    browser.offline(true).await;
    browser.press("Guardar respuesta").await;
    browser
        .shows("Sin conexión. Guardado en este equipo. Para enviarlo,")
        .await;
    browser.offline(false).await;
    browser.press("Guardar respuesta").await;
    browser.shows("La respuesta se guardó.").await;
    let view = world.operator.get(&path).await.ok();
    assert_eq!(view["observation"]["answer"], ANSWER);
    assert_eq!(kept(&browser).await, 0);

    // Another answer, not sent; then the section is changed instead.
    browser
        .fill("Respuesta", "Otra que no se va a enviar.")
        .await;
    assert_eq!(kept(&browser).await, 1);
    browser
        .fill(Section::Motivation.label(), &text("Corregida"))
        .await;
    browser.shows("Quedó una respuesta sin enviar").await;
    browser.shows("Otra que no se va a enviar.").await;
    browser
        .sound_at_both_widths("answer, overtaken by a change")
        .await;
    browser.press("Borrar esta respuesta").await;
    assert_eq!(kept(&browser).await, 0);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_about_identity_is_never_on_the_device() {
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser, page) = at_observed(&server, Section::Identity).await;
    let answer = "La respuesta se verificó con la candidatura.";
    browser.fill("Respuesta", answer).await;
    browser
        .shows("No cierre esta página antes de presionar «Guardar respuesta»")
        .await;
    let device = "return JSON.stringify({ ...localStorage, ...sessionStorage })";
    let device = browser.script(device, vec![]).await;
    assert!(!device.as_str().unwrap().contains(answer), "{device}");
    browser.press("Volver a la lista").await;
    let question = browser.asked(false).await;
    assert!(question.contains("sin guardar"), "{question}");
    assert_eq!(browser.path().await, page);
    assert_eq!(browser.value("Respuesta").await, answer);
    browser.press("Guardar respuesta").await;
    browser.shows("La respuesta se guardó.").await;
    let view = world
        .operator
        .get(&world.capture("/sections/identity"))
        .await
        .ok();
    assert_eq!(view["observation"]["answer"], answer);
    // Nothing holds one back any more.
    browser.press("Volver a la lista").await;
    browser.heading("Maribel Ocampo Tenorio").await;
    browser.close().await;
}
