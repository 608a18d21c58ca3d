//! Boards and reports: the same figures everywhere, as of now and as they were issued.

use serde_json::{Value, json};

use super::held_publication::edit_setup;
use super::*;
use builders::{PASSWORD, World};
use conoceles_tests::eventually;

/// The path of an election's reports.
fn reports(world: &World, rest: &str) -> String {
    format!("/api/v1/reports/elections/{}/{rest}", world.election)
}

/// The number of a measure in the general table.
fn total(report: &Value, measure: &str) -> Value {
    let table = table(report, "totals");
    let rows = table["rows"].as_array().unwrap();
    let row = rows.iter().find(|it| it["code"] == measure).unwrap();
    row["cells"][0]["number"].clone()
}

fn table<'a>(report: &'a Value, id: &str) -> &'a Value {
    let tables = report["tables"].as_array().unwrap();
    tables.iter().find(|it| it["id"] == id).unwrap()
}

async fn observer(server: &Server, world: &World) -> Person {
    builders::account(server, &world.admin, "cevine", "observer", None).await
}

on_both!(
    figures_follow_what_happens_to_a_candidacy,
    |server: Server| async move {
        let world = World::new(&server).await;
        let observer = observer(&server, &world).await;
        let path = reports(&world, "board");
        let told = async |measure: &str| total(&observer.get(&path).await.ok(), measure);
        assert_eq!(told("registered").await, 1.0);
        assert_eq!(told("account_delivered").await, 1.0);
        assert_eq!(told("curricular_nothing").await, 1.0);
        world.begin().await;
        assert_eq!(told("curricular_partial").await, 1.0);
        assert_eq!(told("in_capture").await, 1.0);
        let mut another = builders::new_candidacy(&world.actor, "Robles");
        another["private"]["curp"] = json!(null);
        another["registration"]["office"] = json!("deputy_mr");
        another["registration"]["territory_kind"] = json!("local_district");
        another["registration"]["territory_code"] = json!("33");
        let another = World {
            candidacy: builders::register(&world.admin, &world.election, &another).await,
            admin: Person::sign_in(&server, "admin", PASSWORD).await,
            operator: Person::sign_in(&server, "captura.raiz", PASSWORD).await,
            validators: [
                Person::sign_in(&server, "validacion1", PASSWORD).await,
                Person::sign_in(&server, "validacion2", PASSWORD).await,
            ],
            election: world.election.clone(),
            actor: world.actor.clone(),
        };
        another.submit().await;
        let report = observer.get(&path).await.ok();
        for (measure, count) in [
            ("registered", 2.0),
            ("sent", 1.0),
            ("in_review", 1.0),
            ("both_complete", 1.0),
            ("photo", 1.0),
            ("published", 0.0),
            ("observed", 0.0),
        ] {
            assert_eq!(total(&report, measure), count, "{measure}");
        }
        let _ = another.turn(0, None).await;
        assert_eq!(
            another.turn(1, Some("motivation")).await["state"],
            "observed"
        );
        assert_eq!(told("observed").await, 1.0);
        assert_eq!(told("mended").await, 0.0);
        let acuerdo = json!({ "acuerdo": "Acuerdo IEEM/CG/2/2027" });
        let ended = format!("/api/v1/admin/candidacies/{}/substitution", world.candidacy);
        let _ = world.admin.post(&ended, &acuerdo).await.ok();
        let report = observer.get(&path).await.ok();
        assert_eq!(total(&report, "registered"), 1.0);
        assert_eq!(total(&report, "substituted"), 1.0);
        assert_eq!(
            report["base"],
            "Base: candidaturas registradas que no fueron sustituidas ni canceladas (1)."
        );
    }
);

on_both!(
    /// What the clock decided is in the figures before anything stores it.
    a_period_that_ends_moves_the_figures_at_once,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = observer(&server, &world).await;
        world.begin().await;
        let path = reports(&world, "board");
        let reader = Person::sign_in(&server, "cevine", PASSWORD).await;
        assert_eq!(total(&reader.get(&path).await.ok(), "sent"), 0.0);
        server.advance_days(16);
        let reader = Person::sign_in(&server, "cevine", PASSWORD).await;
        let report = reader.get(&path).await.ok();
        assert_eq!(total(&report, "sent"), 1.0);
        let clocks = table(&report, "compliance");
        assert_eq!(clocks["rows"][0]["cells"][6]["text"], "Concluido");
    }
);

