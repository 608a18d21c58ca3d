//! Approved and held until the publication of its office begins: nobody outside knows of it.

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::*;
use builders::{PASSWORD, World, confirm_proposal, public_record, second_admin};
use conoceles_tests::Answer;

/// The server's instant, `hours` later.
pub fn hours_from_now(server: &Server, hours: i64) -> DateTime<Utc> {
    let now = DateTime::from_timestamp(i64::try_from(server.now()).unwrap(), 0).unwrap();
    now + Duration::hours(hours)
}

/// What the administrator gets for changing the setup of the world's election.
pub async fn edit_setup(admin: &Person, election: &str, change: impl FnOnce(&mut Value)) -> Answer {
    let path = format!("/api/v1/admin/elections/{election}");
    let before = admin.get(&path).await.ok();
    let mut setup = before["setup"].clone();
    change(&mut setup);
    admin
        .put(&path, before["version"].as_u64().unwrap(), &setup)
        .await
}

/// The world's election publishes municipal presidencies from then on.
pub async fn hold_until(world: &World, from: DateTime<Utc>) {
    let embargo = json!([{ "office": "municipal_presidency", "from": from }]);
    let answer = edit_setup(&world.admin, &world.election, |it| {
        it["embargoes"] = embargo
    })
    .await;
    let _ = answer.ok();
}

/// Two approve; the candidacy is held.
pub async fn approve_held(world: &World) -> Value {
    world.submit().await;
    let _ = world.turn(0, None).await;
    let conclusion = world.turn(1, None).await;
    assert_eq!(conclusion["state"], "approved", "{conclusion}");
    conclusion
}

/// The titles of what the operator was told.
async fn titles(person: &Person) -> Vec<String> {
    let all = person.get("/api/v1/notices").await.ok();
    let all = all["data"].as_array().unwrap().iter();
    all.map(|it| it["title"].as_str().unwrap().to_owned())
        .collect()
}

const LOGGED: &str = "SELECT COUNT(*) FROM drill_log";

