//! What costs trust in small: a header that overflows, a tick on what is not complete, a focus that is
//! lost, words that differ unmarked, targets too small for a finger.

use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::*;
use builders::{PASSWORD, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_long_name_fits_the_header_and_stands_there_once() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let login = "revision.de.la.direccion.juridica.consultiva.y.de.transparencia.del.instituto";
    let _ = builders::account(&server, &world.admin, login, "validator", None).await;
    let browser = desks::sign_in_at(&server, login).await;
    let seen = "return [...document.querySelectorAll('.user__who b')]\
        .filter(it => it.checkVisibility()).length";
    for width in [360, 928, 1280] {
        browser.resize(width).await;
        let once = if width < 928 { 0 } else { 1 };
        assert_eq!(browser.script(seen, vec![]).await, json!(once), "{width}");
        browser.sound(&format!("long name ({width} px)")).await;
    }
    // Each role has its own manual.
    browser.shows("Manual de revisión").await;
    browser.go("/ayuda/10-revision").await;
    browser.heading("Revisión").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_of_the_queue_are_large_enough_for_a_finger() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let browser = desks::sign_in_at(&server, "validacion1").await;
    browser
        .shows("Cuando un actor político envíe una candidatura")
        .await;
    world.submit().await;
    browser.go("/mesa").await;
    browser.shows("Maribel Ocampo Tenorio").await;
    browser.resize(360).await;
    let small = "return [...document.querySelectorAll('main a, main button')]\
        .filter(it => it.getClientRects().length > 0)\
        .filter(it => it.getBoundingClientRect().height < 24)\
        .map(it => it.textContent)";
    assert_eq!(browser.script(small, vec![]).await, json!([]));
    browser.sound("queue (360 px)").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_incomplete_has_no_tick() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go(&world.page("/motivation")).await;
    browser
        .fill(Section::Motivation.label(), "Muy corto.")
        .await;
    browser.press("Guardar y continuar").await;
    browser.shows("para estar completa falta:").await;
    let tick = "return document.querySelector('.flash path').getAttribute('d')";
    let incomplete = browser.script(tick, vec![]).await;
    browser.go(&world.page("/motivation")).await;
    browser
        .fill(Section::Motivation.label(), &content::text(300))
        .await;
    browser.press("Guardar y continuar").await;
    browser.shows("Motivo: guardado en el servidor a las").await;
    assert_ne!(browser.script(tick, vec![]).await, incomplete);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_signing_in_again_the_focus_is_where_it_was() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go(&world.page("/motivation")).await;
    browser.heading(Section::Motivation.label()).await;
    server.advance_days(1);
    browser
        .fill(Section::Motivation.label(), &content::text(300))
        .await;
    browser.shows("Su sesión terminó").await;
    desks::type_credentials(&browser, "captura.raiz", PASSWORD).await;
    let back = "return document.activeElement.tagName === 'TEXTAREA'";
    browser.until("the focus in the text", back, vec![]).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_that_differ_are_marked() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let path = world.capture("/sections/motivation");
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go(&world.page("/motivation")).await;
    browser.heading(Section::Motivation.label()).await;
    let theirs = json!({ "text": "Quiero servir diez años a mi municipio." });
    let _ = world.operator.put(&path, 0, &theirs).await.ok();
    browser
        .fill(
            Section::Motivation.label(),
            "Quiero servir once años a mi municipio.",
        )
        .await;
    browser.press("Guardar").await;
    browser.shows("Escrita aquí, sin guardar").await;
    let marked =
        "return [...document.querySelectorAll('.conflict mark')].map(it => it.textContent.trim())";
    assert_eq!(
        browser.script(marked, vec![]).await,
        json!(["diez", "once"])
    );
    browser.sound_at_both_widths("conflict, words marked").await;
    browser.close().await;
}
