//! The moment in which the script takes over: nothing that the reader did is lost, nothing that the
//! server sent is fetched again, and all of it is small.

use serde_json::json;
use thirtyfour::prelude::*;

use super::*;
use builders::World;

/// Holds back the WebAssembly until `__go()`.
pub const HELD_BACK: &str = r"
    const fetched = window.fetch.bind(window);
    const held = new Promise(go => { window.__go = go; });
    window.fetch = async (what, ...rest) => {
        if (String(what.url || what).includes('.wasm')) await held;
        return fetched(what, ...rest);
    };
";

pub const TAKEN_OVER: &str = "return document.documentElement.classList.contains('js')";

#[tokio::test(flavor = "multi_thread")]
async fn typed_text_focus_and_scroll_survive() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 360, true).await;
    browser.before_scripts(HELD_BACK).await;
    browser.go("/").await;
    assert_eq!(browser.script(TAKEN_OVER, vec![]).await, json!(false));

    let field = browser.field("Nombre o apellidos").await;
    field.send_keys("Maribel Oc").await.unwrap();
    let place = "scrollTo(0, 120); \
        window.__field = document.activeElement; return [scrollY, __field.id]";
    let before = browser.script(place, vec![]).await;
    assert!(before[0].as_f64().unwrap() > 0.0, "the page is long enough");

    browser.script("__go()", vec![]).await;
    browser.until("taking over", TAKEN_OVER, vec![]).await;
    let same = "return document.activeElement === window.__field && __field.isConnected";
    assert_eq!(browser.script(same, vec![]).await, json!(true));
    let after = "return [scrollY, document.activeElement.id]";
    assert_eq!(browser.script(after, vec![]).await, before);
    // The keyboard goes on where it was, and what was typed is what is sent.
    let field = browser.driver.active_element().await.unwrap();
    field.send_keys("ampo").await.unwrap();
    field.send_keys(Key::Enter + "").await.unwrap();
    browser
        .until(
            "the search",
            "return location.search.includes('Maribel')",
            vec![],
        )
        .await;
    let typed = browser.path().await.replace("%20", "+");
    assert!(typed.contains("q=Maribel+Ocampo"), "{typed}");
    browser.shows("Maribel Ocampo Tenorio").await;
    assert_eq!(browser.problems().await, Vec::<String>::new());
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_fetches_no_data_and_is_small() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser
        .go(&format!("/candidaturas/{}", world.candidacy))
        .await;
    browser.until("taking over", TAKEN_OVER, vec![]).await;
    let entries = "const all = [...performance.getEntriesByType('navigation'), \
            ...performance.getEntriesByType('resource')];\
        return all.map(e => [new URL(e.name).pathname, e.encodedBodySize, e.decodedBodySize])";
    let entries = browser.script(entries, vec![]).await;
    let entries = entries.as_array().unwrap();
    let mut total = 0;
    for entry in entries {
        let path = entry[0].as_str().unwrap();
        let photo = path.contains("/photo");
        assert!(photo || !path.starts_with("/api/"), "fetched again: {path}");
        if !photo {
            total += entry[1].as_u64().unwrap();
        }
    }
    let wasm = entries
        .iter()
        .find(|it| it[0].as_str().unwrap().ends_with(".wasm"));
    let wasm = wasm.expect("the client is loaded");
    assert!(wasm[1].as_u64() < wasm[2].as_u64(), "it is compressed");
    assert!(
        total <= 202_000,
        "a first visit is {total} bytes: {entries:?}"
    );
    browser.close().await;
}
