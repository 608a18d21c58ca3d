//! The operator: receipt, consents, every section, sending, correcting, and coming too late.

use std::path::Path;

use conoceles_shared::catalogues::{Degree, DegreeStatus};
use conoceles_shared::questionnaire::{Contact, IdentityQuestion, PRIVACY_NOTICE, QUESTIONS};

use super::*;

/// The receipt, which starts the period.
pub async fn accept_the_receipt(browser: &Browser) {
    browser.heading("Primer acceso: acuse de recibo").await;
    browser.press("Aceptar y empezar").await;
    browser.shows("1 problema por corregir").await;
    browser.sound_at_both_widths("receipt, refused").await;
    browser
        .tick("Recibí la cuenta y conozco cuándo empieza y cuándo termina mi plazo de captura.")
        .await;
    browser.press("Aceptar y empezar").await;
    browser.heading("Mis candidaturas").await;
    browser
        .shows("el acuse de recibo de la cuenta quedó firmado")
        .await;
    browser.shows("días restantes").await;
    browser.sound_at_both_widths("operator's home").await;
}

/// Opens a candidacy from the home; gives its id.
pub async fn open_candidacy(browser: &Browser, action: &str, name: &str) -> String {
    browser.go("/mesa").await;
    browser.press(&format!("{action} {name}")).await;
    browser.heading(name).await;
    browser.sound_at_both_widths("tasks").await;
    let path = browser.path().await;
    path.rsplit('/').next().unwrap().to_owned()
}

/// All three consents, then the photo's page.
pub async fn give_consents(browser: &Browser) {
    browser.press("Ir a los consentimientos").await;
    browser
        .heading("Aviso de privacidad y consentimientos")
        .await;
    browser.sound_at_both_widths("consents").await;
    read_the_notice(browser).await;
    for consent in [
        "Tratamiento de datos personales",
        "Publicación de las respuestas de identidad",
        "Uso con fines estadísticos",
    ] {
        browser.press(&format!("Autorizar: {consent}")).await;
        browser
            .shows(&format!("Se registró la autorización: {consent}."))
            .await;
    }
    browser.press("Ir a las secciones").await;
}

/// The whole notice can be read in place, before anything is accepted.
async fn read_the_notice(browser: &Browser) {
    browser.press("Leer aquí el aviso completo").await;
    for section in PRIVACY_NOTICE.sections {
        browser.shows(section.heading).await;
    }
    let first = "const notice = document.querySelector('main details');\
        const accept = [...document.querySelectorAll('main button')]\
          .find(it => it.textContent.startsWith('Autorizar'));\
        return !!(notice.compareDocumentPosition(accept) & Node.DOCUMENT_POSITION_FOLLOWING)";
    let first = browser.script(first, vec![]).await;
    assert_eq!(first, true, "the notice comes before the consents");
    browser.sound_at_both_widths("privacy notice, open").await;
    browser.press("Leer aquí el aviso completo").await;
}

/// Photo, contact, education, history and career, each followed by the next.
pub async fn capture_until_motivation(browser: &Browser, folder: &Path) {
    browser.press(Section::Photo.label()).await;
    browser.heading(Section::Photo.label()).await;
    let wrong = folder.join("nota.txt");
    std::fs::write(&wrong, "no es una imagen").unwrap();
    browser.attach("Archivo de la fotografía", &wrong).await;
    browser.shows("1 problema por corregir").await;
    browser.sound_at_both_widths("photo, refused").await;
    let photo = folder.join("foto.jpg");
    std::fs::write(&photo, content::photo(800, 1000)).unwrap();
    browser.attach("Archivo de la fotografía", &photo).await;
    browser.shows("foto.jpg: lista, sin enviar todavía.").await;
    browser.press("Guardar y continuar").await;

    browser.heading(Section::Contact.label()).await;
    contact(browser).await;
    browser.heading(Section::Education.label()).await;
    browser
        .choose("Grado máximo de estudios", Degree::Master.label())
        .await;
    browser.choose("Estatus", DegreeStatus::Title.label()).await;
    let course = "Cursos, diplomados, seminarios, entre otros 1";
    browser
        .fill(course, "Diplomado en políticas de cuidados (2019)")
        .await;
    browser.sound_at_both_widths("education").await;
    browser.press("Guardar y continuar").await;
    for section in [Section::ProfessionalHistory, Section::PoliticalCareer] {
        write(browser, section, &content::text(300)).await;
    }
    browser.heading(Section::Motivation.label()).await;
}

