//! Loaded without a network: the page says so and keeps its header; once it is back, it offers to send
//! and says when it was sent.

use conoceles_shared::questionnaire::Section;

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_reload_without_network_then_sending() {
    let mut server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    let page = world.page("/motivation");
    let label = Section::Motivation.label();
    browser.go(&page).await;
    browser.heading(label).await;
    let files =
        "return caches.match('/mesa').then(page => !!page && !!navigator.serviceWorker.controller)";
    browser
        .until("the files on the device", files, vec![])
        .await;
    server.kill().await;
    let written = format!("Sin red: {}", content::text(300));
    browser.fill(label, &written).await;
    browser.shows("Sin conexión.").await;
    browser.go(&page).await;
    browser.heading(label).await;
    browser.shows("No hay conexión con el servidor.").await;
    browser.shows("Persona captura.raiz").await;
    browser.shows("Cerrar sesión").await;
    browser
        .sound_at_both_widths("reloaded without network")
        .await;

    server.start_again().await;
    // As the browser says it; otherwise the page looks again every fifteen seconds.
    browser
        .script("window.dispatchEvent(new Event('online'))", vec![])
        .await;
    browser
        .shows("Volvió la conexión. Hay cambios sin enviar en este equipo:")
        .await;
    browser
        .sound_at_both_widths("back, with something unsent")
        .await;
    browser.press("Enviar ahora").await;
    browser
        .shows("Todo lo que escribió ya está en el servidor; lo último se envió a las")
        .await;
    let view = world
        .operator
        .get(&world.capture("/sections/motivation"))
        .await
        .ok();
    assert_eq!(view["content"]["text"], written);
    browser.close().await;
}
