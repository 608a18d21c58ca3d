//! The second factor on screen: set up as a first step, asked for at sign-in, also in place of a
//! session that ended, and renewed.

use conoceles_tests::Authenticator;

use super::*;
use builders::PASSWORD;
use desks::type_credentials;

/// From the page of the key to that of the recovery codes, which it gives.
async fn confirm(browser: &Browser, server: &Server) -> (Authenticator, Vec<String>) {
    browser.shows("1. Añada Conóceles a la aplicación").await;
    let drawn = "const i = document.querySelector('img.qr'); \
                 return !!i && i.complete && i.naturalWidth > 0";
    browser.until("the picture", drawn, vec![]).await;
    browser.sound_at_both_widths("second factor, key").await;
    let key = "return document.querySelector('code.key').innerText";
    let key = browser.script(key, vec![]).await;
    let telephone = Authenticator::of(key.as_str().unwrap());
    browser.fill("Código", "000000").await;
    browser.press("Confirmar").await;
    browser.shows("1 problema por corregir").await;
    browser
        .sound_at_both_widths("second factor, wrong code")
        .await;
    browser.fill("Código", &telephone.next_code(server)).await;
    browser.press("Confirmar").await;
    browser.shows("Guarde sus códigos de recuperación").await;
    browser.sound_at_both_widths("recovery codes").await;
    let codes =
        "return [...document.querySelectorAll('.recovery-codes code')].map(e => e.innerText)";
    let codes = browser.script(codes, vec![]).await;
    let codes = codes.as_array().unwrap().iter();
    let codes: Vec<String> = codes.map(|it| it.as_str().unwrap().to_owned()).collect();
    assert_eq!(codes.len(), 10);
    browser.press("Ya los guardé; continuar").await;
    (telephone, codes)
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_sets_it_up_and_signs_in_with_it() {
    let mut server = Server::start(Engine::Sqlite).await;
    let one_time = builders::create_admin(&server).await;
    server.require_second_factor().await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.go("/mesa").await;
    type_credentials(&browser, "admin", &one_time).await;
    browser.heading("Primer acceso: cree su contraseña").await;
    let weak = "Conóceles-2029!!";
    browser.fill("Contraseña nueva", weak).await;
    browser.fill("Repita la contraseña nueva", weak).await;
    browser.press("Guardar contraseña").await;
    browser.shows("es lo primero que alguien probaría").await;
    let common = "TeAmoMucho2026!";
    browser.fill("Contraseña nueva", common).await;
    browser.fill("Repita la contraseña nueva", common).await;
    browser.press("Guardar contraseña").await;
    browser.shows("está entre las más usadas").await;
    browser
        .sound_at_both_widths("own password, too common")
        .await;
    browser.fill("Contraseña nueva", PASSWORD).await;
    browser.fill("Repita la contraseña nueva", PASSWORD).await;
    browser.press("Guardar contraseña").await;
    browser
        .heading("Primer acceso: active su segundo factor")
        .await;
    browser.sound_at_both_widths("second factor, first").await;
    browser.press("Mostrar la clave").await;
    let (telephone, codes) = confirm(&browser, &server).await;
    browser.heading("Elecciones").await;
    browser.press("Cerrar sesión").await;

    // A code of the application; first a wrong one.
    let _ = browser.field("Contraseña").await;
    type_credentials(&browser, "admin", PASSWORD).await;
    browser.shows("Segundo paso: su código").await;
    browser.sound_at_both_widths("sign-in, code").await;
    browser.fill("Código", "000000").await;
    browser.press("Entrar").await;
    browser.shows("El código no es correcto o ya venció").await;
    browser.sound_at_both_widths("sign-in, wrong code").await;
    // The reloaded page still waits for it.
    browser.go("/mesa").await;
    browser.shows("Segundo paso: su código").await;
    browser.fill("Código", &telephone.next_code(&server)).await;
    browser.press("Entrar").await;
    browser.heading("Elecciones").await;
    browser.press("Cerrar sesión").await;

    // A recovery code, then another telephone.
    let _ = browser.field("Contraseña").await;
    type_credentials(&browser, "admin", PASSWORD).await;
    browser.shows("Segundo paso: su código").await;
    browser.fill("Código", &codes[0]).await;
    browser.press("Entrar").await;
    browser.heading("Elecciones").await;
    browser.go("/mesa/segundo-factor").await;
    browser.shows("Le quedan 9 códigos de recuperación.").await;
    browser.sound_at_both_widths("own second factor").await;
    assert!(!browser.offers("Desactivar").await);
    browser
        .press("Renovar (otro teléfono u otros códigos)")
        .await;
    browser.fill("Contraseña actual", "no es esta").await;
    browser.fill("Código", "000000").await;
    browser.press("Continuar").await;
    browser.shows("2 problemas por corregir").await;
    browser.sound_at_both_widths("second factor, proof").await;
    browser.fill("Contraseña actual", PASSWORD).await;
    browser.fill("Código", &codes[1]).await;
    browser.press("Continuar").await;
    let (telephone, _) = confirm(&browser, &server).await;
    browser.shows("Le quedan 10 códigos de recuperación.").await;

    // The session ends: the page below stays while password and code are asked for above it.
    browser.press("Partidos").await;
    browser.fill("Nombre del partido", "Partido Colibrí").await;
    browser.fill("Siglas", "PC").await;
    browser.fill("Color", "#2f6f62").await;
    server.advance(std::time::Duration::from_secs(2 * 3600));
    browser.press("Registrar partido").await;
    browser.shows("Su sesión terminó").await;
    type_credentials(&browser, "admin", PASSWORD).await;
    browser.shows("Segundo paso: su código").await;
    browser.sound_at_both_widths("session ended, code").await;
    browser.fill("Código", &telephone.next_code(&server)).await;
    browser.press("Entrar").await;
    browser.shows("Registrar partido").await;
    assert_eq!(browser.value("Nombre del partido").await, "Partido Colibrí");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_turns_it_on_and_off() {
    let mut server = Server::start(Engine::Sqlite).await;
    let _world = builders::World::new(&server).await;
    server.require_second_factor().await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go("/mesa/contrasena").await;
    browser.press("Segundo factor de inicio de sesión").await;
    browser.shows("Su cuenta no tiene segundo factor.").await;
    browser.sound_at_both_widths("no second factor").await;
    browser.press("Activar").await;
    browser.fill("Contraseña actual", PASSWORD).await;
    browser.press("Continuar").await;
    let (_, codes) = confirm(&browser, &server).await;
    browser.shows("El segundo factor quedó activo.").await;
    browser.press("Desactivar").await;
    browser.fill("Contraseña actual", PASSWORD).await;
    browser.fill("Código", &codes[5]).await;
    browser.press("Continuar").await;
    browser.shows("El segundo factor quedó desactivado.").await;
    browser.shows("Su cuenta no tiene segundo factor.").await;
    browser.close().await;
}
