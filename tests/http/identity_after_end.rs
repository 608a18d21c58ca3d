//! Identity answers after the end: nobody reads them, whoever asks.

use serde_json::{Value, json};

use super::*;
use builders::{World, section};

const ANSWERS: [&str; 2] = ["mazahua", "indigenous_people"];

async fn enter_again(world: &mut World) {
    world.admin.enter("admin", builders::PASSWORD).await;
    world
        .operator
        .enter("captura.raiz", builders::PASSWORD)
        .await;
    world.validators[0]
        .enter("validacion1", builders::PASSWORD)
        .await;
}

/// Nobody reads an answer by any address that names the candidacy.
async fn nobody_reads(world: &World, observer: &Person) {
    let view = world
        .operator
        .get(&world.capture("/sections/identity"))
        .await
        .ok();
    assert_eq!(view["withheld"], true);
    assert_eq!(view["content"], Value::Null);
    assert_eq!(view["missing"], json!([]));
    let preview = world.operator.get(&world.capture("/preview")).await.ok();
    assert_eq!(preview["record"]["identity_badges"], json!([]));
    assert_eq!(preview["identity_withheld"], true);
    let desk = world.validators[0].get(&world.review("")).await.ok();
    assert_eq!(section(&desk, "identity")["content"], Value::Null);
    let candidacy = &world.candidacy;
    let paths = [
        world.capture(""),
        world.capture("/sections/identity"),
        world.capture("/preview"),
        world.capture("/hints"),
        world.review(""),
        world.review("/hints"),
        format!("/api/v1/admin/candidacies/{candidacy}"),
        format!("/api/v1/admin/elections/{}/candidacies", world.election),
        world.public(),
    ];
    let people = [
        &world.operator,
        &world.validators[0],
        &world.admin,
        observer,
    ];
    for person in people {
        for path in &paths {
            let text = person.get(path).await.text().to_lowercase();
            for answer in ANSWERS {
                assert!(!text.contains(answer), "{answer} at {path}: {text}");
            }
        }
    }
}

on_both!(
    /// Closed by the clock: before the sweep stored it, and after.
    identity_is_blocked_for_everyone_once_closed,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.publish().await;
        let view = world.operator.get(&world.capture("/sections/identity")).await.ok();
        assert_eq!(view["withheld"], false, "its author reads it until then");
        let desk = world.validators[0].get(&world.review("")).await.ok();
        assert!(section(&desk, "identity")["content"].is_object());
        server.advance_days(122);
        enter_again(&mut world).await;
        let mut observer = builders::account(&server, &world.admin, "cevine", "observer", None).await;
        nobody_reads(&world, &observer).await;
        server.until_number("SELECT COUNT(*) FROM candidacies WHERE state = 'closed'", 1).await;
        observer.enter("cevine", builders::PASSWORD).await;
        nobody_reads(&world, &observer).await;
    }
);

on_both!(
    /// Cancelled and substituted block it as well.
    identity_is_blocked_for_everyone_once_it_ended,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let observer = builders::account(&server, &world.admin, "cevine", "observer", None).await;
        endings::end_candidacy(&server, &world.admin, &world.candidacy, "cancellation").await;
        nobody_reads(&world, &observer).await;
    }
);
