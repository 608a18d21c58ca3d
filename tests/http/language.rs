//! Inclusive language: the rules of an election, and what the capture leaves as it is.

use serde_json::{Value, json};

use super::*;
use builders::World;

/// A text with two findings, long enough to be complete.
fn text() -> String {
    let rest = content::text(300);
    format!("Apoyaremos a los ciudadanos y a los niños. {rest}")
}

/// What the desk of a reviewer finds in the motivation: the words and whether they were left.
async fn found(world: &World) -> Vec<(String, bool)> {
    let desk = world.validators[0].get(&world.review("")).await.ok();
    let section = builders::section(&desk, "motivation");
    let findings = section["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|it| {
            assert!(!it["explanation"].as_str().unwrap().is_empty());
            let words = it["finding"]["text"].as_str().unwrap().to_owned();
            (words, it["ignored"] == true)
        })
        .collect()
}

fn pair(words: &str, ignored: bool) -> (String, bool) {
    (words.to_owned(), ignored)
}

on_both!(
    /// What is left as it is stays with the text through later versions, and reaches the reviewer.
    what_is_left_as_it_is_reaches_the_reviewer,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let section = world.capture("/sections/motivation");
        let left = world.capture("/sections/motivation/ignored");
        let _ = world.operator.put(&section, 1, &json!({ "text": text() })).await.ok();
        let wanted = json!({ "ignored": [
            { "rule": "ciudadanos", "text": "los ciudadanos" },
            { "rule": "ciudadanos", "text": "que no está en el texto" },
        ] });
        world.operator.put(&left, 1, &wanted).await.refused(412, "stale");
        let view = world.operator.put(&left, 2, &wanted).await.ok();
        let kept = json!([{ "rule": "ciudadanos", "text": "los ciudadanos" }]);
        assert_eq!(view["ignored"], kept);
        assert_eq!(view["version"], 2);
        // Of the next version as well, without being said again.
        let longer = format!("{} Y a los jóvenes.", text());
        let view = world.operator.put(&section, 2, &json!({ "text": longer })).await.ok();
        assert_eq!(view["ignored"], kept);
        let _ = world.send().await.ok();
        let expected = [
            pair("a los ciudadanos", true),
            pair("a los niños", false),
            pair("a los jóvenes", false),
        ];
        let got = found(&world).await;
        assert_eq!(got.len(), 3, "{got:?}");
        for ((words, ignored), (wanted, was)) in got.iter().zip(&expected) {
            assert!(wanted.ends_with(words.as_str()), "{words}");
            assert_eq!(ignored, was, "{words}");
        }
        let late = world.operator.put(&left, 3, &wanted).await;
        assert_eq!(late.status, 409, "{}", late.text());
    }
);

on_both!(
    /// Only one's own texts, only texts, and nothing of it is public or hashed.
    what_is_left_as_it_is_is_private,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let stranger = world.stranger(&server).await;
        let none = json!({ "ignored": [] });
        let left = world.capture("/sections/motivation/ignored");
        stranger.put(&left, 1, &none).await.refused(404, "not_found");
        let contact = world.capture("/sections/contact/ignored");
        world.operator.put(&contact, 1, &none).await.refused(404, "not_found");
        let extra = json!({ "ignored": [{ "rule": "a", "text": "b", "why": "c" }] });
        world.operator.put(&left, 1, &extra).await.refused(422, "invalid");
        let section = world.capture("/sections/motivation");
        let _ = world.operator.put(&section, 1, &json!({ "text": text() })).await.ok();
        let wanted = json!({ "ignored": [{ "rule": "ninos", "text": "LOS NIÑOS" }] });
        let view = world.operator.put(&left, 2, &wanted).await.ok();
        assert_eq!(view["ignored"][0]["text"], "los niños");
        let _ = world.send().await.ok();
        world.approve().await;
        let record = builders::public_record(&server, &world.public()).await;
        assert!(record.to_string().contains("los ciudadanos"));
        assert!(!record.to_string().contains("ignored"), "{record}");
    }
);

fn rule(id: &str) -> Value {
    json!({
        "id": id, "level": "warning", "patterns": ["gente de huarache"],
        "suggestions": ["población campesina"], "explanation": "Es despectivo.",
        "source": "Acuerdo de la UT",
    })
}

on_both!(
    /// An election's rules are stored by version, checked whole, and used at once.
    an_election_has_rules_of_its_own,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let path = format!("/api/v1/admin/elections/{}/language", world.election);
        let fresh = world.admin.get(&path).await;
        assert_eq!(fresh.header("etag"), "\"0\"");
        assert_eq!(fresh.ok()["rules"], json!({ "added": [], "off": [] }));
        let wrong = json!({
            "added": [{ "id": "Mal Id", "level": "x", "terms": ["a1"], "explanation": "e" }],
            "off": ["no-existe"],
        });
        let mut pointers = world.admin.put(&path, 0, &wrong).await.pointers();
        pointers.sort_unstable();
        let all = ["/added/0/id", "/added/0/level", "/added/0/source", "/added/0/terms/0", "/off/0"];
        assert_eq!(pointers, all);
        let rules = json!({ "added": [rule("huarache")], "off": ["ciudadanos"] });
        let saved = world.admin.put(&path, 0, &rules).await.ok();
        assert_eq!(saved["version"], 1);
        let stale = world.admin.put(&path, 0, &rules).await;
        stale.refused(412, "stale");
        assert_eq!(stale.json()["current"]["version"], 1);
        let candidacy = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(candidacy["language"]["off"], json!(["ciudadanos"]));
        assert_eq!(candidacy["language"]["added"][0]["id"], "huarache");

        let section = world.capture("/sections/motivation");
        let content = json!({ "text": format!("Con la gente de huarache. {}", text()) });
        let _ = world.operator.put(&section, 1, &content).await.ok();
        let _ = world.send().await.ok();
        let words: Vec<String> = found(&world).await.into_iter().map(|(it, _)| it).collect();
        assert_eq!(words[0], "gente de huarache");
        assert!(!words.iter().any(|it| it.contains("ciudadanos")), "{words:?}");

        let none = json!({});
        let saved = world.admin.put(&path, 1, &none).await.ok();
        assert_eq!(saved["version"], 2);
        let words: Vec<String> = found(&world).await.into_iter().map(|(it, _)| it).collect();
        assert!(words[0].contains("ciudadanos"), "{words:?}");
    }
);
