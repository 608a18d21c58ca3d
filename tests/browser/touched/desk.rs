//! The desks under the same treatment, and before they are there.

use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::changes::{AFTER_FIELDS, DETECTED, TRANSLATED};
use super::*;
use builders::World;
use taking_over::HELD_BACK;

#[tokio::test(flavor = "multi_thread")]
async fn a_section_is_written_while_the_page_is_changed() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let label = Section::Motivation.label();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    for (kind, change) in [TRANSLATED, AFTER_FIELDS, DETECTED] {
        browser.go(&world.page("/motivation")).await;
        browser.heading(label).await;
        browser.script(change, vec![]).await;
        browser.fill(label, &content::text(300)).await;
        browser.script(change, vec![]).await;
        browser.fill(label, &content::text(5100)).await;
        browser.press("Guardar").await;
        browser.shows("problema por corregir").await;
        browser.script(change, vec![]).await;
        let written = format!("{} {kind}", content::text(300));
        browser.fill(label, &written).await;
        browser.shows("Guardado en el servidor a las").await;
        browser.script(change, vec![]).await;
        let text = browser.text().await;
        assert!(!text.contains("[en]"), "the desk is not translated: {text}");
        browser.press("Avisos").await;
        browser.heading("Avisos").await;
        assert_eq!(browser.problems().await, Vec::<String>::new(), "{kind}");
        let path = world.capture("/sections/motivation");
        let stored = world.operator.get(&path).await.ok();
        assert_eq!(stored["content"]["text"], json!(written));
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desks_say_that_they_are_on_their_way() {
    let server = Server::start(Engine::Sqlite).await;
    let browser = Browser::open_window(&server.base, 320, true).await;
    browser.before_scripts(HELD_BACK).await;
    browser.go("/mesa").await;
    browser.shows("Conóceles").await;
    browser.shows("Cargando…").await;
    browser.sound_at_both_widths("before the desks").await;
    browser.script("__go()", vec![]).await;
    let _ = browser.field("Usuario").await;
    let frames = "return document.querySelectorAll('.site-header').length";
    assert_eq!(browser.script(frames, vec![]).await, json!(1));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desks_say_that_they_cannot_be_loaded() {
    let server = Server::start(Engine::Sqlite).await;
    let browser = Browser::open_window(&server.base, 320, true).await;
    let lost = "const fetched = window.fetch.bind(window);\
        window.fetch = (what, ...rest) => String(what.url || what).includes('.wasm')\
            ? Promise.reject(new TypeError('Failed to fetch')) : fetched(what, ...rest);";
    browser.before_scripts(lost).await;
    browser.go("/mesa").await;
    browser.shows("no se pudo cargar").await;
    assert!(!browser.text().await.contains("Cargando…"));
    let problems = browser.problems().await;
    assert_eq!(problems.len(), 1, "what could not be loaded: {problems:?}");
    browser.script("window.__problems = []", vec![]).await;
    browser
        .sound_at_both_widths("the desks cannot be loaded")
        .await;
    browser.close().await;
    let plain = Browser::open_window(&server.base, 320, false).await;
    plain.go("/mesa").await;
    plain.shows("necesita JavaScript").await;
    assert!(!plain.text().await.contains("Cargando…"));
    plain.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_name_does_not_widen_the_header() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let actor = "Coalición Federaciónyalianzademovimientosciudadanosdelaregión Oriente";
    let party = builders::party(&world.admin, "Partido de la Alianza", "PAL", "#8c6239").await;
    let actor = builders::actor(&world.admin, &world.election, "party", actor, &[party]).await;
    let name = format!("María de los Ángeles {}", "Xochiquetzalli".repeat(5));
    let account = json!({
        "login": "captura.larga", "name": name, "role": "operator", "actor": actor,
    });
    let made = world
        .admin
        .post("/api/v1/admin/accounts", &account)
        .await
        .ok();
    let password = made["one_time_password"].as_str().unwrap();
    let person = builders::first_sign_in(&server, "captura.larga", password).await;
    let _ = person.post("/api/v1/auth/receipt", &json!({})).await.ok();
    let browser = desks::sign_in_at(&server, "captura.larga").await;
    browser.sound_at_both_widths("a long name").await;
    let once = "return document.querySelector('.site-header').innerText.split(arguments[0]).length";
    let shown = browser.script(once, vec![json!(name)]).await;
    assert_eq!(shown, json!(2), "its name stands once in the header");
    browser.resize(940).await;
    browser.sound("a long name (940 px)").await;
    browser.resize(320).await;
    browser.press("Menú").await;
    browser.shows("Cerrar sesión").await;
    browser.sound("a long name, menu open (320 px)").await;
    browser.close().await;
}
