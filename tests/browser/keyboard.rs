//! A whole questionnaire without a pointer: Tab, Space, Enter, arrows and letters.

use conoceles_shared::questionnaire::{PRIVACY_NOTICE, Section};
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData};

use super::*;
use builders::{PASSWORD, World};

/// What the keyboard is on.
#[derive(Debug)]
struct Focus {
    tag: String,
    kind: String,
    name: String,
    /// Whether it, or another of its group, holds an answer.
    answered: bool,
    /// Whether it can be seen: its outline, its place in the window.
    visible: bool,
}

/// Hands that have no mouse.
pub(super) struct Keyboard<'a>(pub(super) &'a Browser);

const FOCUS: &str = r"
    const e = document.activeElement;
    const clean = s => (s || '').replace(/\s+/g, ' ').trim();
    const label = e.labels && e.labels.length ? e.labels[0].textContent : e.textContent;
    const group = e.closest('fieldset');
    // One of several choices, unless the group is of fields that each have a box of their own.
    const choices = group && !group.querySelector('input:not([type=checkbox]):not([type=radio])');
    const ticked = e.type === 'radio'
        ? !!document.querySelector(`input[name='${e.name}']:checked`)
        : !!(choices ? group.querySelector('input[type=checkbox]:checked') : e.checked);
    const r = e.getBoundingClientRect();
    const over = document.elementFromPoint(r.left + Math.min(r.width, 8) / 2, r.top + r.height / 2);
    return {
        tag: e.tagName, kind: e.type || '', name: clean(e.getAttribute('aria-label') || label),
        answered: e.type === 'radio' || e.type === 'checkbox' ? ticked : !!e.value,
        visible: r.bottom > 0 && r.top < innerHeight && (e.tagName === 'BODY' || !over || !over.closest
            || e === over || e.contains(over) || !!(e.labels && [...e.labels].some(l => l.contains(over)))),
    };";

impl Keyboard<'_> {
    pub(super) async fn key(&self, key: impl Into<TypingData>) {
        let chain = self.0.driver.action_chain();
        chain.send_keys(key).perform().await.unwrap();
    }

    /// Tabs until the script, which gets `what`, says that the keyboard is there.
    pub(super) async fn walk(&self, what: &str, script: &str) {
        for _ in 0..150 {
            if self.0.script(script, vec![what.into()]).await == true {
                return;
            }
            self.key(Key::Tab).await;
        }
        panic!("«{what}» is not reached by keyboard");
    }

    async fn focus(&self) -> Focus {
        let found = self.0.script(FOCUS, vec![]).await;
        let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
        Focus {
            tag: text("tag"),
            kind: text("kind"),
            name: text("name"),
            answered: found["answered"] == json!(true),
            visible: found["visible"] == json!(true),
        }
    }

    /// Tabs until the keyboard is on what reads like this; nothing on the way is hidden.
    async fn to(&self, name: &str) -> Focus {
        let mut passed = Vec::new();
        for _ in 0..150 {
            self.key(Key::Tab).await;
            let focus = self.focus().await;
            assert!(focus.visible, "the focus is hidden on {focus:?}");
            if focus.name.starts_with(name) {
                return focus;
            }
            passed.push(focus.name);
        }
        panic!("the keyboard never came to «{name}», but passed {passed:?}");
    }

    async fn press(&self, name: &str) {
        let _ = self.to(name).await;
        self.key(Key::Enter).await;
    }

    /// Answers whatever the keyboard comes to, the first option of each, until it is on the button
    /// that saves, which it presses.
    async fn answer_all(&self) {
        for _ in 0..200 {
            self.key(Key::Tab).await;
            let focus = self.focus().await;
            assert!(focus.visible, "the focus is hidden on {focus:?}");
            match (focus.tag.as_str(), focus.kind.as_str()) {
                ("BUTTON", _) if focus.name == "Guardar y continuar" => {
                    return self.key(Key::Enter).await;
                }
                ("INPUT", "radio" | "checkbox") if !focus.answered => self.key(" ").await,
                ("SELECT", _) if !focus.answered => self.key(Key::Down).await,
                ("INPUT", "text") if focus.name.contains("especifique") => self.key("Otra").await,
                ("TEXTAREA", _) => self.key(content::text(120)).await,
                _ => {}
            }
        }
        panic!("the keyboard never came to the button that saves");
    }
}

