//! Recovering an account, and what sign-in tells those who have none.

use serde_json::{Value, json};

use super::*;
use builders::{PASSWORD, account_id, suspend};

const NEW: &str = "cuatro alcatraces y un quetzal";

/// The code of a recovery that one administrator asks for and another confirms.
async fn recover(admin: &Person, second: &Person, login: &str, body: &Value) -> String {
    let id = account_id(admin, login).await;
    let path = format!("/api/v1/admin/accounts/{id}/recovery");
    let asked = admin.post(&path, body).await;
    assert_eq!(asked.status, 202, "{}", asked.text());
    let sheet = builders::confirm_proposal(second).await.ok();
    sheet["credential"]["one_time_password"]
        .as_str()
        .unwrap()
        .to_owned()
}

async fn try_to_enter(server: &Server, login: &str, password: &str) -> conoceles_tests::Answer {
    let someone = Person::anonymous(server);
    someone.try_to_enter(login, password).await
}

on_both!(
    /// The administrator starts it and learns no password; every session and the old password end.
    recovery_ends_in_a_password_nobody_else_knows,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let second = builders::second_admin(&server).await;
        let mut person = builders::account(&server, &admin, "validacion1", "validator", None).await;
        let code = recover(&admin, &second, "validacion1", &json!({})).await;
        person.get("/api/v1/auth/me").await.refused(401, "not_signed_in");
        person.refresh().await.refused(401, "session_ended");
        try_to_enter(&server, "validacion1", PASSWORD).await.refused(401, "wrong_credentials");

        let person = Person::sign_in(&server, "validacion1", &code).await;
        person.get("/api/v1/review/queue").await.refused(403, "first_steps_pending");
        let put = |new: &str| {
            let body = json!({ "new_password": new });
            let person = &person;
            async move { person.change_password(&body).await }
        };
        // The code, which the administrator saw, cannot stay as the password.
        let same = put(&code).await;
        assert_eq!(same.json()["errors"][0]["code"], "same");
        assert_eq!(put(NEW).await.ok()["next_step"], "none");
        try_to_enter(&server, "validacion1", &code).await.refused(401, "wrong_credentials");
        assert_eq!(try_to_enter(&server, "validacion1", NEW).await.status, 200);

        // Two days, and once.
        let late = recover(&admin, &second, "validacion1", &json!({})).await;
        let later = recover(&admin, &second, "validacion1", &json!({})).await;
        try_to_enter(&server, "validacion1", &late).await.refused(401, "wrong_credentials");
        server.advance_days(2);
        try_to_enter(&server, "validacion1", &later).await.refused(401, "wrong_credentials");
        let started = "SELECT COUNT(*) FROM audit WHERE action = 'account.recovery_started'";
        assert_eq!(server.number(started).await, 3);
    }
);

on_both!(
    /// The code alone passes no second factor, unless that is reset by a choice of its own.
    recovery_does_not_pass_the_second_factor,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let second = builders::second_admin(&server).await;
        let mut person = builders::account(&server, &admin, "validacion1", "validator", None).await;
        let proof = json!({ "current_password": PASSWORD });
        let (telephone, _) = person.enrol(&server, &proof).await;

        let code = recover(&admin, &second, "validacion1", &json!({})).await;
        let mut person = Person::sign_in(&server, "validacion1", &code).await;
        let new = json!({ "new_password": NEW });
        let put = |person: Person, new: Value| async move {
            person.change_password(&new).await
        };
        assert_eq!(person.refresh().await.ok()["next_step"], "second_factor");
        person.change_password(&new).await.refused(403, "second_factor_pending");
        let session = person.give_code(&telephone.next_code(&server)).await.ok();
        assert_eq!(session["next_step"], "set_password");
        person.hold(&session);
        assert_eq!(put(person, new.clone()).await.ok()["next_step"], "none");

        let reset = json!({ "reset_second_factor": true });
        let code = recover(&admin, &second, "validacion1", &reset).await;
        let mut person = Person::sign_in(&server, "validacion1", &code).await;
        assert_eq!(person.refresh().await.ok()["next_step"], "set_password");
        let other = json!({ "new_password": "seis tortugas cruzan la milpa" });
        assert_eq!(put(person, other).await.ok()["next_step"], "none");
        let entries = "SELECT COUNT(*) FROM audit WHERE action = 'account.second_factor_reset'";
        assert_eq!(server.number(entries).await, 1);
    }
);

