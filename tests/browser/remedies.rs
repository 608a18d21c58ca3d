//! What was done by mistake is undone by two, and a tribunal is obeyed, on the administrators' screens.

use serde_json::json;

use super::*;
use builders::World;

const NAME: &str = "Maribel Ocampo Tenorio";

/// Confirms what the other administrator proposed, after reading what follows.
async fn confirm(other: &Browser, what: &str, consequence: &str) {
    other.go("/mesa/por-confirmar").await;
    other.shows("Qué pasa si se confirma").await;
    other.shows(consequence).await;
    other.press(&format!("Confirmar: {what}")).await;
    other.shows("Se confirmó y se llevó a cabo.").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancellation_is_undone_and_a_tribunal_reopens() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    let path = format!("/api/v1/admin/candidacies/{}", world.candidacy);
    let acuerdo = json!({ "acuerdo": "Acuerdo IEEM/CG/2/2026" });
    let cancellation = format!("{path}/cancellation");
    let cancelled = world.admin.post(&cancellation, &acuerdo).await.ok();
    assert_eq!(cancelled["state"], "cancelled");

    let _ = builders::second_admin(&server).await;
    let other = desks::sign_in_at(&server, "admin2").await;
    let admin = desks::sign_in_at(&server, "admin").await;
    let page = format!("/mesa/elecciones/{}/candidaturas", world.election);
    admin.go(&page).await;
    admin
        .press(&format!("Deshacer cancelación o sustitución: {NAME}"))
        .await;
    admin.press("Proponer").await;
    admin.sound_at_both_widths("undoing an end, refused").await;
    admin
        .fill(
            "Acuerdo del Consejo General que lo deja sin efecto",
            "IEEM/CG/9/2026",
        )
        .await;
    admin
        .fill("Motivo", "Se canceló a otra persona con el mismo nombre.")
        .await;
    admin.press("Proponer").await;
    admin.shows("Quedó propuesto en «Por confirmar».").await;
    admin.shows("Qué pasa si se confirma").await;
    admin.sound_at_both_widths("undoing an end, proposed").await;
    confirm(
        &other,
        &format!("deshacer la cancelación de «{NAME}»"),
        "IEEM/CG/9/2026",
    )
    .await;
    assert_eq!(world.admin.get(&path).await.ok()["state"], "submitted");

    admin.go(&page).await;
    admin
        .press(&format!("Reabrir por orden de un tribunal: {NAME}"))
        .await;
    admin.fill("Expediente", "TEEM-JDC-12/2026").await;
    admin
        .fill("Fecha de la resolución", &builders::day_from_now(0))
        .await;
    admin
        .fill("Empieza el día", &builders::day_from_now(0))
        .await;
    admin
        .fill("Último día del plazo", &builders::day_from_now(9))
        .await;
    admin.sound_at_both_widths("reopening").await;
    admin.press("Proponer").await;
    admin.shows("Quedó propuesto en «Por confirmar».").await;
    admin.close().await;
    confirm(
        &other,
        &format!("reabrir por orden de un tribunal la candidatura «{NAME}»"),
        "TEEM-JDC-12/2026",
    )
    .await;
    other.close().await;

    let operator = desks::sign_in_at(&server, "captura.raiz").await;
    operator.go(&world.page("")).await;
    operator.shows("TEEM-JDC-12/2026").await;
    operator.sound_at_both_widths("tasks, reopened").await;
    operator.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_receipt_is_annulled() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    let second = builders::second_admin(&server).await;
    let actor = builders::actor(&world.admin, &world.election, "independent", "Otra", &[]).await;
    let _ = builders::account(&server, &world.admin, "otra", "operator", Some(&actor)).await;
    server.advance(std::time::Duration::from_secs(120));
    let now = i64::try_from(server.now()).unwrap();
    let received = chrono::DateTime::from_timestamp(now, 0).unwrap();
    let receipt = format!("/api/v1/admin/actors/{actor}/paper-receipt");
    let asked = world
        .admin
        .post(&receipt, &json!({ "received": received }))
        .await;
    assert_eq!(asked.status, 202, "{}", asked.text());
    let _ = builders::confirm_proposal(&second).await.ok();

    let admin = desks::sign_in_at(&server, "admin").await;
    admin
        .go(&format!("/mesa/elecciones/{}/actores", world.election))
        .await;
    admin.press("Anular acuse en papel: Otra").await;
    admin
        .fill("Oficio o acuerdo", "Oficio IEEM/UT/31/2026")
        .await;
    admin
        .fill("Motivo", "El acuse era de otro actor político.")
        .await;
    admin.press("Proponer").await;
    admin.shows("Qué pasa si se confirma").await;
    admin
        .sound_at_both_widths("annulling a receipt, proposed")
        .await;
    admin.close().await;
    let other = desks::sign_in_at(&server, "admin2").await;
    confirm(
        &other,
        "anular el acuse en papel de «Otra»",
        "Oficio IEEM/UT/31/2026",
    )
    .await;
    other.close().await;
    let path = format!("/api/v1/admin/actors/{actor}");
    assert!(world.admin.get(&path).await.ok()["received"].is_null());
}
