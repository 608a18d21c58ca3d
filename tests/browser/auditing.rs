//! The audit on screen: searched by an administrator, and each role's own part, sound at both widths.

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_is_searched_and_each_role_sees_its_part() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    world.submit().await;
    for (login, role) in [("cevine", "observer"), ("uie", "technician")] {
        let _ = builders::account(&server, &world.admin, login, role, None).await;
    }
    for number in 0..60 {
        let (name, acronym) = (format!("Partido {number}"), format!("P{number}"));
        let _ = builders::party(&world.admin, &name, &acronym, "#112233").await;
    }

    let admin = desks::sign_in_at(&server, "admin").await;
    admin.go("/mesa/auditoria").await;
    admin.shows("50 entradas en esta página").await;
    admin.sound_at_both_widths("audit, administrator").await;
    admin.press("Entradas anteriores").await;
    admin.shows("Volver al inicio").await;
    admin.fill("Quién", "captura.raiz").await;
    admin.choose("Qué", "Guardó una sección").await;
    admin.fill("Candidatura", "ocampo").await;
    admin.press("Buscar").await;
    admin.shows("10 entradas en esta página").await;
    admin.shows("Maribel Ocampo Tenorio").await;
    admin.fill("Desde el día", "2027-03-02").await;
    admin.fill("Hasta el día", "2027-03-01").await;
    admin.press("Buscar").await;
    admin.shows("El día final es anterior al inicial.").await;
    admin
        .sound_at_both_widths("audit, days the wrong way round")
        .await;
    admin.close().await;

    for (login, shown) in [
        ("validacion1", "Envió a revisión"),
        ("uie", "Inició sesión"),
        ("cevine", "Cuántas veces se hizo cada cosa"),
    ] {
        let browser = desks::sign_in_at(&server, login).await;
        browser.go("/mesa/auditoria").await;
        browser.shows(shown).await;
        browser
            .sound_at_both_widths(&format!("audit, {login}"))
            .await;
        browser.close().await;
    }
}
