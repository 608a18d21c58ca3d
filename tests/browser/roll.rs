//! Candidacies from a file, on the administrator's screen.

use super::*;
use builders::World;

const HEADINGS: &str =
    "QUIEN POSTULA,CARGO,DISTRITO,CALIDAD,NOMBRE,PATERNO,MATERNO,SEXO,EDAD,CORREO,TELEFONO";

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_checked_its_columns_are_said_and_it_is_stored() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let browser = desks::sign_in_at(&server, "admin").await;
    browser
        .go(&format!("/mesa/elecciones/{}/candidaturas", world.election))
        .await;
    browser
        .heading("Candidaturas: Ayuntamientos de prueba")
        .await;
    browser.press("Cargar un archivo").await;
    browser
        .heading("Cargar candidaturas por archivo: Ayuntamientos de prueba")
        .await;
    browser.press("Revisar el archivo").await;
    browser
        .shows("Archivo de candidaturas: elija el archivo.")
        .await;
    browser.sound_at_both_widths("roll, no file").await;

    let path = server.folder().join("padron.csv");
    let write = |district: &str| {
        let ana = "Raíz y Rumbo,Diputación local MR,33,Propietaria,Ana,Ríos,Peña,Mujer,41,ana@rios.example,7221112233";
        let eva = format!(
            "Raíz y Rumbo,Diputación local MR,{district},Suplente,Eva,Luna,,Mujer,30,eva@luna.example,7221112244"
        );
        std::fs::write(&path, format!("{HEADINGS}\n{ana}\n{eva}\n")).unwrap();
    };
    write("47");
    browser.attach("Archivo de candidaturas", &path).await;
    browser.press("Revisar el archivo").await;
    browser
        .shows("Falta decir qué columnas del archivo son las que se necesitan.")
        .await;
    browser.sound_at_both_widths("roll, columns missing").await;
    browser
        .choose("Columna A: QUIEN POSTULA", "Actor político")
        .await;
    browser
        .press("Guardar las columnas y revisar de nuevo")
        .await;
    browser.shows("1 error por corregir.").await;
    browser.shows("C3").await;
    browser.sound_at_both_widths("roll, refused").await;
    assert_eq!(server.rows("candidacies").await, 1);

    write("33");
    browser.attach("Archivo de candidaturas", &path).await;
    browser.press("Revisar el archivo").await;
    browser.shows("Candidaturas que se registrarían").await;
    browser.shows("Eva Luna").await;
    browser
        .shows("Se quedan como están: el archivo no cancela ni borra ninguna.")
        .await;
    browser.sound_at_both_widths("roll, to be stored").await;
    browser.press("Registrar 2 candidaturas").await;
    browser
        .shows("Guardado: 2 candidaturas registradas y 0 registros cambiados.")
        .await;
    browser.sound_at_both_widths("roll, stored").await;
    assert_eq!(server.rows("candidacies").await, 3);
    browser.close().await;
}