/// Two wrong addresses at once are both told, then everything is right.
async fn contact(browser: &Browser) {
    let template = Contact::default();
    let mut labels = template
        .links()
        .map(|(key, label, _)| (key, label))
        .to_vec();
    labels.extend(template.lists().map(|(key, label, _)| (key, label)));
    let mail = labels.iter().find(|it| it.0 == "public_emails").unwrap().1;
    let mail = format!("{mail} 1");
    for (key, label) in labels {
        if !["website", "public_emails"].contains(&key) {
            browser.tick(&format!("No proporcionó {label}")).await;
        }
    }
    browser.fill("Página web", "mi página").await;
    browser.fill(&mail, "contacto arroba ejemplo").await;
    browser.press("Guardar y continuar").await;
    browser.shows("2 problemas por corregir").await;
    browser.sound_at_both_widths("contact, refused").await;
    browser
        .fill("Página web", "https://maribelocampo.example")
        .await;
    browser.shows("1 problema por corregir").await;
    browser.fill(&mail, "contacto@maribelocampo.example").await;
    browser.press("Guardar y continuar").await;
}

/// Fills a text section that is open and goes on.
async fn write(browser: &Browser, section: Section, text: &str) {
    browser.heading(section.label()).await;
    browser.fill(section.label(), text).await;
    browser.sound_at_both_widths(section.code()).await;
    browser.press("Guardar y continuar").await;
    browser
        .shows(&format!(
            "{}: guardado en el servidor",
            section.short_label()
        ))
        .await;
}

/// Another tab saves first: this one is refused, sees both versions and keeps its own.
pub async fn two_tabs_on_motivation(browser: &Browser, server: &Server) {
    let label = Section::Motivation.label();
    let other = window(server, true).await;
    desks::enter(&other, "captura.raiz").await;
    other.go(&browser.path().await).await;
    other.heading(label).await;
    other
        .fill(label, &motivation("Desde la otra pestaña"))
        .await;
    other.press("Guardar").await;
    other.shows("Guardado en el servidor a las").await;
    other.close().await;

    browser.fill(label, &motivation("Desde esta pestaña")).await;
    browser.press("Guardar").await;
    browser
        .shows("Otra persona, u otra ventana suya, guardó esta sección mientras usted escribía")
        .await;
    browser.shows("Desde la otra pestaña").await;
    browser.sound_at_both_widths("conflict").await;
    assert_eq!(browser.value(label).await, motivation("Desde esta pestaña"));
    browser.press("Conservar la escrita aquí").await;
    browser.shows("Guardado en el servidor a las").await;
    browser.press("Guardar y continuar").await;
}

/// The three proposals and the identity questionnaire.
pub async fn capture_the_rest(browser: &Browser) {
    for section in [
        Section::Proposal1,
        Section::Proposal2,
        Section::GenderProposal,
    ] {
        write(
            browser,
            section,
            &format!("{}: {}", section.code(), content::text(300)),
        )
        .await;
    }
    browser.heading(Section::Identity.label()).await;
    let answers = content::identity();
    for asked in QUESTIONS {
        if let Some(answer) = answers.get(asked.id.code()) {
            reply(browser, asked, answer["value"].as_str().unwrap()).await;
        }
    }
    browser.sound_at_both_widths("identity").await;
    browser.press("Guardar y continuar").await;
    browser.shows("Identidad: guardado en el servidor").await;
}

