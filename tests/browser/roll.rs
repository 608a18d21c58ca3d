//! Candidacies from a file, on the administrator's screen.

use super::*;
use builders::World;

const HEADINGS: &str =
    "QUIEN POSTULA,CARGO,DISTRITO,CALIDAD,NOMBRE,PATERNO,MATERNO,SEXO,EDAD,CORREO,TELEFONO";

/// Whether the field of the file has the focus and names its error.
const AT_FIELD: &str = "
    const field = document.activeElement;
    const error = document.getElementById('archivo-error');
    return field.id === 'archivo' && !!error
        && field.getAttribute('aria-describedby').split(' ').includes(error.id);";

/// Whether what the page tells of a file stands below the button that begins with it.
const TOLD_BELOW: &str = "
    const form = document.getElementById('archivo').form;
    const place = form.querySelector('button').compareDocumentPosition(form.querySelector('[role=status]'));
    return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;";

/// How many cells of tables that are stacked on a phone do not say what they are.
const UNNAMED_CELLS: &str = "
    const cells = [...document.querySelectorAll('.table--stack tbody td')];
    return cells.length ? cells.filter(it => !it.dataset.label).length : -1;";

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
    browser
        .until("the error at its field", AT_FIELD, vec![])
        .await;
    let below = browser.script(TOLD_BELOW, vec![]).await;
    assert_eq!(below, true);
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
    let unnamed = browser.script(UNNAMED_CELLS, vec![]).await;
    assert_eq!(unnamed, 0);
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
    let unnamed = browser.script(UNNAMED_CELLS, vec![]).await;
    assert_eq!(unnamed, 0);
    browser.press("Registrar 2 candidaturas").await;
    browser
        .shows("Guardado: 2 candidaturas registradas y 0 registros cambiados.")
        .await;
    browser.sound_at_both_widths("roll, stored").await;
    assert_eq!(server.rows("candidacies").await, 3);
    browser.close().await;
}
