//! Phases open and close, and periods may be hours.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::held_publication::{edit_setup, hours_from_now};
use super::*;
use builders::{PASSWORD, World};

const HOUR: u64 = 3600;

fn advance(server: &Server, hours: u64, seconds: u64) {
    server.advance(std::time::Duration::from_secs(hours * HOUR + seconds));
}

on_both!(
    /// Before the capture phase a receipt is given and nothing is captured; the period begins with it.
    capture_begins_with_its_phase,
    |server: Server| async move {
        let world = World::new(&server).await;
        let starts = hours_from_now(&server, 72);
        let phase = json!([{ "kind": "capture", "starts": starts, "ends": null }]);
        let held_up = edit_setup(&world.admin, &world.election, |it| it["phases"] = phase.clone()).await;
        assert_eq!(held_up.pointers(), ["/phases/0/starts"], "a period that runs is not held up");

        let election = builders::election(&world.admin).await;
        let _ = edit_setup(&world.admin, &election, |it| it["phases"] = phase).await.ok();
        let actor = builders::actor(&world.admin, &election, "independent", "Otra", &[]).await;
        let new = builders::new_candidacy(&actor, "Robles");
        let candidacy = builders::register(&world.admin, &election, &new).await;
        let operator = builders::operator(&server, &world.admin, "captura.otra", &actor).await;
        let world = World { operator, candidacy, ..world };
        let early = world.consent("treatment", true).await;
        early.refused(409, "period_not_started");
        assert!(early.json()["detail"].as_str().unwrap().starts_with("La captura comienza el"));
        let own = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(own["capture"]["starts"], json!(starts));
        assert_eq!(world.operator.get("/api/v1/auth/receipt").await.ok()["capture"], own["capture"]);
        advance(&server, 72, 1);
        let operator = Person::sign_in(&server, "captura.otra", PASSWORD).await;
        let world = World { operator, ..world };
        let _ = world.consent("treatment", true).await.ok();
    }
);

on_both!(
    /// The end of the capture phase ends what comes from a receipt, and is not moved over a period that runs.
    capture_ends_with_its_phase,
    |server: Server| async move {
        let world = World::new(&server).await;
        let ends = hours_from_now(&server, 40);
        let phase = json!([{ "kind": "capture", "starts": null, "ends": ends }]);
        let shorter = edit_setup(&world.admin, &world.election, |it| it["phases"] = phase.clone()).await;
        assert_eq!(shorter.pointers(), ["/phases/0/ends"]);
        shorter.refused(422, "invalid");
        let backwards = json!([{ "kind": "capture", "starts": hours_from_now(&server, 50), "ends": ends }]);
        let wrong = edit_setup(&world.admin, &world.election, |it| it["phases"] = backwards).await;
        assert!(wrong.pointers().contains(&"/phases/0/ends".to_owned()), "{}", wrong.text());

        let election = builders::election(&world.admin).await;
        let _ = edit_setup(&world.admin, &election, |it| it["phases"] = phase).await.ok();
        let actor = builders::actor(&world.admin, &election, "independent", "Otra", &[]).await;
        let candidacy = builders::new_candidacy(&actor, "Robles");
        let candidacy = builders::register(&world.admin, &election, &candidacy).await;
        let operator = builders::operator(&server, &world.admin, "captura.otra", &actor).await;
        let path = format!("/api/v1/capture/candidacies/{candidacy}");
        assert_eq!(operator.get(&path).await.ok()["capture"]["ends"], json!(ends));
        advance(&server, 41, 0);
        let operator = Person::sign_in(&server, "captura.otra", PASSWORD).await;
        assert_eq!(operator.get(&path).await.ok()["state"], "submitted");
    }
);

on_both!(
    /// Nobody takes a candidacy outside the review phase; the refusal says when, and who can move it.
    reviews_begin_only_in_their_phase,
    |server: Server| async move {
        let world = World::new(&server).await;
        let starts = hours_from_now(&server, 24);
        let ends = hours_from_now(&server, 48);
        let phase = |ends: DateTime<Utc>| json!([{ "kind": "review", "starts": starts, "ends": ends }]);
        let _ = edit_setup(&world.admin, &world.election, |it| it["phases"] = phase(ends)).await.ok();
        world.submit().await;
        let early = world.claim(0).await;
        early.refused(409, "period_not_started");
        assert!(early.json()["detail"].as_str().unwrap().starts_with("La revisión comienza el"));
        let queue = world.validators[0].get("/api/v1/review/queue").await.ok();
        assert!(queue["data"][0]["refusal"].as_str().unwrap().starts_with("La revisión comienza el"));

        let again = |world: World| async {
            World {
                admin: Person::sign_in(&server, "admin", PASSWORD).await,
                operator: Person::sign_in(&server, "captura.raiz", PASSWORD).await,
                validators: [
                    Person::sign_in(&server, "validacion1", PASSWORD).await,
                    Person::sign_in(&server, "validacion2", PASSWORD).await,
                ],
                ..world
            }
        };
        advance(&server, 24, 1);
        let world = again(world).await;
        let _ = world.turn(0, None).await;
        advance(&server, 24, 1);
        let world = again(world).await;
        let late = world.claim(1).await;
        late.refused(409, "period_ended");
        assert!(late.json()["detail"].as_str().unwrap().contains("quien administra"));
        let moved = phase(hours_from_now(&server, 24));
        let asked = edit_setup(&world.admin, &world.election, |it| it["phases"] = moved).await;
        assert_eq!(asked.status, 202, "{}", asked.text());
        let second = builders::second_admin(&server).await;
        let _ = builders::confirm_proposal(&second).await.ok();
        assert_eq!(world.turn(1, None).await["state"], "published");
    }
);

