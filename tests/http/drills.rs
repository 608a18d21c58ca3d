//! A drill publishes in a log of its own, and is made from a real election without anybody of it.

use serde_json::{Value, json};

use super::*;
use builders::{World, election_day, election_setup, id, party};

/// The setup of an election that is no drill.
pub fn real_setup() -> Value {
    let mut setup = election_setup(&election_day());
    setup["name"] = json!("Ayuntamientos reales");
    setup["drill"] = json!(false);
    setup
}

/// What `verify` prints; that it found nothing.
async fn verified(server: &Server) -> String {
    let (code, out, err) = server.command(&["verify"]).await;
    assert_eq!(code, 0, "{out}{err}");
    out
}

on_both!(
    /// Neither number nor hash of the real log knows of a drill, and `verify` walks both.
    what_a_drill_publishes_is_in_a_log_of_its_own,
    |server: Server| async move {
        let drill = World::new(&server).await;
        let real = drill.beside(&server, &real_setup(), "captura.real").await;
        drill.publish().await;
        assert_eq!((server.rows("drill_log").await, server.rows("publication_log").await), (1, 0));
        real.publish().await;
        assert_eq!((server.rows("drill_log").await, server.rows("publication_log").await), (1, 1));
        let meta = async |path: &str| {
            let answer = builders::public_answer(&server, path, |it| it.status == 200).await;
            answer.json()["meta"].clone()
        };
        let (of_drill, of_real) = (meta(&drill.public()).await, meta(&real.public()).await);
        assert_eq!((&of_drill["log"], &of_drill["log_seq"]), (&json!("drill"), &json!(1)));
        assert_eq!((&of_real["log"], &of_real["log_seq"]), (&json!("publication"), &json!(1)));
        // Nobody finds a drill's record by a search engine.
        let robots = async |path: &str| Person::anonymous(&server).get(path).await.header("x-robots-tag").to_owned();
        assert_eq!((robots(&drill.public()).await, robots(&real.public()).await), ("noindex".into(), String::new()));
        let ends = meta("/api/v1/elections").await;
        assert_eq!((&ends["log_seq"], &ends["drill_log_seq"]), (&json!(1), &json!(1)));
        let out = verified(&server).await;
        assert!(out.contains("Entradas de la bitácora revisadas: 1"), "{out}");
        assert!(out.contains("Entradas de la bitácora de simulacros revisadas: 1"), "{out}");
        // A drill's entry moved into the real log is found, and so is one that is changed.
        let copied = "INSERT INTO publication_log SELECT 2, entry, hash, at, kind, election_id, candidacy_id, \
                      record_sha256 FROM drill_log";
        server.change_database(copied).await;
        let (code, out, _) = server.command(&["verify"]).await;
        assert!(code != 0 && out.contains("otra bitácora"), "{out}");
        server.change_database("DELETE FROM publication_log WHERE seq = 2").await;
        let _ = verified(&server).await;
        server.change_database("UPDATE drill_log SET kind = 'pause'").await;
        let (code, out, _) = server.command(&["verify"]).await;
        assert!(code != 0 && out.contains("entrada 1 de los simulacros"), "{out}");
    }
);

on_both!(
    /// Each log has its own cut-off in a list: what a drill publishes or withdraws moves only that of drills.
    the_cut_off_of_real_lists_does_not_move_with_drills,
    |server: Server| async move {
        let drill = World::new(&server).await;
        let real = drill.beside(&server, &real_setup(), "captura.real").await;
        real.publish().await;
        let own = builders::public_answer(&server, &real.public(), |it| it.status == 200).await;
        let own = own.json()["meta"]["cut_off"].clone();
        let list = format!("/api/v1/candidacies?election={}", real.election);
        let at = async |seq: u64| {
            let known = |it: &conoceles_tests::Answer| it.json()["meta"]["drill_log_seq"] == seq;
            builders::public_answer(&server, &list, known).await.json()["meta"].clone()
        };
        let before = at(0).await;
        assert_eq!((&before["cut_off"], &before["drill_cut_off"]), (&own, &Value::Null));
        drill.publish().await;
        let after = at(1).await;
        assert_eq!((&after["log_seq"], &after["cut_off"]), (&json!(1), &own));
        let of_drill = builders::public_answer(&server, &drill.public(), |it| it.status == 200).await;
        assert_eq!(after["drill_cut_off"], of_drill.json()["meta"]["cut_off"]);
        for path in ["/api/v1/elections", "/api/v1/candidacies"] {
            let meta = Person::anonymous(&server).get(path).await.json()["meta"].clone();
            assert_eq!((&meta["cut_off"], &meta["drill_cut_off"]), (&own, &after["drill_cut_off"]), "{path}");
        }
    }
);

