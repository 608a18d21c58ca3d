//! The desks' finer points: thumbnails, the ledger, what a reviewer reads, what the clock publishes.

use serde_json::{Value, json};

use super::*;
use builders::{World, section};
use conoceles_tests::Answer;

/// Waits until the public record is as wanted.
async fn until(server: &Server, path: &str, wanted: impl Fn(&Value) -> bool) {
    let wanted = |it: &Answer| it.status == 200 && wanted(&it.json()["data"]);
    let _ = builders::public_answer(server, path, wanted).await;
}

on_both!(
    /// The home's thumbnail is a picture that its operator, and a reviewer, can open.
    the_home_shows_each_photo,
    |server: Server| async move {
        let world = World::new(&server).await;
        let home = world.operator.get("/api/v1/capture/home").await.ok();
        assert!(home["candidacies"][0]["photo"].is_null());
        assert_eq!(home["candidacies"][0]["percent"], 0);
        world.capture_all().await;
        let home = world.operator.get("/api/v1/capture/home").await.ok();
        assert_eq!(home["candidacies"][0]["percent"], 100);
        assert_eq!(home["candidacies"][0]["missing"], json!([]));
        let sha256 = home["candidacies"][0]["photo"].as_str().unwrap();
        for (person, path) in [
            (&world.operator, world.capture(&format!("/photo/{sha256}"))),
            (&world.validators[0], world.review(&format!("/photo/{sha256}"))),
        ] {
            let photo = person.get(&path).await;
            assert_eq!(photo.header("content-type"), "image/jpeg");
            assert_eq!(photo.header("cache-control"), "no-store");
            assert!(photo.bytes.starts_with(&[0xff, 0xd8]));
        }
        let other = world.capture(&format!("/photo/{}", "0".repeat(64)));
        world.operator.get(&other).await.refused(404, "not_found");
    }
);

on_both!(
    /// Of a stored photo the date can be declared; a photo of any other hash comes by upload only.
    a_photo_comes_by_upload_only,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let path = world.capture("/sections/photo");
        let stored = world.operator.get(&path).await.ok();
        let sha256 = &stored["content"]["sha256"];
        let ahead = json!({ "sha256": sha256, "taken_on": "2999-12-31" });
        assert_eq!(world.operator.put(&path, 1, &ahead).await.pointers(), ["/taken_on"]);
        let dated = json!({ "sha256": sha256, "taken_on": "2024-03-15" });
        let saved = world.operator.put(&path, 1, &dated).await.ok();
        assert_eq!(saved["content"]["taken_on"], "2024-03-15");
        assert_eq!(saved["warnings"][0]["pointer"], "/taken_on");
        assert_eq!(saved["content"]["width"], stored["content"]["width"]);
        let foreign = json!({ "sha256": "0".repeat(64) });
        let refused = world.operator.put(&path, 2, &foreign).await;
        assert_eq!(refused.pointers(), ["/sha256"]);
        let none = json!({ "not_provided": true, "reason": "No cuenta con una reciente." });
        assert_eq!(world.operator.put(&path, 2, &none).await.ok()["state"], "not_provided");
    }
);

on_both!(
    /// A consent pressed twice is one entry; another notice than the present one is refused.
    the_ledger_of_consents,
    |server: Server| async move {
        let world = World::new(&server).await;
        for _ in 0..2 {
            let given = world.consent("treatment", true).await.ok();
            assert_eq!(given["state"], "in_capture");
            assert_eq!(given["consents"]["treatment"], true);
        }
        assert_eq!(server.rows("consents").await, 1);
        let _ = world.consent("treatment", false).await.ok();
        let path = world.capture("/sections/motivation");
        let text = json!({ "text": content::text(300) });
        world.operator.put(&path, 0, &text).await.refused(409, "consent_required");
        let again = world.consent("treatment", true).await.ok();
        assert_eq!(again["state"], "in_capture");
        assert_eq!(server.rows("consents").await, 3);
        let old = json!({ "kind": "statistics", "granted": true, "notice_version": "0.1" });
        let refused = world.operator.post(&world.capture("/consents"), &old).await;
        assert_eq!(refused.pointers(), ["/notice_version"]);
        world.capture_all().await;
        let _ = world.send().await.ok();
        let _ = world.consent("statistics", false).await.ok();
        world.consent("statistics", true).await.refused(409, "wrong_state");
    }
);

