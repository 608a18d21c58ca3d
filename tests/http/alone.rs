//! Becoming the only one who can decide, and what that is worth: never more than a day in plain sight,
//! counted from then.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use builders::{PASSWORD, World, account_id, id, second_admin};
use conoceles_tests::Answer;

const PROPOSALS: &str = "/api/v1/admin/proposals";
/// A day and a minute.
const A_DAY: Duration = Duration::from_secs(24 * 3600 + 60);

/// The open proposal of this kind, as `person` sees it.
async fn open_of_kind(person: &Person, kind: &str) -> Value {
    let all = person.get(PROPOSALS).await.ok();
    let all = all["data"].as_array().unwrap();
    let open = all
        .iter()
        .find(|it| it["state"] == "open" && it["act"]["kind"] == kind);
    open.unwrap_or_else(|| panic!("no open {kind}: {all:?}"))
        .clone()
}

async fn decide(person: &Person, kind: &str, how: &str) -> Answer {
    let open = open_of_kind(person, kind).await;
    person
        .post(&format!("{PROPOSALS}/{}/{how}", id(&open)), &json!({}))
        .await
}

async fn confirm(person: &Person, kind: &str) -> Answer {
    decide(person, kind, "confirmation").await
}

async fn propose(admin: &Person, login: &str, act: &str, body: Value) -> Answer {
    let id = account_id(admin, login).await;
    admin
        .post(&format!("/api/v1/admin/accounts/{id}/{act}"), &body)
        .await
}

async fn told(person: &Person) -> String {
    person.get("/api/v1/notices").await.ok()["data"].to_string()
}

const LONE: &str =
    "SELECT COUNT(*) FROM proposals WHERE alone_since IS NOT NULL AND state = 'open'";

on_both!(
    /// Whoever suspends the other administrator has a day to wait for that, and another one for what she
    /// would have decided; all of the staff is told when the day begins.
    becoming_alone_starts_the_day_anew,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let _second = second_admin(&server).await;
        assert_eq!(propose(&world.admin, "captura.raiz", "recovery", json!({})).await.status, 202);
        server.advance(A_DAY);
        world.admin.enter("admin", PASSWORD).await;
        confirm(&world.admin, "recover_account").await.refused(409, "second_person_required");
        let asked = propose(&world.admin, "admin2", "suspension", json!({ "suspended": true })).await;
        assert_eq!(asked.status, 202, "{}", asked.text());
        confirm(&world.admin, "suspend_account").await.refused(409, "second_person_required");
        world.validators[0].enter("validacion1", PASSWORD).await;
        let notices = told(&world.validators[0]).await;
        assert!(notices.contains("suspender la cuenta de"), "{notices}");
        let second = Person::sign_in(&server, "admin2", PASSWORD).await;
        assert!(told(&second).await.contains("suspender la cuenta de"));
        // She cannot confirm it herself, and could refuse it.
        confirm(&second, "suspend_account").await.refused(409, "second_person_required");
        server.advance(A_DAY);
        world.admin.enter("admin", PASSWORD).await;
        let _ = confirm(&world.admin, "suspend_account").await.ok();
        confirm(&world.admin, "recover_account").await.refused(409, "second_person_required");
        let shown = open_of_kind(&world.admin, "recover_account").await;
        assert!(shown["confirm_refusal"].as_str().unwrap().contains("a partir del"), "{shown}");
        world.validators[0].enter("validacion1", PASSWORD).await;
        let notices = told(&world.validators[0]).await;
        assert!(notices.contains("recuperar el acceso de"), "{notices}");
        // A puppet waits for its own day as well.
        let body = json!({ "login": "admin3", "name": "Persona Tres", "role": "admin" });
        let _ = world.admin.post("/api/v1/admin/accounts", &body).await.ok();
        confirm(&world.admin, "activate_account").await.refused(409, "second_person_required");
        // Taking her back takes as long as suspending her did.
        let back = propose(&world.admin, "admin2", "suspension", json!({ "suspended": false })).await;
        assert_eq!(back.status, 202, "{}", back.text());
        server.advance(A_DAY);
        world.admin.enter("admin", PASSWORD).await;
        assert_eq!(confirm(&world.admin, "recover_account").await.status, 200);
    }
);

