//! Several substitutions under one acuerdo: all of them or none.

use serde_json::json;

use super::*;
use builders::{CANARIES, World, register};
use conoceles_tests::endings::once_confirmed;

on_both!(
    several_are_substituted_by_one_acuerdo_or_none_is,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let mut other = builders::new_candidacy(&world.actor, "Luna");
        other["registration"]["role"] = json!("alternate");
        other["private"] = json!({
            "notification_email": "luna@partido.example", "notification_phone": "7221234567",
        });
        let other = register(&world.admin, &world.election, &other).await;
        let path = format!("/api/v1/admin/elections/{}/substitutions", world.election);
        let nobody = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
        let body =
            json!({ "acuerdo": "x", "candidacies": [world.candidacy, nobody, world.candidacy] });
        let answer = world.admin.post(&path, &body).await;
        assert_eq!(
            answer.pointers(),
            ["/acuerdo", "/candidacies/1", "/candidacies/2"]
        );
        let none = "SELECT COUNT(*) FROM candidacies WHERE state = 'substituted'";
        assert_eq!(server.number(none).await, 0);
        let body =
            json!({ "acuerdo": "IEEM/CG/130/2027", "candidacies": [world.candidacy, other] });
        assert_eq!(world.operator.post(&path, &body).await.status, 403);
        // One of both is public: another administrator reads what follows.
        let asked = world.admin.post(&path, &body).await;
        assert_eq!(asked.status, 202, "{}", asked.text());
        let said = asked.json()["consequences"].to_string();
        assert!(
            said.contains("Luna") && said.contains("IEEM/CG/130/2027"),
            "{said}"
        );
        assert_eq!(server.number(none).await, 0);
        assert_eq!(once_confirmed(&server, asked).await.status, 200);
        assert_eq!(server.number(none).await, 2);
        let told = "SELECT COUNT(*) FROM audit WHERE action = 'candidacy.substituted' \
                    AND legal_basis = 'IEEM/CG/130/2027'";
        assert_eq!(server.number(told).await, 2);
        let gone = "SELECT COUNT(*) FROM drill_log WHERE kind = 'withdrawal'";
        assert_eq!(server.number(gone).await, 1);
        // Once is enough: the second time each of them is told.
        let again = world.admin.post(&path, &body).await;
        assert_eq!(again.pointers(), ["/candidacies/0", "/candidacies/1"]);
    }
);

on_both!(
    /// The day and the reason of the acuerdo are checked and shown to whoever confirms; the day stays in the
    /// audit, the reason is a text and does not.
    the_acuerdo_has_a_day_and_a_reason,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let path = format!("/api/v1/admin/elections/{}/substitutions", world.election);
        let act = |on: &str, reason: &str| {
            json!({
                "acuerdo": "IEEM/CG/130/2027", "acuerdo_on": on, "reason": reason,
                "candidacies": [world.candidacy],
            })
        };
        let refused = world.admin.post(&path, &act(&builders::day_from_now(3), "x")).await;
        assert_eq!(refused.pointers(), ["/acuerdo_on", "/reason"]);
        let asked = world.admin.post(&path, &act("2026-01-15", "Renuncia presentada.")).await;
        assert_eq!(asked.status, 202, "{}", asked.text());
        let said = asked.json()["consequences"].to_string();
        assert!(said.contains("15 de enero de 2026") && said.contains("Renuncia presentada."), "{said}");
        assert_eq!(once_confirmed(&server, asked).await.status, 200);
        let told = "SELECT COUNT(*) FROM audit WHERE action = 'candidacy.substituted' \
                    AND detail LIKE '%2026-01-15%'";
        assert_eq!(server.number(told).await, 1);
        let text = "SELECT COUNT(*) FROM audit WHERE detail LIKE '%Renuncia%' OR legal_basis LIKE '%Renuncia%'";
        assert_eq!(server.number(text).await, 0);
    }
);