on_both!(
    /// A reviewer reads of identity only what publication would show, and not before it is sent.
    a_reviewer_reads_only_the_badges,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let identity = |desk: &Value| section(desk, "identity")["content"].clone();
        let early = world.validators[0].get(&world.review("")).await.ok();
        assert!(identity(&early).is_null());
        let _ = world.send().await.ok();
        let desk = world.validators[0].get(&world.review("")).await.ok();
        assert_eq!(identity(&desk), json!({ "indigenous": { "value": "yes" } }));
    }
);

on_both!(
    /// A decision on another version shows the present one; reasons are words, not white space.
    decisions_are_about_what_is_in_sight,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let reviewer = &world.validators[0];
        let desk = world.claim(0).await.ok();
        let section = section(&desk, "motivation");
        let path = world.review("/sections/motivation/decision");
        let old = json!({ "version": 1, "sha256": "00", "verdict": "approve" });
        let outdated = reviewer.replace(&path, &old).await;
        assert_eq!(outdated.json()["current"]["sha256"], section["sha256"]);
        outdated.refused(409, "decision_outdated");
        let blank = json!({
            "version": 1, "sha256": section["sha256"], "verdict": "observe",
            "ground": "sexist_language", "reason": " ".repeat(40),
        });
        let refused = reviewer.replace(&path, &blank).await;
        assert_eq!(refused.pointers(), ["/reason"]);
        let basis = json!({ "basis": "          " });
        let pause = world.review("/sections/motivation/pause");
        assert_eq!(reviewer.post(&pause, &basis).await.pointers(), ["/basis"]);
    }
);

on_both!(
    /// Nobody answers the observation and nobody opens anything: the sweep publishes the rest,
    /// and says that it was the system.
    the_clock_publishes_by_itself,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        assert_eq!(world.turn(0, None).await["state"], "submitted");
        assert_eq!(world.turn(1, Some("proposal_1")).await["state"], "observed");
        server.advance_days(7);
        until(&server, &world.public(), |it| {
            section(it, "proposal_1")["state"] == "withheld"
                && section(it, "proposal_2")["state"] == "published"
        })
        .await;
        let by_system = "SELECT COUNT(*) FROM audit WHERE account_id IS NULL \
             AND action = 'candidacy.observation_ended'";
        assert_eq!(server.number(by_system).await, 1);
        let (code, out, _) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}");
    }
);

on_both!(
    /// After the end of publication the archive stays, without identity; nothing changes any more.
    closing_blocks_identity,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.publish().await;
        until(&server, &world.public(), |it| it["identity_badges"] != json!([])).await;
        server.advance_days(122);
        until(&server, &world.public(), |it| it["identity_badges"] == json!([])).await;
        let closed = "SELECT COUNT(*) FROM candidacies WHERE state = 'closed'";
        assert_eq!(server.number(closed).await, 1);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        world.consent("statistics", false).await.refused(409, "wrong_state");
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["state"], "closed");
        let record = builders::public_record(&server, &world.public()).await;
        assert_eq!(section(&record, "motivation")["state"], "published");
    }
);

on_both!(
    /// The period ends with sections missing: they stay known, and the queue says so.
    an_incomplete_candidacy_is_known_as_such,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.begin().await;
        server.advance_days(16);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        world.validators[0].enter("validacion1", builders::PASSWORD).await;
        let home = world.operator.get("/api/v1/capture/home").await.ok();
        assert_eq!(home["candidacies"][0]["percent"], 10);
        assert_eq!(home["candidacies"][0]["missing"].as_array().unwrap().len(), 9);
        let queue = world.validators[0].get("/api/v1/review/queue").await.ok();
        assert_eq!(queue["data"][0]["incomplete"], true);
        assert_eq!(queue["data"][0]["state"], "submitted");
    }
);
