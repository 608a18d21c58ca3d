//! Acts on many candidacies on the operator's desk: consent 1, photos in a ZIP, sending.

use std::io::{Cursor, Write as _};

use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use builders::World;

const OCAMPO: &str = "Maribel Ocampo Tenorio";
const ZARATE: &str = "Maribel Zárate Tenorio";

async fn another(world: &World) -> String {
    let mut body = builders::new_candidacy(&world.actor, "Zárate");
    body["registration"]["role"] = json!("alternate");
    builders::register(&world.admin, &world.election, &body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn consent_1_is_given_to_those_that_are_ticked_by_name() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let other = another(&world).await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser
        .press("Autorizar el tratamiento de datos de varias")
        .await;
    browser
        .heading("Consentimiento de varias candidaturas")
        .await;
    browser.shows(ZARATE).await;
    browser.sound_at_both_widths("many, consents").await;
    browser.press("Autorizar en 0 candidaturas").await;
    browser.shows("Marque al menos una candidatura.").await;
    browser.shows("Marque la declaración para autorizar.").await;
    browser.sound_at_both_widths("many, consents refused").await;
    browser.tick("Marcar todas las de esta página").await;
    browser.shows("2 candidaturas marcadas.").await;
    browser.press("Ver las marcadas").await;
    browser.press(&format!("Quitar {OCAMPO}")).await;
    browser.shows("1 candidatura marcada.").await;
    let declared = "Declaro que cuento con la autorización de cada una de las personas marcadas, sobre el \
                    aviso de privacidad que aparece en esta página.";
    browser.tick(declared).await;
    browser.press("Autorizar en 1 candidatura").await;
    browser.shows("Autorizadas: 1.").await;
    browser.sound_at_both_widths("many, consents given").await;
    let own = format!("/api/v1/capture/candidacies/{other}");
    assert_eq!(
        world.operator.get(&own).await.ok()["consents"]["treatment"],
        true
    );
    let task = world.operator.get(&world.capture("")).await.ok();
    assert_eq!(task["consents"]["treatment"], false);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn photos_in_a_zip_are_looked_at_and_then_saved() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let other = another(&world).await;
    for id in [&world.candidacy, &other] {
        let _ = builders::consent(&world.operator, id, "treatment", true)
            .await
            .ok();
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // More than one part has: the page sends it in two.
    let mut files: Vec<_> = (0..24)
        .map(|it| (format!("suelta-{it}.jpg"), vec![1]))
        .collect();
    files.insert(
        0,
        (
            format!("fotos/{}.jpg", world.candidacy),
            content::photo(400, 500),
        ),
    );
    files.push((format!("fotos/{other}.JPG"), content::photo(440, 550)));
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let file = server.folder().join("fotos.zip");
    std::fs::write(&file, zip.finish().unwrap().into_inner()).unwrap();

    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.press("Subir fotografías de varias en un ZIP").await;
    browser.heading("Fotografías de varias candidaturas").await;
    browser.press("Revisar las fotografías").await;
    browser.shows("Archivo ZIP: elija el archivo.").await;
    browser.sound_at_both_widths("many, photos").await;
    browser.attach("Archivo ZIP", &file).await;
    browser.press("Revisar las fotografías").await;
    browser.shows("2 fotografías por guardar").await;
    browser.shows("Archivos que no se usan: 24").await;
    browser.sound_at_both_widths("many, photos looked at").await;
    browser.press("Guardar 2 fotografías").await;
    browser.shows("Fotografías guardadas: 2.").await;
    browser.sound_at_both_widths("many, photos saved").await;
    for id in [&world.candidacy, &other] {
        let path = format!("/api/v1/capture/candidacies/{id}/sections/photo");
        assert_eq!(world.operator.get(&path).await.ok()["version"], 1);
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn those_that_are_complete_are_sent_with_their_receipts() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = another(&world).await;
    world.capture_all().await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.press("Enviar varias a revisión").await;
    browser.heading("Enviar varias candidaturas").await;
    browser.shows(OCAMPO).await;
    browser.press("Todavía no (1)").await;
    browser.shows(ZARATE).await;
    browser.shows("Acepte primero el consentimiento").await;
    browser.sound_at_both_widths("many, not yet").await;
    browser.press("Se pueden marcar (1)").await;
    browser.tick(OCAMPO).await;
    let declared = "Declaro que la información de cada candidatura marcada es responsabilidad de la \
                    candidatura y del actor político que la postula.";
    browser.tick(declared).await;
    browser.sound_at_both_widths("many, to send").await;
    browser.press("Enviar 1 candidatura a revisión").await;
    browser.shows("Enviadas: 1.").await;
    browser.press("Ver en cuáles se hizo").await;
    browser.shows("Acuse ").await;
    browser.sound_at_both_widths("many, sent").await;
    let task = world.operator.get(&world.capture("")).await.ok();
    assert_eq!(task["state"], "submitted");
    browser.close().await;
}
