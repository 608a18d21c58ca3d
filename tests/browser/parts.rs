//! The desks' program comes in parts: what a first visit loads, and a part that does not come.

use super::*;
use builders::World;

/// Whether what this window loaded of the program's parts is exactly the named one.
const ONLY_THIS_PART: &str = "
    const named = part => document.querySelector(`meta[name='part:${part}']`).content.split(' ');
    const loaded = performance.getEntriesByType('resource')
        .map(it => new URL(it.name).pathname).filter(it => it.endsWith('.parts'));
    const wanted = named(arguments[0]);
    return wanted.every(it => loaded.includes(it)) && loaded.every(it => wanted.includes(it));";

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_loads_one_screen() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    for (login, role) in [("cevine", "observer"), ("soporte", "technician")] {
        let _ = builders::account(&server, &world.admin, login, role, None).await;
    }
    for (login, heading, part) in [
        ("admin", "Elecciones", "admin_start"),
        ("captura.raiz", "Mis candidaturas", "capture_start"),
        ("validacion1", "Cola de revisión", "review_start"),
        ("cevine", "Tablero de avance", "boards"),
        ("soporte", "Estado técnico", "technical"),
    ] {
        let browser = desks::sign_in_at(&server, login).await;
        browser.heading(heading).await;
        let what = format!("only {part} for {login}");
        browser
            .until(&what, ONLY_THIS_PART, vec![part.into()])
            .await;
        browser.close().await;
    }
}

/// Until `window.broken` is false, parts do not come whole.
const BREAK_PARTS: &str = "
    const real = window.fetch;
    window.broken = arguments[0];
    window.fetch = (asked, ...more) => {
        if (!window.broken || !String(asked).endsWith('.parts')) return real(asked, ...more);
        if (window.broken === 'lost') return Promise.reject(new TypeError('Failed to fetch'));
        if (window.broken === 'gone') return Promise.resolve(new Response('', { status: 404 }));
        return Promise.resolve(new Response(new Uint8Array(20)));
    };";

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_does_not_come_is_told_and_comes_at_another_try() {
    let server = Server::start(Engine::Sqlite).await;
    let _ = World::new(&server).await;
    for trouble in ["lost", "gone", "broken off"] {
        let browser = Browser::open_window(&server.base, 1280, true).await;
        browser.go("/mesa").await;
        let _ = browser.field("Usuario").await;
        browser.script(BREAK_PARTS, vec![trouble.into()]).await;
        desks::type_credentials(&browser, "captura.raiz", builders::PASSWORD).await;
        browser.heading("Esta pantalla no se pudo cargar").await;
        browser.shows("Cerrar sesión").await;
        browser.sound_at_both_widths("a part that is missing").await;

        browser.press("Intentar de nuevo").await;
        browser.heading("Esta pantalla no se pudo cargar").await;
        browser.script("window.broken = false", vec![]).await;
        browser.press("Intentar de nuevo").await;
        browser.heading("Mis candidaturas").await;
        browser.close().await;
    }
}

/// What this device keeps, as far as it is of this part: that it was used, and all its files.
const PART_IS_KEPT: &str = "
    const files = document.querySelector(`meta[name='part:${arguments[0]}']`).content.split(' ');
    const all = [...files, `/pkg/desk/part/${arguments[0]}`];
    return Promise.all(all.map(it => caches.match(it))).then(found => found.every(it => !!it));";

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_that_was_used_once_opens_without_the_server() {
    let mut server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go(&world.page("/motivation")).await;
    browser
        .heading(conoceles_shared::questionnaire::Section::Motivation.label())
        .await;
    browser
        .until(
            "the part on the device",
            PART_IS_KEPT,
            vec!["capture".into()],
        )
        .await;
    let files =
        "return caches.match('/mesa').then(page => !!page && !!navigator.serviceWorker.controller)";
    browser.until("the page on the device", files, vec![]).await;
    server.kill().await;
    browser.go(&world.page("/motivation")).await;
    browser
        .heading(conoceles_shared::questionnaire::Section::Motivation.label())
        .await;
    browser.close().await;
}
