//! The citizens' pages, changed before the script takes them over and after.

use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;

use super::changes::{ALL, TRANSLATED};
use super::*;
use builders::World;
use taking_over::{HELD_BACK, TAKEN_OVER};

const HOME: &str = "Conoce quién está en la boleta donde vives";
const PERSON: &str = "Maribel Ocampo Tenorio";

/// When a page is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Before,
    After,
}

/// A page, a link on it, and the heading of where that leads.
struct Visit {
    path: String,
    link: &'static str,
    to: &'static str,
}

async fn visits(world: &World) -> Vec<Visit> {
    let list = world.operator.get(&world.capture("/receipts")).await.ok();
    let code = list["data"][0]["code"].as_str().unwrap().to_owned();
    let profile = format!("/candidaturas/{}", world.candidacy);
    let receipt = format!("/verificar/{code}");
    [
        ("/", "Candidaturas", "Candidaturas"),
        ("/candidaturas", PERSON, PERSON),
        (profile.as_str(), "Inicio", HOME),
        (receipt.as_str(), "Candidaturas", "Candidaturas"),
        ("/verificar", "Inicio", HOME),
        ("/verificar/AAAA-AAAA-AAAA-AAAA", "Inicio", HOME),
        ("/no-existe", "Ir al inicio", HOME),
    ]
    .map(|(path, link, to)| Visit {
        path: path.to_owned(),
        link,
        to,
    })
    .into()
}

/// Loads a page and changes it before or after it is taken over.
async fn arrive(browser: &Browser, path: &str, when: When, change: &str) {
    browser.go(path).await;
    if when == When::Before {
        browser.script(change, vec![]).await;
    }
    browser.script("__go()", vec![]).await;
    browser.until("taking over", TAKEN_OVER, vec![]).await;
    if when == When::After {
        browser.script(change, vec![]).await;
    }
}

async fn nothing_broke(browser: &Browser, place: &str) {
    let problems = browser.problems().await;
    assert_eq!(problems, Vec::<String>::new(), "{place}");
}