on_both!(
    /// Those who take the places are registered in one act: every field of each is told, and none is stored.
    substitutes_are_registered_all_or_none,
    |server: Server| async move {
        let world = World::new(&server).await;
        let mut other = builders::new_candidacy(&world.actor, "Luna");
        other["registration"]["role"] = json!("alternate");
        other["private"] = json!({
            "notification_email": "luna@partido.example", "notification_phone": "7221234567",
        });
        let other = register(&world.admin, &world.election, &other).await;
        let path = |rest: &str| format!("/api/v1/admin/elections/{}/{rest}", world.election);
        let act = json!({ "acuerdo": "IEEM/CG/130/2027", "candidacies": [world.candidacy, other] });
        let _ = world.admin.post(&path("substitutions"), &act).await.ok();
        let substitute = |of: &str, role: &str, surname: &str| {
            let mut new = builders::new_candidacy(&world.actor, surname);
            new["registration"]["role"] = json!(role);
            new["private"] = json!({
                "notification_email": "avisos@partido.example", "notification_phone": "7221234567",
            });
            new["substitutes"] = json!(of);
            new["acuerdo_on"] = json!(builders::day_from_now(0));
            new
        };
        let first = substitute(&world.candidacy, "titular", "Rosas");
        // Another role than the place, no first name, the same place again, none at all.
        let mut nameless = substitute(&other, "titular", "Soto");
        nameless["registration"]["given_names"] = json!("");
        let again = substitute(&world.candidacy, "titular", "Vega");
        let mut nowhere = substitute(&other, "alternate", "Paz");
        let _ = nowhere.as_object_mut().unwrap().remove("substitutes");
        let wrong = json!({ "substitutes": [first, nameless, again, nowhere] });
        let before = server.rows("candidacies").await;
        let refused = world.admin.post(&path("substitutes"), &wrong).await;
        let pointers = refused.pointers();
        for expected in [
            "/substitutes/1/registration/given_names",
            "/substitutes/1/substitutes",
            "/substitutes/2/substitutes",
            "/substitutes/3/substitutes",
        ] {
            assert!(pointers.iter().any(|it| it == expected), "{expected}: {pointers:?}");
        }
        assert!(pointers.iter().all(|it| !it.starts_with("/substitutes/0")), "{pointers:?}");
        assert_eq!(server.rows("candidacies").await, before);
        let mut twice = [substitute(&world.candidacy, "titular", "Rosas"), substitute(&other, "alternate", "Soto")];
        twice[0]["private"]["curp"] = json!(CANARIES[0]);
        let good = json!({ "substitutes": twice });
        let made = world.admin.post(&path("substitutes"), &good).await;
        assert_eq!(made.status, 201, "{}", made.text());
        let made = made.json();
        assert_eq!(made["data"][0]["seat"]["substitutes"]["id"], json!(world.candidacy));
        assert_eq!(made["data"][1]["registration"]["first_surname"], "Soto");
        assert!(!made.to_string().contains(CANARIES[0]));
        assert_eq!(server.rows("candidacies").await, before + 2);
        assert_eq!(world.admin.get(&path("places")).await.ok()["data"], json!([]));
        world.operator.post(&path("substitutes"), &good).await.refused(403, "forbidden");
    }
);

on_both!(
    /// Two acts name the same candidacies in opposite orders at once: one of them is first, and neither waits
    /// for the other for ever.
    two_acts_over_the_same_candidacies_are_one_after_the_other,
    |server: Server| async move {
        let world = World::new(&server).await;
        let mut ids = Vec::new();
        for it in 0..16 {
            let mut new = builders::new_candidacy(&world.actor, &format!("Persona{it}"));
            new["private"] = json!({
                "notification_email": "avisos@partido.example", "notification_phone": "7221234567",
            });
            ids.push(register(&world.admin, &world.election, &new).await);
        }
        let path = format!("/api/v1/admin/elections/{}/substitutions", world.election);
        let act = |ids: &[String]| json!({ "acuerdo": "IEEM/CG/130/2027", "candidacies": ids });
        let there = act(&ids);
        ids.reverse();
        let back = act(&ids);
        let (one, other) = futures_util::future::join(
            world.admin.post(&path, &there),
            world.admin.post(&path, &back),
        )
        .await;
        let mut statuses = [one.status.as_u16(), other.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422], "{} {}", one.text(), other.text());
        let told = "SELECT COUNT(*) FROM audit WHERE action = 'candidacy.substituted'";
        assert_eq!(server.number(told).await, 16);
    }
);
