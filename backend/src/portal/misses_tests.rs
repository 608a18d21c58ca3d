//! What is not kept is made behind the gate; cursors that nobody was given name no page.

use actix_web::body::to_bytes;
use actix_web::http::header::{CONTENT_TYPE, RETRY_AFTER};
use actix_web::test::{TestRequest, call_service, init_service};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use conoceles_shared::questionnaire::{Section, SectionContent, TextAnswer};
use futures_util::FutureExt as _;
use serde_json::Value;

use crate::publication::Kind;
use crate::publication::fixture_tests::World;

/// Status, `Retry-After`, media type and body.
async fn get(world: &World, path: &str) -> (u16, String, String, String) {
    let service = init_service(
        actix_web::App::new()
            .app_data(world.app.clone())
            .app_data(world.portal.clone())
            .configure(crate::server::mount),
    )
    .await;
    let answer = call_service(&service, TestRequest::with_uri(path).to_request()).await;
    let status = answer.status().as_u16();
    let headers = answer.headers().clone();
    let header = |name| {
        headers
            .get(name)
            .map_or("", |it| it.to_str().unwrap())
            .to_owned()
    };
    let bytes = to_bytes(answer.into_body()).await.unwrap();
    let body = String::from_utf8(bytes.to_vec()).unwrap();
    (status, header(RETRY_AFTER), header(CONTENT_TYPE), body)
}

async fn published(names: &[&str]) -> World {
    let world = World::new().await;
    for name in names {
        let id = world.mayor(name).await;
        let text = SectionContent::Motivation(TextAnswer::of("Por el agua"));
        world.save(&id, 1, &text).await;
        world
            .publish(&id, &[(Section::Motivation, 1)], Kind::Publication, 1)
            .await;
    }
    world.portal.refresh(&world.app).await.unwrap();
    world
}

#[actix_web::test]
async fn beyond_the_gate_and_its_queue_one_is_told_to_come_back() {
    let world = published(&["Ana"]).await;
    let kept = "/api/v1/candidacies?q=ana";
    assert_eq!(get(&world, kept).await.0, 200);
    let gate = &world.portal.gate;
    let places: Vec<_> = std::iter::from_fn(|| gate.free_place()).collect();
    let mut queue = Vec::new();
    loop {
        let mut waits = Box::pin(gate.wait_for_place());
        if waits.as_mut().now_or_never().is_some() {
            break;
        }
        queue.push(waits);
    }
    let (status, after, media_type, body) = get(&world, "/api/v1/candidacies?q=nueva").await;
    assert_eq!((status, after.as_str()), (503, "2"));
    assert_eq!(media_type, "application/problem+json");
    assert!(body.contains("\"busy\""), "{body}");
    let (status, after, media_type, body) = get(&world, "/candidaturas?q=nueva").await;
    assert_eq!((status, after.as_str()), (503, "2"));
    assert!(media_type.starts_with("text/html") && body.contains("Intentar de nuevo"));
    // What is kept and what needs no making are answered all the same.
    for path in [kept, "/api/v1/elections", "/"] {
        assert_eq!(get(&world, path).await.0, 200, "{path}");
    }
    drop((places, queue));
    assert_eq!(get(&world, "/api/v1/candidacies?q=nueva").await.0, 200);
}

#[actix_web::test]
async fn a_forged_cursor_is_refused() {
    let world = published(&["Ana", "Berta"]).await;
    let list = "/api/v1/candidacies?limit=1";
    let body: Value = serde_json::from_str(&get(&world, list).await.3).unwrap();
    let real = body["meta"]["next_cursor"].as_str().unwrap();
    assert_eq!(get(&world, &format!("{list}&cursor={real}")).await.0, 200);
    let (sealed, proof) = real.split_once('.').unwrap();
    let plain = String::from_utf8(URL_SAFE_NO_PAD.decode(sealed).unwrap()).unwrap();
    // Another hour is another key of the cache, and as cheap to write.
    let hour = plain.find("\"hour\":").unwrap() + 7;
    let mut moved = plain.clone();
    moved.replace_range(hour..=hour, "9");
    assert_ne!(moved, plain);
    let moved = URL_SAFE_NO_PAD.encode(moved);
    for forged in [
        format!("{moved}.{proof}"),
        format!("{moved}."),
        moved,
        sealed.to_owned(),
        format!("{sealed}.{}", &proof[..40]),
    ] {
        let (status, .., body) = get(&world, &format!("{list}&cursor={forged}")).await;
        assert_eq!(status, 400, "{forged}");
        assert!(body.contains("invalid_cursor"));
    }
}