on_both!(
    /// Held, it is on both desks with its date and nowhere else; at its date it is public and sealed.
    what_is_held_is_nowhere_public_before_its_date,
    |server: Server| async move {
        let world = World::new(&server).await;
        let from = hours_from_now(&server, 10 * 24);
        hold_until(&world, from).await;
        let conclusion = approve_held(&world).await;
        assert!(conclusion["summary"].as_str().unwrap().contains("Se publicará el"), "{conclusion}");
        assert_eq!(server.number(LOGGED).await, 0);

        // Another office does not wait: once it is public, the first would be, too.
        let mut other = builders::new_candidacy(&world.actor, "Robles");
        other["registration"]["office"] = json!("deputy_mr");
        other["registration"]["territory_kind"] = json!("local_district");
        other["registration"]["territory_code"] = json!("33");
        other["private"]["curp"] = json!(null);
        let other = builders::register(&world.admin, &world.election, &other).await;
        let held = world.candidacy.clone();
        let other = World { candidacy: other, ..world };
        other.publish().await;
        let _ = public_record(&server, &other.public()).await;
        let world = World { candidacy: held, ..other };

        let own_photo = world.operator.get(&world.capture("/sections/photo")).await.ok();
        let photo = own_photo["content"]["sha256"].as_str().unwrap();
        let reader = Person::anonymous(&server);
        for path in [
            world.public(),
            format!("{}/photo/{photo}.jpg", world.public()),
            format!("{}/photo/{photo}-400.webp", world.public()),
            format!("/candidaturas/{}", world.candidacy),
        ] {
            assert_eq!(reader.get(&path).await.status, 404, "{path}");
        }
        let list = reader.get("/api/v1/candidacies").await.ok();
        assert_eq!(list["meta"]["total"], 1);
        let election = format!("/api/v1/elections/{}", world.election);
        for path in [
            "/", "/candidaturas", "/candidaturas?q=ocampo", "/api/v1/candidacies?q=ocampo",
            "/api/v1/candidacies?fields=sections", "/api/v1/elections", &election, "/sitemap.xml", "/feed.xml",
        ] {
            let text = reader.get(path).await.text();
            assert!(!text.contains(&world.candidacy), "{path}");
            assert!(!text.contains("Maribel Ocampo"), "{path}");
        }

        let own = world.operator.get(&world.capture("")).await.ok();
        assert_eq!((&own["state"], &own["publishes_at"]), (&json!("approved"), &json!(from)));
        let home = world.operator.get("/api/v1/capture/home").await.ok();
        let mut summaries = home["candidacies"].as_array().unwrap().iter();
        assert!(summaries.any(|it| it["publishes_at"] == json!(from)), "{home}");
        let desk = world.validators[0].get(&world.review("")).await.ok();
        assert_eq!((&desk["state"], &desk["publishes_at"]), (&json!("approved"), &json!(from)));
        let decided = world.validators[0].get("/api/v1/review/published?q=ocampo").await.ok();
        assert_eq!(decided["total"], 1);
        assert_eq!(decided["data"][0]["state"], "approved");
        assert_eq!(decided["data"][0]["publishes_at"], json!(from));
        let queue = world.validators[0].get("/api/v1/review/queue").await.ok();
        let line = &queue["data"][0];
        assert_eq!((&line["state"], &line["publishes_at"]), (&json!("approved"), &json!(from)), "{queue}");
        assert_eq!((&line["due"], line["refusal"].is_string()), (&Value::Null, true));
        assert!(titles(&world.operator).await.iter().any(|it| it.contains("por publicarse")));

        let path = world.capture("/sections/motivation");
        let text = json!({ "text": content::text(300) });
        world.operator.put(&path, 1, &text).await.refused(409, "wrong_state");
        let basis = json!({ "basis": "Acuerdo IEEM/CG/1/2026" });
        let pause = world.review("/sections/proposal_1/pause");
        world.validators[0].post(&pause, &basis).await.refused(409, "wrong_state");
        world.claim(0).await.refused(409, "wrong_state");

        server.advance(std::time::Duration::from_secs(10 * 24 * 3600 + 1));
        let record = public_record(&server, &world.public()).await;
        assert_eq!(record["id"], json!(world.candidacy));
        assert_eq!(server.number(LOGGED).await, 2, "sealed once each");
        let operator = Person::sign_in(&server, "captura.raiz", PASSWORD).await;
        let own = operator.get(&world.capture("")).await.ok();
        assert_eq!((&own["state"], &own["publishes_at"]), (&json!("published"), &Value::Null));
        assert!(titles(&operator).await.iter().any(|it| it == "Candidatura publicada"));
        let (code, out, _) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}");
    }
);

on_both!(
    /// The date is moved by two, is told, and acts both ways.
    a_moved_date_takes_two_and_acts,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        hold_until(&world, hours_from_now(&server, 48)).await;
        let _ = approve_held(&world).await;
        let later = hours_from_now(&server, 20 * 24);
        let embargo = |from: DateTime<Utc>| json!([{ "office": "municipal_presidency", "from": from }]);
        let edit = edit_setup(&world.admin, &world.election, |it| it["embargoes"] = embargo(later)).await;
        assert_eq!(edit.status, 202, "{}", edit.text());
        let shown = edit.json()["consequences"].to_string();
        assert!(shown.contains("Presidencia municipal") && shown.contains("1 aprobada espera su fecha"), "{shown}");
        let _ = confirm_proposal(&second).await.ok();
        assert!(titles(&world.operator).await.iter().any(|it| it == "Cambió la fecha de publicación"));

        server.advance(std::time::Duration::from_secs(3 * 24 * 3600));
        let world = World {
            admin: Person::sign_in(&server, "admin", PASSWORD).await,
            operator: Person::sign_in(&server, "captura.raiz", PASSWORD).await,
            ..world
        };
        drop(second);
        let second = Person::sign_in(&server, "admin2", PASSWORD).await;
        let own = world.operator.get(&world.capture("")).await.ok();
        assert_eq!((&own["state"], &own["publishes_at"]), (&json!("approved"), &json!(later)));

        // Without a date it does not wait any more.
        let edit = edit_setup(&world.admin, &world.election, |it| it["embargoes"] = json!([])).await;
        assert_eq!(edit.status, 202, "{}", edit.text());
        assert_eq!(server.number(LOGGED).await, 0, "proposed only");
        let _ = confirm_proposal(&second).await.ok();
        let _ = public_record(&server, &world.public()).await;
        assert_eq!(server.number(LOGGED).await, 1);
        let (code, out, _) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}");
    }
);

