//! Sign-in, first steps, sessions.

use serde_json::json;

use super::*;
use builders::{PASSWORD, World};

on_both!(
    /// Wrong name and wrong password answer alike; then both wait, whether or not the name exists.
    failed_sign_ins_tell_nothing_and_slow_down,
    |server: Server| async move {
        let _admin = builders::first_admin(&server).await;
        let someone = Person::anonymous(&server);
        let mut answers = Vec::new();
        for login in ["admin", "nadie"] {
            answers.push(someone.try_to_enter(login, "no es esta").await);
        }
        assert_eq!(answers[0].status, 401);
        assert_eq!(answers[0].bytes, answers[1].bytes);
        for _ in 0..4 {
            let _ = someone.try_to_enter("nadie", "no es esta").await;
        }
        let throttled = someone.try_to_enter("nadie", "no es esta").await;
        assert!(!throttled.header("retry-after").is_empty());
        throttled.refused(429, "too_many_attempts");
        server.advance(std::time::Duration::from_secs(20));
        let _ = someone.try_to_enter("admin", PASSWORD).await.ok();
    }
);

on_both!(
    /// Whoever has an account cannot use it to clear the way to guess at many others.
    an_address_that_tries_many_names_waits,
    |server: Server| async move {
        let _admin = builders::first_admin(&server).await;
        let someone = Person::anonymous(&server);
        for number in 0..50 {
            let login = format!("nadie{number}");
            assert_eq!(someone.try_to_enter(&login, "no es esta").await.status, 401);
            if number == 48 {
                let _ = someone.try_to_enter("admin", PASSWORD).await.ok();
            }
        }
        let answer = someone.try_to_enter("otra", "no es esta").await;
        answer.refused(429, "too_many_attempts");
    }
);

on_both!(
    /// Failures, ended sessions and spent tokens do not pile up.
    what_sessions_leave_behind_is_swept,
    |server: Server| async move {
        let mut server = server;
        let mut admin = builders::first_admin(&server).await;
        let _ = admin.refresh().await.ok();
        let _ = admin.try_to_enter("nadie", "no es esta").await;
        let tables = ["sign_in_failures", "sessions", "spent_refresh_tokens"];
        for table in tables {
            assert!(server.rows(table).await > 0, "{table}");
        }
        server.advance_days(60);
        server.kill_and_restart().await;
        for table in tables {
            server.until_number(&format!("SELECT COUNT(*) FROM {table}"), 0).await;
        }
    }
);

on_both!(
    /// The one-time password leads to an own one, then to the receipt, which starts the period.
    first_sign_in_leads_through_its_steps,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let election = builders::election(&admin).await;
        let actor = builders::actor(&admin, &election, "independent", "Maribel Ocampo", &[]).await;
        let body = json!({ "login": "maribel", "name": "Maribel Ocampo", "role": "operator", "actor": actor });
        let made = admin.post("/api/v1/admin/accounts", &body).await.ok();
        let one_time = made["one_time_password"].as_str().unwrap();

        let mut person = Person::sign_in(&server, "maribel", one_time).await;
        person.get("/api/v1/capture/home").await.refused(403, "first_steps_pending");
        person.post("/api/v1/auth/receipt", &json!({})).await.refused(409, "wrong_state");
        let weak = json!({ "new_password": "conoceles-ieem-2026" });
        let answer = person.change_password(&weak).await;
        assert_eq!(answer.pointers(), ["/new_password"]);
        let own = json!({ "new_password": PASSWORD });
        let session = person.change_password(&own).await.ok();
        assert_eq!(session["next_step"], "accept_receipt");
        person.hold(&session);
        let before = person.get("/api/v1/auth/receipt").await.ok();
        assert!(before["received"].is_null());
        let receipt = person.post("/api/v1/auth/receipt", &json!({})).await.ok();
        assert_eq!(receipt["capture_days"], 15);
        assert!(receipt["capture"]["ends"].as_str().unwrap().ends_with("05:59:59Z"));
        let home = person.get("/api/v1/capture/home").await.ok();
        assert_eq!(home["capture"]["ends"], receipt["capture"]["ends"]);
        let again = Person::anonymous(&server).try_to_enter("maribel", one_time).await;
        again.refused(401, "wrong_credentials");
    }
);

