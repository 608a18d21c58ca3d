//! What one administrator alone cannot do: publish, end, or read what a person told in confidence.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use builders::{PASSWORD, World, account_id, confirm_proposal, first_sign_in, second_admin};
use conoceles_tests::Answer;

const PROPOSALS: &str = "/api/v1/admin/proposals";

/// The proposals that wait to be decided, as `person` sees them.
async fn open_proposals(person: &Person) -> Vec<Value> {
    let all = person.get(PROPOSALS).await.ok();
    let all = all["data"].as_array().unwrap().clone();
    all.into_iter().filter(|it| it["state"] == "open").collect()
}

/// What `person` gets for confirming the only open proposal, or for refusing it.
async fn decide(person: &Person, how: &str) -> Answer {
    let open = open_proposals(person).await;
    assert_eq!(open.len(), 1, "{open:?}");
    person
        .post(
            &format!("{PROPOSALS}/{}/{how}", builders::id(&open[0])),
            &json!({}),
        )
        .await
}

/// Asks for the recovery of an account.
async fn ask_for_recovery(admin: &Person, login: &str) -> Answer {
    let id = account_id(admin, login).await;
    admin
        .post(&format!("/api/v1/admin/accounts/{id}/recovery"), &json!({}))
        .await
}

on_both!(
    /// Whoever comes by an account later reads nothing that was told before, though it may be replaced.
    a_recovered_account_reads_no_identity_answers_of_before,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        world.capture_all().await;
        let path = world.capture("/sections/identity");
        let mine = world.operator.get(&path).await.ok();
        assert_eq!((&mine["withheld"], mine["content"].is_object()), (&json!(false), true));
        assert_eq!(ask_for_recovery(&world.admin, "captura.raiz").await.status, 202);
        let sheet = confirm_proposal(&second).await.ok();
        let code = sheet["credential"]["one_time_password"].as_str().unwrap();
        let thief = Person::sign_in(&server, "captura.raiz", code).await;
        let body = json!({ "new_password": "cuatro alcatraces y un quetzal" });
        let mut thief = thief;
        let session = thief.change_password(&body).await.ok();
        thief.hold(&session);
        let seen = thief.get(&path).await.ok();
        assert_eq!((&seen["withheld"], &seen["content"]), (&json!(true), &Value::Null));
        let preview = thief.get(&world.capture("/preview")).await.ok();
        assert_eq!(preview["identity_withheld"], true);
        assert_eq!(preview["record"]["identity_badges"], json!([]));
        // What is answered anew is its author's again.
        let version = seen["version"].as_u64().unwrap();
        let _ = thief.put(&path, version, &content::identity()).await.ok();
        assert_eq!(thief.get(&path).await.ok()["withheld"], false);
    }
);

on_both!(
    /// One asks, another confirms; the account's owner is told at once.
    a_recovery_takes_two,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        assert_eq!(ask_for_recovery(&world.admin, "captura.raiz").await.status, 202);
        ask_for_recovery(&world.admin, "captura.raiz").await.refused(409, "already_exists");
        // Nothing happened yet, and its owner knows.
        assert_eq!(world.operator.get("/api/v1/auth/me").await.status, 200);
        let notices = world.operator.get("/api/v1/notices").await.ok();
        assert!(notices.to_string().contains("Pidieron recuperar su cuenta"), "{notices}");
        let shown = &open_proposals(&world.admin).await[0];
        assert_eq!(shown["own"], true);
        assert!(shown["consequences"].as_array().unwrap().len() >= 2);
        decide(&world.admin, "confirmation").await.refused(409, "second_person_required");
        server.advance_days(1);
        let mut admin = Person::sign_in(&server, "admin", PASSWORD).await;
        decide(&admin, "confirmation").await.refused(409, "second_person_required");
        drop(second);
        let second = Person::sign_in(&server, "admin2", PASSWORD).await;
        assert_eq!(decide(&second, "refusal").await.ok()["state"], "refused");
        // What is over stays over.
        let path = format!("{PROPOSALS}/{}/confirmation", builders::id(shown));
        second.post(&path, &json!({})).await.refused(409, "second_person_required");
        assert_eq!(ask_for_recovery(&admin, "captura.raiz").await.status, 202);
        assert_eq!(decide(&admin, "refusal").await.ok()["state"], "withdrawn");
        assert_eq!(ask_for_recovery(&admin, "captura.raiz").await.status, 202);
        server.advance_days(7);
        admin.enter("admin", PASSWORD).await;
        assert!(open_proposals(&admin).await.is_empty());
        let _ = world.operator;
    }
);

