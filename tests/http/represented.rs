//! One representative of several actors: one account, one receipt for each, and a choice of whom to work for.

use serde_json::{Value, json};

use super::*;
use builders::World;

/// A second actor with a candidacy, which the world's operator represents as well; its id and the
/// candidacy's.
async fn also_represented(world: &World) -> (String, String) {
    let (admin, election) = (&world.admin, &world.election);
    let party = builders::party(admin, "Partido Alameda", "PA", "#335577").await;
    let actor = builders::actor(admin, election, "party", "Partido Alameda", &[party]).await;
    let mut new = builders::new_candidacy(&actor, "Tinoco");
    new["private"]["curp"] = json!(null);
    let candidacy = builders::register(admin, election, &new).await;
    let account = builders::account_id(admin, "captura.raiz").await;
    let path = format!("/api/v1/admin/accounts/{account}/actors");
    let shown = admin.post(&path, &json!({ "actor": actor })).await.ok();
    assert_eq!(shown["represents"][0]["actor"], json!(actor));
    (actor, candidacy)
}

async fn work_for(person: &Person, actor: &str) -> Value {
    let body = json!({ "actor": actor });
    person.replace("/api/v1/auth/actor", &body).await.ok()
}

on_both!(
    /// The receipt of each actor is accepted apart, each starts its own period, and nothing of the one is
    /// reached while working for the other.
    one_account_works_for_several_actors_one_at_a_time,
    |server: Server| async move {
        let world = World::new(&server).await;
        let (other, candidacy) = also_represented(&world).await;
        let operator = &world.operator;
        let of_other = format!("/api/v1/capture/candidacies/{candidacy}");
        operator.get(&of_other).await.refused(404, "not_found");
        let me = operator.get("/api/v1/auth/me").await.ok();
        assert_eq!(me["represented"].as_array().map(Vec::len), Some(2));
        assert_eq!(me["actor"]["id"], json!(world.actor));

        assert_eq!(work_for(operator, &other).await["actor"]["id"], json!(other));
        operator.get(&of_other).await.refused(403, "first_steps_pending");
        let receipt = operator.get("/api/v1/auth/receipt").await.ok();
        assert_eq!((&receipt["actor_name"], &receipt["received"]), (&json!("Partido Alameda"), &Value::Null));
        // What another window shows is not accepted for whom this one works by now.
        let shown = format!("/api/v1/auth/receipt?actor={}", world.actor);
        operator.post(&shown, &json!({})).await.refused(409, "wrong_state");
        let shown = format!("/api/v1/auth/receipt?actor={other}");
        let accepted = operator.post(&shown, &json!({})).await.ok();
        assert!(accepted["received"].is_string() && accepted["code"].is_string(), "{accepted}");
        assert_eq!(operator.get(&of_other).await.ok()["state"], "registered");
        operator.get(&world.capture("")).await.refused(404, "not_found");
        let pdf = operator.get("/api/v1/auth/receipt/pdf").await;
        assert!(pdf.bytes.starts_with(b"%PDF-"));

        work_for(operator, &world.actor).await;
        assert_eq!(operator.get(&world.capture("")).await.ok()["state"], "registered");
        let own = operator.get("/api/v1/auth/receipt").await.ok();
        assert_ne!(own["code"], accepted["code"]);
    }
);

on_both!(
    /// Only an operator represents, only whom an administrator gave, each once; taken back, it is out of
    /// reach at once.
    what_is_represented_is_given_and_taken_back,
    |server: Server| async move {
        let world = World::new(&server).await;
        let (other, candidacy) = also_represented(&world).await;
        let admin = &world.admin;
        let account = builders::account_id(admin, "captura.raiz").await;
        let path = format!("/api/v1/admin/accounts/{account}/actors");
        for actor in [&other, &world.actor] {
            let again = admin.post(&path, &json!({ "actor": actor })).await;
            again.refused(409, "already_exists");
        }
        let nobody = json!({ "actor": "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" });
        assert_eq!(admin.post(&path, &nobody).await.pointers(), ["/actor"]);
        let validator = builders::account_id(admin, "validacion1").await;
        let staff = format!("/api/v1/admin/accounts/{validator}/actors");
        admin.post(&staff, &json!({ "actor": other })).await.refused(409, "wrong_state");
        let stranger = world.stranger(&server).await;
        let foreign = stranger.replace("/api/v1/auth/actor", &json!({ "actor": other })).await;
        foreign.refused(404, "not_found");

        work_for(&world.operator, &other).await;
        let _ = world.operator.post("/api/v1/auth/receipt", &json!({})).await.ok();
        let of_other = format!("/api/v1/capture/candidacies/{candidacy}");
        let _ = world.operator.get(&of_other).await.ok();
        let listed = admin.get("/api/v1/admin/accounts").await.ok();
        let of = |login: &str| {
            let all = listed["data"].as_array().unwrap().iter();
            all.clone().find(|it| it["login"] == login).unwrap()["represents"].clone()
        };
        assert_eq!(of("captura.raiz"), admin.get(&format!("/api/v1/admin/accounts/{account}")).await.ok()["represents"]);
        assert_eq!(of("captura.raiz")[0]["actor"], json!(other));
        assert_eq!(of("admin"), Value::Null);
        let told = async || {
            let list = world.operator.get("/api/v1/notices").await.ok();
            let all = list["data"].as_array().unwrap();
            let all = all.iter().filter(|it| it["title"] == "Ya no captura para un actor político");
            all.map(|it| it["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(told().await, Vec::<String>::new());
        assert_eq!(admin.delete(&format!("{path}/{other}")).await.status, 204);
        let texts = told().await;
        assert!(matches!(texts.as_slice(), [it] if it.contains("«Partido Alameda»")), "{texts:?}");
        // Its receipt is still the one that an account accepted: there is none on paper to annul.
        let annul = format!("/api/v1/admin/actors/{other}/paper-receipt/annulment");
        let why = json!({ "reference": "Oficio UT/12/2027", "reason": "El acuse no es de este actor." });
        admin.post(&annul, &why).await.refused(409, "wrong_state");
        world.operator.get(&of_other).await.refused(404, "not_found");
        let _ = world.operator.get(&world.capture("")).await.ok();
        let again = world.operator.replace("/api/v1/auth/actor", &json!({ "actor": other })).await;
        again.refused(404, "not_found");
    }
);