on_both!(
    no_format_tells_another_figure,
    |server: Server| async move {
        let world = World::new(&server).await;
        let observer = observer(&server, &world).await;
        world.submit().await;
        for kind in ["board", "observations", "identity"] {
            let path = reports(&world, kind);
            let report = observer.get(&path).await.ok();
            for table in report["tables"].as_array().unwrap() {
                let id = table["id"].as_str().unwrap();
                let csv = observer.get(&format!("{path}/csv?table={id}")).await;
                assert!(csv.bytes.starts_with("\u{feff}".as_bytes()));
                let mut reader = csv_reader(&csv.bytes);
                for (row, line) in table["rows"].as_array().unwrap().iter().zip(&mut reader) {
                    let wanted = row["cells"].as_array().unwrap().iter().map(|cell| {
                        match cell["number"].as_f64() {
                            Some(number) => number.to_string(),
                            None => cell["text"].as_str().unwrap().to_owned(),
                        }
                    });
                    assert_eq!(line[1..], wanted.collect::<Vec<_>>(), "{kind} {id}");
                }
            }
            let book = observer.get(&format!("{path}/xlsx")).await;
            assert!(book.bytes.starts_with(b"PK"), "{kind}");
            assert!(book.header("content-disposition").contains(".xlsx"));
            let pdf = observer.get(&format!("{path}/pdf")).await;
            assert!(pdf.bytes.starts_with(b"%PDF-"), "{kind}");
        }
        let board = reports(&world, "board");
        observer
            .get(&format!("{board}/csv?table=nada"))
            .await
            .refused(404, "not_found");
        observer
            .get(&format!("{board}/docx"))
            .await
            .refused(400, "malformed_path");
    }
);

/// The lines after the header; no label of these tests has a comma or a quote but days.
fn csv_reader(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8_lossy(bytes);
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    text.lines().skip(1).map(cells).collect()
}

on_both!(
    /// At its cut-off a report is issued, once, and says for ever what it said then; the next one tells
    /// what changed since.
    reports_are_kept_as_they_were_issued,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = observer(&server, &world).await;
        let _ = edit_setup(&world.admin, &world.election, |it| it["settings"]["report_days"] = json!(7))
            .await
            .ok();
        world.begin().await;
        let path = reports(&world, "issued");
        let issued = async |count: usize| {
            let reader = Person::sign_in(&server, "cevine", PASSWORD).await;
            let list = eventually("issued reports", async || {
                let list = reader.get(&path).await.ok()["data"].as_array().unwrap().clone();
                if list.len() == count { Ok(list) } else { Err(format!("{list:?}")) }
            })
            .await;
            (reader, list)
        };
        server.advance_days(7);
        let (reader, first) = issued(1).await;
        assert_eq!(first[0]["head"]["number"], 1);
        assert_eq!(first[0]["head"]["kind"], "progress");
        let first_path = format!("/api/v1/reports/issued/{}", first[0]["id"].as_str().unwrap());
        let before = reader.get(&first_path).await.ok();
        assert_eq!(total(&before, "sent"), 0.0);
        server.advance_days(14);
        let (reader, second) = issued(2).await;
        assert_eq!(reader.get(&first_path).await.ok(), before);
        let second_path = format!("/api/v1/reports/issued/{}", second[0]["id"].as_str().unwrap());
        let after = reader.get(&second_path).await.ok();
        assert_eq!(total(&after, "sent"), 1.0);
        assert_eq!(after["since"]["number"], 1);
        let sent = table(&after, "totals")["rows"].as_array().unwrap();
        let sent = sent.iter().find(|it| it["code"] == "sent").unwrap();
        assert_eq!(sent["cells"][2]["text"], "+1");
        let pdf = reader.get(&format!("{second_path}/pdf")).await;
        assert!(pdf.bytes.starts_with(b"%PDF-"));
        server.advance_days(120);
        let (reader, all) = issued(4).await;
        assert!(all.iter().any(|it| it["head"]["kind"] == "final"));
        let last = all.iter().find(|it| it["head"]["kind"] == "final").unwrap();
        let last = reader.get(&format!("/api/v1/reports/issued/{}", last["id"].as_str().unwrap())).await.ok();
        assert_eq!(total(&last, "registered"), 1.0, "closing changes no figure");
        assert_eq!(total(&last, "sent"), 1.0);
    }
);

