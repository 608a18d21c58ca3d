//! The boards: figures that are seen, told and saved; the wall; what each role finds.

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn an_observer_reads_the_board_of_an_election() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = builders::account(&server, &world.admin, "cevine", "observer", None).await;
    world.submit().await;
    let browser = desks::sign_in_at(&server, "cevine").await;
    browser.heading("Tablero de avance").await;
    browser.sound_at_both_widths("boards").await;
    browser.press("Ver tablero").await;
    browser.heading("Ayuntamientos de prueba").await;
    browser.shows("ni canceladas (1).").await;
    browser.shows("Cumplimiento por actor político").await;
    browser.press("Ver como tabla").await;
    browser.sound_at_both_widths("board").await;
    assert!(!browser.text().await.contains("Ocampo"));

    browser.press("Raíz y Rumbo").await;
    browser
        .shows("Candidaturas con secciones sin completar")
        .await;
    browser.sound_at_both_widths("evidence").await;

    browser.press("Informes").await;
    browser.heading("Informes").await;
    browser
        .shows("Todavía no se ha emitido ningún informe.")
        .await;
    browser.sound_at_both_widths("reports").await;
    browser.press("Estadística de identidad").await;
    browser
        .shows("no significa necesariamente haberse registrado")
        .await;
    browser.sound_at_both_widths("identity statistics").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wall_has_large_figures_and_nothing_to_follow() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let browser = desks::sign_in_at(&server, "validacion1").await;
    browser.press("Tablero").await;
    browser.press("Ver tablero").await;
    browser.press("Modo pared").await;
    browser.shows("Se actualiza cada minuto.").await;
    let links = "return [...document.querySelectorAll('a')].filter(a => a.getClientRects().length).length === 0";
    browser.until("a wall without links", links, vec![]).await;
    browser.sound_at_both_widths("wall").await;
    browser.press("Salir del modo pared").await;
    browser.shows("Cumplimiento por actor político").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_technician_sees_the_state_and_no_content() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = builders::account(&server, &world.admin, "uie", "technician", None).await;
    world.submit().await;
    let browser = desks::sign_in_at(&server, "uie").await;
    browser.heading("Estado técnico").await;
    browser.shows("Última migración").await;
    assert!(!browser.text().await.contains("Ocampo"));
    browser.sound_at_both_widths("technical state").await;
    browser.close().await;
}
