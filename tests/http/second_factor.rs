//! The second factor, as installations run: staff must have one.

use conoceles_tests::Authenticator;
use conoceles_tests::person::SECOND_FACTOR as FACTOR;
use serde_json::{Value, json};

use super::*;
use builders::PASSWORD;

/// The administrator after the password, on a server that requires the second factor.
async fn after_the_password(server: &mut Server) -> Person {
    server.require_second_factor().await;
    builders::first_admin(server).await
}

/// The administrator after the password alone, with what the server said to it.
async fn sign_in(server: &Server) -> (Person, Value) {
    let mut person = Person::anonymous(server);
    let session = person.try_to_enter("admin", PASSWORD).await.ok();
    person.hold(&session);
    (person, session)
}

on_both!(
    /// Staff sets it up before anything else; from then on a password alone reaches nothing.
    staff_needs_it_and_nothing_is_reached_without_it,
    |server: Server| async move {
        let mut server = server;
        let mut admin = after_the_password(&mut server).await;
        let session = admin.refresh().await.ok();
        assert_eq!(session["next_step"], "enrol_second_factor");
        admin.get("/api/v1/admin/accounts").await.refused(403, "first_steps_pending");
        let (telephone, codes) = admin.enrol(&server, &json!({})).await;
        assert_eq!(codes.len(), 10);
        let _ = admin.get("/api/v1/admin/accounts").await.ok();

        let (mut person, session) = sign_in(&server).await;
        assert_eq!(session["next_step"], "second_factor");
        let paths = [
            "/api/v1/admin/accounts",
            "/api/v1/auth/sessions",
            "/api/v1/auth/receipt",
            FACTOR,
        ];
        for path in paths {
            person.get(path).await.refused(403, "second_factor_pending");
        }
        let new = json!({ "new_password": "cuatro alcatraces y un quetzal", "current_password": PASSWORD });
        person.change_password(&new).await.refused(403, "second_factor_pending");
        person.post(FACTOR, &json!({})).await.refused(403, "second_factor_pending");
        let body = json!({ "code": telephone.next_code(&server) });
        person.replace(FACTOR, &body).await.refused(403, "second_factor_pending");
        // Refreshing the session does not help.
        assert_eq!(person.refresh().await.ok()["next_step"], "second_factor");
        person.get("/api/v1/admin/accounts").await.refused(403, "second_factor_pending");

        let before = person.token().unwrap().to_owned();
        let session = person.give_code(&telephone.code(&server)).await.ok();
        assert_eq!(session["next_step"], "none");
        person.hold(&session);
        let _ = person.get("/api/v1/admin/accounts").await.ok();
        person.give_code("123456").await.refused(409, "wrong_state");
        // The session of before the code is over.
        person.set_token(before);
        person.get("/api/v1/auth/me").await.refused(401, "not_signed_in");
    }
);

on_both!(
    /// No code is good twice, not even at the same instant; a recovery code neither.
    every_code_is_good_once,
    |server: Server| async move {
        let mut server = server;
        let mut admin = after_the_password(&mut server).await;
        let (telephone, codes) = admin.enrol(&server, &json!({})).await;
        // The code that confirmed the key.
        let (one, _) = sign_in(&server).await;
        let used = one.give_code(&telephone.last_code()).await;
        assert_eq!(used.json()["errors"][0]["code"], "used");
        used.refused(422, "invalid");
        let (two, _) = sign_in(&server).await;
        let code = telephone.next_code(&server);
        let (first, second) = tokio::join!(one.give_code(&code), two.give_code(&code));
        let good = [&first, &second].iter().filter(|it| it.status == 200).count();
        assert_eq!(good, 1, "{} {}", first.text(), second.text());

        let (one, _) = sign_in(&server).await;
        let (two, _) = sign_in(&server).await;
        let typed = codes[3].to_uppercase().replace('-', " ");
        let mut person = Person::anonymous(&server);
        person.hold(&one.give_code(&typed).await.ok());
        assert_eq!(two.give_code(&codes[3]).await.pointers(), ["/code"]);
        let _ = two.give_code(&codes[4]).await.ok();
        assert_eq!(person.get(FACTOR).await.ok()["recovery_codes_left"], 8);
        let used = "SELECT COUNT(*) FROM recovery_codes WHERE used_at IS NOT NULL";
        assert_eq!(server.number(used).await, 2);
    }
);

on_both!(
    /// Guessing codes slows down, whatever the session; the session that waits for one is short.
    guessing_codes_slows_down,
    |server: Server| async move {
        let mut server = server;
        let mut admin = after_the_password(&mut server).await;
        let (telephone, _) = admin.enrol(&server, &json!({})).await;
        let (one, _) = sign_in(&server).await;
        for code in ["000000", "no un código", "aaaa-bbbb-cccc", "000001", "000002"] {
            assert_eq!(one.give_code(code).await.pointers(), ["/code"], "{code}");
        }
        let (two, session) = sign_in(&server).await;
        let waits = two.give_code(&telephone.code(&server)).await;
        assert!(!waits.header("retry-after").is_empty());
        waits.refused(429, "too_many_attempts");
        let minutes = |name: &str| session[name].as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        assert_eq!((minutes("session_expires") - minutes("now")).num_minutes(), 15);
        let _ = two.give_code(&telephone.next_code(&server)).await.ok();
        let (mut late, _) = sign_in(&server).await;
        server.advance(std::time::Duration::from_secs(15 * 60));
        late.refresh().await.refused(401, "session_ended");
        late.give_code(&telephone.code(&server)).await.refused(401, "not_signed_in");
        // The key is not readable in the database.
        let plain = "SELECT COUNT(*) FROM second_factors WHERE length(secret) < 60 OR secret NOT LIKE '%.%.%'";
        assert_eq!(server.number(plain).await, 0);
    }
);

