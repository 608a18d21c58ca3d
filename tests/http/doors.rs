//! Attacks on the doors: signing in, sessions, and who is who behind a proxy.

use std::time::Duration;

use reqwest::Method;
use serde_json::json;

use super::*;
use builders::{PASSWORD, World};
use conoceles_tests::Answer;

const SIGN_IN: &str = "/api/v1/auth/sign-in";
const REFRESH: &str = "/api/v1/auth/refresh";

/// A server that believes one proxy, which the tests play.
async fn behind_a_proxy(server: &mut Server) {
    server.set("CONOCELES_TRUST_PROXY", "true");
    server.kill_and_restart().await;
}

/// A try to sign in with these lines of `X-Forwarded-For`.
async fn try_from(person: &Person, lines: &[&str], login: &str, password: &str) -> Answer {
    let mut headers: Vec<_> = lines.iter().map(|it| ("x-forwarded-for", *it)).collect();
    headers.push(("content-type", "application/json"));
    let body = json!({ "login": login, "password": password }).to_string();
    person
        .send(Method::POST, SIGN_IN, &headers, Some(body.into_bytes()))
        .await
}

/// Asks for another session with a refresh cookie of one's choosing.
async fn refresh_with(server: &Server, cookie: &str, headers: &[(&str, &str)]) -> Answer {
    let mut all = vec![("cookie", cookie)];
    all.extend_from_slice(headers);
    Person::anonymous(server)
        .send(Method::POST, REFRESH, &all, None)
        .await
}

/// The name and value of the session's cookie in an answer.
fn session_cookie(answer: &Answer) -> String {
    let lines = answer.headers.get_all("set-cookie").iter();
    let mut cookies = lines.filter_map(|it| it.to_str().ok()?.split(';').next());
    cookies
        .find(|it| it.starts_with("conoceles="))
        .unwrap()
        .to_owned()
}

on_both!(
    /// Whoever fails on somebody's name keeps out nobody but themselves.
    an_attacker_never_keeps_the_owner_out,
    |server: Server| async move {
        let mut server = server;
        behind_a_proxy(&mut server).await;
        let owner = builders::first_admin(&server).await;
        let attacker = Person::anonymous(&server);
        for _ in 0..5 {
            let answer = try_from(&attacker, &["198.51.100.7"], "admin", "no es esta").await;
            answer.refused(401, "wrong_credentials");
        }
        try_from(&attacker, &["198.51.100.7"], "admin", PASSWORD).await.refused(429, "too_many_attempts");
        // From the owner's device, also at the attacker's own address, and from a new one elsewhere.
        let _ = try_from(&owner, &["198.51.100.7"], "admin", PASSWORD).await.ok();
        let new_device = Person::anonymous(&server);
        let _ = try_from(&new_device, &["203.0.113.9"], "admin", PASSWORD).await.ok();
        // The device's own failures count, for that device.
        for _ in 0..5 {
            try_from(&owner, &["203.0.113.1"], "admin", "no es esta").await.refused(401, "wrong_credentials");
        }
        try_from(&owner, &["203.0.113.2"], "admin", PASSWORD).await.refused(429, "too_many_attempts");
        let _ = try_from(&new_device, &["203.0.113.1"], "admin", PASSWORD).await.ok();
    }
);

on_both!(
    /// A device's cookie says nothing of its person, and is nobody's for another account.
    a_known_device_is_known_to_its_account_only,
    |server: Server| async move {
        let mut server = server;
        behind_a_proxy(&mut server).await;
        let admin = builders::first_admin(&server).await;
        let other = builders::account(&server, &admin, "validacion1", "validator", None).await;
        let signed = try_from(&other, &["203.0.113.4"], "validacion1", PASSWORD).await;
        let lines = signed.headers.get_all("set-cookie").iter();
        let device = lines.filter_map(|it| it.to_str().ok()).find(|it| it.starts_with("conoceles-device="));
        let device = device.unwrap();
        assert!(device.contains("HttpOnly") && device.contains("SameSite=Strict"), "{device}");
        let id = builders::account_id(&admin, "validacion1").await;
        assert!(!device.contains("validacion1") && !device.contains(&id), "{device}");
        for _ in 0..5 {
            let _ = try_from(&other, &["203.0.113.4"], "admin", "no es esta").await;
        }
        try_from(&other, &["203.0.113.4"], "admin", PASSWORD).await.refused(429, "too_many_attempts");
    }
);

on_both!(
    /// What the client writes into the header itself counts for nothing, in whichever line.
    a_forged_forwarded_address_is_no_new_client,
    |server: Server| async move {
        let mut server = server;
        behind_a_proxy(&mut server).await;
        let attacker = Person::anonymous(&server);
        for number in 0..5 {
            let forged = format!("192.0.2.{number}");
            let lines = [forged.as_str(), "10.0.0.1, 198.51.100.9"];
            try_from(&attacker, &lines, "nadie", "no es esta").await.refused(401, "wrong_credentials");
        }
        let answer = try_from(&attacker, &["192.0.2.77", "198.51.100.9"], "nadie", "no es esta").await;
        answer.refused(429, "too_many_attempts");
        for number in 0..5 {
            let own = format!("2001:db8:1:2:{number}::1");
            let _ = try_from(&attacker, &[own.as_str()], "alguien", "no es esta").await;
        }
        let answer = try_from(&attacker, &["2001:db8:1:2:ffff::1"], "alguien", "no es esta").await;
        answer.refused(429, "too_many_attempts");
    }
);

