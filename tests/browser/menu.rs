//! The menu of the desks where the links do not fit.

use thirtyfour::Key;

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_stays_on_the_screen_and_closes() {
    let server = Server::start(Engine::Sqlite).await;
    let _world = World::new(&server).await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.resize(320).await;
    browser.press("Menú").await;
    browser.shows("Cerrar sesión").await;
    browser.sound("menu, open (320 px)").await;
    let keys = browser.driver.action_chain();
    keys.send_keys(Key::Escape).perform().await.unwrap();
    let closed = "return !document.querySelector('.menu').open \
                  && document.activeElement.matches('.menu summary')";
    browser.until("a closed menu", closed, vec![]).await;
    browser.press("Menú").await;
    browser.press("Contraseña").await;
    browser
        .until(
            "a closed menu on another page",
            "return location.pathname.endsWith('contrasena') && !document.querySelector('.menu').open",
            vec![],
        )
        .await;
    browser.close().await;
}
