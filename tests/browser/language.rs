//! The language assistant: what it finds while one types, what is done about it, what the reviewer
//! sees of that, and the rules of an election.

use std::io::Write as _;

use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::*;
use builders::World;
use desks::enter;

/// The text of the motivation with two findings, a warning among them.
fn text() -> String {
    let rest = content::text(280);
    format!("Apoyaremos a los ciudadanos y a personas con capacidades diferentes. {rest}")
}

/// What the element with the focus says.
async fn focused(browser: &Browser) -> String {
    let script = "return (document.activeElement.textContent || '').replace(/\\s+/g, ' ').trim()";
    let value = browser.script(script, vec![]).await;
    value.as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_are_used_or_left_and_the_reviewer_sees_which() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.capture_all().await;
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    let label = Section::Motivation.label();
    browser.go(&world.page("/motivation")).await;
    browser.heading(label).await;
    browser.fill(label, &text()).await;
    browser
        .shows("Lenguaje incluyente: 2 expresiones por revisar")
        .await;
    let marks =
        "return [...document.querySelectorAll('.editor__mirror mark')].map(e => e.textContent)";
    assert_eq!(
        browser.script(marks, vec![]).await,
        json!(["los ciudadanos", "capacidades diferentes"])
    );
    browser.shows("Advertencia").await;
    browser.resize(320).await;
    browser.sound("findings (320 px)").await;
    browser.sound_at_both_widths("findings").await;

    // Used: in the text, with the caret behind it and the browser's own undo.
    browser.press("Usar «la ciudadanía»").await;
    browser
        .shows("Lenguaje incluyente: 1 expresión por revisar")
        .await;
    let used = text().replace("los ciudadanos", "la ciudadanía");
    assert_eq!(browser.value(label).await, used);
    let caret = "const e = document.activeElement; return e.value.slice(0, e.selectionStart)";
    assert_eq!(
        browser.script(caret, vec![]).await,
        json!("Apoyaremos a la ciudadanía")
    );
    let undo = "return document.execCommand('undo')";
    let _ = browser.script(undo, vec![]).await;
    assert_eq!(browser.value(label).await, text());
    let _ = browser
        .script("return document.execCommand('redo')", vec![])
        .await;
    assert_eq!(browser.value(label).await, used);

    // Left: gone from the list, the focus on the way back; the server knows once the text is there.
    browser.press("Dejar como está").await;
    browser.shows("Dejó 1 expresión como está.").await;
    let way_back = "return document.activeElement.textContent === 'Volver a mostrar'";
    browser
        .until("the focus on the way back", way_back, vec![])
        .await;
    assert_eq!(focused(&browser).await, "Volver a mostrar");
    browser.sound_at_both_widths("findings, left").await;
    browser.shows("Guardado en el servidor a las").await;
    let path = world.capture("/sections/motivation");
    let kept = json!([{ "rule": "capacidades-diferentes", "text": "capacidades diferentes" }]);
    eventually("what was left, stored", async || {
        let stored = world.operator.get(&path).await.ok()["ignored"].clone();
        if stored == kept {
            Ok(())
        } else {
            Err(stored.to_string())
        }
    })
    .await;
    // It is still left after the page is opened again.
    browser.go(&world.page("/motivation")).await;
    browser.shows("Dejó 1 expresión como está.").await;
    let _ = world.send().await.ok();
    browser.press("Cerrar sesión").await;
    enter(&browser, "validacion1").await;
    desks::review(&browser, &world).await;
    browser.shows("Maribel Ocampo Tenorio").await;
    browser.press(Section::Motivation.short_label()).await;
    browser
        .shows("La captura vio este aviso y decidió dejarlo como está.")
        .await;
    let marks = "return [...document.querySelectorAll('.words mark')].map(e => e.textContent)";
    assert_eq!(
        browser.script(marks, vec![]).await,
        json!(["capacidades diferentes"])
    );
    browser.sound_at_both_widths("findings on the desk").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_authority_adds_a_rule_and_switches_one_off() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "admin").await;
    browser.press("Reglas de lenguaje").await;
    browser
        .heading("Reglas de lenguaje: Ayuntamientos de prueba")
        .await;
    browser.press("Agregar regla").await;
    browser.shows("Palabras o frases:").await;
    browser.sound_at_both_widths("rules, refused").await;
    browser.fill("Palabras o frases", "gente de huarache").await;
    browser.tick("Advertencia").await;
    browser.fill("Alternativas", "población campesina").await;
    browser.fill("Explicación", "Es despectivo.").await;
    browser.fill("Fuente", "Acuerdo de la UT").await;
    browser.press("Agregar regla").await;
    browser
        .shows("Se agregó la regla sobre «gente de huarache».")
        .await;
    browser
        .fill("Buscar una regla o palabra", "conciudadanos")
        .await;
    browser.shows("1 regla").await;
    browser.press("Apagar").await;
    browser.shows("quedó apagada en esta elección.").await;
    browser.sound_at_both_widths("rules").await;

    browser.press("Cerrar sesión").await;
    enter(&browser, "captura.raiz").await;
    browser.go(&world.page("/motivation")).await;
    let label = Section::Motivation.label();
    browser
        .fill(label, "Para los ciudadanos y la gente de huarache.")
        .await;
    browser.press("Usar «población campesina»").await;
    browser
        .until(
            "the suggestion in the text",
            "return document.querySelector('textarea').value === arguments[0]",
            vec![json!("Para los ciudadanos y la población campesina.")],
        )
        .await;
    browser.shows("Lenguaje incluyente: nada por revisar").await;
    browser.close().await;
}

/// Tells how long a text of 5,000 characters takes in the browser; a machine under load is no reason
/// to fail. Run it alone: `cargo xtask test browser -- five_thousand_characters --nocapture`.
#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_characters_are_checked_in_the_browser() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let _ = world.consent("treatment", true).await.ok();
    let browser = desks::sign_in_at(&server, "captura.raiz").await;
    let label = Section::Motivation.label();
    browser.go(&world.page("/motivation")).await;
    browser.heading(label).await;
    let sentence = "Los ciudadanos de la zona alta pagan el agua y todos los niños caminan una hora \
         a la escuela; por eso abriremos tres pozos, dos rutas y una casa de oficios. ";
    let long: String = sentence.chars().cycle().take(4990).collect();
    let count = "return performance.getEntriesByName('conoceles-language', 'measure').length";
    for round in 0..10 {
        let before = browser.script(count, vec![]).await;
        browser.fill(label, &format!("Texto {round}. {long}")).await;
        let more = format!("{count} > arguments[0]");
        browser.until("the check", &more, vec![before]).await;
    }
    let times = "return performance.getEntriesByName('conoceles-language', 'measure')\
        .slice(-10).map(e => e.duration).sort((a, b) => a - b)";
    let times = browser.script(times, vec![]).await;
    let times: Vec<f64> = serde_json::from_value(times).unwrap();
    assert_eq!(times.len(), 10);
    writeln!(
        std::io::stderr(),
        "5,000 characters: median {:.1} ms, slowest {:.1} ms of 10",
        times[5],
        times[9]
    )
    .unwrap();
    browser.close().await;
}
