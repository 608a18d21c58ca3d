//! The operator's home with several candidacies, and the notices.

use serde_json::json;

use super::*;
use builders::World;

/// Waits until the list of all candidacies shows these names, in this order.
async fn listed(browser: &Browser, names: &[&str]) {
    let script = "const all = [...document.querySelectorAll('section[aria-labelledby=todas] h4')]\
        .map(e => e.innerText.trim()); return JSON.stringify(all) === JSON.stringify(arguments[0])";
    browser
        .until(&format!("{names:?}"), script, vec![json!(names)])
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_home_is_searched_and_filtered_and_notices_are_read() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    for surname in ["Zárate", "Núñez"] {
        let mut new = builders::new_candidacy(&world.actor, surname);
        new["private"]["curp"] = json!(null);
        let _ = builders::register(&world.admin, &world.election, &new).await;
    }
    world.submit().await;
    let _ = world.turn(0, Some("motivation")).await;
    let (ocampo, nunez, zarate) = (
        "Maribel Ocampo Tenorio",
        "Maribel Núñez Tenorio",
        "Maribel Zárate Tenorio",
    );

    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.shows("Observaciones por atender").await;
    browser.shows("3 candidaturas").await;
    browser.shows("1 de 3 con todo completo").await;
    browser.shows("Por terminar y enviar").await;
    // The observed one first, then by name.
    listed(&browser, &[ocampo, nunez, zarate]).await;
    browser
        .sound_at_both_widths("home, three candidacies")
        .await;

    let row = "window.__row = [...document.querySelectorAll('section[aria-labelledby=todas] li')]\
        .find(e => e.innerText.includes(arguments[0]))";
    browser.script(row, vec![json!(nunez)]).await;
    browser.fill("Nombre o territorio", "nunez tecamac").await;
    listed(&browser, &[nunez]).await;
    let stays = "return window.__row.isConnected";
    assert_eq!(browser.script(stays, vec![]).await, json!(true));
    browser.shows("Se muestran 1 de 3 candidaturas").await;
    browser.fill("Nombre o territorio", "nadie").await;
    browser.shows("Ninguna candidatura coincide.").await;
    browser.sound_at_both_widths("home, nothing found").await;
    browser.fill("Nombre o territorio", "").await;
    browser.choose("Pendiente", "Con observaciones").await;
    listed(&browser, &[ocampo]).await;
    browser.choose("Pendiente", "Fotografía (2)").await;
    listed(&browser, &[nunez, zarate]).await;
    browser.choose("Estado", "Con observaciones (1)").await;
    listed(&browser, &[]).await;
    browser.choose("Pendiente", "Todas").await;
    listed(&browser, &[ocampo]).await;

    browser.press("Avisos 1 sin leer").await;
    browser.heading("Avisos").await;
    browser.shows("1 aviso sin leer").await;
    browser
        .shows("La Unidad de Transparencia observó: Motivo.")
        .await;
    browser.sound_at_both_widths("notices, one unread").await;
    browser.press("Marcar todos como leídos").await;
    browser.shows("Todos los avisos están leídos.").await;
    browser.sound_at_both_widths("notices, all read").await;
    assert!(!browser.offers("Avisos 1 sin leer").await);
    let unread = world.operator.get("/api/v1/notices/unread").await.ok();
    assert_eq!(unread["unread"], 0);
    browser.press("Abrir").await;
    browser.heading(ocampo).await;
    browser.close().await;

    let reviewer = desks::sign_in_at(&server, "validacion1").await;
    reviewer.go("/mesa/avisos").await;
    reviewer.shows("No hay avisos.").await;
    // The list says how many are unread: it is not asked beside it.
    let asked = "return performance.getEntriesByType('resource')\
        .filter(e => e.name.includes('/api/v1/notices')).length";
    assert_eq!(reviewer.script(asked, vec![]).await, json!(1));
    reviewer.sound_at_both_widths("notices, none").await;
    reviewer.close().await;
}
