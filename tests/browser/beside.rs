//! What is done beside something else on a page: it wipes nothing that is typed there, is told where it was begun, and
//! the page is not left unasked while it goes on.

use serde_json::json;

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_leaves_what_is_typed_of_its_party() {
    let server = Server::start(Engine::Sqlite).await;
    let _ = World::new(&server).await;
    let admin = desks::sign_in_at(&server, "admin").await;
    admin.go("/mesa/partidos").await;
    admin.press("Corregir Partido Horizonte").await;
    admin.shows("Sin emblema: en su lugar").await;
    admin
        .fill("Nombre del partido", "Partido Horizonte Azul")
        .await;
    let file = server.folder().join("emblema.jpg");
    std::fs::write(&file, content::photo(300, 300)).unwrap();
    admin.attach("Archivo del emblema", &file).await;
    admin.press("Guardar emblema").await;
    admin.shows("Así se muestra").await;
    let typed = admin.value("Nombre del partido").await;
    assert_eq!(typed, "Partido Horizonte Azul");
    // Its own logo is no edit of somebody else.
    admin.press("Guardar cambios").await;
    admin
        .shows("Partido Horizonte Azul: los cambios se guardaron.")
        .await;
    admin.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_actor_of_an_account_leaves_what_is_typed_of_it() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let name = "Laura Méndez Ríos";
    let _ = builders::actor(&world.admin, &world.election, "independent", name, &[]).await;
    let admin = desks::sign_in_at(&server, "admin").await;
    admin.press("Cuentas").await;
    admin.press("Corregir captura.raiz").await;
    admin.heading("Corregir cuenta: captura.raiz").await;
    admin.fill("Nombre de la persona", "Rosa Nava Luz").await;
    admin.press("Agregar actor político").await;
    admin
        .choose(
            "Actor político",
            &format!("{name} · Ayuntamientos de prueba"),
        )
        .await;
    admin.press("Agregar").await;
    admin.shows("La cuenta captura también para").await;
    admin.press(&format!("Retirar: {name}")).await;
    let _ = admin.asked(true).await;
    admin
        .shows("La cuenta ya no captura para ese actor político.")
        .await;
    assert_eq!(admin.value("Nombre de la persona").await, "Rosa Nava Luz");
    admin.close().await;
}

/// From now on what is asked for many candidacies is answered never.
const NEVER_ANSWERED: &str = "
    const real = window.fetch;
    window.fetch = (asked, ...more) => {
        const isPost = (asked.method ?? more[0]?.method) === 'POST';
        const isOfMany = String(asked.url ?? asked).includes('/many/');
        return isPost && isOfMany ? new Promise(() => {}) : real.call(window, asked, ...more);
    };";

#[tokio::test(flavor = "multi_thread")]
async fn an_act_on_many_that_goes_on_is_not_left_unasked() {
    let server = Server::start(Engine::Sqlite).await;
    let _ = World::new(&server).await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser
        .press("Autorizar el tratamiento de datos de varias")
        .await;
    browser
        .heading("Consentimiento de varias candidaturas")
        .await;
    browser.tick("Maribel Ocampo Tenorio").await;
    let declared = "Declaro que cuento con la autorización de cada una de las personas marcadas, sobre el \
                    aviso de privacidad que aparece en esta página.";
    browser.tick(declared).await;
    browser.script(NEVER_ANSWERED, vec![]).await;
    browser.press("Autorizar en 1 candidatura").await;
    browser.shows("Autorizando: 0 de 1").await;
    browser.press("Mis candidaturas").await;
    let question = browser.asked(false).await;
    assert!(question.contains("trabajo en curso"), "{question}");
    browser
        .heading("Consentimiento de varias candidaturas")
        .await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_to_the_page_at_hand_shows_what_there_is_now() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let admin = desks::sign_in_at(&server, "admin").await;
    admin.press("Por confirmar").await;
    admin.heading("Por confirmar por otra persona").await;
    let account = builders::account_id(&world.admin, "captura.raiz").await;
    let path = format!("/api/v1/admin/accounts/{account}/recovery");
    let _ = world.admin.post(&path, &json!({})).await.ok();
    admin.press("Por confirmar").await;
    admin.shows("Qué pasa si se confirma").await;
    admin.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_of_the_network_adds_no_second_heading() {
    let server = Server::start(Engine::Sqlite).await;
    let _ = World::new(&server).await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.heading("Mis candidaturas").await;
    let parts_are_lost = "
        const real = window.fetch;
        window.fetch = (asked, ...more) => String(asked).endsWith('.parts')
            ? Promise.reject(new TypeError('Failed to fetch'))
            : real.call(window, asked, ...more);
        window.dispatchEvent(new Event('offline'));";
    browser.script(parts_are_lost, vec![]).await;
    browser
        .script("window.dispatchEvent(new Event('online'))", vec![])
        .await;
    browser.shows("Intentar de nuevo").await;
    let headings = browser
        .script("return document.querySelectorAll('h1').length", vec![])
        .await;
    assert_eq!(headings, 1);
    browser.close().await;
}
