//! What a reviewer marks and notes on the desk, with what a version is compared; and that no second
//! person reads any of the first's, whichever way they ask.

use serde_json::{Value, json};

use super::*;
use builders::{World, section};

const NOTE: &str = "Lo consulté con Género y se queda así.";
const REASON: &str = "Sobran los plazos que no vienen al caso.";

/// A text with a finding, long enough to be complete.
fn text() -> String {
    format!(
        "Apoyaremos a los ciudadanos del municipio. {}",
        content::text(300)
    )
}

/// A mark on the first finding of the motivation.
fn handling(desk: &Value) -> Value {
    let it = section(desk, "motivation");
    let finding = &it["findings"][0]["finding"];
    json!({
        "version": it["version"],
        "found": { "kind": "language", "rule": finding["rule"], "text": finding["text"] },
        "handled": true,
        "note": NOTE,
    })
}

/// A world whose motivation has a finding, sent.
async fn sent(server: &Server) -> World {
    let world = World::new(server).await;
    world.capture_all().await;
    let path = world.capture("/sections/motivation");
    let _ = world
        .operator
        .put(&path, 1, &json!({ "text": text() }))
        .await
        .ok();
    let _ = world.send().await.ok();
    world
}

/// Observes a section as the first reviewer.
async fn observe(world: &World, desk: &Value, name: &str) {
    let it = section(desk, name);
    let decision = json!({
        "version": it["version"], "sha256": it["sha256"], "verdict": "observe",
        "ground": "does_not_answer", "reason": REASON,
    });
    let path = world.review(&format!("/sections/{name}/decision"));
    let _ = world.validators[0].replace(&path, &decision).await.ok();
}

/// Everything that the second reviewer can ask about the candidacy.
async fn all_that_the_second_reads(world: &World) -> String {
    let second = &world.validators[1];
    let mut read = String::new();
    for rest in [
        "",
        "/history",
        "/hints",
        "/reason-templates",
        "/history?kind=decision",
    ] {
        read.push_str(&second.get(&world.review(rest)).await.ok().to_string());
    }
    for path in [
        "/api/v1/review/queue",
        "/api/v1/review/published",
        "/api/v1/notices",
    ] {
        read.push_str(&second.get(path).await.ok().to_string());
    }
    read
}

fn tells_nothing(read: &str, why: &str) {
    let ground = conoceles_shared::questionnaire::Ground::DoesNotAnswer;
    for hidden in [NOTE, REASON, ground.label(), ground.code(), "Se marcó"] {
        assert!(!read.contains(hidden), "{why}, {hidden}: {read}");
    }
}

on_both!(
    /// A turn given back half done, then taken by another person; then a whole first turn.
    the_second_person_reads_nothing_of_the_first,
    |server: Server| async move {
        let world = sent(&server).await;
        let first = &world.validators[0];
        let desk = world.claim(0).await.ok();
        observe(&world, &desk, "proposal_2").await;
        let path = world.review("/sections/motivation/handled");
        let marked = first.replace(&path, &handling(&desk)).await.ok();
        let own = &section(&marked, "motivation")["handled"];
        assert_eq!(own[0]["note"], NOTE);
        tells_nothing(&all_that_the_second_reads(&world).await, "while the first holds it");
        let path = world.review("/claim");
        let _ = first.delete(&path).await;
        let desk = world.claim(1).await.ok();
        tells_nothing(&desk.to_string(), "claimed");
        assert_eq!(section(&desk, "motivation")["handled"], json!([]));
        tells_nothing(&all_that_the_second_reads(&world).await, "given back");
        let _ = world.validators[1].delete(&path).await;
        // The first decides otherwise and ends the turn: the second still reads nothing of it.
        assert_eq!(world.turn(0, None).await["state"], "submitted");
        tells_nothing(&world.claim(1).await.ok().to_string(), "second turn");
        tells_nothing(&all_that_the_second_reads(&world).await, "second turn");
        let own = first.get(&world.review("/history?kind=decision")).await.ok();
        assert!(own.to_string().contains("Se marcó como observada"), "{own}");
    }
);

