//! The desks: signing in, and every screen that can be reached, sound at both widths.

use super::*;
use builders::{PASSWORD, World};

/// What is declared when a candidacy is sent.
pub const DECLARATION: &str = "Declaro que la información es responsabilidad de la candidatura y del actor político que la postula.";

/// Fills in and sends the form that asks who somebody is.
pub async fn type_credentials(browser: &Browser, login: &str, password: &str) {
    browser.fill("Usuario", login).await;
    browser.fill("Contraseña", password).await;
    browser.press("Iniciar sesión").await;
}

/// Signs in at the desk.
pub async fn enter(browser: &Browser, login: &str) {
    browser.go("/mesa").await;
    type_credentials(browser, login, PASSWORD).await;
    browser.shows("Cerrar sesión").await;
}

/// A window in which this account is signed in at the desk.
pub async fn sign_in_at(server: &Server, login: &str) -> Browser {
    let browser = Browser::open_window(&server.base, 1280, true).await;
    enter(&browser, login).await;
    browser
}

/// The candidacy on the desk of whoever reviews it.
pub async fn review(browser: &Browser, world: &World) {
    let path = format!("/mesa/revision/{}", world.candidacy);
    browser.go(&path).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operators_screens_are_sound() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.go("/mesa").await;
    let _ = browser.field("Usuario").await;
    browser.sound_at_both_widths("sign-in").await;
    enter(&browser, "captura.raiz").await;
    browser.shows("Maribel Ocampo Tenorio").await;
    browser.sound_at_both_widths("home").await;
    let base = world.page("");
    for rest in [
        "",
        "/photo",
        "/contact",
        "/education",
        "/motivation",
        "/identity",
        "/revisar",
    ] {
        browser.go(&format!("{base}{rest}")).await;
        let loaded = "return !!document.querySelector('h1') && !document.querySelector('[data-loading]') \
            && !/Cargando/.test(document.querySelector('main').innerText)";
        browser.until("the page", loaded, vec![]).await;
        browser
            .sound_at_both_widths(&format!("capture{rest}"))
            .await;
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reviewers_screens_are_sound() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let browser = sign_in_at(&server, "validacion1").await;
    browser.shows("Maribel Ocampo Tenorio").await;
    browser.sound_at_both_widths("queue").await;
    review(&browser, &world).await;
    browser.shows("Maribel Ocampo Tenorio").await;
    browser.sound_at_both_widths("desk").await;
    browser.close().await;
}