on_both!(
    /// Of two administrators one lost her password: the other brings her back after a day that all of the
    /// staff and she herself saw, unless she says no or signs in meanwhile.
    a_lost_administrator_comes_back,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let _second = second_admin(&server).await;
        assert_eq!(propose(&world.admin, "admin2", "recovery", json!({})).await.status, 202);
        confirm(&world.admin, "recover_account").await.refused(409, "second_person_required");
        assert!(told(&world.validators[0]).await.contains("recuperar el acceso de"));
        server.advance(A_DAY);
        world.admin.enter("admin", PASSWORD).await;
        let done = confirm(&world.admin, "recover_account").await.ok();
        let code = done["credential"]["one_time_password"].as_str().unwrap().to_owned();
        let second = builders::first_sign_in(&server, "admin2", &code).await;

        assert_eq!(propose(&world.admin, "admin2", "recovery", json!({})).await.status, 202);
        confirm(&second, "recover_account").await.refused(409, "second_person_required");
        assert_eq!(decide(&second, "recover_account", "refusal").await.ok()["state"], "refused");
        assert_eq!(propose(&world.admin, "admin2", "recovery", json!({})).await.status, 202);
        server.advance(A_DAY);
        let second = Person::sign_in(&server, "admin2", PASSWORD).await;
        world.admin.enter("admin", PASSWORD).await;
        confirm(&world.admin, "recover_account").await.refused(409, "second_person_required");
        drop(second);
    }
);

on_both!(
    /// Whoever has not signed in for two weeks is not waited for, and is again once she does.
    who_is_away_is_not_waited_for,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let _second = second_admin(&server).await;
        server.advance_days(13);
        world.admin.enter("admin", PASSWORD).await;
        assert_eq!(propose(&world.admin, "captura.raiz", "recovery", json!({})).await.status, 202);
        assert_eq!(server.number(LONE).await, 0);
        server.advance(A_DAY);
        server.until_number(LONE, 1).await;
        world.admin.enter("admin", PASSWORD).await;
        confirm(&world.admin, "recover_account").await.refused(409, "second_person_required");
        let second = Person::sign_in(&server, "admin2", PASSWORD).await;
        server.until_number(LONE, 0).await;
        server.advance(A_DAY);
        world.admin.enter("admin", PASSWORD).await;
        confirm(&world.admin, "recover_account").await.refused(409, "second_person_required");
        drop(second);
        let second = Person::sign_in(&server, "admin2", PASSWORD).await;
        assert_eq!(confirm(&second, "recover_account").await.status, 200);
    }
);

on_both!(
    /// Whom it concerns is told while it waits, and nobody is told of another administrator who is not
    /// there.
    alone_it_is_told_to_all_whom_it_concerns,
    |server: Server| async move {
        let world = World::new(&server).await;
        let technician = builders::account(&server, &world.admin, "soporte", "technician", None).await;
        let observer = builders::account(&server, &world.admin, "observacion", "observer", None).await;
        let other = builders::actor(&world.admin, &world.election, "independent", "Otra", &[]).await;
        let operator = builders::account(&server, &world.admin, "otra", "operator", Some(&other)).await;
        server.advance(Duration::from_secs(60));
        let now = chrono::DateTime::from_timestamp(i64::try_from(server.now()).unwrap(), 0).unwrap();
        let path = format!("/api/v1/admin/actors/{other}/paper-receipt");
        let asked = world.admin.post(&path, &json!({ "received": now })).await;
        assert_eq!(asked.status, 202, "{}", asked.text());
        for person in [&world.validators[0], &technician, &observer, &operator] {
            let notices = told(person).await;
            assert!(notices.contains("registrar el acuse en papel de «Otra»"), "{notices}");
            assert!(notices.contains("Su periodo de captura"), "{notices}");
            assert!(notices.contains("a partir del"), "{notices}");
            assert!(!notices.contains("Otra persona que administre puede"), "{notices}");
        }
        assert!(!told(&world.operator).await.contains("acuse en papel"));
        server.advance(A_DAY);
        let admin = Person::sign_in(&server, "admin", PASSWORD).await;
        let _ = confirm(&admin, "record_paper_receipt").await.ok();
        let operator = Person::sign_in(&server, "otra", PASSWORD).await;
        let notices = told(&operator).await;
        assert!(notices.contains("Se registró su acuse en papel"), "{notices}");
        assert!(!notices.contains("Nadie más que administre"), "{notices}");
    }
);
