//! What an operator is told where nothing, or not this section, can be changed.

use serde_json::{Value, json};

use super::*;
use builders::World;

async fn home(world: &World) -> Value {
    let home = world.operator.get("/api/v1/capture/home").await.ok();
    let mut all = home["candidacies"].as_array().unwrap().iter();
    let own = all.find(|it| it["id"] == json!(world.candidacy));
    own.unwrap().clone()
}

async fn refusal(world: &World, section: &str) -> String {
    let path = world.capture(&format!("/sections/{section}"));
    let view = world.operator.get(&path).await.ok();
    view["refusal"].as_str().unwrap_or_default().to_owned()
}

fn today(server: &Server) -> String {
    let now = i64::try_from(server.now()).unwrap();
    let now = chrono::DateTime::from_timestamp(now, 0).unwrap();
    conoceles_shared::time::local_date(now).to_string()
}

on_both!(
    /// With consent 1 revoked on paper, every answer says since when and by which paper; no time runs
    /// until it is given again.
    a_revocation_on_paper_is_told_on_every_page,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let _ = world.turn(0, Some("proposal_1")).await;
        assert!(home(&world).await["deadline"].is_string());
        assert_eq!(home(&world).await["standstill"], Value::Null);
        let dated = today(&server);
        let paper = json!({
            "kind": "revoke_treatment",
            "dated": dated,
            "reference": "Oficialía 77/2026",
        });
        let path = world.review("/papers");
        let _ = world.validators[0].post(&path, &paper).await.ok();
        let task = world.operator.get(&world.capture("")).await.ok();
        for it in [&task, &home(&world).await] {
            assert_eq!(it["standstill"]["paper"]["reference"], "Oficialía 77/2026");
            assert_eq!(it["standstill"]["paper"]["dated"], json!(dated));
            assert!(it["standstill"]["since"].is_string());
            assert_eq!(it["deadline"], Value::Null);
            assert_eq!(it["state"], "observed");
        }
        assert!(task["submit_refusal"].as_str().unwrap().contains("revoc"));
        assert!(refusal(&world, "proposal_1").await.contains("revoc"));
        let desk = world.validators[0].get(&world.review("")).await.ok();
        let claim = desk["claim_refusal"].as_str().unwrap();
        assert!(claim.contains("revoc"), "{claim}");

        let _ = world.consent("treatment", true).await.ok();
        let again = home(&world).await;
        assert_eq!(again["standstill"], Value::Null);
        assert!(again["deadline"].is_string());
        // Once more, on the desk of capture: the earlier paper is not this one's.
        let _ = world.consent("treatment", false).await.ok();
        assert_eq!(home(&world).await["standstill"]["paper"], Value::Null);
    }
);

on_both!(
    /// A section that cannot be changed says why as things stand: not to ask for what cannot be asked for.
    a_published_section_says_why_it_is_not_changed,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        assert!(refusal(&world, "motivation").await.contains("solicítelo"));
        let body = json!({ "sections": ["proposal_1"], "reason": "Un dato cambió en mayo." });
        let _ = world.operator.post(&world.capture("/correction"), &body).await.ok();
        assert!(refusal(&world, "motivation").await.contains("Ya se solicitó"));
        let opening = world.review("/correction/opening");
        let _ = world.validators[0].post(&opening, &json!({})).await.ok();
        assert!(refusal(&world, "motivation").await.contains("no está en ella"));
        assert_eq!(refusal(&world, "proposal_1").await, "");
        let pause = world.review("/sections/motivation/pause");
        let basis = json!({ "basis": "Resolución TEEM/JDC/7/2027" });
        let _ = world.validators[0].post(&pause, &basis).await.ok();
        let paused = refusal(&world, "motivation").await;
        assert!(paused.contains("en pausa") && !paused.contains("solicítelo"), "{paused}");
    }
);
