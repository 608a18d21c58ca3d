//! Every number on the election's form acts: what the defaults take, smaller settings refuse.

use serde_json::{Value, json};

use super::held_publication::edit_setup;
use super::*;
use builders::{World, section};

/// A setting, a smaller value, a section with what it holds, and the field that is refused then.
fn limits() -> Vec<(&'static str, u32, &'static str, Value, &'static str)> {
    let long = content::text(300);
    let course = json!({
        "degree": { "value": "master" }, "status": { "value": "title" },
        "courses": { "value": ["Diplomado en políticas de cuidados", "Seminario de presupuesto"] },
    });
    let contact = |key: &str, value: Value| json!({ key: { "value": value } });
    let mut identity = content::identity();
    identity["lgbtttiq"] = json!({ "value": "yes" });
    identity["lgbtttiq_identity"] =
        json!({ "value": "other", "other": "Otra manera de nombrarse" });
    let emails = json!(["uno@ejemplo.example", "dos@ejemplo.example"]);
    let addresses = json!(["Calle Morelos 12, Centro, Tecámac"]);
    let absent =
        json!({ "not_provided": true, "reason": "No se obtuvo a tiempo para el registro." });
    vec![
        (
            "text_max",
            290,
            "motivation",
            json!({ "text": long }),
            "/text",
        ),
        (
            "proposal_max",
            290,
            "proposal_1",
            json!({ "text": long }),
            "/text",
        ),
        (
            "course_max",
            30,
            "education",
            course.clone(),
            "/courses/value/0",
        ),
        (
            "courses_max_items",
            1,
            "education",
            course,
            "/courses/value",
        ),
        (
            "url_max",
            20,
            "contact",
            contact("website", json!("https://maribelocampo.example")),
            "/website/value",
        ),
        (
            "email_max",
            10,
            "contact",
            contact("public_emails", emails.clone()),
            "/public_emails/value/0",
        ),
        (
            "contact_items_max",
            1,
            "contact",
            contact("public_emails", emails),
            "/public_emails/value",
        ),
        (
            "address_max",
            10,
            "contact",
            contact("campaign_addresses", addresses),
            "/campaign_addresses/value/0",
        ),
        (
            "phone_digits",
            8,
            "contact",
            contact("public_phones", json!(["5512345678"])),
            "/public_phones/value/0",
        ),
        (
            "other_text_max",
            10,
            "identity",
            identity,
            "/lgbtttiq_identity/other",
        ),
        ("reason_max", 10, "photo", absent, "/reason"),
    ]
}

on_both!(
    /// Each limit alone: the same answer is taken before it is lowered, and refused at its field after.
    every_limit_acts,
    |server: Server| async move {
        let world = World::new(&server).await;
        for kind in ["treatment", "identity_publication"] {
            let _ = world.consent(kind, true).await.ok();
        }
        let mut versions = std::collections::BTreeMap::new();
        for (key, lower, name, body, pointer) in limits() {
            let path = world.capture(&format!("/sections/{name}"));
            let version = versions.entry(name).or_insert(0);
            let taken = world.operator.put(&path, *version, &body).await;
            assert!(taken.status.is_success(), "{key}: {}", taken.text());
            *version += 1;
            let set = |value: Value| {
                edit_setup(&world.admin, &world.election, move |it| it["settings"]["limits"][key] = value)
            };
            let default = world.admin.get(&format!("/api/v1/admin/elections/{}", world.election)).await.ok();
            let default = default["setup"]["settings"]["limits"][key].clone();
            let _ = set(json!(lower)).await.ok();
            let refused = world.operator.put(&path, *version, &body).await;
            assert_eq!(refused.status, 422, "{key}: {}", refused.text());
            assert!(refused.pointers().contains(&pointer.to_owned()), "{key}: {}", refused.text());
            let _ = set(default).await.ok();
        }
    }
);

on_both!(
    /// Least lengths and the way of counting decide whether a text is complete; a photo is measured.
    minima_counting_and_photos_act,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let state = async |name: &str| {
            let own = world.operator.get(&world.capture("")).await.ok();
            section(&own, name)["state"].as_str().unwrap().to_owned()
        };
        let save = async |name: &str, version: u64| {
            let path = world.capture(&format!("/sections/{name}"));
            let text = json!({ "text": content::text(260) });
            let _ = world.operator.put(&path, version, &text).await.ok();
        };
        for name in ["motivation", "proposal_1", "professional_history"] {
            save(name, 0).await;
            assert_eq!(state(name).await, "in_progress");
        }
        let set = |change: fn(&mut Value)| edit_setup(&world.admin, &world.election, change);
        let _ = set(|it| it["settings"]["limits"]["proposal_min"] = json!(100)).await.ok();
        save("proposal_1", 1).await;
        assert_eq!(state("proposal_1").await, "complete");
        save("motivation", 1).await;
        assert_eq!(state("motivation").await, "in_progress", "a text is no proposal");
        let _ = set(|it| it["settings"]["limits"]["counting"] = json!("total")).await.ok();
        save("motivation", 2).await;
        assert_eq!(state("motivation").await, "complete", "with its spaces it has 280");
        let _ = set(|it| {
            it["settings"]["limits"]["counting"] = json!("without_spaces");
            it["settings"]["limits"]["text_min"] = json!(100);
        })
        .await
        .ok();
        save("professional_history", 1).await;
        assert_eq!(state("professional_history").await, "complete");

        // What follows the end of a picture is no part of it, but has to be carried.
        let mut heavy = content::photo(800, 1000);
        heavy.resize(1_300_000, 0);
        let _ = world.upload(0, "", "image/jpeg", heavy.clone()).await.ok();
        let _ = set(|it| it["settings"]["photo_max_megabytes"] = json!(1)).await.ok();
        let refused = world.upload(1, "", "image/jpeg", heavy).await;
        assert!(matches!(refused.status.as_u16(), 413 | 422), "{}", refused.text());
    }
);
