//! Candidacies that belong together: titular and alternate, whoever took another's place.

use serde_json::json;

use super::*;
use builders::{World, public_answer, public_record};

on_both!(
    /// Titular and alternate of one formula are named on each other's record, card and page; whoever
    /// is withdrawn is named no more, and a substitute says whose place it took.
    a_formula_and_its_substitute,
    |server: Server| async move {
        let world = World::new(&server).await;
        let mut new = builders::new_candidacy(&world.actor, "Suplente");
        new["registration"]["role"] = json!("alternate");
        new["private"]["curp"] = json!(null);
        let alternate = builders::register(&world.admin, &world.election, &new).await;
        world.publish().await;
        let _ = public_record(&server, &world.public()).await;
        let lone = Person::anonymous(&server).get(&world.public()).await.ok();
        assert!(lone["meta"]["formula"].is_null(), "nobody is named before their own publication");
        let (titular, public) = (world.candidacy.clone(), world.public());
        let second = World { candidacy: alternate.clone(), ..world };
        second.publish().await;
        let _ = public_record(&server, &second.public()).await;

        let reader = Person::anonymous(&server);
        let named = public_answer(&server, &public, |it| !it.json()["meta"]["formula"].is_null()).await.json();
        assert_eq!(named["meta"]["formula"]["id"], json!(alternate));
        assert_eq!(named["meta"]["formula"]["role"]["code"], "alternate");
        let other = reader.get(&second.public()).await.ok();
        assert_eq!(other["meta"]["formula"]["id"], json!(titular));
        let list = reader.get("/api/v1/candidacies").await.ok();
        for card in list["data"].as_array().unwrap() {
            assert_ne!(card["formula"]["id"], card["id"]);
            assert!(card["formula"]["name"].is_string(), "{card}");
        }
        for (page, link) in [(&titular, &alternate), (&alternate, &titular)] {
            let html = reader.get(&format!("/candidaturas/{page}")).await.text();
            assert!(html.contains("Fórmula con") && html.contains(&format!("href=\"/candidaturas/{link}\"")));
        }
        let html = reader.get("/candidaturas").await.text();
        assert_eq!(html.matches(">Fórmula con").count(), 2);
        let (code, out, _) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}");

        // A place that nobody left cannot be taken.
        new["registration"]["first_surname"] = json!("Relevo");
        new["own_period"] = json!({ "starts": "2020-01-01T00:00:00Z", "ends": "2099-01-01T00:00:00Z" });
        new["substitutes"] = json!(alternate);
        let early = builders::try_to_register(&second.admin, &second.election, &new).await;
        assert_eq!(early.pointers(), ["/substitutes"]);
        endings::end_candidacy(&server, &second.admin, &alternate, "substitution").await;
        let _ = public_answer(&server, &public, |it| it.json()["meta"]["formula"].is_null()).await;
        let substitute = builders::register(&second.admin, &second.election, &new).await;
        let again = builders::try_to_register(&second.admin, &second.election, &new).await;
        assert_eq!(again.pointers(), ["/substitutes"]);
        let third = World { candidacy: substitute.clone(), ..second };
        third.publish().await;
        let path = third.public();
        let record = public_answer(&server, &path, |it| it.status == 200).await.json();
        assert_eq!(record["meta"]["substitutes"], json!(alternate));
        let html = reader.get(&format!("/candidaturas/{substitute}")).await.text();
        assert!(html.contains("Sustituye a"));
        let task = third.operator.get(&third.capture("")).await.ok();
        assert_eq!(task["seat"]["substitutes"]["id"], json!(alternate));
        let left = format!("/api/v1/capture/candidacies/{alternate}");
        let left = third.operator.get(&left).await.ok();
        assert_eq!(left["seat"]["substituted_by"]["id"], json!(substitute));
        let path = format!("/api/v1/admin/elections/{}/candidacies", third.election);
        let listed = third.admin.get(&path).await.ok();
        let mut all = listed["data"].as_array().unwrap().iter();
        let card = all.find(|it| it["id"] == json!(alternate)).unwrap();
        assert_eq!(card["seat"]["substituted_by"]["id"], json!(substitute));
        let home = third.operator.get("/api/v1/capture/home").await.ok();
        let mut all = home["candidacies"].as_array().unwrap().iter();
        let own = all.find(|it| it["id"] == json!(substitute)).unwrap();
        assert_eq!(own["seat"]["substitutes"]["id"], json!(alternate));
        let _ = public_answer(&server, &public, |it| it.json()["meta"]["formula"]["id"] == json!(substitute)).await;
    }
);
