//! Nothing of a drill gets into a real election: whatever takes the id of another thing refuses that of one
//! elsewhere, and nothing is stored.

use reqwest::Method;
use serde_json::{Value, json};

use super::drills::real_setup;
use super::*;
use builders::{World, new_candidacy, try_to_register};

/// A drill and a real election with the same parties and people; the drill has a district more.
async fn both(server: &Server) -> (World, World) {
    let drill = World::new(server).await;
    let mut setup = real_setup();
    setup["offices"] = json!(["municipal_presidency"]);
    setup["territories"].as_array_mut().unwrap().pop();
    let real = drill.beside(server, &setup, "captura.real").await;
    (drill, real)
}

/// How much there is of everything that a wall could let through.
async fn stored(server: &Server, real: &World) -> Vec<i64> {
    let mut all = Vec::new();
    for table in ["candidacies", "actors"] {
        let of = format!(
            "SELECT COUNT(*) FROM {table} WHERE election_id = '{}'",
            real.election
        );
        all.push(server.number(&of).await);
    }
    for table in [
        "publication_log",
        "section_versions",
        "consents",
        "receipts",
        "signed_consents",
    ] {
        all.push(server.rows(table).await);
    }
    all
}

on_both!(
    /// A registration, an edit and a substitution name an actor, a place or a candidacy of the drill.
    administration_takes_nothing_of_a_drill_into_a_real_election,
    |server: Server| async move {
        let (drill, real) = both(&server).await;
        let admin = &real.admin;
        let before = stored(&server, &real).await;
        let refused = async |body: &Value| try_to_register(admin, &real.election, body).await.pointers();
        // The actor.
        let other = new_candidacy(&drill.actor, "Luna");
        assert_eq!(refused(&other).await, ["/actor"]);
        // An office and a territory that only the drill has.
        let mut elsewhere = new_candidacy(&real.actor, "Luna");
        elsewhere["registration"]["office"] = json!("deputy_mr");
        elsewhere["registration"]["territory_kind"] = json!("local_district");
        elsewhere["registration"]["territory_code"] = json!("33");
        let pointers = refused(&elsewhere).await;
        assert!(pointers.iter().any(|it| it.starts_with("/registration/")), "{pointers:?}");
        let path = format!("/api/v1/admin/candidacies/{}/registration", real.candidacy);
        let mut edit = admin.get(&path).await.ok()["registration"].clone();
        edit["office"] = json!("deputy_mr");
        edit["territory_kind"] = json!("local_district");
        edit["territory_code"] = json!("33");
        let edit = json!({ "registration": edit, "reference": "IEEM/CG/120/2027" });
        assert_eq!(admin.put(&path, 1, &edit).await.status, 422);
        // Whose place is taken.
        let drilled = &drill.candidacy;
        endings::end_candidacy(&server, admin, drilled, "substitution").await;
        let mut substitute = new_candidacy(&real.actor, "Sol");
        substitute["substitutes"] = json!(drilled);
        substitute["private"]["curp"] = Value::Null;
        assert_eq!(refused(&substitute).await, ["/substitutes"]);
        // Several under one acuerdo: none is, where one is of elsewhere.
        let act = json!({ "acuerdo": "IEEM/CG/130/2027", "candidacies": [real.candidacy, drilled] });
        let path = format!("/api/v1/admin/elections/{}/substitutions", real.election);
        assert_eq!(admin.post(&path, &act).await.pointers(), ["/candidacies/1"]);
        assert_eq!(stored(&server, &real).await, before);
        let state = admin.get(&format!("/api/v1/admin/candidacies/{}", real.candidacy)).await.ok();
        assert_eq!(state["state"], "registered");
    }
);

on_both!(
    /// Whoever captures in the drill writes, consents, uploads and sends nothing of a real candidacy.
    an_operator_of_a_drill_reaches_no_real_candidacy,
    |server: Server| async move {
        let (drill, real) = both(&server).await;
        drill.publish().await;
        let before = stored(&server, &real).await;
        let trainee = &drill.operator;
        let text = json!({ "text": content::text(300) });
        assert_eq!(trainee.put(&real.capture("/sections/motivation"), 0, &text).await.status, 404);
        assert_eq!(builders::consent(trainee, &real.candidacy, "treatment", true).await.status, 404);
        assert_eq!(trainee.post(&real.capture("/submission"), &json!({})).await.status, 404);
        assert_eq!(trainee.get(&real.capture("")).await.status, 404);
        // A sheet with a row of the real candidacy.
        let sheet = format!(
            "id_candidatura,pagina_web\r\n{},https://ejemplo.org\r\n",
            real.candidacy
        );
        for path in ["/api/v1/capture/bulk/dry-run", "/api/v1/capture/bulk/commit"] {
            let headers = [("if-match", "\"0\"")];
            let answer = trainee.send(Method::POST, path, &headers, Some(sheet.clone().into_bytes())).await;
            let code = answer.status.as_u16();
            assert!(code >= 400 || answer.json()["errors"][0].is_object(), "{}", answer.text());
        }
        assert_eq!(stored(&server, &real).await, before);
        // Nor does a receipt of the drill say anything of a real election.
        let receipts = trainee.get(&drill.capture("/receipts")).await.ok();
        let code = receipts["data"][0]["code"].as_str().unwrap().to_owned();
        let check = Person::anonymous(&server).get(&format!("/api/v1/receipts/{code}")).await.ok();
        assert_eq!(
            (&check["data"]["election"]["drill"], &check["data"]["log"]),
            (&json!(true), &json!("drill"))
        );
        assert_eq!(trainee.get(&real.capture(&format!("/receipts/{code}"))).await.status, 404);
    }
);