on_both!(
    /// Where nobody else administers the act waits a day, told to all of the staff.
    alone_it_waits_a_day_in_plain_sight,
    |server: Server| async move {
        let world = World::new(&server).await;
        assert_eq!(ask_for_recovery(&world.admin, "captura.raiz").await.status, 202);
        decide(&world.admin, "confirmation").await.refused(409, "second_person_required");
        let told = world.validators[0].get("/api/v1/notices").await.ok();
        assert!(told.to_string().contains("recuperar el acceso de"), "{told}");
        let warnings = world.admin.get("/api/v1/admin/warnings").await.ok();
        assert!(warnings.to_string().contains("one_administrator"), "{warnings}");
        server.advance(Duration::from_secs(24 * 3600 + 60));
        let admin = Person::sign_in(&server, "admin", PASSWORD).await;
        let done = decide(&admin, "confirmation").await.ok();
        assert_eq!(done["proposal"]["state"], "confirmed");
        assert!(done["credential"]["one_time_password"].is_string());
    }
);

on_both!(
    /// Two validators made by one administrator review nothing until another one activated them.
    a_staff_account_works_once_another_activated_it,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let second = second_admin(&server).await;
        let body = json!({ "login": "validacion1", "name": "Persona Uno", "role": "validator" });
        let sheet = admin.post("/api/v1/admin/accounts", &body).await.ok();
        assert_eq!(sheet["account"]["awaits_activation"], true);
        let one_time = sheet["one_time_password"].as_str().unwrap();
        let mut validator = first_sign_in(&server, "validacion1", one_time).await;
        assert_eq!(validator.refresh().await.ok()["next_step"], "await_activation");
        validator.get("/api/v1/review/queue").await.refused(403, "first_steps_pending");
        decide(&admin, "confirmation").await.refused(409, "second_person_required");
        let _ = decide(&second, "confirmation").await.ok();
        let _ = validator.get("/api/v1/review/queue").await.ok();
        // An administrator that one made cannot be the second person of that one.
        let body = json!({ "login": "admin3", "name": "Persona Tres", "role": "admin" });
        let sheet = admin.post("/api/v1/admin/accounts", &body).await.ok();
        let third = first_sign_in(&server, "admin3", sheet["one_time_password"].as_str().unwrap()).await;
        third.get(PROPOSALS).await.refused(403, "first_steps_pending");
        let id = account_id(&admin, "admin3").await;
        let again = format!("/api/v1/admin/accounts/{id}/activation");
        admin.post(&again, &json!({})).await.refused(409, "already_exists");
        assert_eq!(decide(&second, "refusal").await.ok()["state"], "refused");
        assert_eq!(admin.post(&again, &json!({})).await.status, 202);
        let operator = account_id(&admin, "validacion1").await;
        let path = format!("/api/v1/admin/accounts/{operator}/activation");
        admin.post(&path, &json!({})).await.refused(409, "wrong_state");
    }
);

on_both!(
    /// Four eyes and the end of publication are settled by two once something was submitted.
    what_decides_on_publication_takes_two,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        let path = format!("/api/v1/admin/elections/{}", world.election);
        let without = |setup: &Value, four_eyes: bool| {
            let mut setup = setup.clone();
            setup["settings"]["four_eyes"] = json!(four_eyes);
            setup
        };
        // Before anything is submitted one is enough.
        let before = world.admin.get(&path).await.ok();
        let version = before["version"].as_u64().unwrap();
        let setup = without(&before["setup"], true);
        assert_eq!(world.admin.put(&path, version, &setup).await.status, 200);
        world.capture_all().await;
        let _ = world.operator.post(&world.capture("/submission"), &json!({})).await.ok();
        let off = without(&setup, false);
        assert_eq!(world.admin.put(&path, version + 1, &off).await.status, 202);
        assert_eq!(world.admin.get(&path).await.ok()["setup"]["settings"]["four_eyes"], true);
        let shown = &open_proposals(&second).await[0];
        let consequences = shown["consequences"].to_string();
        assert!(consequences.contains("Bastará una sola persona"), "{consequences}");
        assert!(consequences.contains("1 candidaturas") || consequences.contains("1 candidatura"), "{consequences}");
        let _ = decide(&second, "confirmation").await.ok();
        assert_eq!(world.admin.get(&path).await.ok()["setup"]["settings"]["four_eyes"], false);
        // A proposal on a version that was edited meanwhile does nothing.
        let on = without(&off, true);
        assert_eq!(world.admin.put(&path, version + 2, &on).await.status, 202);
        let mut other = off.clone();
        other["name"] = json!("Otro nombre de la elección");
        assert_eq!(world.admin.put(&path, version + 2, &other).await.status, 200);
        decide(&second, "confirmation").await.refused(412, "stale");
        assert_eq!(world.admin.get(&path).await.ok()["setup"]["settings"]["four_eyes"], false);
    }
);

