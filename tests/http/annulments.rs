//! A paper receipt that was recorded by mistake, annulled by two.

use serde_json::{Value, json};

use super::remedies::{enter_again, state, titles, undoing};
use super::*;
use builders::{PASSWORD, World, confirm_proposal, second_admin};

/// An actor of one account that has not accepted its receipt, with two candidacies.
async fn unreceived(server: &Server, world: &mut World) -> [String; 2] {
    world.actor = builders::actor(&world.admin, &world.election, "independent", "Otra", &[]).await;
    let mut made = Vec::new();
    for (role, name) in [("titular", "Uno"), ("alternate", "Dos")] {
        let mut new = builders::new_candidacy(&world.actor, name);
        new["private"]["curp"] = json!(null);
        new["registration"]["role"] = json!(role);
        made.push(builders::register(&world.admin, &world.election, &new).await);
    }
    let actor = Some(world.actor.as_str());
    world.operator = builders::account(server, &world.admin, "otra", "operator", actor).await;
    made.try_into().unwrap()
}

fn receipt_now(server: &Server) -> Value {
    let now = chrono::DateTime::from_timestamp(i64::try_from(server.now()).unwrap(), 0).unwrap();
    json!({ "received": now })
}

/// A receipt signed on paper, recorded by two.
async fn record_on_paper(server: &Server, world: &World, second: &Person) {
    let path = format!("/api/v1/admin/actors/{}/paper-receipt", world.actor);
    server.advance(std::time::Duration::from_secs(120));
    let asked = world.admin.post(&path, &receipt_now(server)).await;
    assert_eq!(asked.status, 202, "{}", asked.text());
    let _ = confirm_proposal(second).await.ok();
}

on_both!(
    /// The period runs from the account's own acceptance; what the mistaken one sent is captured again,
    /// what the operator sent stays; receipts that stated it say that they were annulled.
    a_mistaken_paper_receipt_is_annulled_by_two,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let mut second = second_admin(&server).await;
        let [first, other] = unreceived(&server, &mut world).await;
        let path = format!("/api/v1/admin/actors/{}/paper-receipt", world.actor);
        let annul = format!("{path}/annulment");
        world.admin.post(&annul, &undoing()).await.refused(409, "wrong_state");
        record_on_paper(&server, &world, &second).await;
        server.advance_days(10);
        world.operator.enter("otra", PASSWORD).await;
        let mistaken = world.operator.post("/api/v1/auth/receipt", &json!({})).await.ok();
        world.candidacy = other.clone();
        world.submit().await;
        world.candidacy = first.clone();
        world.begin().await;
        server.advance_days(7);
        enter_again(&mut world, &mut second, "otra").await;
        assert_eq!(state(&world).await, "submitted");

        world.operator.post(&annul, &undoing()).await.refused(403, "forbidden");
        let asked = world.admin.post(&annul, &undoing()).await;
        assert_eq!(asked.status, 202, "{}", asked.text());
        let consequences = asked.json()["consequences"].to_string();
        assert!(consequences.contains("nadie ha decidido: 1."), "{consequences}");
        assert!(consequences.contains("ya se decidieron: 1."), "{consequences}");
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(state(&world).await, "in_capture");
        let text = json!({ "text": content::text(300) });
        let _ = world.operator.put(&world.capture("/sections/proposal_1"), 0, &text).await.ok();
        world.candidacy = other;
        assert_eq!(state(&world).await, "submitted", "its operator sent it");

        let reader = Person::anonymous(&server);
        let check = async |code: &str| reader.get(&format!("/api/v1/receipts/{code}")).await.ok()["data"]["annulled_at"].clone();
        let old = mistaken["code"].as_str().unwrap();
        assert!(check(old).await.is_string());
        let page = reader.get(&format!("/verificar/{old}")).await.text();
        assert!(page.contains("anuló este acuse"), "{page}");
        let now = world.operator.get("/api/v1/auth/receipt").await.ok();
        assert_ne!(now["code"], mistaken["code"]);
        assert_ne!(now["capture"], mistaken["capture"]);
        assert_eq!(check(now["code"].as_str().unwrap()).await, Value::Null);
        let annulled = "SELECT COUNT(*) FROM receipts WHERE annulled_at IS NOT NULL";
        assert_eq!(server.number(annulled).await, 2);
        assert!(titles(&world.operator).await.contains("Se anuló el acuse en papel"));
        // Its own acceptance is no mistake of anybody's.
        world.admin.post(&annul, &undoing()).await.refused(409, "wrong_state");
        let shown = world.admin.get(&format!("/api/v1/admin/actors/{}", world.actor)).await.ok();
        assert_eq!((&shown["received_on_paper"], shown["received"].is_string()), (&json!(false), true));
    }
);

on_both!(
    /// Both periods are delayed by the capture phase, or one is: what counts is what a receipt states.
    a_receipt_that_states_a_delayed_period_is_annulled,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let mut second = second_admin(&server).await;
        let starts = held_publication::hours_from_now(&server, 72);
        let phase = json!([{ "kind": "capture", "starts": starts, "ends": null }]);
        world.election = builders::election(&world.admin).await;
        let edit = held_publication::edit_setup(&world.admin, &world.election, |it| it["phases"] = phase);
        let _ = edit.await.ok();
        let _ = unreceived(&server, &mut world).await;
        let path = format!("/api/v1/admin/actors/{}/paper-receipt", world.actor);
        record_on_paper(&server, &world, &second).await;
        server.advance_days(6);
        enter_again(&mut world, &mut second, "otra").await;
        let mistaken = world.operator.post("/api/v1/auth/receipt", &json!({})).await.ok();
        assert_eq!(mistaken["capture"]["starts"], json!(starts));
        assert_eq!(world.admin.post(&format!("{path}/annulment"), &undoing()).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        let old = format!("/api/v1/receipts/{}", mistaken["code"].as_str().unwrap());
        let old = Person::anonymous(&server).get(&old).await.ok();
        assert!(old["data"]["annulled_at"].is_string(), "{old}");
        let now = world.operator.get("/api/v1/auth/receipt").await.ok();
        assert_ne!(now["capture"], mistaken["capture"]);
    }
);

on_both!(
    /// Before any account accepted, no period runs any more, and the right receipt can be recorded.
    without_an_acceptance_no_period_runs,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let second = second_admin(&server).await;
        let _ = unreceived(&server, &mut world).await;
        let path = format!("/api/v1/admin/actors/{}/paper-receipt", world.actor);
        record_on_paper(&server, &world, &second).await;
        let annul = format!("{path}/annulment");
        assert_eq!(world.admin.post(&annul, &undoing()).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        let shown = world.admin.get(&format!("/api/v1/admin/actors/{}", world.actor)).await.ok();
        assert_eq!((&shown["received"], &shown["capture"]), (&Value::Null, &Value::Null));
        assert_eq!(world.admin.post(&path, &receipt_now(&server)).await.status, 202);
    }
);
