//! Correcting what is published, walked by the people concerned: the operator asks, one validator
//! opens, the operator sends, another validator publishes; and a revocation on paper.

use conoceles_shared::questionnaire::Section;

use super::*;
use builders::World;

fn clock_of(server: &Server) -> conoceles_shared::time::Instant {
    chrono::DateTime::from_timestamp(i64::try_from(server.now()).unwrap(), 0).unwrap()
}

const NAME: &str = "Maribel Ocampo Tenorio";

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_is_asked_for_opened_sent_and_published() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let section = Section::Motivation;
    let operator = desks::sign_in_at(&server, "captura.raiz").await;
    operator.go(&world.page("")).await;
    operator.shows("Corregir lo publicado").await;
    operator.press("Solicitar corrección").await;
    operator.shows("2 problemas por corregir").await;
    operator.sound_at_both_widths("correction, refused").await;
    operator
        .tick_in("Secciones por corregir", section.label())
        .await;
    operator
        .fill(
            "Qué está mal y por qué",
            "El nombre del programa cambió en mayo.",
        )
        .await;
    operator.press("Solicitar corrección").await;
    operator.shows("Corrección solicitada").await;
    operator.sound_at_both_widths("correction, requested").await;

    let first = desks::sign_in_at(&server, "validacion1").await;
    first.shows("Corrección solicitada").await;
    first
        .sound_at_both_widths("queue, correction requested")
        .await;
    first.press("Ya revisadas").await;
    first.heading("Candidaturas ya revisadas").await;
    first
        .fill("Nombre, actor político o territorio", "ocampo tecamac")
        .await;
    first.press("Buscar").await;
    first.shows("1 candidatura").await;
    first.sound_at_both_widths("published, found").await;
    first.press(NAME).await;
    first.shows("El nombre del programa cambió en mayo.").await;
    first
        .sound_at_both_widths("review desk, correction requested")
        .await;
    first.press("Abrir la corrección").await;
    first.shows("La corrección quedó abierta").await;
    first.shows("Pausar esta sección").await;

    operator.go(&world.page("")).await;
    operator.shows("Corrección abierta").await;
    operator.sound_at_both_widths("correction, open").await;
    operator.go(&world.page("/motivation")).await;
    let text = format!("Corregido. {}", content::text(300));
    operator.fill(section.label(), &text).await;
    operator.press("Guardar").await;
    operator.shows("Guardado en el servidor").await;
    operator.go(&world.page("")).await;
    operator.press("Enviar la corrección").await;
    operator.shows("Corrección por revisar").await;
    operator.sound_at_both_widths("correction, sent").await;
    operator.close().await;

    let second = desks::sign_in_at(&server, "validacion2").await;
    second.shows("Corrección por revisar").await;
    second.press(&format!("Tomar {NAME}")).await;
    second.shows("la que ve la ciudadanía").await;
    second
        .sound_at_both_widths("review desk, correction sent")
        .await;
    second.press("Aprobar").await;
    second.shows("Aprobada.").await;
    second.press("Publicar").await;
    let question = second.asked(true).await;
    assert!(question.contains(NAME), "{question}");
    second.shows("Se publicó la versión corregida").await;
    second.close().await;
    first.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revocation_on_paper_stops_what_is_not_public() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let desk = desks::sign_in_at(&server, "validacion1").await;
    desks::review(&desk, &world).await;
    desk.press("Registrar un escrito").await;
    desk.press("Registrar").await;
    desk.shows("3 problemas por corregir").await;
    desk.sound_at_both_widths("paper, refused").await;
    desk.choose("Qué pide", "Revocación: tratamiento de datos personales")
        .await;
    // The authority's day, which may be a day behind the clock of the tests.
    let today = conoceles_shared::time::local_date(clock_of(&server));
    desk.fill("Fecha del escrito", &today.to_string()).await;
    desk.fill("Referencia", "Oficialía 1234/2026").await;
    desk.press("Registrar").await;
    desk.shows("El escrito quedó registrado").await;
    desk.shows("Consentimiento revocado").await;
    desk.sound_at_both_widths("paper, recorded").await;
    desk.go("/mesa").await;
    desk.shows("Detenidas por revocación").await;
    desk.sound_at_both_widths("queue, stopped").await;
    desk.close().await;
}