on_both!(
    /// A mark needs the turn, the version in sight and something that is found there.
    a_mark_is_on_what_is_found_in_the_version_in_sight,
    |server: Server| async move {
        let world = sent(&server).await;
        let first = &world.validators[0];
        let path = world.review("/sections/motivation/handled");
        let good = handling(&first.get(&world.review("")).await.ok());
        let other = |part: &str, what: Value| {
            let mut other = good.clone();
            *other.pointer_mut(part).unwrap() = what;
            other
        };
        first.replace(&path, &good).await.refused(409, "claim_required");
        let _ = world.claim(0).await.ok();
        first.replace(&path, &other("/version", json!(1))).await.refused(409, "decision_outdated");
        let elsewhere = first.replace(&path, &other("/found/text", json!("los vecinos"))).await;
        assert_eq!(elsewhere.pointers(), ["/found"]);
        let long = other("/note", json!("x".repeat(501)));
        assert_eq!(first.replace(&path, &long).await.pointers(), ["/note"]);
        let _ = first.replace(&path, &good).await.ok();
        let undone = other("/handled", json!(false));
        let _ = first.replace(&path, &good).await.ok();
        assert_eq!(server.rows("handled_findings").await, 1);
        let desk = first.replace(&path, &undone).await.ok();
        assert_eq!(section(&desk, "motivation")["handled"], json!([]));
        world.operator.replace(&path, &good).await.refused(403, "forbidden");
    }
);

on_both!(
    /// What comes back is compared with what was observed; a correction with what is public.
    a_version_is_compared_with_the_judged_and_the_published_one,
    |server: Server| async move {
        let world = sent(&server).await;
        let desk = world.claim(0).await.ok();
        assert!(section(&desk, "motivation")["judged"].is_null());
        assert_eq!(world.turn(0, Some("motivation")).await["state"], "observed");
        let changed = json!({ "text": format!("Ahora con plazos. {}", text()) });
        let path = world.capture("/sections/motivation");
        let _ = world.operator.put(&path, 2, &changed).await.ok();
        let _ = world.send().await.ok();
        let desk = world.claim(1).await.ok();
        let it = section(&desk, "motivation");
        assert_eq!(it["judged"]["version"], 2, "{it}");
        assert_eq!(it["judged"]["content"]["text"], text());
        assert!(it["published"].is_null());
        assert!(section(&desk, "proposal_1")["judged"].is_null());
    }
);

on_both!(
    /// A decision on a version that is not the one there is refused with the one that is.
    a_stale_decision_is_told_with_what_there_is_now,
    |server: Server| async move {
        let world = sent(&server).await;
        let _ = world.claim(0).await.ok();
        let stale = json!({ "version": 1, "sha256": "00", "verdict": "approve" });
        let path = world.review("/sections/motivation/decision");
        let refused = world.validators[0].replace(&path, &stale).await;
        refused.refused(409, "decision_outdated");
        let current = &refused.json()["current"];
        assert_eq!(current["version"], 2);
        assert_eq!(current["content"]["text"], text());
    }
);

on_both!(
    /// A ground for each rule of the photo, which no text can be observed on.
    the_grounds_of_the_photo_are_for_the_photo,
    |server: Server| async move {
        let world = sent(&server).await;
        let desk = world.claim(0).await.ok();
        for (name, told) in [("photo", 200), ("motivation", 422)] {
            let it = section(&desk, name);
            let decision = json!({
                "version": it["version"], "sha256": it["sha256"], "verdict": "observe",
                "ground": "photo_documents", "reason": "Se ve una credencial al fondo.",
            });
            let path = world.review(&format!("/sections/{name}/decision"));
            let answer = world.validators[0].replace(&path, &decision).await;
            assert_eq!(answer.status, told, "{name}: {}", answer.text());
            if told == 422 {
                assert_eq!(answer.pointers(), ["/ground"]);
            }
        }
    }
);
