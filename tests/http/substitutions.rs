//! Several substitutions under one acuerdo: all of them or none.

use serde_json::json;

use super::*;
use builders::{World, register};
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
