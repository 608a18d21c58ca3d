//! Review: claims, decisions, four eyes, what a validator may see.

use serde_json::json;

use super::*;
use builders::{World, section};

on_both!(
    /// One claim at a time; without it nothing is decided; the second person sees no decision.
    claims_are_exclusive_and_decisions_private,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let [first, second] = &world.validators;
        let desk = world.claim(0).await.ok();
        world.claim(1).await.refused(409, "claim_required");
        let section = &desk["sections"][1];
        let name = section["section"].as_str().unwrap();
        let decision = json!({
            "version": section["version"], "sha256": section["sha256"], "verdict": "approve",
        });
        let path = world.review(&format!("/sections/{name}/decision"));
        second.replace(&path, &decision).await.refused(409, "claim_required");
        let outdated = json!({ "version": 1, "sha256": "00", "verdict": "approve" });
        first.replace(&path, &outdated).await.refused(409, "decision_outdated");
        let bare = json!({
            "version": section["version"], "sha256": section["sha256"], "verdict": "observe",
        });
        let answer = first.replace(&path, &bare).await;
        assert_eq!(answer.pointers(), ["/ground", "/reason"]);
        let _ = first.replace(&path, &decision).await.ok();
        first.post(&world.review("/conclusion"), &json!({})).await.refused(409, "incomplete");
        assert_eq!(world.turn(0, None).await["state"], "submitted");
        let desk = world.claim(1).await.ok();
        assert_eq!(desk["second_turn"], true);
        for section in desk["sections"].as_array().unwrap() {
            assert!(section["own_decision"].is_null(), "{section}");
        }
        assert!(!desk.to_string().contains("validacion1"));
    }
);

on_both!(
    /// Without consent 2 a validator never sees identity answers.
    identity_is_shown_only_with_consent_two,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let _ = world.consent("identity_publication", false).await.ok();
        let _ = world.send().await.ok();
        let desk = world.claim(0).await.ok();
        assert!(!desk.to_string().contains("mazahua"));
        for canary in builders::CANARIES {
            assert!(!desk.to_string().contains(canary), "{canary}");
        }
    }
);

on_both!(
    /// An operator's answer without a change is told to the reviewer.
    an_answer_reaches_the_reviewer,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        assert_eq!(world.turn(0, Some("proposal_1")).await["state"], "observed");
        let early = world.send().await;
        early.refused(409, "incomplete");
        let answer = json!({ "answer": "La propuesta es propia y la registramos en marzo." });
        let path = world.capture("/sections/proposal_1/answer");
        let _ = world.operator.post(&path, &answer).await.ok();
        let _ = world.send().await.ok();
        let desk = world.validators[1].get(&world.review("")).await.ok();
        assert_eq!(section(&desk, "proposal_1")["observation"]["answer"], answer["answer"]);
    }
);

on_both!(
    /// An observation nobody answers: the clock withholds that section and the rest is published.
    an_unanswered_observation_is_withheld,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.submit().await;
        assert_eq!(world.turn(0, Some("proposal_1")).await["state"], "observed");
        server.advance_days(7);
        for (at, login) in ["validacion1", "validacion2"].into_iter().enumerate() {
            world.validators[at].enter(login, builders::PASSWORD).await;
        }
        assert_eq!(world.turn(1, None).await["state"], "published");
        let record = builders::public_record(&server, &world.public()).await;
        assert_eq!(section(&record, "proposal_1")["state"], "withheld");
        assert!(section(&record, "proposal_1")["content"].is_null());
        assert_eq!(section(&record, "proposal_2")["state"], "published");
    }
);

on_both!(
    /// What comes back after observations is due from then on, not from its first sending.
    a_resubmission_is_due_from_the_resubmission,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.submit().await;
        let first = queue_line(&world).await;
        assert_eq!(first["waiting_since"], first["submitted_at"]);
        assert_eq!(world.turn(0, Some("proposal_1")).await["state"], "observed");
        server.advance_days(3);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        world.validators[0].enter("validacion1", builders::PASSWORD).await;
        let answer = json!({ "answer": "La propuesta es propia y la registramos en marzo." });
        let path = world.capture("/sections/proposal_1/answer");
        let _ = world.operator.post(&path, &answer).await.ok();
        let _ = world.send().await.ok();
        let again = queue_line(&world).await;
        assert_eq!(again["submitted_at"], first["submitted_at"]);
        let day = |it: &serde_json::Value, of: &str| {
            let at: conoceles_shared::time::Instant = it[of].as_str().unwrap().parse().unwrap();
            conoceles_shared::time::local_date(at)
        };
        assert_eq!((day(&again, "due") - day(&again, "waiting_since")).num_days(), 5);
        assert_eq!((day(&again, "due") - day(&first, "due")).num_days(), 3);
    }
);

/// The only line of the queue.
async fn queue_line(world: &World) -> serde_json::Value {
    let queue = world.validators[0].get("/api/v1/review/queue").await.ok();
    assert_eq!(queue["data"].as_array().unwrap().len(), 1);
    queue["data"][0].clone()
}