on_both!(
    /// A job counts, and an entry says that it did; of an election too small nothing is told, and why.
    identity_answers_are_counted_by_a_job_alone,
    |server: Server| async move {
        let world = World::new(&server).await;
        let observer = observer(&server, &world).await;
        world.submit().await;
        let path = reports(&world, "identity");
        let none = observer.get(&path).await.ok();
        assert_eq!(none["base"], "Todavía no hay un corte de la estadística de identidad.");
        let opened = "SELECT COUNT(*) FROM audit WHERE action = 'identity.counted' AND account_id IS NULL";
        assert_eq!(server.number(opened).await, 0, "nobody's request opens an answer");
        server.advance_days(31);
        let reader = Person::sign_in(&server, "cevine", PASSWORD).await;
        let report = eventually("a cut", async || {
            let report = reader.get(&path).await.ok();
            if report["base"] == none["base"] { Err(report.to_string()) } else { Ok(report) }
        })
        .await;
        assert_eq!(report["base"], "La elección es demasiado pequeña para publicar cifras.");
        assert_eq!(report["tables"], json!([]));
        let notices = report["notices"].to_string();
        assert!(notices.contains("acción afirmativa") && notices.contains("Todo está reservado"), "{notices}");
        assert_eq!(server.number(opened).await, 1);
        assert_eq!(server.rows("identity_cuts").await, 1);
    }
);

on_both!(
    /// The evidence says what is missing, since when, and what more time was given; observers read it
    /// without names.
    evidence_of_what_is_missing,
    |server: Server| async move {
        let world = World::new(&server).await;
        let observer = observer(&server, &world).await;
        world.begin().await;
        let more = json!({ "ends_on": builders::day_from_now(20), "reason": "Fallas del servicio eléctrico en la sede." });
        let extension = format!("/api/v1/admin/actors/{}/extension", world.actor);
        let _ = world.admin.post(&extension, &more).await.ok();
        let path = format!("/api/v1/reports/actors/{}/evidence", world.actor);
        let named = world.validators[0].get(&path).await.ok();
        let missing = &table(&named, "missing")["rows"][0];
        assert_eq!(missing["label"], "Maribel Ocampo Tenorio");
        assert_eq!(missing["cells"][3]["number"], 9.0);
        let given = &table(&named, "extensions")["rows"][0]["cells"];
        assert_eq!(given[2]["text"], "Fallas del servicio eléctrico en la sede.");
        let unnamed = observer.get(&path).await.ok();
        assert!(!unnamed.to_string().contains("Ocampo"));
        assert_eq!(table(&unnamed, "missing")["rows"][0]["label"], json!(world.candidacy));
        for canary in builders::CANARIES {
            assert!(!named.to_string().contains(canary));
        }
        let other = "/api/v1/reports/actors/00000000-0000-7000-8000-000000000000/evidence";
        observer.get(other).await.refused(404, "not_found");
    }
);

on_both!(
    /// The technician sees how the installation is, and nothing of what it holds.
    the_technical_state_has_no_content,
    |server: Server| async move {
        let world = World::new(&server).await;
        let technician = builders::account(&server, &world.admin, "uie", "technician", None).await;
        world.submit().await;
        let state = technician.get("/api/v1/technical/state").await.ok();
        assert_eq!(state["review_queue"], 0, "a drill is nobody's work");
        assert!(state["migration"].as_u64() >= Some(54));
        assert!(state["database_bytes"].as_u64() > Some(4096));
        assert!(state["objects"].as_u64() > Some(0));
        assert!(state["last_sweep"].is_string());
        assert_eq!(state["last_backup"], Value::Null);
        let (code, out, err) = server.command(&["backup-made"]).await;
        assert_eq!(code, 0, "{out}{err}");
        let state = technician.get("/api/v1/technical/state").await.ok();
        assert!(state["last_backup"].is_string(), "{state}");
        assert!(!state.to_string().contains("Ocampo"));
        for path in [reports(&world, "board"), reports(&world, "identity")] {
            technician.get(&path).await.refused(403, "forbidden");
            world.operator.get(&path).await.refused(403, "forbidden");
        }
    }
);

on_both!(
    /// The technician's count is what the queue shows of real elections: corrections too, drills never.
    the_technicians_count_is_that_of_the_queue,
    |server: Server| async move {
        let drill = World::new(&server).await;
        let real = drill.beside(&server, &drills::real_setup(), "captura.real").await;
        let technician = builders::account(&server, &drill.admin, "uie", "technician", None).await;
        let count = async || {
            let state = technician.get("/api/v1/technical/state").await.ok();
            state["review_queue"].clone()
        };
        let waiting = async || {
            let path = format!("/api/v1/review/queue?election={}", real.election);
            real.validators[0].get(&path).await.ok()["counts"]["waiting"].clone()
        };
        drill.submit().await;
        assert_eq!((count().await, waiting().await), (json!(0), json!(0)));
        real.submit().await;
        assert_eq!((count().await, waiting().await), (json!(1), json!(1)));
        real.approve().await;
        assert_eq!((count().await, waiting().await), (json!(0), json!(0)));
        let asked = json!({ "sections": ["motivation"], "reason": "Un dato cambió desde que se capturó." });
        let _ = real.operator.post(&real.capture("/correction"), &asked).await.ok();
        assert_eq!((count().await, waiting().await), (json!(1), json!(1)));
    }
);
