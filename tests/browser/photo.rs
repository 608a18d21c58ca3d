//! The photo on the screens: chosen, framed by keyboard alone, turned, sent; its date refused and
//! mended; the reviewer sees the earlier one beside the new.

use conoceles_shared::questionnaire::{Section, field};

use super::*;
use builders::World;
use keyboard::Keyboard;
use thirtyfour::Key;

/// A JPEG that is stored lying and says by its EXIF that it stands: upright it is 800 × 1600.
fn lying() -> Vec<u8> {
    let stored = content::photo(1600, 800);
    let mut segment = b"Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    segment.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
    [&stored[..2], &[0xFF, 0xE1], &length, &segment, &stored[2..]].concat()
}

/// Goes on with the tabulator until the focus is on this element.
async fn tab_to(keyboard: &Keyboard<'_>, selector: &str) {
    let script = "return document.activeElement.matches(arguments[0])";
    keyboard.walk(selector, script).await;
}

/// Goes on with the tabulator to the button that reads like this and presses it.
async fn press_by_key(keyboard: &Keyboard<'_>, text: &str) {
    let script = "const e = document.activeElement; \
                  return e.tagName === 'BUTTON' && e.textContent.trim() === arguments[0]";
    keyboard.walk(text, script).await;
    keyboard.key(Key::Enter).await;
}

async fn stored(world: &World) -> serde_json::Value {
    let path = world.capture("/sections/photo");
    world.operator.get(&path).await.ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_is_framed_by_keyboard_and_seen_beside_the_earlier_one() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let before = stored(&world).await["content"]["sha256"].clone();
    let _ = world.turn(0, Some("photo")).await;
    server.advance(std::time::Duration::from_secs(60));

    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    let page = world.page("/photo");
    browser.go(&page).await;
    browser.heading(Section::Photo.label()).await;
    browser
        .shows("La fotografía no debe tener más de tres meses")
        .await;
    let file = server.folder().join("retrato.jpg");
    std::fs::write(&file, lying()).unwrap();
    browser.attach("Archivo de la fotografía", &file).await;
    browser
        .shows("retrato.jpg: lista, sin enviar todavía.")
        .await;
    // Upright it is twice as high as wide: the frame is as wide as the picture.
    browser
        .shows("Recorte: izquierda 0 %, arriba 18.7 %, tamaño 100 %, giro 0°.")
        .await;
    frame_by_keyboard(&Keyboard(&browser)).await;
    browser.sound_at_both_widths("photo, framed").await;

    let taken_on = field("taken_on").unwrap().label;
    browser.fill(taken_on, "20244-03-15").await;
    browser.press("Guardar").await;
    browser.shows("1 problema por corregir").await;
    browser.shows("La fotografía se guardó; su fecha no").await;
    let new = stored(&world).await;
    assert_ne!(new["content"]["sha256"], before);
    assert!(new["content"]["taken_on"].is_null());
    assert!(
        !browser.text().await.contains("sin enviar todavía"),
        "it would be sent again"
    );
    browser
        .sound_at_both_widths("photo, its date refused")
        .await;
    browser.fill(taken_on, "2024-03-15").await;
    browser.press("Guardar").await;
    browser.shows("Guardado en el servidor a las").await;
    browser.shows("Comprobación automática").await;
    browser.sound_at_both_widths("photo, stored").await;
    let dated = stored(&world).await;
    assert_eq!(dated["content"]["sha256"], new["content"]["sha256"]);
    assert_eq!(dated["content"]["taken_on"], "2024-03-15");
    browser.close().await;

    let _ = world.send().await.ok();
    reviewer_sees_both(&server, &world).await;
}

/// Keys, buttons and numbers, each reached by keyboard.
async fn frame_by_keyboard(keyboard: &Keyboard<'_>) {
    let browser = keyboard.0;
    tab_to(keyboard, "#recorte").await;
    keyboard.key(Key::Down).await;
    keyboard.key("+").await;
    browser
        .shows("Recorte: izquierda 0.5 %, arriba 20 %, tamaño 99 %, giro 0°.")
        .await;
    keyboard.key(Key::Up).await;
    keyboard.key(Key::Right).await;
    keyboard.key("-").await;
    browser.shows("tamaño 100 %, giro 0°.").await;
    press_by_key(keyboard, "Girar 90°").await;
    browser.shows("giro 90°.").await;
    press_by_key(keyboard, "Centrar").await;
    number(keyboard, "#size", "80,5").await;
    browser.shows("tamaño 80.5 %, giro 90°.").await;
    // More than there is room for goes as far as there is.
    number(keyboard, "#left", "100").await;
    browser.shows("izquierda 67.8 %").await;
    assert_eq!(browser.value("Izquierda (%)").await, "67.8");
}

/// Goes to a field by keyboard, types over what it holds and leaves it.
async fn number(keyboard: &Keyboard<'_>, selector: &str, text: &str) {
    tab_to(keyboard, selector).await;
    // Control and «a» choose everything in it.
    let chain = keyboard.0.driver.action_chain();
    let chain = chain
        .key_down(Key::Control)
        .send_keys("a")
        .key_up(Key::Control);
    let typed = chain.send_keys(text).send_keys(Key::Tab).perform().await;
    typed.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_that_went_from_the_device_is_asked_for_again() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go(&world.page("/photo")).await;
    browser.heading(Section::Photo.label()).await;
    let file = server.folder().join("retrato.jpg");
    for again in [false, true] {
        std::fs::write(&file, content::photo(800, 1000)).unwrap();
        browser.attach("Archivo de la fotografía", &file).await;
        browser
            .shows("retrato.jpg: lista, sin enviar todavía.")
            .await;
        if again {
            break;
        }
        std::fs::remove_file(&file).unwrap();
        browser.press("Guardar").await;
        browser
            .shows("La fotografía cambió o ya no está en el equipo: elíjala de nuevo.")
            .await;
        browser.sound_at_both_widths("photo, gone").await;
        assert_eq!(stored(&world).await["version"], 0);
    }
    browser.press("Guardar").await;
    browser.shows("Guardado en el servidor a las").await;
    assert!(stored(&world).await["content"]["sha256"].is_string());
    browser.close().await;
}

async fn reviewer_sees_both(server: &Server, world: &World) {
    let browser = desks::sign_in_at(server, "validacion1").await;
    desks::review(&browser, world).await;
    browser.shows("Conviene revisar (no impide aprobar)").await;
    browser.shows("Fotografías anteriores").await;
    browser.shows("Versión 3").await;
    let loaded = "const all = [...document.querySelectorAll('section img.portrait')]; \
        return all.length === 2 && all.every(e => e.complete && e.naturalWidth > 0)";
    browser.until("both pictures", loaded, vec![]).await;
    browser.resize(320).await;
    browser.sound("review desk, both photos (320 px)").await;
    browser
        .sound_at_both_widths("review desk, both photos")
        .await;
    browser.close().await;
}
