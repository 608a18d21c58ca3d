//! Capture: versions, periods, other actors, photos, consents, kill -9.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use builders::World;

on_both!(
    /// A stale save is refused with both versions; one without a version is refused too.
    stale_saves_show_both_versions,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let path = world.capture("/sections/motivation");
        let first = json!({ "text": content::text(300) });
        let saved = world.operator.put(&path, 0, &first).await;
        assert_eq!(saved.header("etag"), "\"1\"");
        let second = json!({ "text": content::text(310) });
        let stale = world.operator.put(&path, 0, &second).await;
        assert_eq!(stale.json()["current"]["content"]["text"], first["text"]);
        assert_eq!(stale.json()["submitted"]["text"], second["text"]);
        stale.refused(412, "stale");
        let put = reqwest::Method::PUT;
        let bare = world.operator.replace(&path, &second).await;
        bare.refused(428, "precondition_required");
        // A proxy that compresses weakens the tag: the version in it is still the one that was read.
        let weak = world.operator.json(put.clone(), &path, &[("if-match", "W/\"0\"")], &second).await;
        weak.refused(412, "stale");
        let any = world.operator.json(put.clone(), &path, &[("if-match", "*")], &second).await;
        any.refused(428, "precondition_required");
        for wrong in ["1", "\"x\"", "\"1\", \"2\""] {
            let answer =
                world.operator.json(put.clone(), &path, &[("if-match", wrong)], &second).await;
            answer.refused(400, "malformed_header");
        }
        assert_eq!(world.operator.get(&path).await.ok()["version"], 1);
    }
);

on_both!(
    /// A stale identity save shows that there is another version, never its answers.
    stale_identity_saves_show_no_answers,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let path = world.capture("/sections/identity");
        let _ = world.operator.put(&path, 0, &content::identity()).await.ok();
        let stale = world.operator.put(&path, 0, &content::identity()).await;
        assert!(!stale.json()["current"].to_string().contains("mazahua"));
        stale.refused(412, "stale");
    }
);

on_both!(
    /// After the last second of the period nothing is saved; what was captured goes to review.
    the_period_ends_to_the_second,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.begin().await;
        let path = world.capture("/sections/motivation");
        server.advance_days(16);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        let late = world.operator.put(&path, 1, &json!({ "text": content::text(310) })).await;
        assert!(late.json()["detail"].as_str().unwrap().contains("23:59:59"));
        late.refused(409, "period_ended");
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["state"], "submitted");
        world.validators[0].enter("validacion1", builders::PASSWORD).await;
        let queue = world.validators[0].get("/api/v1/review/queue").await.ok();
        assert_eq!(queue["data"][0]["id"], json!(world.candidacy));
        assert_eq!(queue["data"][0]["incomplete"], true);
    }
);

on_both!(
    /// Another actor's candidacy does not exist, on any of its routes.
    another_actors_candidacy_is_not_found,
    |server: Server| async move {
        let world = World::new(&server).await;
        let other = world.stranger(&server).await;
        for rest in ["", "/sections/motivation", "/sections/identity"] {
            other.get(&world.capture(rest)).await.refused(404, "not_found");
        }
        let path = world.capture("/sections/motivation");
        other.put(&path, 0, &json!({ "text": content::text(300) })).await.refused(404, "not_found");
        other.post(&world.capture("/submission"), &json!({})).await.refused(404, "not_found");
        let home = other.get("/api/v1/capture/home").await.ok();
        assert_eq!(home["candidacies"].as_array().unwrap().len(), 0);
    }
);

on_both!(
    /// Every error of a section at once, each at its field; nothing is written.
    every_field_error_at_once,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let path = world.capture("/sections/contact");
        let wrong = json!({
            "website": { "value": "javascript:alert(1)" },
            "public_phones": { "value": ["55501234"] },
            "public_emails": { "value": ["sin arroba"] },
            "fax": { "value": "1" },
            "facebook": 7,
        });
        let answer = world.operator.put(&path, 0, &wrong).await;
        let pointers = answer.pointers();
        for field in ["/website", "/public_phones", "/public_emails", "/fax", "/facebook"] {
            assert!(pointers.iter().any(|it| it.starts_with(field)), "{field} in {pointers:?}");
        }
        answer.refused(422, "invalid");
        assert_eq!(world.operator.get(&path).await.ok()["version"], 0);
    }
);