on_both!(
    /// A refresh token works once; used again it ends the whole session.
    refresh_rotates_and_reuse_ends_the_session,
    |server: Server| async move {
        let mut admin = builders::first_admin(&server).await;
        let thief = Person::anonymous(&server);
        let signed = admin.try_to_enter("admin", PASSWORD).await;
        let cookie = signed.header("set-cookie").to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        let stolen = cookie.split(';').next().unwrap().to_owned();
        admin.hold(&signed.json());
        assert_eq!(admin.refresh().await.status, 200);
        assert_eq!(admin.get("/api/v1/auth/me").await.status, 200);
        server.advance(std::time::Duration::from_secs(21));
        let reused = thief
            .send(reqwest::Method::POST, "/api/v1/auth/refresh", &[("cookie", &stolen)], None)
            .await;
        reused.refused(401, "session_ended");
        admin.get("/api/v1/auth/me").await.refused(401, "not_signed_in");
        admin.refresh().await.refused(401, "session_ended");
    }
);

on_both!(
    /// Sign-out, suspension and the end of a token are felt at once.
    sessions_end_at_once,
    |server: Server| async move {
        let world = World::new(&server).await;
        builders::suspend(&world.admin, "captura.raiz", true).await;
        world.operator.get("/api/v1/capture/home").await.refused(401, "not_signed_in");
        let _ = world.admin.post("/api/v1/auth/sign-out", &json!({})).await.ok();
        world.admin.get("/api/v1/auth/me").await.refused(401, "not_signed_in");
        server.advance(std::time::Duration::from_secs(11 * 60));
        world.validators[0].get("/api/v1/review/queue").await.refused(401, "not_signed_in");
    }
);

on_both!(
    /// Forged, unsigned and foreign tokens are nobody.
    forged_tokens_are_refused,
    |server: Server| async move {
        let mut admin = builders::first_admin(&server).await;
        let token = admin.token().unwrap().to_owned();
        let parts: Vec<&str> = token.split('.').collect();
        let none = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0";
        for forged in [
            String::new(),
            "x".repeat(10_000),
            format!("{none}.{}.", parts[1]),
            format!("{}.{}.AAAA", parts[0], parts[1]),
        ] {
            admin.set_token(forged);
            admin.get("/api/v1/admin/elections").await.refused(401, "not_signed_in");
        }
    }
);

on_both!(
    /// One sees one's own sessions only, and ends the one that was left open elsewhere.
    own_sessions_are_seen_and_ended,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let elsewhere = Person::sign_in(&server, "admin", PASSWORD).await;
        let other = builders::account(&server, &admin, "validacion1", "validator", None).await;
        let own = admin.get("/api/v1/auth/sessions").await.ok();
        let own = own["data"].as_array().unwrap();
        assert_eq!(own.len(), 2, "{own:?}");
        let away = own.iter().find(|it| it["current"] == false).unwrap();
        let path = format!("/api/v1/auth/sessions/{}", away["id"].as_str().unwrap());
        other.delete(&path).await.refused(404, "not_found");
        assert_eq!(elsewhere.get("/api/v1/auth/me").await.status, 200);
        assert_eq!(admin.delete(&path).await.status, 204);
        assert_eq!(elsewhere.get("/api/v1/auth/me").await.status, 401);
        admin.delete(&path).await.refused(404, "not_found");
        let left = admin.get("/api/v1/auth/sessions").await.ok();
        assert_eq!(left["data"].as_array().unwrap().len(), 1);
    }
);
