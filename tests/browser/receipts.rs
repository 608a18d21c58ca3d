//! The signed consent form is delivered, a submission is acknowledged, and a citizen without
//! JavaScript verifies the receipt.

use super::*;
use builders::World;
use desks::enter;

/// Notes what the page has the browser save, instead of saving it.
const SAVED: &str = "
    window.__saved = [];
    const url = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { window.__blob = blob; return url(blob); };
    HTMLAnchorElement.prototype.click = function () {
        window.__saved.push([this.download, window.__blob.type, window.__blob.size > 5000]);
    };
";

async fn saves(browser: &Browser, button: &str, name: &str) {
    browser.press(button).await;
    let script = "return window.__saved.some(([name, type, whole]) => \
         name === arguments[0] && type === 'application/pdf' && whole)";
    browser.until(name, script, vec![name.into()]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_delivered_and_a_receipt_verified() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let list = world.operator.get(&world.capture("/receipts")).await.ok();
    let code = list["data"][0]["code"].as_str().unwrap().to_owned();
    let browser = Browser::open_window(&server.base, 1280, true).await;
    browser.before_scripts(SAVED).await;
    enter(&browser, "captura.raiz").await;
    browser.shows("Acuse de recibo de la cuenta").await;

    let base = world.page("");
    browser.go(&format!("{base}/consents")).await;
    browser
        .shows("Todavía no se ha entregado ninguna copia.")
        .await;
    saves(
        &browser,
        "Descargar el formato en PDF",
        "consentimiento-expreso.pdf",
    )
    .await;
    browser.press("Entregar copia firmada").await;
    browser.shows("Formato firmado: elija el archivo.").await;
    browser.sound_at_both_widths("consents, no file").await;
    let file = server.folder().join("firmado.pdf");
    std::fs::write(&file, "esto no es un PDF").unwrap();
    browser.attach("Formato firmado", &file).await;
    browser.press("Entregar copia firmada").await;
    browser
        .shows("debe ser un archivo PDF, JPG o PNG completo")
        .await;
    std::fs::write(&file, format!("%PDF-1.7\n{}\n%%EOF\n", " ".repeat(6000))).unwrap();
    browser.attach("Formato firmado", &file).await;
    browser.press("Entregar copia firmada").await;
    browser.shows("Copia 1, entregada el").await;
    browser.shows("Archivo PDF de 6 kB").await;
    browser.sound_at_both_widths("consents, delivered").await;

    browser.go(&base).await;
    browser.shows("Acuse de envío a revisión").await;
    saves(
        &browser,
        "Descargar acuse en PDF",
        &format!("acuse-{code}.pdf"),
    )
    .await;
    browser.sound_at_both_widths("tasks with a receipt").await;
    browser.close().await;

    let reviewer = Browser::open_window(&server.base, 1280, true).await;
    reviewer.before_scripts(SAVED).await;
    enter(&reviewer, "validacion1").await;
    desks::review(&reviewer, &world).await;
    let name = "consentimiento-firmado-1.pdf";
    saves(&reviewer, "Descargar copia firmada", name).await;
    reviewer
        .sound_at_both_widths("review with a signed copy")
        .await;
    reviewer.close().await;

    for javascript in [false, true] {
        let citizen = Browser::open_window(&server.base, 1280, javascript).await;
        citizen.go(&format!("/verificar/{code}")).await;
        citizen.heading("Acuse verificado").await;
        citizen.shows(&code).await;
        assert!(!citizen.text().await.contains("Maribel"));
        if javascript {
            citizen.sound_at_both_widths("verification").await;
            citizen.go("/verificar/0000-0000-0000-0000").await;
            citizen.heading("Ningún acuse tiene este código").await;
            citizen.sound_at_both_widths("no such receipt").await;
            citizen.fill("Código", &code.to_lowercase()).await;
            citizen.press("Verificar").await;
            citizen.heading("Acuse verificado").await;
            citizen.press("Verificar un acuse").await;
            citizen.heading("Verificar un acuse").await;
            citizen.sound_at_both_widths("which receipt").await;
        }
        citizen.close().await;
    }
}
