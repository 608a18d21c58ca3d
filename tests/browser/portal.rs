//! What a citizen sees: the same with and without JavaScript, sound at every width.

use conoceles_shared::questionnaire::NOTICE_PATH;

use super::*;
use builders::World;

/// Waits until the record is public.
pub async fn published(server: &Server, world: &World) {
    world.publish().await;
    let _ = builders::public_record(server, &world.public()).await;
}

/// The three kinds of page.
fn pages(world: &World) -> [String; 3] {
    [
        "/".into(),
        "/candidaturas".into(),
        format!("/candidaturas/{}", world.candidacy),
    ]
}

/// The text of the page's main part, white space folded.
async fn main_text(browser: &Browser) -> String {
    let script = "return document.querySelector('main').innerText";
    let text = browser.script(script, vec![]).await;
    text.as_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_say_the_same_with_and_without_javascript() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    published(&server, &world).await;
    let plain = Browser::open_window(&server.base, 1280, false).await;
    let scripted = Browser::open_window(&server.base, 1280, true).await;
    for path in pages(&world) {
        plain.go(&path).await;
        scripted.go(&path).await;
        let ready = "return document.documentElement.classList.contains('js')";
        scripted.until("taking over", ready, vec![]).await;
        let (before, after) = (main_text(&plain).await, main_text(&scripted).await);
        assert!(
            before.contains("Maribel Ocampo Tenorio") || path == "/",
            "{path}: {before}"
        );
        // Buttons that need a script appear with it; no other word may.
        assert_eq!(before, after.replace("Imprimir ", ""), "{path}");
        assert_eq!(scripted.problems().await, Vec::<String>::new(), "{path}");
    }
    plain.close().await;
    scripted.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_sound_at_both_widths() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    let mut all = pages(&world).to_vec();
    all.push("/candidaturas?q=nadie".into());
    all.push("/no-existe".into());
    all.push(NOTICE_PATH.into());
    for path in all {
        browser.go(&path).await;
        browser.sound_at_both_widths(&path).await;
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_list_to_a_profile_and_back() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.go("/candidaturas").await;
    let ready = "return document.documentElement.classList.contains('js')";
    browser.until("taking over", ready, vec![]).await;
    browser.press("Maribel Ocampo Tenorio").await;
    browser.heading("Maribel Ocampo Tenorio").await;
    let focused = "return document.activeElement === document.querySelector('h1')";
    browser.until("focus on the heading", focused, vec![]).await;
    assert_eq!(
        browser.path().await,
        format!("/candidaturas/{}", world.candidacy)
    );
    assert!(!browser.text().await.contains(builders::CANARIES[3]));
    let photo = "const i = document.querySelector('main img'); return !!i && i.complete && i.naturalWidth > 0";
    browser.until("the photo", photo, vec![]).await;
    browser.driver.back().await.unwrap();
    browser.shows("Maribel Ocampo Tenorio").await;
    browser.close().await;
}
