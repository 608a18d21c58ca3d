//! An office that is published later, and a term in hours: set in the election's form, and what the
//! people concerned see of it.

use serde_json::json;

use super::*;
use builders::{World, day_from_now};

#[tokio::test(flavor = "multi_thread")]
async fn an_office_is_published_later_and_observations_have_hours() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let path = format!("/api/v1/admin/elections/{}", world.election);
    let page = format!("/mesa/elecciones/{}", world.election);
    let admin = desks::sign_in_at(&server, "admin").await;
    admin.go(&page).await;
    admin.shows("Solo informa: no abre ni cierra nada.").await;
    let text = admin.text().await;
    assert!(
        !text.contains("Reserva en estadísticas"),
        "nothing is offered that does nothing"
    );

    // An end before its start is told at the day itself.
    let (soon, later) = (day_from_now(20), day_from_now(40));
    admin.fill("Captura: primer día", &later).await;
    admin.fill("Captura: último día", &soon).await;
    admin.press("Guardar cambios").await;
    admin.shows("«Captura» termina antes de empezar.").await;
    let told = "return document.getElementById('days-capture-ends-day')\
        .getAttribute('aria-invalid')";
    assert_eq!(admin.script(told, vec![]).await, json!("true"));
    admin.fill("Captura: primer día", "").await;
    admin.fill("Captura: último día", "").await;

    admin.fill("Plazo para atender observaciones", "72").await;
    admin
        .choose("Plazo para atender observaciones: unidad", "horas")
        .await;
    admin
        .fill("Presidencia municipal: se publica a partir del", &later)
        .await;
    admin
        .sound_at_both_widths("election, dates and hours")
        .await;
    admin.press("Guardar cambios").await;
    admin.shows("los datos se guardaron.").await;
    let setup = world.admin.get(&path).await.ok()["setup"].clone();
    assert_eq!(
        setup["settings"]["observation_days"],
        json!({ "hours": 72 })
    );
    assert_eq!(setup["settings"]["capture_days"], 15);
    let embargo = &setup["embargoes"][0];
    assert_eq!(embargo["office"], "municipal_presidency");
    assert_eq!(embargo["from"], json!(format!("{later}T06:00:00Z")));
    admin.go(&page).await;
    assert_eq!(admin.value("Plazo para atender observaciones").await, "72");
    assert_eq!(
        admin
            .value("Presidencia municipal: se publica a partir del")
            .await,
        later
    );
    admin.close().await;

    world.submit().await;
    let _ = world.turn(0, None).await;
    world.decide(1, None).await;
    let validator = desks::sign_in_at(&server, "validacion2").await;
    validator
        .go(&format!("/mesa/revision/{}", world.candidacy))
        .await;
    validator.shows("Todo aprobado: se publicará el").await;
    validator.press("Aprobar para su publicación").await;
    let question = validator.asked(true).await;
    assert!(question.contains("Se publicará por sí sola"), "{question}");
    validator
        .shows("Se aprobó la información de Maribel Ocampo Tenorio")
        .await;
    validator.shows("Aprobadas, por publicarse").await;
    validator
        .sound_at_both_widths("queue, with one that waits")
        .await;
    validator.go("/mesa/publicadas").await;
    validator.shows("Aprobada, por publicarse").await;
    validator
        .sound_at_both_widths("published, with one that waits")
        .await;
    validator.close().await;

    let operator = desks::sign_in_at(&server, "captura.raiz").await;
    operator.go(&world.page("")).await;
    operator.shows("Aprobada, por publicarse").await;
    operator.shows("Se publicará el").await;
    operator
        .sound_at_both_widths("tasks, approved and held")
        .await;
    operator.close().await;
}
