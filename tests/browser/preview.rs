//! The check before sending shows what citizens would see.

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_is_the_public_profile() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.capture_all().await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    browser.go(&world.page("/revisar")).await;
    browser.press("Ver cómo lo verá la ciudadanía").await;
    browser.heading("Maribel Ocampo Tenorio").await;
    browser.shows("Todavía no se publica nada.").await;
    let picture = "const i = document.querySelector('article img'); return !!i && i.complete && i.naturalWidth > 0";
    browser.until("the picture", picture, vec![]).await;
    browser.sound_at_both_widths("preview").await;
    let article = "return document.querySelector('article').innerText";
    let previewed = browser.script(article, vec![]).await;
    let name = previewed.as_str().unwrap_or_default();
    assert!(name.contains("Maribel Ocampo Tenorio"), "{previewed}");

    let _ = world.send().await.ok();
    for validator in 0..2 {
        let _ = world.turn(validator, None).await;
    }
    let _ = builders::public_record(&server, &world.public()).await;
    browser
        .go(&format!("/candidaturas/{}", world.candidacy))
        .await;
    browser.heading("Maribel Ocampo Tenorio").await;
    let published = browser.script(article, vec![]).await;
    // Citizens also get what can only be said of what is published: who validated it, and how to
    // verify it.
    let published = published.as_str().unwrap();
    for line in previewed.as_str().unwrap().lines() {
        assert!(published.contains(line.trim()), "{line}");
    }
    assert!(published.contains("Verificación"));
    browser.close().await;
}