on_both!(
    /// Tries at the same instant get no more patience than one after the other.
    parallel_tries_are_counted_before_they_are_judged,
    |server: Server| async move {
        let mut server = server;
        let admin = builders::first_admin(&server).await;
        let tries = (0..40).map(|_| async {
            let someone = Person::anonymous(&server);
            someone.try_to_enter("admin", "no es esta").await.status.as_u16()
        });
        let statuses = futures_util::future::join_all(tries).await;
        let judged = statuses.iter().filter(|it| **it == 401).count();
        assert!(judged <= 5, "{judged} passwords were judged: {statuses:?}");
        assert!(statuses.iter().all(|it| matches!(it, 401 | 429 | 503)), "{statuses:?}");
        drop(admin);
        server.require_second_factor().await;
        server.advance(Duration::from_secs(7_200));
        let mut admin = Person::sign_in(&server, "admin", PASSWORD).await;
        let _ = admin.enrol(&server, &json!({})).await;
        let waiting = Person::sign_in(&server, "admin", PASSWORD).await;
        let codes: Vec<String> = (0..40).map(|it| format!("{it:06}")).collect();
        let tries = codes.iter().map(|it| waiting.give_code(it));
        let answers = futures_util::future::join_all(tries).await;
        let judged = answers.iter().filter(|it| it.status != 429 && it.status != 503).count();
        assert!(judged <= 5, "{judged} codes were judged");
    }
);

on_both!(
    /// Twenty wrong codes in a row end the session they were typed in, and its owner is told.
    twenty_wrong_codes_end_the_session,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let mut thief = Person::sign_in(&server, "admin", PASSWORD).await;
        let wrong = json!({ "new_password": "cuatro alcatraces y un quetzal", "current_password": "no es esta" });
        let mut refused = 0;
        while refused < 20 {
            let answer = thief.change_password(&wrong).await;
            match answer.status.as_u16() {
                422 => refused += 1,
                429 => {
                    let seconds: u64 = answer.header("retry-after").parse().unwrap();
                    server.advance(Duration::from_secs(seconds + 1));
                    let _ = thief.refresh().await.ok();
                }
                status => panic!("{status} after {refused}: {}", answer.text()),
            }
        }
        thief.change_password(&wrong).await.refused(401, "not_signed_in");
        thief.refresh().await.refused(401, "session_ended");
        drop(admin);
        let told = "SELECT COUNT(*) FROM notices WHERE content LIKE '%wrong_codes_ended_session%'";
        assert_eq!(server.number(told).await, 1);
    }
);

on_both!(
    /// A lost answer and two tabs cost no session; a copy that comes back later ends it.
    the_previous_token_counts_once_more_for_a_moment,
    |server: Server| async move {
        let _admin = builders::first_admin(&server).await;
        let signed = Person::anonymous(&server).try_to_enter("admin", PASSWORD).await;
        let first = session_cookie(&signed);
        let (one, two) = tokio::join!(refresh_with(&server, &first, &[]), refresh_with(&server, &first, &[]));
        assert_eq!((one.status.as_u16(), two.status.as_u16()), (200, 200), "{} {}", one.text(), two.text());
        let second = session_cookie(&one);
        assert_eq!(second, session_cookie(&two));
        server.advance(Duration::from_secs(5));
        let again = refresh_with(&server, &second, &[]).await;
        let third = session_cookie(&again);
        // The one before the previous is a copy, however soon it comes.
        refresh_with(&server, &first, &[]).await.refused(401, "session_ended");
        refresh_with(&server, &third, &[]).await.refused(401, "session_ended");

        let signed = Person::anonymous(&server).try_to_enter("admin", PASSWORD).await;
        let first = session_cookie(&signed);
        let next = session_cookie(&refresh_with(&server, &first, &[]).await);
        server.advance(Duration::from_secs(21));
        refresh_with(&server, &first, &[]).await.refused(401, "session_ended");
        refresh_with(&server, &next, &[]).await.refused(401, "session_ended");
    }
);

on_both!(
    /// A token that nobody was given takes no lock: it is refused while another writes.
    an_invented_refresh_token_waits_for_nobody,
    |server: Server| async move {
        let _admin = builders::first_admin(&server).await;
        let writer = server.hold_write_lock().await;
        let asked = refresh_with(&server, "conoceles=inventado", &[]);
        let answer = tokio::time::timeout(Duration::from_secs(5), asked).await;
        answer.expect("waits for the writer").refused(401, "session_ended");
        drop(writer);
    }
);