async fn reply(browser: &Browser, asked: &IdentityQuestion, code: &str) {
    let options = asked.options.iter().map(|it| (it.code, it.label));
    let catalogue = asked.catalogue.iter().map(|it| (it.code, it.label));
    let found = options.chain(catalogue).find(|it| it.0 == code);
    let (_, label) = found.unwrap_or_else(|| panic!("{code} of question {}", asked.number));
    if asked.catalogue.is_empty() {
        browser.tick_in(&format!("{}. ", asked.number), label).await;
    } else {
        let question = format!("{}. {}", asked.number, asked.text);
        browser.choose(&question, label).await;
    }
}

/// Checks the answers and sends them.
pub async fn send(browser: &Browser, candidacy: &str) {
    browser
        .go(&format!("/mesa/candidaturas/{candidacy}/revisar"))
        .await;
    browser
        .heading("Revise sus respuestas antes de enviar")
        .await;
    browser.shows("Desde esta pestaña").await;
    browser.sound_at_both_widths("check").await;
    browser.press("Enviar a revisión").await;
    browser.shows("Marque la declaración para enviar.").await;
    browser.tick(desks::DECLARATION).await;
    browser.press("Enviar a revisión").await;
    browser.shows("La candidatura se envió a revisión.").await;
    browser
        .shows("Ahora no corre ningún plazo para usted.")
        .await;
    browser.shows("Lo que decida se le dirá en Avisos.").await;
    browser.sound_at_both_widths("tasks, sent").await;
}

/// Only the observed section can be written; it is corrected and sent again.
pub async fn correct(browser: &Browser, candidacy: &str) {
    open_candidacy(browser, "Atender", FOLLOWED).await;
    for section in Section::REVIEWABLE {
        browser
            .go(&format!("/mesa/candidaturas/{candidacy}/{section}"))
            .await;
        browser.heading(section.label()).await;
        let open = browser.offers("Guardar").await;
        assert_eq!(open, *section == Section::Motivation, "{section}");
    }
    browser
        .go(&format!("/mesa/candidaturas/{candidacy}/motivation"))
        .await;
    browser.shows(reviewer::REASON).await;
    browser.sound_at_both_widths("observed section").await;
    browser
        .fill(Section::Motivation.label(), &motivation("Corregida"))
        .await;
    browser.press("Guardar y continuar").await;
    browser.shows("Motivo: guardado en el servidor").await;
    browser.press("Revise sus respuestas y envíe").await;
    browser
        .heading("Revise sus respuestas antes de enviar")
        .await;
    browser.tick(desks::DECLARATION).await;
    browser.press("Enviar a revisión").await;
    browser.shows("La candidatura se envió a revisión.").await;
}

/// The period ends while someone writes: the save is refused, what was typed stays on the page.
pub async fn too_late(browser: &Browser, server: &Server) {
    let candidacy = open_candidacy(browser, "Empezar", UNFINISHED).await;
    browser.press("Ir a los consentimientos").await;
    let consent = "Tratamiento de datos personales";
    browser.press(&format!("Autorizar: {consent}")).await;
    browser
        .shows(&format!("Se registró la autorización: {consent}."))
        .await;
    let page = format!("/mesa/candidaturas/{candidacy}/motivation");
    browser.go(&page).await;
    let label = Section::Motivation.label();
    browser.heading(label).await;
    browser.fill(label, &motivation("Demasiado tarde")).await;
    server.advance_days(16);
    browser.press("Guardar").await;
    // The session ended with the days; it is taken up again on the same page.
    browser.shows("Su sesión terminó").await;
    browser.sound_at_both_widths("session ended").await;
    browser.fill("Contraseña", PASSWORD).await;
    if browser.value("Usuario").await.is_empty() {
        browser.fill("Usuario", "captura.raiz").await;
    }
    browser.press("Iniciar sesión").await;
    // It is sent again without being asked, and refused.
    browser.shows("El plazo terminó el").await;
    browser.shows("Solo lectura").await;
    browser.sound_at_both_widths("too late").await;
    assert_eq!(browser.value(label).await, motivation("Demasiado tarde"));

    let person = Person::sign_in(server, "captura.raiz", PASSWORD).await;
    let path = format!("/api/v1/capture/candidacies/{candidacy}/sections/motivation");
    assert_eq!(person.get(&path).await.ok()["version"], 0);
}
