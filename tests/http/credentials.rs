//! Accounts for all actors at once, their sheets as one PDF, and what became of the delivery.

use serde_json::{Value, json};

use super::*;
use builders::{World, account_id, actor, party};

const SHEETS: &str = "/api/v1/admin/credential-sheets";

/// The server's present second.
fn present_second(server: &Server) -> Value {
    let now = i64::try_from(server.now()).unwrap();
    json!(chrono::DateTime::from_timestamp(now, 0).unwrap())
}

/// Accounts for whichever actors of the world's election have none.
async fn missing_accounts(world: &World) -> conoceles_tests::Answer {
    let path = format!(
        "/api/v1/admin/elections/{}/operator-accounts",
        world.election
    );
    world.admin.post(&path, &json!({})).await
}

/// The only account of an actor that had none.
async fn one_new_account(world: &World) -> Value {
    let party = party(&world.admin, "Partido Aparte", "PA", "#111111").await;
    let name = "Partido Aparte";
    let _ = actor(&world.admin, &world.election, "party", name, &[party]).await;
    let made = missing_accounts(world).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let made = made.ok()["data"].as_array().unwrap().clone();
    assert_eq!(made.len(), 1);
    made[0].clone()
}

on_both!(
    /// They are made once, without a password; their sheets give them one, and again another.
    every_actor_gets_an_account_and_a_sheet,
    |server: Server| async move {
        let world = World::new(&server).await;
        missing_accounts(&world).await.refused(409, "wrong_state");
        let account = one_new_account(&world).await;
        assert_eq!(account["login"], "captura.partido-aparte");
        assert_eq!((&account["state"], &account["role"]), (&json!("created"), &json!("operator")));
        missing_accounts(&world).await.refused(409, "wrong_state");
        // A paper receipt is not from before the first sheet was issued.
        let now = present_second(&server);
        let paper = json!({ "received": now });
        let path = format!("/api/v1/admin/actors/{}/paper-receipt", account["actor"].as_str().unwrap());
        world.admin.post(&path, &paper).await.refused(422, "invalid");
        let body = json!({ "accounts": [builders::id(&account)] });
        let sheets = world.admin.post(SHEETS, &body).await;
        assert_eq!(sheets.status, 200, "{}", sheets.text());
        assert_eq!(sheets.header("content-type"), "application/pdf");
        assert!(sheets.bytes.starts_with(b"%PDF"));
        assert_eq!(sheets.header("cache-control"), "no-store");
        let id = builders::id(&account);
        let query = format!("SELECT COUNT(*) FROM accounts WHERE id = '{id}' AND state = 'delivered' AND one_time = 1");
        assert_eq!(server.number(&query).await, 1);
        // Again, as long as nobody came in.
        assert_eq!(world.admin.post(SHEETS, &body).await.status, 200);
        assert_eq!(
            server.number("SELECT COUNT(*) FROM audit WHERE action = 'account.credential_issued'").await,
            2
        );
    }
);

on_both!(
    /// Whose account was used gets no sheet of one person alone, and nobody else does then.
    used_accounts_get_no_sheet,
    |server: Server| async move {
        let world = World::new(&server).await;
        let fresh = builders::id(&one_new_account(&world).await);
        let used = account_id(&world.admin, "captura.raiz").await;
        let nobody = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
        let body = json!({ "accounts": [fresh, used, fresh, nobody] });
        let answer = world.admin.post(SHEETS, &body).await;
        answer.refused(422, "invalid");
        assert_eq!(answer.pointers(), ["/accounts/1", "/accounts/2", "/accounts/3"]);
        let state = format!("SELECT COUNT(*) FROM accounts WHERE id = '{fresh}' AND state = 'created'");
        assert_eq!(server.number(&state).await, 1);
        world.admin.post(SHEETS, &json!({ "accounts": [] })).await.refused(422, "invalid");
        for person in [&world.operator, &world.validators[0]] {
            assert_eq!(person.post(SHEETS, &body).await.status, 403);
        }
        assert_eq!(world.operator.get("/api/v1/auth/me").await.status, 200);
    }
);

on_both!(
    /// Each attempt is an entry: how, when, by whom, and whether it was reached.
    deliveries_are_recorded,
    |server: Server| async move {
        let world = World::new(&server).await;
        let id = account_id(&world.admin, "captura.raiz").await;
        let path = format!("/api/v1/admin/accounts/{id}/deliveries");
        let now = present_second(&server);
        let first = json!({ "way": "courier", "at": now, "reached": false, "note": "Domicilio cerrado" });
        let _ = world.admin.post(&path, &first).await.ok();
        let second = json!({ "way": "in_person", "at": now, "reached": true, "note": "Recibió la representante" });
        let _ = world.admin.post(&path, &second).await.ok();
        let all = world.admin.get(&path).await.ok();
        let told: Vec<_> = all["data"].as_array().unwrap().iter().map(|it| (&it["way"], &it["reached"], &it["by"])).collect();
        let by = json!("Administración UT");
        assert_eq!(told, [
            (&json!("in_person"), &json!(true), &by),
            (&json!("courier"), &json!(false), &by),
        ]);
        let wrong = json!({ "way": "in_person", "at": "2999-01-01T00:00:00Z", "note": "x" });
        assert_eq!(world.admin.post(&path, &wrong).await.pointers(), ["/at", "/note"]);
        assert_eq!(world.operator.get(&path).await.status, 403);
    }
);

on_both!(
    /// Sessions end at once; the account may come in again.
    sessions_are_ended_from_outside,
    |server: Server| async move {
        let world = World::new(&server).await;
        let id = account_id(&world.admin, "captura.raiz").await;
        let path = format!("/api/v1/admin/accounts/{id}/sign-out");
        let _ = world.admin.post(&path, &json!({})).await.ok();
        assert_eq!(world.operator.get("/api/v1/auth/me").await.status, 401);
        let _ = Person::sign_in(&server, "captura.raiz", builders::PASSWORD).await;
        let own = account_id(&world.admin, "admin").await;
        let path = format!("/api/v1/admin/accounts/{own}/sign-out");
        world.admin.post(&path, &json!({})).await.refused(409, "wrong_state");
    }
);