on_both!(
    /// Another site's page cannot renew a session.
    other_sites_cannot_refresh,
    |server: Server| async move {
        let _admin = builders::first_admin(&server).await;
        let signed = Person::anonymous(&server).try_to_enter("admin", PASSWORD).await;
        let cookie = session_cookie(&signed);
        let origin = [("origin", "https://otro.example")];
        refresh_with(&server, &cookie, &origin).await.refused(403, "forbidden");
        let site = [("origin", server.base.as_str()), ("sec-fetch-site", "cross-site")];
        refresh_with(&server, &cookie, &site).await.refused(403, "forbidden");
        refresh_with(&server, &cookie, &[("origin", "null")]).await.refused(403, "forbidden");
        let own = [("origin", server.base.as_str()), ("sec-fetch-site", "same-origin")];
        let _ = refresh_with(&server, &cookie, &own).await.ok();
    }
);

on_both!(
    /// Nobody works at more than ten computers: the oldest session ends and its person is told.
    sessions_have_a_cap,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let mut oldest = Person::sign_in(&server, "admin", PASSWORD).await;
        let _ = oldest.refresh().await.ok();
        for _ in 0..12 {
            let _ = Person::sign_in(&server, "admin", PASSWORD).await;
        }
        oldest.get("/api/v1/auth/me").await.refused(401, "not_signed_in");
        admin.get("/api/v1/auth/me").await.refused(401, "not_signed_in");
        let open = "SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL";
        assert_eq!(server.number(open).await, 10);
        let told = "SELECT COUNT(*) FROM notices WHERE content LIKE '%oldest_session_ended%'";
        assert!(server.number(told).await > 0);
    }
);

on_both!(
    /// On a shared computer the session goes with the browser, unless its person says it is their own.
    the_cookie_goes_with_the_browser,
    |server: Server| async move {
        let _admin = builders::first_admin(&server).await;
        for (own, lasting) in [(false, false), (true, true)] {
            let person = Person::anonymous(&server);
            let body = json!({ "login": "admin", "password": PASSWORD, "own_computer": own });
            let signed = person.post(SIGN_IN, &body).await;
            let refreshed = person.send(Method::POST, REFRESH, &[], None).await;
            for answer in [&signed, &refreshed] {
                let lines = answer.headers.get_all("set-cookie").iter();
                let mut lines = lines.filter_map(|it| it.to_str().ok());
                let cookie = lines.find(|it| it.starts_with("conoceles=")).unwrap();
                assert_eq!(cookie.contains("Max-Age"), lasting, "{cookie}");
            }
        }
    }
);

on_both!(
    /// Refusals are counted without names, and every entry of a person says in which session.
    refusals_and_sessions_leave_a_trace,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let someone = Person::anonymous(&server);
        for _ in 0..3 {
            let _ = someone.try_to_enter("nadie", "no es esta").await;
        }
        assert_eq!(server.rows("refused_sign_ins").await, 1);
        assert_eq!(server.number("SELECT MAX(refusals) FROM refused_sign_ins").await, 3);
        let named = "SELECT COUNT(*) FROM refused_sign_ins WHERE name_tag LIKE '%nadie%' OR address_tag LIKE '%127%'";
        assert_eq!(server.number(named).await, 0);
        let untraced = "SELECT COUNT(*) FROM audit WHERE account_id IS NOT NULL AND session_id IS NULL";
        assert_eq!(server.number(untraced).await, 0);
        assert!(server.number("SELECT COUNT(*) FROM audit WHERE session_id IS NOT NULL").await > 10);
    }
);

on_both!(
    /// A new credential begins without the waits that somebody else's tries brought.
    a_recovery_forgets_the_waits,
    |server: Server| async move {
        let admin = builders::first_admin(&server).await;
        let _ = builders::account(&server, &admin, "validacion1", "validator", None).await;
        for _ in 0..5 {
            let _ = Person::anonymous(&server).try_to_enter("validacion1", "no es esta").await;
        }
        let waits = Person::anonymous(&server).try_to_enter("validacion1", PASSWORD).await;
        waits.refused(429, "too_many_attempts");
        let id = builders::account_id(&admin, "validacion1").await;
        let path = format!("/api/v1/admin/accounts/{id}/recovery");
        let second = builders::second_admin(&server).await;
        let _ = admin.post(&path, &json!({})).await.ok();
        let sheet = builders::confirm_proposal(&second).await.ok();
        let code = sheet["credential"]["one_time_password"].as_str().unwrap();
        let _ = Person::sign_in(&server, "validacion1", code).await;
    }
);

on_both!(
    /// A body with a key twice is refused before anything of it is taken.
    a_key_twice_is_refused,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let path = world.capture("/sections/motivation");
        let body = br#"{"text":{"value":"uno"},"text":{"value":"dos"}}"#.to_vec();
        let headers = [("content-type", "application/json"), ("if-match", "\"1\"")];
        let answer = world.operator.send(Method::PUT, &path, &headers, Some(body)).await;
        answer.refused(400, "malformed_body");
    }
);
