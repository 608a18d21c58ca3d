//! What an administrator does now and then: a drill from an election, several substitutions under one acuerdo, a
//! party's logo; and the reasons that a validator words.

use conoceles_shared::catalogues::{Office, Role, Sex};

use super::*;
use builders::World;

const NAME: &str = "Maribel Ocampo Tenorio";

#[tokio::test(flavor = "multi_thread")]
async fn a_drill_is_made_from_an_election() {
    let server = Server::start(Engine::Sqlite).await;
    let _ = World::new(&server).await;
    let admin = desks::sign_in_at(&server, "admin").await;
    admin
        .press("Hacer un simulacro Ayuntamientos de prueba")
        .await;
    admin.shows("Qué se copia").await;
    admin.shows("Raíz y Rumbo").await;
    admin.shows("Simulacro: no es una elección real").await;
    admin.sound_at_both_widths("drill, before it is made").await;
    admin.fill("Nombre", "x").await;
    admin.press("Crear simulacro").await;
    admin.shows("1 problema por corregir").await;
    admin.sound_at_both_widths("drill, refused").await;
    admin.fill("Nombre", "Práctica de mayo").await;
    admin.press("Crear simulacro").await;
    admin.shows("Práctica de mayo: el simulacro se creó.").await;
    admin.shows("Se decidió al registrarlo y no cambia").await;
    admin.sound_at_both_widths("drill, its settings").await;
    let drill = admin.path().await;
    for page in [
        "actores",
        "candidaturas",
        "padron",
        "motivos",
        "lenguaje",
        "sustituciones",
    ] {
        admin.go(&format!("{drill}/{page}")).await;
        admin.shows("Simulacro. No es una elección real.").await;
    }
    admin.go("/mesa/elecciones/nueva").await;
    admin
        .press("Hacer un simulacro con los ajustes de otra elección")
        .await;
    admin.press("Ver qué se copia").await;
    admin.shows("Elija la elección que se copia.").await;
    admin
        .sound_at_both_widths("new election, what is copied")
        .await;
    admin
        .choose("Elección que se copia", "Ayuntamientos de prueba")
        .await;
    admin.press("Ver qué se copia").await;
    admin.shows("No se copia ninguna candidatura").await;
    admin.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_substituted_and_their_places_taken() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let admin = desks::sign_in_at(&server, "admin").await;
    admin
        .go(&format!("/mesa/elecciones/{}/candidaturas", world.election))
        .await;
    admin.press("Sustituir varias").await;
    admin.shows("1. Quiénes dejan su lugar").await;
    admin.press("Sustituir las marcadas").await;
    admin.shows("4 problemas por corregir").await;
    admin.sound_at_both_widths("substitutions, refused").await;
    admin.tick(NAME).await;
    admin.shows("1 candidatura marcada").await;
    admin
        .fill("Acuerdo del Consejo General", "IEEM/CG/130/2027")
        .await;
    let today = builders::day_from_now(0);
    admin.fill("Fecha del acuerdo", &today).await;
    admin
        .tick("Confirmo que todas las personas de la lista dejan su lugar por este acuerdo.")
        .await;
    admin.press("Sustituir las marcadas").await;
    admin.shows("1 candidatura quedó sustituida.").await;
    let place = format!(
        "{NAME} · {}, Tecámac · {} · Raíz y Rumbo",
        Office::MunicipalPresidency.label(),
        Role::Titular.label_for(Sex::Woman)
    );
    admin.tick(&place).await;
    admin.shows("Toma el lugar de").await;
    admin.press("Registrar a quienes toman los lugares").await;
    admin.shows("problemas por corregir").await;
    admin.sound_at_both_widths("substitutes, refused").await;
    for (label, value) in [
        ("Nombre(s)", "Eva"),
        ("Primer apellido", "Rosas"),
        ("Edad", "41"),
        ("Correo para avisos del Instituto", "eva@partido.example"),
        ("Teléfono para avisos del Instituto", "7221234567"),
    ] {
        admin.fill(label, value).await;
    }
    admin.tick("Mujer").await;
    admin.press("Registrar a quienes toman los lugares").await;
    admin.shows("1 candidatura registrada.").await;
    admin.shows("No hay lugares libres por sustitución.").await;
    admin.sound_at_both_widths("substitutions, done").await;
    admin.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_party_gets_a_logo() {
    let server = Server::start(Engine::Sqlite).await;
    let _ = World::new(&server).await;
    let admin = desks::sign_in_at(&server, "admin").await;
    admin.go("/mesa/partidos").await;
    admin.press("Corregir Partido Horizonte").await;
    admin.shows("Sin emblema: en su lugar").await;
    admin.press("Guardar emblema").await;
    admin.shows("Elija el archivo del emblema.").await;
    admin.sound_at_both_widths("party, logo refused").await;
    let file = server.folder().join("emblema.jpg");
    std::fs::write(&file, content::photo(300, 300)).unwrap();
    admin.attach("Archivo del emblema", &file).await;
    admin.press("Guardar emblema").await;
    admin.shows("El emblema se guardó.").await;
    admin.shows("Así se muestra").await;
    admin.sound_at_both_widths("party, with a logo").await;
    admin.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_validator_words_the_reasons() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let desk = desks::sign_in_at(&server, "validacion1").await;
    desks::review(&desk, &world).await;
    desk.press("Textos de observación de esta elección").await;
    desk.shows("Esta elección todavía no tiene textos.").await;
    desk.choose("Causa", "No responde a la pregunta").await;
    desk.fill(
        "Texto del motivo",
        "No dice los plazos de la meta que propone.",
    )
    .await;
    desk.press("Agregar el texto").await;
    desk.shows("Se agregó el texto.").await;
    desk.sound_at_both_widths("reasons, by a validator").await;
    desk.close().await;
}
