//! «Revisar y enviar»: whether it can be sent stands at the top, and a refused button answers.

use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_button_leads_to_what_is_missing() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let path = format!("/api/v1/admin/elections/{}", world.election);
    let election = world.admin.get(&path).await.ok();
    let mut setup = election["setup"].clone();
    setup["settings"]["signed_consent_required"] = json!(true);
    let version = election["version"].as_u64().unwrap();
    let _ = world.admin.put(&path, version, &setup).await.ok();
    let _ = world.consent("treatment", true).await.ok();
    let body = json!({ "text": "Muy corto." });
    let motivation = world.capture("/sections/motivation");
    let _ = world.operator.put(&motivation, 0, &body).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go(&world.page("/revisar")).await;
    browser.shows("Todavía no se puede enviar").await;
    browser.shows("todavía no tiene nada capturado.").await;
    browser.shows("el mínimo es").await;
    browser
        .shows("sin una copia firmada la candidatura no se publica. Entréguela a más tardar")
        .await;
    // Above everything that is to be checked.
    let first = "const box = document.getElementById('motivo').getBoundingClientRect();\
        return box.top < document.getElementById('curricular').getBoundingClientRect().top;";
    assert_eq!(browser.script(first, vec![]).await, json!(true));
    browser.press("Enviar a revisión").await;
    let focused = "return document.activeElement.id === 'motivo'";
    browser
        .until("the focus on the reasons", focused, vec![])
        .await;
    browser.sound_at_both_widths("check, refused").await;
    browser.press(Section::Motivation.label()).await;
    browser.heading(Section::Motivation.label()).await;

    browser.go(&world.page("/consents")).await;
    browser.shows("En esta elección se requiere").await;
    browser
        .sound_at_both_widths("consents, form required")
        .await;
    browser.close().await;
}