on_both!(
    /// Nobody recovers their own account, which would pass the second factor; nor a suspended one.
    whose_account_is_recovered,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let other = builders::account(&server, &admin, "validacion1", "validator", None).await;
        let own = account_id(&admin, "admin").await;
        let path = format!("/api/v1/admin/accounts/{own}/recovery");
        admin.post(&path, &json!({})).await.refused(409, "wrong_state");
        other.post(&path, &json!({})).await.refused(403, "forbidden");
        suspend(&admin, "validacion1", true).await;
        let id = account_id(&admin, "validacion1").await;
        let path = format!("/api/v1/admin/accounts/{id}/recovery");
        admin.post(&path, &json!({})).await.refused(409, "wrong_state");
        admin.post(&path, &json!({ "password": "una" })).await.refused(422, "invalid");
    }
);

on_both!(
    /// An unknown user, a wrong password, a suspended account and a code that is over answer alike.
    no_answer_tells_whether_an_account_exists,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let second = builders::second_admin(&server).await;
        for login in ["validacion1", "validacion2", "validacion3"] {
            let _ = builders::account(&server, &admin, login, "validator", None).await;
        }
        suspend(&admin, "validacion2", true).await;
        let over = recover(&admin, &second, "validacion3", &json!({})).await;
        server.advance_days(3);
        let mut answers = Vec::new();
        for (login, password) in [
            ("nadie", PASSWORD),
            ("validacion1", "no es esta"),
            ("validacion2", PASSWORD),
            ("validacion3", over.as_str()),
        ] {
            // Also the fifth time, and the sixth, which waits.
            for attempt in 1..=6 {
                let mut answer = try_to_enter(&server, login, password).await;
                answer.headers.remove("date");
                answer.headers.remove("retry-after");
                let text = if attempt == 6 { String::new() } else { answer.text() };
                answers.push((login, attempt, (answer.status, answer.headers, text)));
            }
        }
        for (login, attempt, answer) in &answers {
            let unknown = &answers[attempt - 1].2;
            assert_eq!(answer, unknown, "{login}, attempt {attempt}");
        }
        assert_eq!(answers[5].2.0, 429);
    }
);

on_both!(
    /// Every reason against a password at once, each in words, and what to do.
    weak_passwords_are_refused_with_every_reason,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let put = |new: &str, current: &str| {
            let body = json!({ "new_password": new, "current_password": current });
            let admin = &admin;
            async move { admin.change_password(&body).await }
        };
        let answer = put("Conóceles-2029!!", "no es esta").await;
        assert_eq!(answer.pointers(), ["/new_password", "/current_password"]);
        for (new, code) in [
            ("TeAmoMucho2026!", "common"),
            ("Superm4n-1978!!", "common"),
            ("1qaz2wsx3edc", "guessable"),
            ("aaaaaaaabbbbbbbb", "repetitive"),
            ("corta", "length"),
            (PASSWORD, "same"),
        ] {
            let answer = put(new, PASSWORD).await;
            let errors = answer.json()["errors"].clone();
            let codes: Vec<_> = errors.as_array().unwrap().iter().map(|it| it["code"].clone()).collect();
            assert!(codes.contains(&json!(code)), "{new}: {codes:?}");
        }
        // Any characters will do, spaces and other alphabets too.
        let _ = put("ñandú 日本語 🌵 sin reglas", PASSWORD).await.ok();
    }
);

on_both!(
    /// Guessing the present password inside a stolen session slows down too.
    guessing_the_present_password_slows_down,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let body = json!({ "new_password": NEW, "current_password": "no es esta" });
        for _ in 0..5 {
            let answer = admin.change_password(&body).await;
            assert_eq!(answer.pointers(), ["/current_password"]);
        }
        let right = json!({ "new_password": NEW, "current_password": PASSWORD });
        let answer = admin.change_password(&right).await;
        answer.refused(429, "too_many_attempts");
    }
);
