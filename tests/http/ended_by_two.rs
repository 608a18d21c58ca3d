//! What is public is not taken away by one person, nor by a desk that was left open.

use std::time::Duration;

use serde_json::json;

use super::*;
use builders::{
    PASSWORD, World, account_id, confirm_proposal, public_answer, public_record, second_admin,
};

on_both!(
    /// A published candidacy is cancelled or substituted once another administrator read what follows; an
    /// unpublished one by one person.
    ending_what_is_public_takes_two,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        world.publish().await;
        let record = public_record(&server, &world.public()).await;
        let photo = record["photo"]["sha256"].as_str().unwrap().to_owned();
        let purged = async || server.command(&["purge-list"]).await.1;
        assert!(!purged().await.contains(&photo), "it is public");
        let acuerdo = json!({ "acuerdo": "Acuerdo IEEM/CG/2/2026" });
        let path = format!("/api/v1/admin/candidacies/{}", world.candidacy);
        let empty = world.admin.post(&format!("{path}/substitution"), &json!({ "acuerdo": "" })).await;
        assert_eq!(empty.pointers(), ["/acuerdo"]);
        for how in ["cancellation", "substitution"] {
            let asked = world.admin.post(&format!("{path}/{how}"), &acuerdo).await;
            assert_eq!(asked.status, 202, "{}", asked.text());
            let said = asked.json()["consequences"].to_string();
            for words in ["IEEM/CG/2/2026", "deja de mostrarse"] {
                assert!(said.contains(words), "{words}: {said}");
            }
            // One of both at a time.
            world.admin.post(&format!("{path}/cancellation"), &acuerdo).await.refused(409, "already_exists");
            assert_eq!(world.admin.get(&path).await.ok()["state"], "published");
            if how == "cancellation" {
                let refusal = format!("/api/v1/admin/proposals/{}/refusal", builders::id(&asked.json()));
                let _ = second.post(&refusal, &json!({})).await.ok();
            }
        }
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(world.admin.get(&path).await.ok()["state"], "substituted");
        let _ = public_answer(&server, &world.public(), |it| it.status == 410).await;
        let basis = "SELECT COUNT(*) FROM audit WHERE action = 'candidacy.substituted' \
                     AND legal_basis LIKE '%IEEM/CG/2/2026%'";
        assert_eq!(server.number(basis).await, 1);
        // Whoever has a cache in front is told which addresses to forget.
        let lines = purged().await;
        for file in [".jpg", ".webp", "-400.jpg", "-400.webp"] {
            let end = format!("/api/v1/candidacies/{}/photo/{photo}{file}", world.candidacy);
            assert!(lines.lines().any(|it| it.ends_with(&end)), "{end}: {lines}");
        }
    }
);

on_both!(
    /// A desk left open ends nothing, suspends nobody and makes no colleague.
    what_weighs_asks_for_the_code_again,
    |server: Server| async move {
        let world = World::new(&server).await;
        let mut server = server;
        server.require_second_factor().await;
        let mut admin = Person::sign_in(&server, "admin", PASSWORD).await;
        let (telephone, _) = admin.enrol(&server, &json!({})).await;
        let operator = account_id(&admin, "captura.raiz").await;
        server.advance(Duration::from_secs(11 * 60));
        let _ = admin.refresh().await.ok();
        let candidacy = format!("/api/v1/admin/candidacies/{}", world.candidacy);
        let acuerdo = json!({ "acuerdo": "Acuerdo IEEM/CG/2/2026" });
        let validator = json!({ "login": "validacion9", "name": "Persona Nueve", "role": "validator" });
        let acts = [
            (format!("{candidacy}/substitution"), acuerdo.clone()),
            (format!("{candidacy}/cancellation"), acuerdo),
            (format!("/api/v1/admin/accounts/{operator}/suspension"), json!({ "suspended": true })),
            ("/api/v1/admin/accounts".to_owned(), validator),
        ];
        for (path, body) in &acts {
            admin.post(path, body).await.refused(403, "proof_required");
        }
        let another = json!({ "login": "captura.dos", "name": "Persona Dos", "role": "operator", "actor": world.actor });
        let _ = admin.post("/api/v1/admin/accounts", &another).await.ok();
        let code = json!({ "code": telephone.next_code(&server) });
        assert_eq!(admin.post("/api/v1/auth/second-factor/proof", &code).await.status, 204);
        for (path, body) in &acts[1..] {
            let answer = admin.post(path, body).await;
            assert!(answer.status.is_success(), "{path}: {}", answer.text());
        }
    }
);

on_both!(
    /// One more account that captures for an actor is told to those who do already, and to the others who
    /// administer, with who made it; the first one is told to nobody.
    another_operator_is_told,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        let told = async |person: &Person| person.get("/api/v1/notices").await.ok()["data"].to_string();
        assert_eq!(told(&world.operator).await, "[]");
        let colleague = world.colleague(&server, "captura.dos").await;
        for person in [&world.operator, &second] {
            let notices = told(person).await;
            assert!(notices.contains("«captura.dos»"), "{notices}");
            assert!(notices.contains("Administración UT dio a la cuenta"), "{notices}");
        }
        for person in [&colleague, &world.admin] {
            assert!(!told(person).await.contains("captura.dos"));
        }
    }
);
