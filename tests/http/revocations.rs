//! Consent 1 revoked, on the desk or on paper: what stops, what goes on, and what the authority sees.

use serde_json::{Value, json};

use super::*;
use builders::{World, section};
use conoceles_tests::{Answer, eventually};

async fn enter_again(world: &mut World) {
    world
        .operator
        .enter("captura.raiz", builders::PASSWORD)
        .await;
    for (at, login) in ["validacion1", "validacion2"].into_iter().enumerate() {
        world.validators[at].enter(login, builders::PASSWORD).await;
    }
}

async fn stopped(world: &World) -> Value {
    let all = world.validators[0]
        .get("/api/v1/review/revocations")
        .await
        .ok();
    all["data"].clone()
}

/// The server's day where the authority is.
fn today(server: &Server) -> String {
    let now = i64::try_from(server.now()).unwrap();
    let now = chrono::DateTime::from_timestamp(now, 0).unwrap();
    conoceles_shared::time::local_date(now).to_string()
}

async fn paper(world: &World, person: &Person, kind: &str, dated: &str) -> Answer {
    let body = json!({ "kind": kind, "dated": dated, "reference": "Oficialía 1234/2026" });
    person.post(&world.review("/papers"), &body).await
}

on_both!(
    /// What was captured is not sent by the end of the period; given again, it is.
    the_end_of_the_period_sends_nothing_once_it_is_revoked,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.begin().await;
        let _ = world.consent("treatment", false).await.ok();
        server.advance_days(20);
        enter_again(&mut world).await;
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["state"], "in_capture");
        let queue = world.validators[0].get("/api/v1/review/queue").await.ok();
        assert_eq!(queue["data"], json!([]));
        let all = stopped(&world).await;
        assert_eq!(all[0]["id"], json!(world.candidacy));
        assert!(all[0]["next"].as_str().unwrap().len() > 20);
        let _ = world.consent("treatment", true).await.ok();
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["state"], "submitted");
        assert_eq!(stopped(&world).await, json!([]));
    }
);

on_both!(
    /// Observed sections are neither edited nor answered, and their end publishes nothing.
    observed_sections_are_no_longer_editable,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.submit().await;
        let _ = world.turn(0, Some("proposal_1")).await;
        let _ = world.consent("treatment", false).await.ok();
        let text = json!({ "text": content::text(300) });
        let path = world.capture("/sections/proposal_1");
        world.operator.put(&path, 1, &text).await.refused(409, "consent_required");
        let answer = json!({ "answer": "La propuesta es propia y la registramos." });
        let answered = world.operator.post(&format!("{path}/answer"), &answer).await;
        answered.refused(409, "consent_required");
        world.send().await.refused(409, "consent_required");
        server.advance_days(8);
        enter_again(&mut world).await;
        assert_eq!(stopped(&world).await[0]["state"], "observed");
        let _ = world.consent("treatment", true).await.ok();
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["state"], "resubmitted", "the rest goes on, without what was observed");
    }
);

on_both!(
    /// What waits for review is reviewed no further: a turn ends, nobody takes another, and the queue
    /// and the desk say why.
    review_stops_and_says_why,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        world.decide(0, None).await;
        let _ = world.consent("treatment", false).await.ok();
        let conclusion = world.review("/conclusion");
        let ended = world.validators[0].post(&conclusion, &json!({})).await;
        assert_eq!(ended.status, 409, "{}", ended.text());
        world.claim(1).await.refused(409, "consent_required");
        let queue = world.validators[0].get("/api/v1/review/queue").await.ok();
        assert!(queue["data"][0]["refusal"].as_str().unwrap().contains("revoc"));
        let desk = world.validators[0].get(&world.review("")).await.ok();
        assert!(desk["consent_revoked"].as_str().unwrap().contains("revoc"));
        let _ = world.consent("treatment", true).await.ok();
        assert_eq!(world.turn(0, None).await["state"], "submitted");
    }
);

on_both!(
    /// An open correction ends, and none is asked for; what is public stays as it was.
    open_corrections_end,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let body = json!({ "sections": ["proposal_1"], "reason": "Un dato cambió en mayo." });
        let path = world.capture("/correction");
        let _ = world.operator.post(&path, &body).await.ok();
        let opening = world.review("/correction/opening");
        let _ = world.validators[0].post(&opening, &json!({})).await.ok();
        let task = world.consent("treatment", false).await.ok();
        assert_eq!(task["corrections"]["ended"]["how"], "void");
        let text = json!({ "text": content::text(300) });
        let save = world.capture("/sections/proposal_1");
        assert_eq!(world.operator.put(&save, 1, &text).await.status, 409);
        world.operator.post(&path, &body).await.refused(409, "consent_required");
        let record = builders::public_record(&server, &world.public()).await;
        assert_eq!(section(&record, "proposal_1")["state"], "published");
        assert_eq!(stopped(&world).await[0]["state"], "published");
    }
);

on_both!(
    /// A paper is recorded by a validator with its date and reference, takes effect at once, is
    /// audited and told; one of the ARCO rights changes nothing by itself.
    papers_are_recorded,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let today = today(&server);
        let validator = &world.validators[0];
        let tomorrow = paper(&world, validator, "access", &builders::day_from_now(2)).await;
        assert_eq!(tomorrow.pointers(), ["/dated"]);
        let _ = paper(&world, validator, "access", &today).await.ok();
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["consents"]["identity_publication"], true);
        let desk = paper(&world, validator, "revoke_identity", &today).await.ok();
        assert_eq!(desk["papers"].as_array().unwrap().len(), 2);
        assert_eq!(desk["papers"][0]["kind"], "revoke_identity");
        assert_eq!(desk["papers"][0]["reference"], "Oficialía 1234/2026");
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["consents"]["identity_publication"], false);
        eventually("no badges", async || {
            let record = builders::public_record(&server, &world.public()).await;
            let gone = record["identity_badges"] == json!([]);
            if gone { Ok(()) } else { Err(record["identity_badges"].to_string()) }
        })
        .await;
        let notices = world.operator.get("/api/v1/notices").await.ok();
        let text = notices["data"][0]["text"].as_str().unwrap();
        assert!(text.contains("Oficialía 1234/2026"), "{text}");
        let audited = "SELECT COUNT(*) FROM audit WHERE action = 'paper.recorded' \
             AND legal_basis = 'Oficialía 1234/2026'";
        assert_eq!(server.number(audited).await, 2);
        for person in [&world.operator, &world.admin] {
            paper(&world, person, "access", &today).await.refused(403, "forbidden");
        }
        let revoked = paper(&world, validator, "revoke_treatment", &today).await.ok();
        assert!(revoked["consent_revoked"].is_string());
    }
);
