//! The administrator: election, parties, actor, candidacies, accounts.

use conoceles_shared::catalogues::{ActorKind, Office, Role as Place, Sex};
use conoceles_shared::permissions::Role;

use super::*;
use builders::CANARIES;

/// The name of the election.
const ELECTION: &str = "Ayuntamientos de prueba";
const ACTOR: &str = "Raíz y Rumbo";

/// An election with a coalition of two parties and two candidacies.
pub async fn prepare_the_election(browser: &Browser) {
    browser.heading("Elecciones").await;
    browser.sound_at_both_widths("no elections").await;
    browser.press("Nueva elección").await;
    browser.heading("Nueva elección").await;
    browser.press("Crear elección").await;
    browser.shows("problemas por corregir").await;
    browser.sound_at_both_widths("new election, refused").await;
    browser.fill("Nombre", ELECTION).await;
    browser
        .fill("Jornada electoral", &builders::election_day())
        .await;
    browser.tick("Es un simulacro").await;
    let office = Office::MunicipalPresidency.label();
    browser.tick_in("Cargos en juego", office).await;
    let all = "Incluir los 125 municipios y 45 distritos locales del Estado de México y la entidad";
    browser.tick(all).await;
    browser.press("Crear elección").await;
    browser
        .heading(&format!("Datos y ajustes: {ELECTION}"))
        .await;
    browser.sound_at_both_widths("election").await;

    browser.press("Partidos").await;
    browser.heading("Partidos").await;
    for (name, acronym, colour) in [
        ("Partido Horizonte", "PH", "#8c6239"),
        ("Partido Colibrí", "PC", "#2f6f62"),
    ] {
        browser.fill("Nombre del partido", name).await;
        browser.fill("Siglas", acronym).await;
        browser.fill("Color", colour).await;
        browser.press("Registrar partido").await;
        browser.shows(&format!("{name} quedó registrado.")).await;
    }
    browser.sound_at_both_widths("parties").await;
    make_the_actor(browser).await;
    register(browser, "Ocampo").await;
    // The same person cannot run twice for one office.
    register_as(browser, "Zárate").await;
    browser.shows("Esta persona ya está registrada").await;
    browser.sound_at_both_widths("candidacy, refused").await;
    browser.fill("CURP", "").await;
    browser.fill("Clave de elector", "").await;
    browser.fill("RFC", "").await;
    browser.press("Registrar candidatura").await;
    registered(browser, "Zárate").await;
    browser.sound_at_both_widths("candidacies").await;
}

/// From the election's own page: its actors, then its candidacies.
async fn make_the_actor(browser: &Browser) {
    browser.press("Elecciones").await;
    browser.press("0 actores políticos").await;
    browser
        .heading(&format!("Actores políticos: {ELECTION}"))
        .await;
    browser.tick_in("Tipo", ActorKind::Coalition.label()).await;
    browser.fill("Nombre del actor", ACTOR).await;
    for party in ["Partido Horizonte", "Partido Colibrí"] {
        browser.tick_in("Partidos que lo integran", party).await;
    }
    browser.press("Registrar actor").await;
    browser.shows(&format!("{ACTOR} quedó registrado.")).await;
    browser.sound_at_both_widths("actors").await;
    browser.press("Elecciones").await;
    browser.press("0 candidaturas").await;
    browser.heading(&format!("Candidaturas: {ELECTION}")).await;
}

async fn register(browser: &Browser, surname: &str) {
    register_as(browser, surname).await;
    registered(browser, surname).await;
}

async fn registered(browser: &Browser, surname: &str) {
    let saved = format!("Maribel {surname} Tenorio: la candidatura quedó registrada.");
    browser.shows(&saved).await;
}

async fn register_as(browser: &Browser, surname: &str) {
    // Until the form is there, the first field of this name is the filter's.
    let _ = browser.field("Nombre(s)").await;
    browser.choose("Actor político", ACTOR).await;
    browser.fill("Nombre(s)", "Maribel").await;
    browser.fill("Primer apellido", surname).await;
    browser.fill("Segundo apellido", "Tenorio").await;
    browser.fill("Edad", "52").await;
    browser.tick_in("Sexo", Sex::Woman.label()).await;
    browser
        .choose("Cargo", Office::MunicipalPresidency.label())
        .await;
    browser.choose("Territorio", "Tecámac").await;
    browser.tick_in("Calidad", Place::Titular.label()).await;
    browser
        .fill("Correo para avisos del Instituto", CANARIES[3])
        .await;
    browser
        .fill("Teléfono para avisos del Instituto", CANARIES[4])
        .await;
    browser.fill("CURP", CANARIES[0]).await;
    browser.fill("Clave de elector", CANARIES[1]).await;
    browser.fill("RFC", CANARIES[2]).await;
    browser.press("Registrar candidatura").await;
}

/// An operator's account and two validators'; gives their one-time passwords.
pub async fn make_accounts(browser: &Browser) -> [String; 3] {
    browser.press("Cuentas").await;
    browser.heading("Cuentas").await;
    browser.sound_at_both_widths("accounts").await;
    [
        make_account(browser, "captura.raiz", Role::Operator).await,
        make_account(browser, "validacion1", Role::Validator).await,
        make_account(browser, "validacion2", Role::Validator).await,
    ]
}

async fn make_account(browser: &Browser, login: &str, role: Role) -> String {
    browser.fill("Usuario", login).await;
    browser
        .fill("Nombre de la persona", &format!("Persona {login}"))
        .await;
    browser.tick_in("Función", role.label()).await;
    if role == Role::Operator {
        browser
            .choose("Actor político", &format!("{ACTOR} · {ELECTION}"))
            .await;
    }
    browser.press("Crear cuenta").await;
    browser.heading("Hoja de acceso").await;
    browser.sound_at_both_widths("access sheet").await;
    let script = "const t = [...document.querySelectorAll('dt')]\
        .find(e => e.textContent === 'Contraseña temporal'); return t.nextElementSibling.innerText";
    let one_time = browser.script(script, vec![]).await;
    browser.press("Ya la tengo; quitarla de la pantalla").await;
    browser.heading("Cuentas").await;
    one_time.as_str().unwrap().trim().to_owned()
}
