//! The list of what is published, from which a section is paused.

use serde_json::{Value, json};

use super::*;
use builders::World;

async fn found(world: &World, query: &str) -> Value {
    let path = format!("/api/v1/review/published{query}");
    world.validators[0].get(&path).await.ok()
}

on_both!(
    /// It is found by name, actor and office, whatever the case and the accents; what is paused is
    /// said, and what is not published is not there.
    what_is_published_is_found,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        assert_eq!(found(&world, "").await["data"], json!([]), "not published yet");
        world.approve().await;
        for (query, total) in [
            ("", 1),
            ("?q=MARIBEL%20tenorio", 1),
            ("?q=raiz%20y%20rumbo", 1),
            ("?q=Tec%C3%A1mac", 1),
            ("?q=nadie", 0),
            ("?office=municipal_presidency", 1),
            ("?office=governorship", 0),
            ("?q=ocampo&office=municipal_presidency&page=1", 1),
        ] {
            assert_eq!(found(&world, query).await["total"], total, "{query}");
        }
        let basis = json!({ "basis": "Acuerdo IEEM/CG/99/2026, medida cautelar" });
        let path = world.review("/sections/motivation/pause");
        let _ = world.validators[0].post(&path, &basis).await.ok();
        let all = found(&world, "?page=1").await;
        assert_eq!(all["data"][0]["paused"], json!(["motivation"]));
        assert_eq!(all["pages"], 1);
        assert_eq!(found(&world, "?page=2").await["data"], json!([]));
    }
);

on_both!(
    /// What was observed waits for its operator and stays findable meanwhile.
    what_is_observed_is_found_until_it_is_answered,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let concluded = world.turn(0, Some("motivation")).await;
        assert_eq!(concluded["state"], "observed");
        assert_eq!(found(&world, "").await["data"][0]["state"], "observed");
        for (query, total) in [("?state=observed", 1), ("?state=published", 0), ("?state=approved", 0)] {
            assert_eq!(found(&world, query).await["total"], total, "{query}");
        }
    }
);

on_both!(
    /// Every parameter that is wrong is named; nobody but a validator reads the list.
    the_list_is_the_validators,
    |server: Server| async move {
        let world = World::new(&server).await;
        let path = "/api/v1/review/published";
        let answer = world.validators[0].get(&format!("{path}?page=0&office=king&sort=name&state=closed")).await;
        answer.refused(422, "invalid");
        assert_eq!(answer.pointers(), ["/page", "/office", "/sort", "/state"]);
        for person in [&world.operator, &world.admin] {
            person.get(path).await.refused(403, "forbidden");
        }
    }
);