async fn at(browser: &Browser, section: Section) {
    browser.heading(section.label()).await;
    browser
        .sound_at_both_widths(&format!("keyboard, {section}"))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_questionnaire_without_a_pointer() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let browser = Browser::open_window(&server.base, 1280, true).await;
    let keyboard = Keyboard(&browser);
    browser.go("/mesa").await;
    let _ = browser.field("Usuario").await;
    keyboard.to("Usuario").await;
    keyboard.key("captura.raiz").await;
    keyboard.to("Contraseña").await;
    keyboard.key(PASSWORD).await;
    keyboard.key(Key::Enter).await;
    browser.heading("Mis candidaturas").await;
    keyboard.press("Empezar Maribel").await;
    browser.heading("Maribel Ocampo Tenorio").await;
    keyboard.press("Ir a los consentimientos").await;
    browser
        .heading("Aviso de privacidad y consentimientos")
        .await;
    keyboard.press("Leer aquí el aviso completo").await;
    browser.shows(PRIVACY_NOTICE.sections[0].heading).await;
    keyboard.press("Autorizar: Tratamiento").await;
    browser.shows("Se registró la autorización").await;
    keyboard.press("Ir a las secciones").await;
    browser.heading("Maribel Ocampo Tenorio").await;
    keyboard.press(Section::Photo.label()).await;

    at(&browser, Section::Photo).await;
    keyboard.to("No proporcionó fotografía").await;
    keyboard.key(" ").await;
    keyboard.to("Motivo").await;
    keyboard.key("La enviará después.").await;
    keyboard.press("Guardar y continuar").await;
    at(&browser, Section::Contact).await;
    keyboard.answer_all().await;
    at(&browser, Section::Education).await;
    education(&keyboard).await;
    for section in Section::CURRICULAR.iter().filter(|it| it.is_text()) {
        at(&browser, *section).await;
        keyboard.to(section.label()).await;
        keyboard
            .key(format!("{section}: {}", content::text(300)))
            .await;
        keyboard.press("Guardar y continuar").await;
    }
    at(&browser, Section::Identity).await;
    keyboard.answer_all().await;
    browser.heading("Maribel Ocampo Tenorio").await;
    keyboard.press("Revise sus respuestas y envíe").await;
    browser
        .heading("Revise sus respuestas antes de enviar")
        .await;
    browser.sound_at_both_widths("keyboard, check").await;
    keyboard.to(desks::DECLARATION).await;
    keyboard.key(" ").await;
    keyboard.press("Enviar a revisión").await;
    browser.shows("La candidatura se envió a revisión.").await;
    let task = world.operator.get(&world.capture("")).await.ok();
    assert_eq!(task["state"], "submitted", "{task}");
    let education = world
        .operator
        .get(&world.capture("/sections/education"))
        .await
        .ok();
    assert_eq!(
        education["content"]["courses"]["value"],
        json!(["Segundo curso", "Primer curso", "Tercer curso"])
    );
    let statuses: Vec<&Value> = task["sections"].as_array().unwrap().iter().collect();
    assert!(
        statuses
            .iter()
            .all(|it| it["version"] != 0 || it["section"] == "consents")
    );
    browser.close().await;
}

/// Three courses, of which the second is moved up.
async fn education(keyboard: &Keyboard<'_>) {
    keyboard.to("Grado máximo de estudios").await;
    keyboard.key("Maestría").await;
    keyboard.to("Estatus").await;
    keyboard.key("Título").await;
    let course = "Cursos, diplomados, seminarios, entre otros";
    keyboard.to(course).await;
    keyboard.key("Primer curso").await;
    for text in ["Segundo curso", "Tercer curso"] {
        // The new line has the focus.
        keyboard.press("Agregar otro").await;
        let empty =
            "return document.activeElement.tagName === 'INPUT' && !document.activeElement.value";
        keyboard.0.until("the new line", empty, vec![]).await;
        keyboard.key(text).await;
    }
    // Back to the second line's button, which goes along with what it moves.
    let back = "document.querySelectorAll('fieldset input[type=text]')[1].focus()";
    keyboard.0.script(back, vec![]).await;
    keyboard.press("Subir").await;
    keyboard
        .0
        .shows(&format!("{course} 2 pasó al lugar 1."))
        .await;
    let there = "return document.activeElement.textContent.startsWith('Bajar')";
    keyboard
        .0
        .until("the focus on the way back", there, vec![])
        .await;
    keyboard.0.sound_at_both_widths("keyboard, courses").await;
    keyboard.press("Guardar y continuar").await;
}
