//! Badge by badge: what the person keeps back is read by nobody else, published or not.

use serde_json::{Value, json};

use super::*;
use builders::{World, section};

/// What is shown of a record.
fn badges(record: &Value) -> Vec<&str> {
    let all = record["identity_badges"].as_array().unwrap();
    all.iter().map(|it| it["code"].as_str().unwrap()).collect()
}

on_both!(
    /// Two «Sí», one kept back: the projection, the reviewer's desk and the preview follow.
    a_badge_that_is_kept_back_is_shown_to_nobody,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let mut answers = content::identity();
        answers["young"] = json!({ "value": "yes" });
        answers["unpublished"] = json!(["young"]);
        let path = world.capture("/sections/identity");
        let saved = world.operator.put(&path, 1, &answers).await.ok();
        assert_eq!(saved["content"]["unpublished"], json!(["young"]), "the author reads it back");
        let preview = world.operator.get(&world.capture("/preview")).await.ok();
        assert_eq!(badges(&preview["record"]), ["indigenous"]);
        let _ = world.send().await.ok();
        let desk = world.claim(0).await.ok();
        let read = section(&desk, "identity")["content"].clone();
        assert_eq!(read["indigenous"]["value"], "yes");
        assert_eq!((&read["young"], &read["unpublished"]), (&Value::Null, &Value::Null));
        world.approve().await;
        let public = builders::public_record(&server, &world.public()).await;
        assert_eq!(badges(&public), ["indigenous"]);
        let stored = "SELECT COUNT(*) FROM public_records WHERE record LIKE '%Persona joven%'";
        assert_eq!(server.number(stored).await, 0);
    }
);

on_both!(
    /// All kept back is as none; what no answer grants cannot be kept back; an unknown one is an error.
    keeping_back_goes_by_the_answers,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let path = world.capture("/sections/identity");
        let mut answers = content::identity();
        answers["unpublished"] = json!(["indigenous", "older"]);
        let saved = world.operator.put(&path, 1, &answers).await.ok();
        assert_eq!(saved["content"]["unpublished"], json!(["indigenous"]));
        let preview = world.operator.get(&world.capture("/preview")).await.ok();
        assert!(badges(&preview["record"]).is_empty());
        for (wrong, pointer) in [(json!(["monthly_income"]), "/unpublished/0"), (json!("older"), "/unpublished")] {
            answers["unpublished"] = wrong;
            let refused = world.operator.put(&path, 2, &answers).await;
            assert_eq!(refused.status, 422, "{}", refused.text());
            assert_eq!(refused.pointers(), [pointer]);
        }
    }
);
