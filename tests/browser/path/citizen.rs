//! The citizen: from the home to the profile, with and without JavaScript; and a program.

use super::*;
use builders::CANARIES;

/// Finds the candidacy by name and reads it.
pub async fn reads(server: &Server, candidacy: &str) {
    let record = format!("/api/v1/candidacies/{candidacy}");
    let record = builders::public_record(server, &record).await;
    assert_eq!(record["name"], FOLLOWED);
    for javascript in [false, true] {
        let browser = window(server, javascript).await;
        browser.go("/").await;
        // axe is a script itself.
        if javascript {
            browser.sound_at_both_widths("portal").await;
        }
        browser.fill("Nombre o apellidos", "ocampo").await;
        browser.press("Buscar").await;
        browser.shows(FOLLOWED).await;
        assert!(browser.path().await.contains("q=ocampo"));
        if javascript {
            browser.sound_at_both_widths("list").await;
        }
        browser.press(FOLLOWED).await;
        profile(&browser, candidacy).await;
        if javascript {
            browser.sound_at_both_widths("profile").await;
        }
        browser.close().await;
    }
}

async fn profile(browser: &Browser, candidacy: &str) {
    browser.heading(FOLLOWED).await;
    assert_eq!(browser.path().await, format!("/candidaturas/{candidacy}"));
    browser.shows("Corregida").await;
    browser.shows("contacto@maribelocampo.example").await;
    let photo = "const i = document.querySelector('main img'); return !!i && i.complete && i.naturalWidth > 0";
    browser.until("the photo", photo, vec![]).await;
    let source = "return document.documentElement.outerHTML";
    let source = browser.script(source, vec![]).await.to_string();
    for canary in CANARIES {
        assert!(!source.contains(canary), "{canary}");
    }
}
