//! What one administrator alone changes of an election once something was sent, and what both see of a
//! change that takes two.

use serde_json::{Value, json};

use super::*;
use builders::{PASSWORD, World, confirm_proposal, second_admin};
use conoceles_tests::Answer;
use held_publication::{edit_setup, hours_from_now};

async fn edit(world: &World, change: impl FnOnce(&mut Value)) -> Answer {
    edit_setup(&world.admin, &world.election, change).await
}

on_both!(
    /// Once something was sent, whatever decides whether, when and how it is published takes two.
    what_decides_on_publication_is_nobodys_alone,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        world.submit().await;
        let publication = |starts: Value, ends: Value| {
            json!([{ "kind": "publication", "starts": starts, "ends": ends }])
        };
        let review = json!([{ "kind": "review", "starts": null, "ends": hours_from_now(&server, 1) }]);
        let changes: [(&str, Value); 7] = [
            ("/settings/signed_consent_required", json!(true)),
            ("/settings/four_eyes", json!(false)),
            ("/settings/corrections_max", json!(0)),
            ("/date", json!(builders::day_from_now(200))),
            ("/phases", publication(json!(hours_from_now(&server, 30)), Value::Null)),
            ("/phases", publication(Value::Null, json!(hours_from_now(&server, 30)))),
            ("/phases", review),
        ];
        for (pointer, value) in changes {
            let asked = edit(&world, |setup| *setup.pointer_mut(pointer).unwrap() = value).await;
            assert_eq!(asked.status, 202, "{pointer}: {}", asked.text());
            let refusal = format!("/api/v1/admin/proposals/{}/refusal", builders::id(&asked.json()));
            let _ = second.post(&refusal, &json!({})).await.ok();
        }
        // What decides on nothing stays an act of one.
        let named = edit(&world, |setup| setup["name"] = json!("Otro nombre")).await;
        assert_eq!(named.status, 200, "{}", named.text());
    }
);

on_both!(
    /// A review does not end yesterday, and a drill stays one.
    what_has_happened_is_not_changed,
    |server: Server| async move {
        let world = World::new(&server).await;
        let ended = edit(&world, |setup| {
            setup["phases"] = json!([{ "kind": "review", "starts": null, "ends": hours_from_now(&server, -1) }]);
        })
        .await;
        assert_eq!(ended.pointers(), ["/phases/0/ends"]);
        edit(&world, |setup| setup["drill"] = json!(false)).await.refused(409, "wrong_state");
        let bare = builders::election(&world.admin).await;
        let path = format!("/api/v1/admin/elections/{bare}");
        let before = world.admin.get(&path).await.ok();
        let mut setup = before["setup"].clone();
        setup["drill"] = json!(false);
        world.admin.put(&path, 1, &setup).await.refused(409, "wrong_state");
        assert_eq!(world.admin.get(&path).await.ok()["setup"]["drill"], json!(true));
    }
);

on_both!(
    /// Whoever confirms reads each change of the setup, not only the one that made it take two.
    a_proposal_hides_nothing,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        world.submit().await;
        let asked = edit(&world, |setup| {
            setup["name"] = json!("Ayuntamientos de otra prueba");
            setup["settings"]["four_eyes"] = json!(false);
            setup["settings"]["observation_days"] = json!(9);
            setup["settings"]["limits"]["text_min"] = json!(100);
            setup["offices"].as_array_mut().unwrap().retain(|it| it != "governorship");
        })
        .await;
        assert_eq!(asked.status, 202, "{}", asked.text());
        let said = asked.json()["consequences"].to_string();
        for words in [
            "Ayuntamientos de prueba",
            "Ayuntamientos de otra prueba",
            "Bastará una sola persona",
            "Plazo para atender observaciones",
            "9 días naturales",
            "Mínimo de los textos",
            "280",
            "Gubernatura",
            "1 candidatura enviada a revisión",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
        let _ = confirm_proposal(&second).await.ok();
        // Validators learn that they now decide alone.
        let told = world.validators[0].get("/api/v1/notices").await.ok();
        assert!(told.to_string().contains("Bastará una sola persona"), "{told}");
    }
);

on_both!(
    /// A proposal that is no longer possible says why, before anybody tries.
    what_can_no_longer_be_confirmed_says_why,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        let id = builders::account_id(&world.admin, "captura.raiz").await;
        let path = format!("/api/v1/admin/accounts/{id}/recovery");
        assert_eq!(world.admin.post(&path, &json!({})).await.status, 202);
        let shown = async || second.get("/api/v1/admin/proposals").await.ok()["data"][0].clone();
        assert_eq!(shown().await["confirm_refusal"], Value::Null);
        let sessions = server.rows("sessions").await;
        builders::suspend(&world.admin, "captura.raiz", true).await;
        let refusal = shown().await["confirm_refusal"].clone();
        assert!(refusal.as_str().unwrap_or_default().contains("suspendida"), "{refusal}");
        builders::suspend(&world.admin, "captura.raiz", false).await;
        assert_eq!(shown().await["confirm_refusal"], Value::Null);
        assert_eq!(server.rows("sessions").await, sessions, "looking changes nothing");
        let _ = Person::sign_in(&server, "captura.raiz", PASSWORD).await;
    }
);

on_both!(
    /// Looking at what waits for a second person takes no lock: whoever saves meanwhile waits for nobody.
    what_waits_for_a_second_person_is_seen_while_another_writes,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        world.publish().await;
        let path = format!("/api/v1/admin/candidacies/{}/cancellation", world.candidacy);
        let act = json!({ "acuerdo": "Acuerdo IEEM/CG/50/2027" });
        assert_eq!(world.admin.post(&path, &act).await.status, 202);
        let id = builders::account_id(&world.admin, "captura.raiz").await;
        let path = format!("/api/v1/admin/accounts/{id}/recovery");
        assert_eq!(world.admin.post(&path, &json!({})).await.status, 202);
        let writes = server.hold_write_lock().await;
        let seen = second.get("/api/v1/admin/proposals").await.ok();
        let all = seen["data"].as_array().unwrap().iter();
        let open: Vec<_> = all.filter(|it| it["state"] == "open").collect();
        assert_eq!(open.len(), 2, "{seen}");
        assert!(open.iter().all(|it| it["confirm_refusal"].is_null()), "{open:?}");
        drop(writes);
    }
);