on_both!(
    /// Substituted while it waits it is never public; a revoked treatment holds it, whatever its date.
    what_ends_or_stops_while_it_waits_is_not_published,
    |server: Server| async move {
        let world = World::new(&server).await;
        hold_until(&world, hours_from_now(&server, 48)).await;
        let _ = approve_held(&world).await;
        let _ = world.consent("treatment", false).await.ok();
        server.advance(std::time::Duration::from_secs(3 * 24 * 3600));
        let world = World {
            admin: Person::sign_in(&server, "admin", PASSWORD).await,
            operator: Person::sign_in(&server, "captura.raiz", PASSWORD).await,
            validators: [
                Person::sign_in(&server, "validacion1", PASSWORD).await,
                Person::sign_in(&server, "validacion2", PASSWORD).await,
            ],
            ..world
        };
        assert_eq!(world.operator.get(&world.capture("")).await.ok()["state"], "approved");
        let desk = world.validators[0].get(&world.review("")).await.ok();
        assert!(desk["consent_revoked"].as_str().unwrap().contains("Lo aprobado no se publica"));
        let acuerdo = json!({ "acuerdo": "Acuerdo IEEM/CG/2/2026" });
        let path = format!("/api/v1/admin/candidacies/{}/substitution", world.candidacy);
        assert_eq!(world.admin.post(&path, &acuerdo).await.ok()["state"], "substituted");
        assert_eq!(server.number(LOGGED).await, 0, "nothing was public, nothing is withdrawn");
        assert_eq!(Person::anonymous(&server).get(&world.public()).await.status, 404);
    }
);

on_both!(
    /// Cancelled while it waits, and brought back after its date: it is public from then on, not since its
    /// date, for the first time, and whoever confirms it knows.
    what_comes_back_after_its_date_is_published_then,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let mut second = second_admin(&server).await;
        hold_until(&world, hours_from_now(&server, 48)).await;
        let _ = approve_held(&world).await;
        let path = format!("/api/v1/admin/candidacies/{}", world.candidacy);
        let acuerdo = json!({ "acuerdo": "Acuerdo IEEM/CG/2/2026" });
        let _ = world.admin.post(&format!("{path}/cancellation"), &acuerdo).await.ok();
        let undoing = json!({ "reference": "Acuerdo IEEM/CG/9/2026", "reason": "Se canceló a otra persona." });
        let path = format!("{path}/reinstatement");
        let early = world.admin.post(&path, &undoing).await.json();
        assert!(early["consequences"].to_string().contains("Se publica el"), "{early}");
        let refusal = format!("/api/v1/admin/proposals/{}/refusal", builders::id(&early));
        let _ = second.post(&refusal, &json!({})).await.ok();

        server.advance(std::time::Duration::from_secs(3 * 24 * 3600));
        world.admin.enter("admin", PASSWORD).await;
        second.enter("admin2", PASSWORD).await;
        world.operator.enter("captura.raiz", PASSWORD).await;
        let late = world.admin.post(&path, &undoing).await.json();
        let said = late["consequences"].to_string();
        assert!(said.contains("se publica en cuanto se confirme"), "{said}");
        assert!(said.contains("Aprobada, por publicarse"), "{said}");
        let _ = confirm_proposal(&second).await.ok();
        let record = public_record(&server, &world.public()).await;
        let since: DateTime<Utc> = record["published_at"].as_str().unwrap().parse().unwrap();
        assert!(hours_from_now(&server, 0) - since < Duration::hours(1), "{since}");
        assert_eq!(server.number("SELECT COUNT(*) FROM drill_log WHERE kind = 'publication'").await, 1);
        assert_eq!(server.number(LOGGED).await, 1);
        let own = world.operator.get("/api/v1/notices").await.ok();
        assert!(own.to_string().contains("está a la vista"), "{own}");
        let (code, out, _) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}");
    }
);