on_both!(
    /// Renewing takes password and code; the old key and the old codes stop, other sessions end.
    renewing_takes_both_proofs,
    |server: Server| async move {
        let mut server = server;
        let mut admin = after_the_password(&mut server).await;
        let (old, codes) = admin.enrol(&server, &json!({})).await;
        let (mut other, _) = sign_in(&server).await;
        other.hold(&other.give_code(&old.next_code(&server)).await.ok());
        let wrong = json!({ "current_password": "no es esta", "code": "000000" });
        let answer = admin.post(FACTOR, &wrong).await;
        assert_eq!(answer.pointers(), ["/current_password", "/code"]);
        let proof = json!({ "current_password": PASSWORD, "code": codes[0] });
        let (new, _) = admin.enrol(&server, &proof).await;
        other.get("/api/v1/auth/me").await.refused(401, "not_signed_in");
        let _ = admin.get("/api/v1/admin/accounts").await.ok();
        let (person, _) = sign_in(&server).await;
        for code in [old.next_code(&server), codes[1].clone()] {
            assert_eq!(person.give_code(&code).await.pointers(), ["/code"]);
        }
        let _ = person.give_code(&new.code(&server)).await.ok();
        // Staff cannot turn it off.
        let proof = json!({ "current_password": PASSWORD, "code": new.next_code(&server) });
        let off = admin.post(&format!("{FACTOR}/removal"), &proof).await;
        off.refused(409, "wrong_state");
    }
);

on_both!(
    /// A key that is not confirmed in time, or with a wrong code, does not count.
    a_key_counts_once_confirmed,
    |server: Server| async move {
        let mut server = server;
        let admin = after_the_password(&mut server).await;
        let confirm = |code: String| {
            let admin = &admin;
            async move {
                let body = json!({ "code": code });
                admin.replace(FACTOR, &body).await
            }
        };
        confirm("123456".into()).await.refused(409, "wrong_state");
        let shown = admin.post(FACTOR, &json!({})).await.ok();
        assert!(shown["picture"].as_str().unwrap().starts_with("<svg "));
        assert!(shown["address"].as_str().unwrap().contains("Con%C3%B3celes:admin?secret="));
        let first = Authenticator::enrolled(&shown);
        assert_eq!(confirm("000000".into()).await.pointers(), ["/code"]);
        // Another key takes its place.
        let shown = admin.post(FACTOR, &json!({})).await.ok();
        assert_eq!(confirm(first.code(&server)).await.pointers(), ["/code"]);
        let second = Authenticator::enrolled(&shown);
        let (person, session) = sign_in(&server).await;
        assert_eq!(session["next_step"], "enrol_second_factor");
        drop(person);
        let _ = confirm(second.code(&server)).await.ok();
    }
);

on_both!(
    /// An operator may have one, with the password, and turn it off again with password and code.
    operators_may_have_one,
    |server: Server| async move {
        let mut server = server;
        let world = builders::World::new(&server).await;
        server.require_second_factor().await;
        let mut operator = Person::sign_in(&server, "captura.raiz", PASSWORD).await;
        let before = operator.get(FACTOR).await.ok();
        assert_eq!((&before["since"], &before["required"]), (&Value::Null, &json!(false)));
        assert_eq!(operator.post(FACTOR, &json!({})).await.pointers(), ["/current_password"]);
        let proof = json!({ "current_password": PASSWORD });
        let (telephone, _) = operator.enrol(&server, &proof).await;
        let _ = operator.get("/api/v1/capture/home").await.ok();
        let mut again = Person::sign_in(&server, "captura.raiz", PASSWORD).await;
        again.get("/api/v1/capture/home").await.refused(403, "second_factor_pending");
        again.hold(&again.give_code(&telephone.next_code(&server)).await.ok());
        let path = format!("{FACTOR}/removal");
        assert_eq!(again.post(&path, &proof).await.pointers(), ["/code"]);
        let both = json!({ "current_password": PASSWORD, "code": telephone.next_code(&server) });
        again.hold(&again.post(&path, &both).await.ok());
        assert!(again.get(FACTOR).await.ok()["since"].is_null());
        operator.get("/api/v1/auth/me").await.refused(401, "not_signed_in");
        let alone = Person::sign_in(&server, "captura.raiz", PASSWORD).await;
        let _ = alone.get("/api/v1/capture/home").await.ok();
        assert_eq!(server.rows("recovery_codes").await, 0);
        drop(world);
    }
);

on_both!(
    /// The setting that leaves it out is said by the health check and in the log.
    leaving_it_out_is_said,
    |server: Server| async move {
        let mut server = server;
        let anyone = Person::anonymous(&server);
        let health = anyone.get("/healthz").await.ok();
        assert_eq!(health["warnings"], json!(["second_factor_off"]));
        assert!(server.log().contains("CONOCELES_SECOND_FACTOR=off"));
        server.require_second_factor().await;
        assert_eq!(anyone.get("/healthz").await.ok(), json!({ "status": "ok" }));
    }
);
