//! The reviewers: one observes, both approve, the second publishes.

use conoceles_shared::questionnaire::Ground;

use super::*;

/// What the observation says.
pub const REASON: &str = "Use lenguaje incluyente en el segundo párrafo.";

async fn claim(browser: &Browser) {
    browser.go("/mesa").await;
    browser.heading("Cola de revisión").await;
    browser.sound_at_both_widths("queue").await;
    browser.press(&format!("Tomar {FOLLOWED}")).await;
    browser
        .heading(&format!("Mesa de revisión: {FOLLOWED}"))
        .await;
    browser.shows("sin decidir").await;
}

/// The next section that is not decided, by its button's words.
async fn next_section(browser: &Browser) -> Option<String> {
    let script = "const b = [...document.querySelectorAll('.section-link')]\
        .find(e => e.textContent.includes('(Sin decidir)')); return b ? b.textContent.replace(/\\s+/g, ' ').trim() : null";
    let words = browser.script(script, vec![]).await;
    words
        .as_str()
        .map(|it| it.split(" (").next().unwrap().to_owned())
}

async fn decide(browser: &Browser, observed: Option<Section>) {
    while let Some(name) = next_section(browser).await {
        browser.press(&format!("{name} (Sin decidir)")).await;
        if name == Section::Identity.short_label() {
            browser.shows("No se muestra en la revisión").await;
        }
        if observed.is_some_and(|it| it.short_label() == name) {
            observe(browser).await;
            browser.shows(&format!("{name}: Observada.")).await;
        } else {
            browser.press("Aprobar").await;
            browser.shows(&format!("{name}: Aprobada.")).await;
        }
    }
    browser.sound_at_both_widths("review desk, decided").await;
}

async fn observe(browser: &Browser) {
    browser.press("Observar").await;
    browser.press("Guardar observación").await;
    browser.shows("2 problemas por corregir").await;
    browser.sound_at_both_widths("observation, refused").await;
    let ground = Ground::SexistLanguage;
    let number = ground.number().unwrap();
    browser
        .choose("Causa", &format!("{number}. {}", ground.label()))
        .await;
    browser
        .fill("Motivo que leerá el actor político", REASON)
        .await;
    browser.press("Guardar observación").await;
}

/// The first reviewer's first turn: the motivation is observed, everything else approved.
pub async fn observe_motivation(browser: &Browser) {
    claim(browser).await;
    browser.sound_at_both_widths("review desk").await;
    assert!(!browser.text().await.contains(builders::CANARIES[3]));
    decide(browser, Some(Section::Motivation)).await;
    browser.press("Enviar observaciones").await;
    browser.heading("Cola de revisión").await;
}

/// The first of two turns that approve everything.
pub async fn approve(browser: &Browser) {
    claim(browser).await;
    decide(browser, None).await;
    browser.press("Registrar primera revisión").await;
    browser.heading("Cola de revisión").await;
}

/// The second one, which publishes.
pub async fn publish(browser: &Browser) {
    claim(browser).await;
    decide(browser, None).await;
    browser.press("Publicar").await;
    let question = browser.asked(true).await;
    assert!(question.contains(FOLLOWED), "{question}");
    browser.heading("Cola de revisión").await;
}

/// Whoever decided first is not offered the second turn.
pub async fn a_second_person_is_needed(browser: &Browser) {
    browser.shows("Segunda revisión").await;
    assert!(!browser.offers(&format!("Tomar {FOLLOWED}")).await);
    browser.sound_at_both_widths("queue, second turn").await;
}
