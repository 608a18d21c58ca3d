//! What the public is answered: lists, cursors, caches, pauses, withdrawals, revoked consents.

use conoceles_shared::questionnaire::{NOTICE_PATH, PRIVACY_NOTICE};
use serde_json::{Value, json};

use super::*;
use builders::{World, public_answer, section};

on_both!(
    /// Paused: the public sees that, not the content; resumed: the content again.
    pausing_and_resuming_a_section,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let _ = builders::public_record(&server, &world.public()).await;
        let basis = json!({ "basis": "Acuerdo IEEM/CG/1/2026" });
        let path = world.review("/sections/proposal_1/pause");
        let _ = world.validators[0].post(&path, &basis).await.ok();
        let state = |answer: &conoceles_tests::Answer, state: &str| {
            section(&answer.json()["data"], "proposal_1")["state"] == state
        };
        let paused = public_answer(&server, &world.public(), |it| state(it, "paused")).await;
        let paused = paused.json();
        assert!(section(&paused["data"], "proposal_1")["content"].is_null());
        let path = world.review("/sections/proposal_1/resume");
        let _ = world.validators[0].post(&path, &basis).await.ok();
        let _ = public_answer(&server, &world.public(), |it| state(it, "published")).await;
        let (code, out, _) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}");
    }
);

on_both!(
    /// A revoked consent takes the badge away; a cancelled candidacy is gone.
    revoking_and_cancelling_reach_the_public,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let record = builders::public_record(&server, &world.public()).await;
        assert_eq!(record["identity_badges"].as_array().unwrap().len(), 1);
        let _ = world.consent("identity_publication", false).await.ok();
        let _ = public_answer(&server, &world.public(), |it| {
            it.json()["data"]["identity_badges"] == json!([])
        })
        .await;
        endings::end_candidacy(&server, &world.admin, &world.candidacy, "cancellation").await;
        let gone = public_answer(&server, &world.public(), |it| it.status == 410).await;
        gone.refused(410, "withdrawn");
        let list = Person::anonymous(&server).get("/api/v1/candidacies").await.ok();
        assert_eq!(list["meta"]["total"], 0);
        let (code, out, _) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}");
    }
);

on_both!(
    /// Lists: envelope, filters, unknown parameters, cursors bound to their query.
    lists_are_strict_and_complete,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let _ = builders::public_record(&server, &world.public()).await;
        let reader = Person::anonymous(&server);
        let list = reader.get("/api/v1/candidacies?office=municipal_presidency&sex=woman&q=ocampo");
        let list = list.await.ok();
        assert_eq!(list["meta"]["total"], 1);
        assert_eq!(list["meta"]["licence"], "CC-BY-4.0");
        assert_eq!(list["data"][0]["id"], json!(world.candidacy));
        let none = reader.get("/api/v1/candidacies?sex=man").await.ok();
        assert_eq!(none["meta"]["total"], 0);
        let wrong = reader.get("/api/v1/candidacies?sex=robot&colour=red&limit=9999").await;
        assert_eq!(wrong.pointers(), ["sex", "colour", "limit"]);
        wrong.refused(400, "invalid_query");
        for cursor in ["x", "AAAA", "%00", &"z".repeat(3000)] {
            let answer = reader.get(&format!("/api/v1/candidacies?cursor={cursor}")).await;
            answer.refused(400, "invalid_cursor");
        }
        let fields = reader.get("/api/v1/candidacies?fields=id,name").await.ok();
        let keys: Vec<&String> = fields["data"][0].as_object().unwrap().keys().collect();
        assert_eq!(keys.len(), 2);
    }
);

on_both!(
    /// Conditional and compressed answers are the same bytes.
    caching_and_compression,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let _ = builders::public_record(&server, &world.public()).await;
        let reader = Person::anonymous(&server);
        let page = format!("/candidaturas/{}", world.candidacy);
        for path in [world.public(), page, "/".into(), "/candidaturas".into(), "/api/v1/elections".into()] {
            let plain = reader.get(&path).await;
            assert_eq!(plain.status, 200, "{path}");
            assert!(plain.header("vary").to_lowercase().contains("accept-encoding"), "{path}");
            let tag = plain.header("etag").to_owned();
            assert!(tag.starts_with('"'), "{path}: {tag}");
            let again = reader.get_with(&path, &[("if-none-match", &tag)]).await;
            assert_eq!(again.status, 304, "{path}");
            assert!(again.bytes.is_empty());
            for coding in ["gzip", "br"] {
                let packed = reader.get_with(&path, &[("accept-encoding", coding)]).await;
                assert_eq!(packed.header("content-encoding"), coding, "{path}");
                assert!(packed.bytes.len() < plain.bytes.len(), "{path} {coding}");
            }
        }
    }
);

on_both!(
    /// Withdrawn, unknown, malformed: each says so; catalogues and elections are there.
    addresses_that_lead_nowhere,
    |server: Server| async move {
        let reader = Person::anonymous(&server);
        let unknown = "/api/v1/candidacies/00000000-0000-7000-8000-000000000000";
        reader.get(unknown).await.refused(404, "not_found");
        reader.get("/api/v1/candidacies/abc").await.refused(400, "malformed_path");
        reader.get("/api/v1/nowhere").await.refused(404, "not_found");
        reader.post("/api/v1/candidacies", &json!({})).await.refused(405, "method_not_allowed");
        let page = reader.get("/no-existe").await;
        assert_eq!(page.status, 404);
        assert!(page.header("content-type").starts_with("text/html"));
        let offices: Value = reader.get("/api/v1/catalogues/offices").await.ok();
        assert!(offices.to_string().contains("Presidencia municipal"));
        reader.get("/api/v1/catalogues/nothing").await.refused(404, "not_found");
    }
);

on_both!(
    /// The privacy notice is for everyone to read: the whole of it, without a script; every page of
    /// the portal leads there.
    the_privacy_notice_is_public,
    |server: Server| async move {
        let reader = Person::anonymous(&server);
        let page = reader.get(NOTICE_PATH).await;
        assert_eq!(page.status, 200);
        assert!(page.header("content-type").starts_with("text/html"));
        assert!(page.header("content-security-policy").contains("default-src 'none'"));
        let text = page.text();
        assert!(text.contains(&format!("Versión {}", PRIVACY_NOTICE.version)));
        for section in PRIVACY_NOTICE.sections {
            assert!(text.contains(section.heading), "{}", section.heading);
        }
        assert!(!text.contains("<script"));
        reader.post(NOTICE_PATH, &json!({})).await.refused(405, "method_not_allowed");
        let link = format!("href=\"{NOTICE_PATH}\"");
        assert!(reader.get("/").await.text().contains(&link));
    }
);