on_both!(
    /// The end of publication is never a surprise: a day ahead at least, and by two.
    an_election_does_not_end_at_once,
    |server: Server| async move {
        let world = World::new(&server).await;
        let path = format!("/api/v1/admin/elections/{}", world.election);
        let before = world.admin.get(&path).await.ok();
        let mut setup = before["setup"].clone();
        let now = chrono::DateTime::from_timestamp(i64::try_from(server.now()).unwrap(), 0).unwrap();
        for (hours, status) in [(0, 422), (23, 422), (25, 200)] {
            let end = now + chrono::Duration::hours(hours) + chrono::Duration::seconds(2);
            setup["phases"] = json!([{ "kind": "publication", "starts": null, "ends": end }]);
            let answer = world.admin.put(&path, before["version"].as_u64().unwrap(), &setup).await;
            assert_eq!(answer.status.as_u16(), status, "{hours}: {}", answer.text());
        }
    }
);

on_both!(
    /// A paper receipt starts a period that both people see, and none that is over.
    a_paper_receipt_takes_two_and_ends_nothing,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        let actor = builders::actor(&world.admin, &world.election, "independent", "Otra", &[]).await;
        let path = format!("/api/v1/admin/actors/{actor}/paper-receipt");
        let at = |hours: i64| {
            let now = chrono::DateTime::from_timestamp(i64::try_from(server.now()).unwrap(), 0).unwrap();
            json!({ "received": now + chrono::Duration::hours(hours) })
        };
        let why = |answer: &Answer| answer.json()["errors"][0]["code"].clone();
        let admin = &world.admin;
        assert_eq!(why(&admin.post(&path, &at(0)).await), "before_delivery");
        let body = json!({ "login": "otra", "name": "Persona Otra", "role": "operator", "actor": actor });
        let _ = admin.post("/api/v1/admin/accounts", &body).await.ok();
        assert_eq!(why(&admin.post(&path, &at(-365 * 24)).await), "before_delivery");
        assert_eq!(why(&admin.post(&path, &at(1)).await), "in_the_future");
        server.advance_days(20);
        let admin = Person::sign_in(&server, "admin", PASSWORD).await;
        drop(second);
        let second = Person::sign_in(&server, "admin2", PASSWORD).await;
        assert_eq!(why(&admin.post(&path, &at(-19 * 24)).await), "period_over");
        assert_eq!(admin.post(&path, &at(-24)).await.status, 202);
        let show = format!("/api/v1/admin/actors/{actor}");
        assert_eq!(admin.get(&show).await.ok()["received"], Value::Null);
        let _ = decide(&second, "confirmation").await.ok();
        assert!(admin.get(&show).await.ok()["received"].is_string());
    }
);

on_both!(
    /// A desk left open is not enough for what cannot be undone: the code is asked for anew.
    what_cannot_be_undone_asks_for_the_code_again,
    |server: Server| async move {
        let world = World::new(&server).await;
        let mut server = server;
        server.require_second_factor().await;
        let mut admin = Person::sign_in(&server, "admin", PASSWORD).await;
        let (telephone, _) = admin.enrol(&server, &json!({})).await;
        server.advance(Duration::from_secs(11 * 60));
        let _ = admin.refresh().await.ok();
        ask_for_recovery(&admin, "captura.raiz").await.refused(403, "proof_required");
        let proof = "/api/v1/auth/second-factor/proof";
        assert_eq!(admin.post(proof, &json!({ "code": "000000" })).await.pointers(), ["/code"]);
        let body = json!({ "code": telephone.next_code(&server) });
        assert_eq!(admin.post(proof, &body).await.status, 204);
        assert_eq!(ask_for_recovery(&admin, "captura.raiz").await.status, 202);
        drop(world);
    }
);

on_both!(
    /// A forwarded header that is not believed is told, not silently ignored.
    an_ignored_proxy_is_told,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let told = || server.log().matches("CONOCELES_TRUST_PROXY").count();
        for (name, value) in [
            ("forwarded", "for=203.0.113.5"),
            ("x-real-ip", "203.0.113.5"),
            ("x-forwarded-for", "203.0.113.5"),
        ] {
            // On whatever is asked for, once an hour.
            let headers = [(name, value)];
            let _ = admin.send(reqwest::Method::GET, "/candidaturas", &headers, None).await;
            let _ = admin.send(reqwest::Method::GET, "/healthz", &headers, None).await;
        }
        assert_eq!(told(), 1);
        let warnings = admin.get("/api/v1/admin/warnings").await.ok();
        assert!(warnings.to_string().contains("forwarded_header_ignored"), "{warnings}");
        server.advance(Duration::from_secs(3601));
        let headers = [("x-real-ip", "203.0.113.5")];
        let _ = admin.send(reqwest::Method::GET, "/candidaturas", &headers, None).await;
        assert_eq!(told(), 2);
    }
);
