//! The tools of the review desk: comparing, marking, shortcuts, the photo in large, reasons to start
//! from; and the history of a candidacy for its three roles.

use conoceles_shared::questionnaire::Section;
use serde_json::json;
use thirtyfour::Key;

use super::*;
use builders::World;
use keyboard::Keyboard;

/// A text with a finding, long enough to be complete.
fn text() -> String {
    format!(
        "Apoyaremos a los ciudadanos del municipio. {}",
        content::text(300)
    )
}

/// Sent with a finding, observed, changed and sent again.
async fn sent_again(server: &Server) -> World {
    let world = World::new(server).await;
    world.capture_all().await;
    let path = world.capture("/sections/motivation");
    let _ = world
        .operator
        .put(&path, 1, &json!({ "text": text() }))
        .await
        .ok();
    let _ = world.send().await.ok();
    let _ = world.turn(0, Some("motivation")).await;
    let changed = json!({ "text": format!("Ahora con plazos. {}", text()) });
    let _ = world.operator.put(&path, 2, &changed).await.ok();
    let _ = world.send().await.ok();
    world
}

async fn on_section(browser: &Browser, section: Section) {
    let there = "return document.activeElement.id === 'seccion' \
        && document.activeElement.textContent === arguments[0]";
    let label = section.label();
    browser.until(label, there, vec![label.into()]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_by_keyboard_alone_from_section_to_section() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let _ = world.claim(0).await.ok();
    let browser = desks::sign_in_at(&server, "validacion1").await;
    desks::review(&browser, &world).await;
    browser.shows("sin decidir").await;
    let keyboard = Keyboard(&browser);
    keyboard.key("?").await;
    browser.shows("Usar los atajos con una sola tecla").await;
    browser.sound_at_both_widths("shortcuts").await;
    keyboard.key(Key::Escape).await;
    keyboard.key("f").await;
    browser.shows("La fotografía en grande").await;
    browser.sound_at_both_widths("photo in large").await;
    keyboard.key(Key::Escape).await;
    let back = "return document.activeElement.id === 'ver-foto'";
    browser
        .until("the focus back on the button", back, vec![])
        .await;
    // What is approved brings the next one by itself.
    keyboard.key("a").await;
    on_section(&browser, Section::Contact).await;
    browser.shows("Fotografía: Aprobada.").await;
    keyboard.key("j").await;
    on_section(&browser, Section::Education).await;
    keyboard.key("k").await;
    on_section(&browser, Section::Contact).await;
    // Nothing fires while somebody types.
    keyboard.key("o").await;
    let drawer = "return document.activeElement.id === 'ground'";
    browser.until("the drawer", drawer, vec![]).await;
    keyboard.key(Key::Tab).await;
    keyboard.key("aja").await;
    let desk = world.validators[0].get(&world.review("")).await.ok();
    assert!(
        builders::section(&desk, "contact")["own_decision"].is_null(),
        "{desk}"
    );
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_is_marked_and_a_finding_is_handled() {
    let server = Server::start(Engine::Sqlite).await;
    let world = sent_again(&server).await;
    let _ = world.claim(1).await.ok();
    let browser = desks::sign_in_at(&server, "validacion2").await;
    desks::review(&browser, &world).await;
    browser.press("Motivo (Sin decidir)").await;
    browser.shows("Versión 2, observada").await;
    let added = "return [...document.querySelectorAll('ins')].map(e => e.textContent).join('|')";
    assert_eq!(
        browser.script(added, vec![]).await,
        "Ahora con plazos.|agregado"
    );
    browser.sound_at_both_widths("compared").await;
    browser.press("Marcar atendida: los ciudadanos").await;
    browser
        .fill("Nota (opcional)", "Lo consulté con Género.")
        .await;
    browser.sound_at_both_widths("a note on a finding").await;
    browser.press("Guardar la marca").await;
    browser.shows("Su nota: Lo consulté con Género.").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reasons_are_worded_once_and_offered_to_the_reviewer() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let admin = desks::sign_in_at(&server, "admin").await;
    admin
        .go(&format!("/mesa/elecciones/{}/motivos", world.election))
        .await;
    admin
        .heading("Motivos de observación: Ayuntamientos de prueba")
        .await;
    admin.press("Agregar el texto").await;
    admin.shows("2 problemas por corregir").await;
    admin.sound_at_both_widths("reasons, refused").await;
    admin.choose("Causa", "No responde a la pregunta").await;
    let reason = "No dice los plazos de la meta ni quién los cumple.";
    admin.fill("Texto del motivo", reason).await;
    admin.press("Agregar el texto").await;
    admin.shows("Se agregó el texto.").await;
    admin.sound_at_both_widths("reasons").await;
    admin.close().await;

    let _ = world.claim(0).await.ok();
    let browser = desks::sign_in_at(&server, "validacion1").await;
    desks::review(&browser, &world).await;
    browser.press("Propuesta 1 (Sin decidir)").await;
    browser.press("Observar").await;
    browser.choose("Causa", "No responde a la pregunta").await;
    browser.press("Usar este texto").await;
    assert_eq!(
        browser.value("Motivo que leerá el actor político").await,
        reason
    );
    browser.sound_at_both_widths("a reason to start from").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_is_read_by_its_three_roles() {
    let server = Server::start(Engine::Sqlite).await;
    let world = sent_again(&server).await;
    let path = format!("/mesa/historia/{}", world.candidacy);
    for (login, sees, never) in [
        (
            "captura.raiz",
            "Observación entregada",
            "Persona validacion1",
        ),
        ("validacion2", "Se tomó para revisarla", "Lo consulté"),
        ("admin", "Se marcó como aprobada", "Lo consulté"),
    ] {
        let browser = desks::sign_in_at(&server, login).await;
        browser.go(&path).await;
        browser.heading("Historia: Maribel Ocampo Tenorio").await;
        browser.shows(sees).await;
        assert!(!browser.text().await.contains(never), "{login}");
        browser
            .sound_at_both_widths(&format!("history, {login}"))
            .await;
        browser.choose("Mostrar", "Acuses (2)").await;
        browser.shows("2 entradas").await;
        assert!(!browser.text().await.contains(sees), "{login}");
        browser.close().await;
    }
}
