//! A computer that several people use: what one of them leaves is not the next one's.

use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::*;
use builders::{PASSWORD, World};
use desks::type_credentials;

/// What the device keeps, by its keys.
async fn kept(browser: &Browser) -> Vec<String> {
    let keys = "return Object.keys({ ...localStorage, ...sessionStorage })";
    let keys = browser.script(keys, vec![]).await;
    let keys = keys.as_array().unwrap().iter();
    keys.map(|it| it.as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_to_one_person_is_not_said_to_the_next() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let browser = desks::sign_in_at(&server, "validacion1").await;
    desks::review(&browser, &world).await;
    browser.press("Tomar esta candidatura").await;
    browser.press("Soltar sin concluir").await;
    browser.shows("La candidatura quedó libre.").await;
    browser.press("Cerrar sesión").await;
    let _ = browser.field("Usuario").await;
    let text = browser.text().await;
    assert!(!text.contains("quedó libre"), "{text}");
    type_credentials(&browser, "captura.raiz", PASSWORD).await;
    browser.heading("Mis candidaturas").await;
    let text = browser.text().await;
    assert!(!text.contains("quedó libre"), "{text}");

    // The same where the session ends by itself and another account signs in above the page.
    browser.close().await;
    let browser = desks::sign_in_at(&server, "validacion1").await;
    desks::review(&browser, &world).await;
    browser.press("Tomar esta candidatura").await;
    browser.press("Soltar sin concluir").await;
    browser.shows("La candidatura quedó libre.").await;
    server.advance_days(1);
    browser.press("Tomar").await;
    browser.shows("Su sesión terminó").await;
    type_credentials(&browser, "captura.raiz", PASSWORD).await;
    browser.heading("Mis candidaturas").await;
    let text = browser.text().await;
    assert!(!text.contains("quedó libre"), "{text}");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_without_a_network_forgets_first_and_tells_the_server_later() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go(&world.page("/motivation")).await;
    browser.heading(Section::Motivation.label()).await;
    assert!(!kept(&browser).await.is_empty());
    let open = "SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL";
    let before = server.number(open).await;
    browser.offline(true).await;
    browser.press("Cerrar sesión").await;
    browser
        .shows("El servidor todavía no lo sabe, porque no hay conexión")
        .await;
    browser
        .sound_at_both_widths("signed out without network")
        .await;
    assert_eq!(kept(&browser).await, ["conoceles/signed-out"]);
    let text = browser.text().await;
    assert!(!text.contains("captura.raiz"), "{text}");
    assert_eq!(server.number(open).await, before);

    browser.offline(false).await;
    eventually("the session to end", async || {
        let now = server.number(open).await;
        if now == before - 1 {
            Ok(())
        } else {
            Err(now.to_string())
        }
    })
    .await;
    browser.go("/mesa").await;
    let _ = browser.field("Usuario").await;
    assert_eq!(kept(&browser).await, Vec::<String>::new());
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cookie_signs_nobody_in_who_signed_out_without_a_network() {
    let server = Server::start(Engine::Sqlite).await;
    let _ = World::new(&server).await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    // As if the browser had been closed before the network came back.
    let owed = "localStorage.setItem('conoceles/signed-out', '2027-01-01T00:00:00Z')";
    browser.script(owed, vec![]).await;
    browser.go("/mesa").await;
    let _ = browser.field("Usuario").await;
    let told = "return localStorage.getItem('conoceles/signed-out') === null";
    browser.until("the server to be told", told, vec![]).await;
    browser.go("/mesa").await;
    let _ = browser.field("Usuario").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_on_ones_own_computer_does_anything_outlive_the_tab() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = Browser::open_window(&server.base, 1280, true).await;
    let page = world.page("/contact");
    let places = "return [localStorage, sessionStorage].map(it => \
        Object.keys(it).filter(k => k.startsWith('conoceles/draft/')).length)";
    for own in [false, true] {
        browser.go("/mesa").await;
        let box_of_computer = browser.field("Este es mi propio equipo").await;
        assert!(!box_of_computer.is_selected().await.unwrap());
        if own {
            browser.tick("Este es mi propio equipo").await;
        }
        type_credentials(&browser, "captura.raiz", PASSWORD).await;
        browser.heading("Mis candidaturas").await;
        browser.go(&page).await;
        browser.fill("Página web", "mi página").await;
        browser.shows("Falta corregir 1 campo").await;
        let expected = if own { json!([1, 0]) } else { json!([0, 1]) };
        assert_eq!(browser.script(places, vec![]).await, expected);
        let text = browser.text().await;
        assert_eq!(
            text.contains("Se borra si cierra esta pestaña"),
            !own,
            "{text}"
        );
        browser.press("Cerrar sesión").await;
        let _ = browser.asked(true).await;
        let _ = browser.field("Usuario").await;
        assert_eq!(browser.script(places, vec![]).await, json!([0, 0]));
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_a_week_ago_is_gone() {
    let server = Server::start(Engine::Sqlite).await;
    let _ = World::new(&server).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.go("/mesa").await;
    let leave = "const at = days => new Date(Date.now() - days * 86400000).toISOString();\
        const draft = days => JSON.stringify({ version: 0, value: {}, sent: [], at: at(days) });\
        localStorage.setItem('conoceles/draft/a/b/motivation', draft(8));\
        localStorage.setItem('conoceles/draft/a/b/contact', draft(6));\
        localStorage.setItem('conoceles/seen/a/b/contact', 'unreadable');";
    browser.script(leave, vec![]).await;
    browser.go("/mesa").await;
    let _ = browser.field("Usuario").await;
    assert_eq!(kept(&browser).await, ["conoceles/draft/a/b/contact"]);
    browser.close().await;
}
