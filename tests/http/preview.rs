//! The public profile before anything is public.

use serde_json::{Value, json};

use super::*;
use builders::{CANARIES, World};

/// What must be alike: all but what publication itself adds.
fn comparable(record: &Value) -> Value {
    let mut record = record.clone();
    for key in ["version", "published_at", "nonce"] {
        record.as_object_mut().unwrap().remove(key);
    }
    for section in record["sections"].as_array_mut().unwrap() {
        if let Some(provenance) = section["provenance"].as_object_mut() {
            provenance.remove("validated_by");
            provenance.remove("validated_at");
        }
    }
    record
}

on_both!(
    /// The preview is what is published afterwards, and before that it is nobody else's.
    the_preview_is_what_gets_published,
    |server: Server| async move {
        let world = World::new(&server).await;
        let path = world.capture("/preview");
        let untouched = world.operator.get(&path).await.ok();
        assert_eq!(untouched["record"]["captured"], false);
        world.capture_all().await;
        let answer = world.operator.get(&path).await;
        for canary in CANARIES {
            assert!(!answer.text().contains(canary), "{canary}");
        }
        let preview = answer.ok();
        assert_eq!(preview["identity_withheld"], false);
        assert!(!preview["record"]["identity_badges"].as_array().unwrap().is_empty());
        assert_eq!(preview["record"]["sections"][0]["provenance"]["validated_by"], Value::Null);
        world.stranger(&server).await.get(&path).await.refused(404, "not_found");

        let _ = world.send().await.ok();
        world.approve().await;
        let public = builders::public_record(&server, &world.public()).await;
        assert_eq!(comparable(&preview["record"]), comparable(&public));
    }
);

on_both!(
    /// Another account of the same actor does not learn identity answers from the preview.
    identity_is_not_previewed_to_another_account,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let other = world.colleague(&server, "captura.otra").await;
        let preview = other.get(&world.capture("/preview")).await.ok();
        assert_eq!(preview["identity_withheld"], true);
        assert_eq!(preview["record"]["identity_badges"], json!([]));
    }
);