on_both!(
    /// Identity answers are read back only by the account that entered them.
    identity_is_read_back_by_its_author_only,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let path = world.capture("/sections/identity");
        let own = world.operator.get(&path).await.ok();
        assert_eq!(own["content"]["indigenous"]["value"], "yes");
        let other = world.colleague(&server, "captura.dos").await;
        let seen = other.get(&path).await.ok();
        assert!(seen["content"].is_null());
        assert_eq!(seen["withheld"], true);
        assert_eq!(seen["state"], "complete");
    }
);

on_both!(
    /// Photos that are too large, broken or not photos are refused before they are decoded.
    bad_photos_are_refused,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let good = content::photo(600, 800);
        let mut truncated = good.clone();
        truncated.truncate(good.len() / 2);
        let cases: [(&str, Vec<u8>, u16); 6] = [
            ("image/jpeg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), 415),
            ("image/jpeg", b"GIF89a0000".to_vec(), 415),
            ("image/png", truncated, 422),
            ("image/jpeg", vec![0xff; 11 * 1024 * 1024], 413),
            ("image/png", png_header(20_000, 20_000), 422),
            ("image/jpeg", Vec::new(), 415),
        ];
        for (kind, bytes, status) in cases {
            let size = bytes.len();
            let answer = world.upload(0, "", kind, bytes).await;
            assert_eq!(answer.status, status, "{kind}, {size} bytes: {}", answer.text());
            let _ = answer.code();
        }
        let _ = world.upload(0, "", "image/jpeg", good).await.ok();
    }
);

/// The beginning of a PNG that claims to be this large.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend([0; 64]);
    bytes
}

on_both!(
    /// Every acknowledged save is there after the process is killed.
    acknowledged_saves_survive_kill_9,
    |mut server: Server| async move {
        let mut world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let mut version = 0;
        for round in 0..5usize {
            let text = json!({ "text": content::text(300 + round) });
            let path = world.capture("/sections/motivation");
            let saved = world.operator.put(&path, version, &text).await.ok();
            server.kill_and_restart().await;
            world.operator = Person::sign_in(&server, "captura.raiz", builders::PASSWORD).await;
            let found: Value = world.operator.get(&path).await.ok();
            assert_eq!(found["content"]["text"], text["text"]);
            assert_eq!(found["version"], saved["version"]);
            version = saved["version"].as_u64().unwrap();
        }
    }
);

on_both!(
    /// Two saves of one version at the same moment: one wins, the other sees it.
    of_two_saves_at_once_one_wins,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let path = world.capture("/sections/motivation");
        let (one, other) = (json!({ "text": content::text(300) }), json!({ "text": content::text(330) }));
        let (a, b) =
            tokio::join!(world.operator.put(&path, 0, &one), world.operator.put(&path, 0, &other));
        let mut statuses = [a.status.as_u16(), b.status.as_u16()];
        statuses.sort_unstable();
        assert!(matches!(statuses, [200, 409 | 412]), "{statuses:?}");
        assert_eq!(world.operator.get(&path).await.ok()["version"], 1);
    }
);

on_both!(
    /// The end of an extended period holds for that candidacy.
    an_extension_gives_more_time,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let home = world.operator.get("/api/v1/capture/home").await.ok();
        let ends = home["capture"]["ends"].as_str().unwrap()[..10].to_owned();
        let later = next_days(&ends, 3);
        let path = format!("/api/v1/admin/candidacies/{}/extension", world.candidacy);
        let body = json!({ "ends_on": later, "reason": "Falla del servicio el último día" });
        let _ = world.admin.post(&path, &body).await.ok();
        server.advance(Duration::from_secs(17 * 86_400));
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        let path = world.capture("/sections/motivation");
        let _ = world.operator.put(&path, 0, &json!({ "text": content::text(300) })).await.ok();
    }
);

/// The day `days` after an ISO date.
fn next_days(date: &str, days: u64) -> String {
    let date: chrono::NaiveDate = date.parse().unwrap();
    (date + chrono::Days::new(days)).to_string()
}
