//! The queue: by keyboard, narrowed, page by page; and the list of an election.

use serde_json::json;

use super::*;
use builders::World;

const FOUND: &str = "Maribel Ocampo Tenorio";

async fn register(world: &World, surname: &str) {
    let mut new = builders::new_candidacy(&world.actor, surname);
    let mail = builders::CANARIES[3];
    new["private"] =
        json!({ "notification_email": mail, "notification_phone": builders::CANARIES[4] });
    let _ = builders::register(&world.admin, &world.election, &new).await;
}

/// Presses a key with Alt, wherever the focus is.
async fn press_alt(browser: &Browser, code: &str) {
    let script = "const target = document.activeElement || document.body;\
        target.dispatchEvent(new KeyboardEvent('keydown', {code: arguments[0], altKey: true, bubbles: true, cancelable: true}));";
    let _ = browser.script(script, vec![json!(code)]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_in_line_is_taken_with_one_key() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let browser = desks::sign_in_at(&server, "validacion1").await;
    browser.heading("Cola de revisión").await;
    browser
        .shows("Cuando un actor político envíe una candidatura")
        .await;
    browser.sound_at_both_widths("queue, empty").await;
    browser.press("Tomar la siguiente Alt + N").await;
    browser
        .shows("Ninguna de las que esperan está libre para usted")
        .await;
    browser.sound_at_both_widths("queue, nothing to take").await;

    world.submit().await;
    browser.go("/mesa").await;
    browser.shows("1 candidatura en espera").await;
    browser
        .fill("Nombre, actor político o territorio", "nadie")
        .await;
    press_alt(&browser, "KeyN").await;
    browser.press("Buscar").await;
    browser.shows("Nada coincide con lo que busca.").await;
    browser.sound_at_both_widths("queue, nothing found").await;
    assert!(
        browser.text().await.contains("Cola de revisión"),
        "no key while typing"
    );
    browser.press("Quitar filtros").await;
    browser.shows(FOUND).await;
    browser.choose("Estado", "Enviada").await;
    browser.press("Buscar").await;
    browser.shows("1 candidatura en espera").await;
    press_alt(&browser, "KeyN").await;
    browser.heading(&format!("Mesa de revisión: {FOUND}")).await;
    browser.go("/mesa").await;
    browser.shows("Las que tengo").await;
    browser.shows("Reservada para usted hasta las").await;
    browser.sound_at_both_widths("queue, one's own turn").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_election_with_many_candidacies_is_paged_and_narrowed() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    for at in 0..51 {
        let letter = |n: u32| char::from_u32(u32::from('a') + n).unwrap();
        register(
            &world,
            &format!("Zeta{}{}", letter(at / 26), letter(at % 26)),
        )
        .await;
    }
    let browser = desks::sign_in_at(&server, "admin").await;
    let page = format!("/mesa/elecciones/{}/candidaturas", world.election);
    browser.go(&page).await;
    browser.shows("1 a 50 de 52").await;
    browser.shows(FOUND).await;
    browser
        .sound_at_both_widths("candidacies, first page")
        .await;
    browser.press("Siguientes").await;
    browser.shows("51 a 52 de 52").await;
    browser.press("Anteriores").await;
    browser.shows("1 a 50 de 52").await;
    browser
        .fill("Nombre, actor político o territorio", "ZETABX")
        .await;
    browser.press("Buscar").await;
    browser.shows("Maribel Zetabx Tenorio").await;
    assert!(!browser.text().await.contains(FOUND));
    // The address keeps what is looked for.
    browser.script("location.reload()", vec![]).await;
    browser.shows("Maribel Zetabx Tenorio").await;
    browser.press("Nueva candidatura").await;
    browser.sound_at_both_widths("candidacies, another").await;
    browser.close().await;
}
