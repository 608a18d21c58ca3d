//! The whole path: account → capture → observation → correction → publication → public record.

use serde_json::json;

use super::*;
use builders::{World, public_record, section};

on_both!(
    /// Five people, one candidacy, from nothing to the public record.
    from_an_empty_installation_to_the_public_record,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;

        let concluded = world.turn(0, Some("motivation")).await;
        assert_eq!(concluded["state"], "observed");
        assert_eq!(Person::anonymous(&server).get(&world.public()).await.status, 404);

        // Only the observed section is open; its observation is told.
        let task = world.operator.get(&world.capture("")).await.ok();
        for section in task["sections"].as_array().unwrap() {
            let open = section["refusal"].is_null();
            assert_eq!(open, section["section"] == "motivation", "{section}");
        }
        let contact = world.capture("/sections/contact");
        world.operator.put(&contact, 1, &content::contact()).await.refused(409, "wrong_state");
        let corrected = json!({ "text": content::text(320) });
        let motivation = world.capture("/sections/motivation");
        let _ = world.operator.put(&motivation, 1, &corrected).await.ok();
        let _ = world.send().await.ok();

        let first = world.turn(0, None).await;
        assert_eq!(first["state"], "resubmitted", "a second person is needed");
        world.claim(0).await.refused(409, "second_person_required");
        assert_eq!(world.turn(1, None).await["state"], "published");

        let record = public_record(&server, &world.public()).await;
        assert_eq!(record["name"], "Maribel Ocampo Tenorio");
        assert_eq!(record["office"]["code"], "municipal_presidency");
        assert_eq!(record["actor"]["parties"].as_array().unwrap().len(), 2);
        assert_eq!(section(&record, "motivation")["content"]["text"], corrected["text"]);
        assert_eq!(section(&record, "motivation")["provenance"]["version"], 2);
        assert_eq!(record["identity_badges"][0]["code"], "indigenous");

        let photo = record["photo"]["jpeg"].as_str().unwrap();
        let photo = Person::anonymous(&server).get(photo).await;
        assert_eq!(photo.header("content-type"), "image/jpeg");
        assert!(photo.bytes.starts_with(&[0xff, 0xd8]) && photo.bytes.len() <= 700 * 1024);

        let (code, out, err) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}{err}");
    }
);