on_both!(
    /// What a drill published before it had a log of its own stays where it is, and goes on in its own.
    what_stood_in_the_other_log_stays_and_goes_on_in_its_own,
    |server: Server| async move {
        let world = World::new(&server).await;
        let real = world.beside(&server, &real_setup(), "captura.real").await;
        real.publish().await;
        let _ = builders::public_record(&server, &real.public()).await;
        // As if the election had been a drill all along, in a version that knew one log.
        let setup = |drill: bool| format!("\"drill\":{drill}");
        let turned = format!(
            "UPDATE elections SET setup = REPLACE(setup, '{}', '{}') WHERE id = '{}'",
            setup(false), setup(true), real.election
        );
        server.change_database(&turned).await;
        let acuerdo = json!({ "acuerdo": "IEEM/CG/7/2027" });
        let path = format!("/api/v1/admin/candidacies/{}/cancellation", real.candidacy);
        let asked = real.admin.post(&path, &acuerdo).await;
        assert_eq!(endings::once_confirmed(&server, asked).await.status, 200);
        assert_eq!((server.rows("drill_log").await, server.rows("publication_log").await), (1, 1));
        let _ = builders::public_answer(&server, &real.public(), |it| it.status == 410).await;
        let out = verified(&server).await;
        assert!(out.contains("candidatura retirada: 1"), "{out}");
    }
);

/// A real election with dates, actors, reasons and rules of language.
async fn source(world: &World) -> String {
    let admin = &world.admin;
    let mut setup = real_setup();
    setup["settings"] = json!({ "claim_minutes": 25 });
    setup["phases"] = json!([
        { "kind": "capture", "starts": "2031-03-01T06:00:00Z", "ends": "2031-04-01T05:59:59Z" },
    ]);
    setup["date"] = json!("2031-06-01");
    let election = id(&admin.post("/api/v1/admin/elections", &setup).await.ok());
    let only = party(admin, "Partido Nopal", "PN", "#2f6f2f").await;
    let _ = builders::actor(admin, &election, "party", "Partido Nopal", &[only]).await;
    let _ = builders::actor(admin, &election, "independent", "Persona Con Nombre", &[]).await;
    let reasons = json!({ "templates": [{ "ground": "does_not_answer", "text": "No dice los plazos de la meta." }] });
    let path = format!("/api/v1/admin/elections/{election}/reason-templates");
    let _ = admin.put(&path, 0, &reasons).await.ok();
    let path = format!("/api/v1/admin/elections/{election}/language");
    let _ = admin
        .put(&path, 0, &json!({ "added": [], "off": ["ciudadanos"] }))
        .await
        .ok();
    election
}

on_both!(
    /// Settings, dates moved to begin today, places, actors with parties, reasons and rules; no person.
    a_drill_takes_over_an_election_without_its_people,
    |server: Server| async move {
        let world = World::new(&server).await;
        let admin = &world.admin;
        let election = source(&world).await;
        let path = format!("/api/v1/admin/elections/{election}");
        let draft = admin.get(&format!("{path}/drill-draft")).await.ok();
        assert_eq!(draft["actors"], json!(["Partido Nopal"]));
        assert_eq!((&draft["actors_left_out"], &draft["reason_templates"], &draft["language_rules"]), (&json!(1), &json!(1), &json!(1)));
        let mut setup = draft["setup"].clone();
        assert_eq!((&setup["drill"], &setup["name"]), (&json!(true), &json!("Ayuntamientos reales (simulacro)")));
        let today = builders::day_from_now(0);
        let begins = setup["phases"][0]["starts"].as_str().unwrap();
        assert_eq!(begins, format!("{today}T06:00:00Z"));
        assert_eq!(server.number("SELECT COUNT(*) FROM elections").await, 2, "looking makes nothing");
        let drills = format!("{path}/drills");
        setup["drill"] = json!(false);
        setup["name"] = json!("x");
        assert_eq!(admin.post(&drills, &setup).await.pointers(), ["/drill", "/name"]);
        setup["drill"] = json!(true);
        setup["name"] = json!("Práctica de mayo");
        let nobody = "/api/v1/admin/elections/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/drills";
        assert_eq!(admin.post(nobody, &setup).await.status, 404);
        let made = admin.post(&drills, &setup).await;
        assert_eq!(made.status, 201, "{}", made.text());
        let made = made.json();
        assert_eq!((&made["setup"]["settings"]["claim_minutes"], &made["candidacies"]), (&json!(25), &json!(0)));
        let of = |rest: &str| format!("/api/v1/admin/elections/{}/{rest}", id(&made));
        let actors = admin.get(&of("actors")).await.ok();
        let actors = actors["data"].as_array().unwrap();
        assert_eq!(actors.len(), 1);
        assert_eq!((&actors[0]["name"], &actors[0]["accounts"]), (&json!("Partido Nopal"), &json!(0)));
        assert_eq!(actors[0]["parties"][0]["acronym"], "PN");
        let reasons = admin.get(&of("reason-templates")).await.ok();
        assert_eq!(reasons["templates"][0]["text"], "No dice los plazos de la meta.");
        let language = admin.get(&of("language")).await.ok();
        assert_eq!(language["rules"]["off"], json!(["ciudadanos"]));
        let source = admin.get(&path).await.ok();
        assert_eq!((&source["version"], &source["actors"]), (&json!(1), &json!(2)), "the source stays");
        let told = format!(
            "SELECT COUNT(*) FROM audit WHERE action = 'election.created' AND detail LIKE '%copied_from%{election}%'"
        );
        assert_eq!(server.number(&told).await, 1);
        let persons = "SELECT COUNT(*) FROM audit WHERE detail LIKE '%Persona Con Nombre%'";
        assert_eq!(server.number(persons).await, 0);
        // A drill may be made from a drill, and its name says so once.
        let again = admin.get(&of("drill-draft")).await.ok();
        assert_eq!(again["setup"]["name"], "Práctica de mayo (simulacro)");
        world.operator.get(&of("drill-draft")).await.refused(403, "forbidden");
    }
);
