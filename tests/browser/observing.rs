//! On the review desk nothing half-written goes without a question, and nothing is published
//! without one.

use conoceles_shared::questionnaire::{Ground, Section};

use super::*;
use builders::World;

const NAME: &str = "Maribel Ocampo Tenorio";
const REASON: &str = "Motivo que leerá el actor político";

#[tokio::test(flavor = "multi_thread")]
async fn a_half_written_observation_waits_for_its_author() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let browser = desks::sign_in_at(&server, "validacion1").await;
    desks::review(&browser, &world).await;
    browser.press("Tomar esta candidatura").await;
    let at_heading = "return document.activeElement.tagName === 'H1'";
    browser
        .until("the focus on the heading", at_heading, vec![])
        .await;

    let undecided = |it: Section| format!("{} (Sin decidir)", it.short_label());
    browser.press(&undecided(Section::Motivation)).await;
    browser.press("Observar").await;
    browser.fill(REASON, "Falta decir").await;
    browser.press(&undecided(Section::Contact)).await;
    let judged = format!("{} · se juzga", Section::Contact.short_label());
    browser.shows(&judged).await;
    browser.shows("Observación sin terminar").await;
    browser
        .sound_at_both_widths("observation, unfinished")
        .await;
    browser.press("Cola de revisión").await;
    let question = browser.asked(false).await;
    assert!(question.contains("sin guardar"), "{question}");

    browser.press(&undecided(Section::Motivation)).await;
    browser.press("Observar").await;
    assert_eq!(browser.value(REASON).await, "Falta decir");
    let ground = Ground::SexistLanguage;
    let number = ground.number().unwrap();
    browser
        .choose("Causa", &format!("{number}. {}", ground.label()))
        .await;
    browser.press("Guardar observación").await;
    let name = Section::Motivation.short_label();
    browser.shows(&format!("{name}: Observada.")).await;
    // Saved: the page is left without a question.
    browser.press("Cola de revisión").await;
    browser.heading("Cola de revisión").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn publication_is_asked_for_by_name() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let _ = world.turn(0, None).await;
    world.decide(1, None).await;
    let browser = desks::sign_in_at(&server, "validacion2").await;
    desks::review(&browser, &world).await;
    browser.press("Publicar").await;
    let question = browser.asked(false).await;
    assert!(question.contains(NAME), "{question}");
    let what = Section::Motivation.short_label();
    assert!(question.contains(what), "{question}");
    browser.sound_at_both_widths("about to publish").await;

    // Whoever says no has published nothing.
    let desk = world.validators[1].get(&world.review("")).await.ok();
    assert_eq!(desk["state"], "in_review", "{desk}");
    browser.press("Publicar").await;
    let _ = browser.asked(true).await;
    browser
        .shows(&format!("Se publicó la información de {NAME}."))
        .await;
    browser.close().await;
}
