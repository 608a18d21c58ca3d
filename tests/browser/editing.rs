//! What was created is corrected on the administrators' screens: asked about first, and put beside what
//! somebody else saved.

use serde_json::json;

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_party_is_corrected_beside_another_administrator() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.publish().await;
    let admin = desks::sign_in_at(&server, "admin").await;
    admin.press("Partidos").await;
    admin.heading("Partidos").await;
    admin.fill("Buscar", "horizonte").await;
    admin.shows("1 de 2 en la lista.").await;
    admin.press("Corregir Partido Horizonte").await;
    admin.heading("Corregir partido: Partido Horizonte").await;
    // Meanwhile somebody else corrects the acronym.
    let all = world.admin.get("/api/v1/admin/parties").await.ok();
    let party = all["data"].as_array().unwrap();
    let party = party.iter().find(|it| it["acronym"] == "PH").unwrap();
    let path = format!("/api/v1/admin/parties/{}", builders::id(party));
    let edit = json!({ "name": "Partido Horizonte", "acronym": "PHZ", "colour": "#8c6239" });
    let asked = world.admin.put(&path, 1, &edit).await.json();
    let digest = asked["consequences"]["digest"].as_str().unwrap().to_owned();
    let confirmed = format!("{path}?confirmed={digest}");
    let _ = world.admin.put(&confirmed, 1, &edit).await.ok();

    admin.fill("Nombre del partido", "").await;
    admin.fill("Color", "azul").await;
    admin.press("Guardar cambios").await;
    admin.shows("2 problemas por corregir").await;
    admin.sound_at_both_widths("party, refused").await;
    admin
        .fill("Nombre del partido", "Partido Horizonte Nuevo")
        .await;
    admin.fill("Color", "#8c6239").await;
    admin.press("Guardar cambios").await;
    admin
        .shows("Otra persona guardó cambios mientras usted corregía")
        .await;
    admin.shows("PHZ").await;
    admin.sound_at_both_widths("party, two versions").await;
    admin.press("Guardar lo mío en su lugar").await;
    admin.shows("Qué cambia en lo publicado").await;
    admin.shows("Maribel Ocampo Tenorio").await;
    admin.sound_at_both_widths("party, consequences").await;
    admin.press("Confirmar y guardar").await;
    admin
        .shows("Partido Horizonte Nuevo: los cambios se guardaron.")
        .await;
    assert_eq!(world.admin.get(&path).await.ok()["acronym"], "PH");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_name_is_corrected() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.publish().await;
    let admin = desks::sign_in_at(&server, "admin").await;
    let page = format!("/mesa/elecciones/{}/candidaturas", world.election);
    admin.go(&page).await;
    admin.press("Corregir Maribel Ocampo Tenorio").await;
    admin
        .heading("Corregir registro: Maribel Ocampo Tenorio")
        .await;
    admin.shows("está en la bitácora pública").await;
    admin.sound_at_both_widths("registration").await;
    admin.fill("Primer apellido", "Ocampo Rivas").await;
    admin
        .fill("Documento que sustenta el cambio", "IEEM/CG/140/2027")
        .await;
    admin.press("Guardar cambios").await;
    admin
        .shows("Se publica una nueva versión de la candidatura")
        .await;
    admin
        .sound_at_both_widths("registration, consequences")
        .await;
    admin.press("Confirmar y guardar").await;
    admin
        .shows("Maribel Ocampo Rivas Tenorio: los cambios se guardaron.")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_accounts_are_made_and_a_delivery_is_recorded() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let name = "Laura Méndez Ríos";
    let _ = builders::actor(&world.admin, &world.election, "independent", name, &[]).await;
    let admin = desks::sign_in_at(&server, "admin").await;
    admin
        .go(&format!("/mesa/elecciones/{}/actores", world.election))
        .await;
    admin
        .shows("Sin cuenta de captura: 1 actor político.")
        .await;
    admin.press("Crear 1 cuenta").await;
    admin
        .shows("Cuentas creadas: 1. Falta expedir sus hojas de acceso.")
        .await;
    admin.sound_at_both_widths("actors, accounts").await;
    admin.press("Cuentas").await;
    admin.heading("Cuentas").await;
    admin.press("Corregir captura.laura-mendez-rios").await;
    admin
        .heading("Corregir cuenta: captura.laura-mendez-rios")
        .await;
    admin.press("Registrar intento").await;
    admin.tick_in("Medio de entrega", "En persona").await;
    admin.sound_at_both_widths("account, delivery").await;
}