on_both!(
    /// Terms in hours end to the second, and are told and documented as hours.
    periods_in_hours_end_to_the_second,
    |server: Server| async move {
        let world = World::new(&server).await;
        let terms = |key: &'static str, term: serde_json::Value| {
            edit_setup(&world.admin, &world.election, move |it| it["settings"][key] = term)
        };
        for wrong in [json!(0), json!(91), json!({ "hours": 0 }), json!({ "hours": 2161 })] {
            let answer = terms("observation_days", wrong).await;
            assert_eq!(answer.pointers(), ["/settings/observation_days"]);
        }
        let _ = terms("observation_days", json!({ "hours": 30 })).await.ok();
        let saved = terms("review_days", json!(4)).await.ok();
        assert_eq!(saved["setup"]["settings"]["observation_days"], json!({ "hours": 30 }));
        assert_eq!(saved["setup"]["settings"]["review_days"], 4, "a plain number is days");

        world.submit().await;
        let conclusion = world.turn(0, Some("motivation")).await;
        assert_eq!(conclusion["state"], "observed");
        let own = world.operator.get(&world.capture("")).await.ok();
        let deadline: DateTime<Utc> = own["deadline"].as_str().unwrap().parse().unwrap();
        let expected = hours_from_now(&server, 30);
        assert!((deadline - expected).num_seconds().abs() < 60, "{deadline} {expected}");
        // To the second, and the grace after it.
        advance(&server, 30, 31);
        let operator = Person::sign_in(&server, "captura.raiz", PASSWORD).await;
        assert_ne!(operator.get(&world.capture("")).await.ok()["state"], "observed");

        let admin = Person::sign_in(&server, "admin", PASSWORD).await;
        let election = builders::election(&admin).await;
        let hours = json!({ "hours": 72 });
        let _ = edit_setup(&admin, &election, |it| it["settings"]["capture_days"] = hours.clone()).await.ok();
        let actor = builders::actor(&admin, &election, "independent", "Otra", &[]).await;
        let other = builders::operator(&server, &admin, "captura.otra", &actor).await;
        let receipt = other.get("/api/v1/auth/receipt").await.ok();
        assert_eq!(receipt["capture_days"], hours);
        let at = |key: &str| -> DateTime<Utc> { receipt["capture"][key].as_str().unwrap().parse().unwrap() };
        assert_eq!((at("ends") - at("starts")).num_hours(), 72 - i64::from(at("starts").timestamp_subsec_nanos() > 0));
    }
);

on_both!(
    /// A substitute without a period typed in gets the election's, from the day of the acuerdo.
    a_substitute_gets_the_period_of_the_setting,
    |server: Server| async move {
        let world = World::new(&server).await;
        endings::end_candidacy(&server, &world.admin, &world.candidacy, "substitution").await;
        // The actor's own period is over by then.
        advance(&server, 20 * 24, 0);
        let admin = Person::sign_in(&server, "admin", PASSWORD).await;
        let mut new = builders::new_candidacy(&world.actor, "Relevo");
        new["private"]["curp"] = json!(null);
        new["substitutes"] = json!(world.candidacy);
        let day = |days: i64| {
            let zone = chrono::FixedOffset::west_opt(6 * 3600).unwrap();
            hours_from_now(&server, 24 * days).with_timezone(&zone).date_naive()
        };
        new["acuerdo_on"] = json!(day(2));
        let future = builders::try_to_register(&admin, &world.election, &new).await;
        assert_eq!(future.pointers(), ["/acuerdo_on"]);
        new["acuerdo_on"] = json!(day(-9));
        let over = builders::try_to_register(&admin, &world.election, &new).await;
        assert_eq!(over.pointers(), ["/own_period/ends"]);
        new["acuerdo_on"] = json!(day(-2));
        let substitute = builders::register(&admin, &world.election, &new).await;
        let operator = Person::sign_in(&server, "captura.raiz", PASSWORD).await;
        let own = operator.get(&format!("/api/v1/capture/candidacies/{substitute}")).await.ok();
        let end = day(4).and_hms_opt(5, 59, 59).unwrap().and_utc();
        assert_eq!(own["capture"]["ends"], json!(end), "the fifth day after the acuerdo, {own}");
    }
);
