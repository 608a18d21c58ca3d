//! One person, two tabs of one browser, one section.

use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_choose_field_by_field() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    let page = world.page("/contact");
    browser.go(&page).await;
    browser.heading(Section::Contact.label()).await;
    let first = browser.driver.window().await.unwrap();

    let second = browser.driver.new_tab().await.unwrap();
    browser.driver.switch_to_window(second).await.unwrap();
    browser.resize(1280).await;
    browser.go(&page).await;
    browser.heading(Section::Contact.label()).await;
    for (label, text) in [
        ("Página web", "https://segunda.example"),
        ("Facebook", "https://facebook.com/segunda"),
        ("Instagram", "https://instagram.com/segunda"),
    ] {
        browser.fill(label, text).await;
    }
    browser.press("Guardar").await;
    browser.shows("Guardado en el servidor a las").await;

    browser.driver.switch_to_window(first).await.unwrap();
    browser.fill("Página web", "https://primera.example").await;
    browser
        .fill("Facebook", "https://facebook.com/primera")
        .await;
    browser.press("Guardar").await;
    browser
        .shows("Otra persona, u otra ventana suya, guardó esta sección mientras usted escribía")
        .await;
    browser.sound_at_both_widths("conflict of two tabs").await;
    // Every field that differs is decided, or nothing is sent.
    browser
        .tick_in("Página web", "Guardada en el servidor")
        .await;
    browser.press("Guardar lo elegido").await;
    browser
        .shows("Falta elegir una versión de: Facebook, Instagram.")
        .await;
    browser
        .sound_at_both_widths("conflict of two tabs, undecided")
        .await;
    browser
        .tick_in("Facebook", "Escrita aquí, sin guardar")
        .await;
    browser
        .tick_in("Instagram", "Guardada en el servidor")
        .await;
    browser.press("Guardar lo elegido").await;
    browser.shows("Guardado en el servidor a las").await;
    assert_eq!(browser.value("Página web").await, "https://segunda.example");
    let view = world
        .operator
        .get(&world.capture("/sections/contact"))
        .await
        .ok();
    assert_eq!(view["version"], 2);
    assert_eq!(
        view["content"],
        json!({
            "website": { "value": "https://segunda.example" },
            "facebook": { "value": "https://facebook.com/primera" },
            "instagram": { "value": "https://instagram.com/segunda" },
        })
    );
    browser.close().await;
}
