//! Capture by sheet: what is wrong is told by its cell, then everything is saved at once.

use conoceles_shared::questionnaire::field;

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_is_checked_and_then_saved() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.press("Capturar por hoja de cálculo").await;
    browser.heading("Captura por hoja de cálculo").await;
    browser.press("Revisar la hoja").await;
    browser.shows("Hoja de cálculo: elija el archivo.").await;
    browser.sound_at_both_widths("sheet, no file").await;

    let file = server.folder().join("hoja.csv");
    let key = |id: &str| field(id).unwrap().official_id;
    let sheet = |degree: &str| {
        let text = content::text(300);
        let head = format!("id_candidatura,{},{}", key("degree"), key("motivation"));
        format!("{head}\n{},{degree},{text}\n", world.candidacy)
    };
    std::fs::write(&file, sheet("Doctorazgo")).unwrap();
    browser.attach("Hoja de cálculo", &file).await;
    browser.press("Revisar la hoja").await;
    browser.shows("1 error por corregir.").await;
    browser.shows("B2").await;
    browser.sound_at_both_widths("sheet, refused").await;
    let path = world.capture("/sections/motivation");
    assert_eq!(world.operator.get(&path).await.ok()["version"], 0);

    std::fs::write(&file, sheet("Doctorado")).unwrap();
    browser.attach("Hoja de cálculo", &file).await;
    browser.press("Revisar la hoja").await;
    browser.press("Guardar 2 secciones").await;
    browser
        .shows("Guardado en el servidor: 2 secciones de 1 candidatura.")
        .await;
    let focused = "return document.activeElement.textContent.startsWith('Guardado')";
    browser
        .until("the focus on what was saved", focused, Vec::new())
        .await;
    browser.sound_at_both_widths("sheet, saved").await;
    let saved = world.operator.get(&path).await.ok();
    assert_eq!(saved["content"]["text"], content::text(300));

    // What is emptied is said before it is saved.
    let versions = "education=1 motivation=1";
    let head = format!("id_candidatura,{},version_descargada", key("motivation"));
    let emptied = format!("{head}\n{},,{versions}\n", world.candidacy);
    std::fs::write(&file, emptied).unwrap();
    browser.attach("Hoja de cálculo", &file).await;
    browser.press("Revisar la hoja").await;
    browser.shows("Borra lo capturado en: Motivo.").await;
    browser.sound_at_both_widths("sheet, deleting").await;
    assert!(browser.offers("Guardar 1 sección").await);
    browser.close().await;
}
