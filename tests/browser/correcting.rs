//! One wrong field costs no other: the rest is saved, and each wrong one says what is wrong with it.

use conoceles_shared::questionnaire::Section;
use serde_json::{Value, json};

use super::*;
use builders::World;

async fn at(server: &Server, section: Section) -> (World, Browser) {
    let world = World::new(server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(server, "captura.raiz").await;
    browser.go(&world.page(&format!("/{section}"))).await;
    browser.heading(section.label()).await;
    (world, browser)
}

async fn stored(world: &World, section: Section) -> Value {
    let path = world.capture(&format!("/sections/{section}"));
    world.operator.get(&path).await.ok()["content"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn valid_fields_are_saved_beside_wrong_ones() {
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser) = at(&server, Section::Contact).await;
    browser.fill("Página web", "esto no es").await;
    browser
        .fill("Facebook", "https://facebook.com/nombre")
        .await;
    browser
        .fill("Correo electrónico público 1", "sin arroba")
        .await;
    browser.shows("Lo demás se guardó a las").await;
    browser.shows("2 problemas por corregir").await;
    let facebook = json!({ "facebook": { "value": "https://facebook.com/nombre" } });
    assert_eq!(stored(&world, Section::Contact).await, facebook);
    // Both are marked at once, and hold what was typed.
    for label in ["Página web", "Correo electrónico público 1"] {
        let field = browser.field(label).await;
        assert_eq!(
            field.attr("aria-invalid").await.unwrap().as_deref(),
            Some("true")
        );
    }
    assert_eq!(browser.value("Página web").await, "esto no es");
    // The line about it is in sight, wherever the page is.
    let in_sight = "window.scrollTo(0, 0); const r = document.querySelector('.save-bar').getBoundingClientRect();\
        return r.top < innerHeight && r.bottom <= innerHeight + 1 && r.height > 0;";
    for width in [360, 1280] {
        browser.resize(width).await;
        assert_eq!(
            browser.script(in_sight, vec![]).await,
            json!(true),
            "{width}"
        );
    }
    browser.press("2 problemas por corregir").await;
    browser
        .sound_at_both_widths("typed, two to be corrected")
        .await;

    browser.fill("Página web", "https://nombre.example").await;
    browser.shows("1 problema por corregir").await;
    browser
        .fill("Correo electrónico público 1", "a@nombre.example")
        .await;
    browser.shows("Guardado en el servidor a las").await;
    let all = json!({
        "facebook": { "value": "https://facebook.com/nombre" },
        "website": { "value": "https://nombre.example" },
        "public_emails": { "value": ["a@nombre.example"] },
    });
    assert_eq!(stored(&world, Section::Contact).await, all);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_button_saves_the_rest_too_and_names_every_problem() {
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser) = at(&server, Section::Education).await;
    browser
        .choose("Grado máximo de estudios", "Licenciatura")
        .await;
    let long = "x".repeat(251);
    browser
        .fill("Cursos, diplomados, seminarios, entre otros 1", &long)
        .await;
    // A counter over its limit says so.
    browser.shows("Sobra 1 carácter:").await;
    browser.press("Guardar").await;
    browser.shows("1 problema por corregir").await;
    browser.shows("Lo demás se guardó a las").await;
    let content = stored(&world, Section::Education).await;
    assert!(content["degree"]["value"].is_string(), "{content}");
    assert!(content["courses"].is_null(), "{content}");
    browser
        .sound_at_both_widths("saved, one course too long")
        .await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_saved_survives_a_reload() {
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser) = at(&server, Section::Contact).await;
    browser
        .fill("Facebook", "https://facebook.com/nombre")
        .await;
    browser.fill("Página web", "esto no es").await;
    browser.shows("Lo demás se guardó a las").await;
    browser.shows("1 problema por corregir").await;
    browser.driver.goto("about:blank").await.unwrap();
    browser.go(&world.page("/contact")).await;
    browser
        .shows("Se recuperó lo que había escrito en este equipo")
        .await;
    assert_eq!(browser.value("Página web").await, "esto no es");
    // What was saved meanwhile is this page's own, and no other version.
    let text = browser.text().await;
    assert!(!text.contains("guardó esta sección mientras"), "{text}");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_server_completes_is_shown_once_nobody_types_in_it() {
    const LABEL: &str = "Teléfono público de contacto 1";
    let server = Server::start(Engine::Sqlite).await;
    let (world, browser) = at(&server, Section::Contact).await;
    browser.fill(LABEL, "55 1234 5678").await;
    browser.shows("Guardado en el servidor a las").await;
    // Whoever types there is left alone, caret and all.
    assert_eq!(browser.value(LABEL).await, "55 1234 5678");
    browser.field("Página web").await.focus().await.unwrap();
    let shown =
        "return [...document.querySelectorAll('input')].some(it => it.value === '5512345678')";
    browser.until("the completed number", shown, vec![]).await;
    let path = world.capture("/sections/contact");
    let view = world.operator.get(&path).await.ok();
    assert_eq!(view["version"], 1);
    assert_eq!(view["content"]["public_phones"]["value"][0], "5512345678");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bar_hides_nothing_that_has_the_focus() {
    let server = Server::start(Engine::Sqlite).await;
    let (_, browser) = at(&server, Section::Contact).await;
    browser.fill("Teléfono público de contacto 1", "722").await;
    browser.shows("1 problema por corregir").await;
    let hidden = "const bar = document.querySelector('.save-bar');\
        const all = [...document.querySelectorAll('#formulario :is(input, button, a)')];\
        return all.filter(it => !bar.contains(it)).filter(it => {\
            it.focus();\
            const box = it.getBoundingClientRect();\
            return document.activeElement === it && box.bottom > bar.getBoundingClientRect().top + 1;\
        }).map(it => it.id || it.textContent);";
    let height = "return document.querySelector('.save-bar').getBoundingClientRect().height;";
    for width in [360, 1280] {
        browser.resize(width).await;
        assert_eq!(browser.script(hidden, vec![]).await, json!([]), "{width}");
        let height = browser.script(height, vec![]).await;
        assert!(height.as_f64().unwrap() < 120.0, "{width}: {height}");
    }
    browser.close().await;
}