async fn links_lead_on(when: When) {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.before_scripts(HELD_BACK).await;
    for visit in visits(&world).await {
        for (kind, change) in ALL {
            let place = format!("{}, {kind} {when:?}", visit.path);
            arrive(&browser, &visit.path, when, change).await;
            nothing_broke(&browser, &place).await;
            browser.press(visit.link).await;
            browser.heading(visit.to).await;
            nothing_broke(&browser, &place).await;
            let text = browser.text().await;
            assert!(!text.contains("[en]"), "{place} left texts behind: {text}");
            browser.driver.back().await.unwrap();
            let back = "return location.pathname === arguments[0]";
            browser.until(&place, back, vec![json!(visit.path)]).await;
            let gone = "return document.querySelector('h1').innerText.replace(' [en]', '') !== arguments[0]";
            browser.until(&place, gone, vec![json!(visit.to)]).await;
            nothing_broke(&browser, &place).await;
        }
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_lead_on_where_a_page_was_changed_before_it_was_taken_over() {
    links_lead_on(When::Before).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_lead_on_where_a_page_was_changed_afterwards() {
    links_lead_on(When::After).await;
}

/// Types a name where names are searched, whatever the field is called by now.
async fn search(browser: &Browser, name: &str) {
    let field = browser.driver.find(By::Css("#q")).await.unwrap();
    field.clear().await.unwrap();
    field.send_keys(name).await.unwrap();
    field.send_keys(Key::Enter + "").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_filters_a_page_that_was_changed() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.before_scripts(HELD_BACK).await;
    for path in ["/", "/candidaturas"] {
        for (kind, change) in ALL {
            for when in [When::Before, When::After] {
                let place = format!("{path}, {kind} {when:?}");
                arrive(&browser, path, when, change).await;
                search(&browser, "nadie").await;
                browser.shows("Ninguna candidatura coincide").await;
                browser.shows("0 candidaturas").await;
                assert!(!browser.text().await.contains(PERSON), "{place}");
                // Where the answer came as a page of its own, its script waits too.
                browser.script("__go()", vec![]).await;
                browser.until("taking over", TAKEN_OVER, vec![]).await;
                browser.script(change, vec![]).await;
                search(&browser, "ocampo").await;
                browser.shows("1 candidatura").await;
                browser.shows(PERSON).await;
                nothing_broke(&browser, &place).await;
            }
        }
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translated_page_goes_on_over_the_turn_of_the_hour() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.before_scripts(HELD_BACK).await;
    let (_, translate) = TRANSLATED;
    arrive(&browser, "/candidaturas", When::After, translate).await;
    browser.script("window.__stayed = true", vec![]).await;
    // What is counted, and what names a person, is no text to translate.
    browser.shows("1 candidatura Por sorteo [en]").await;
    browser
        .shows(&format!(
            "{PERSON} Simulacro [en] Presidencia municipal [en]"
        ))
        .await;
    server.advance(Duration::from_secs(3600));
    browser.press(PERSON).await;
    browser.heading(PERSON).await;
    browser.script(translate, vec![]).await;
    browser.shows("Verificación [en]").await;
    browser.press("Inicio").await;
    browser.heading(HOME).await;
    browser.driver.back().await.unwrap();
    browser.heading(PERSON).await;
    browser.driver.back().await.unwrap();
    browser.heading("Candidaturas").await;
    browser.shows(PERSON).await;
    let text = browser.text().await;
    assert!(!text.contains("[en]"), "{text}");
    let stayed = browser
        .script("return window.__stayed === true", vec![])
        .await;
    assert_eq!(stayed, json!(true), "no page was loaded anew");
    nothing_broke(&browser, "the list").await;
    browser.close().await;
}

/// Building elements fails from now on, after as many as the argument says.
const NOTHING_CAN_BE_BUILT: &str = r"
    window.__stayed = true;
    console.warn = (...all) => sessionStorage.setItem('warned', all.join(' '));
    let left = arguments[0];
    for (const [kind, name] of [[Document, 'createElement'], [Document, 'createElementNS'], [Node, 'cloneNode']]) {
        const made = kind.prototype[name];
        kind.prototype[name] = function (...all) {
            if (left-- <= 0) throw new Error('no');
            return made.apply(this, all);
        };
    }";

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_in_the_middle_loads_the_page_that_was_asked_for() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    let path = format!("/candidaturas/{}", world.candidacy);
    for left in [0, 1, 9] {
        browser.go("/candidaturas").await;
        browser.until("taking over", TAKEN_OVER, vec![]).await;
        browser.script("sessionStorage.clear()", vec![]).await;
        let script = NOTHING_CAN_BE_BUILT;
        browser.script(script, vec![json!(left)]).await;
        browser.press(PERSON).await;
        browser.heading(PERSON).await;
        assert_eq!(browser.path().await, path);
        let anew = "return window.__stayed ? 'not loaded' : sessionStorage.getItem('warned')";
        let warned = browser.script(anew, vec![]).await;
        let warned = warned.as_str().unwrap();
        assert!(warned.starts_with("Conóceles: "), "{left}: {warned}");
        assert_eq!(warned.lines().count(), 1, "{warned}");
        // The page that came works like any other.
        browser.until("taking over", TAKEN_OVER, vec![]).await;
        browser.press("Inicio").await;
        browser.heading(HOME).await;
        nothing_broke(&browser, "the first page").await;
    }
    browser.close().await;
}

/// A data block that a proxy broke, or that another version of the server wrote.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_not_understood_loads_the_page() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.before_scripts(HELD_BACK).await;
    let broken = "document.querySelector('#page-data').textContent = '{';\
        const fetched = window.fetch.bind(window);\
        window.fetch = (what, ...rest) => String(what.url || what).includes('/api/')\
            ? Promise.resolve(new Response('<p>Portal cautivo</p>')) : fetched(what, ...rest);\
        window.__stayed = true;";
    arrive(&browser, "/candidaturas", When::Before, broken).await;
    browser.press(PERSON).await;
    browser.heading(PERSON).await;
    let anew = "return !window.__stayed";
    assert_eq!(browser.script(anew, vec![]).await, json!(true));
    nothing_broke(&browser, "the profile").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_network_says_so_and_is_tried_again() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.go("/candidaturas").await;
    browser.until("taking over", TAKEN_OVER, vec![]).await;
    browser.offline(true).await;
    browser.press(PERSON).await;
    browser.heading("No se pudo cargar la página").await;
    browser.script(TRANSLATED.1, vec![]).await;
    browser.offline(false).await;
    browser.press("Reintentar").await;
    browser.heading(PERSON).await;
    browser.driver.back().await.unwrap();
    browser.heading("Candidaturas").await;
    nothing_broke(&browser, "the list").await;
    browser.close().await;
}
