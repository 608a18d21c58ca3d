//! Each role reads its part of the audit, and nothing that breaks four eyes.

use serde_json::{Value, json};

use super::*;
use builders::World;

/// The entries on a person's first page.
async fn entries(person: &Person, query: &str) -> Vec<Value> {
    let page = person.get(&format!("/api/v1/audit{query}")).await.ok();
    page["data"].as_array().unwrap().clone()
}

/// The codes of their actions, newest first.
async fn actions(person: &Person, query: &str) -> Vec<String> {
    let all = entries(person, query).await;
    all.iter()
        .map(|it| it["action"].as_str().unwrap().to_owned())
        .collect()
}

fn of_a_turn(actions: &[String]) -> Vec<&String> {
    let turns = ["section.decided"];
    let is = |it: &&String| turns.contains(&it.as_str()) || it.starts_with("review.");
    actions.iter().filter(is).collect()
}

on_both!(
    the_second_reviewer_never_reads_of_the_firsts_turn,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let [first, second] = &world.validators;
        let queries = [
            "",
            "?action=section.decided",
            "?action=review.concluded",
            "?who=validacion1",
            "?area=candidacy",
        ];
        // Marked and not concluded; then concluded, while the second turn is pending and under way.
        world.decide(0, None).await;
        for stage in ["marked", "concluded", "second turn"] {
            for query in queries {
                let seen = actions(second, query).await;
                let foreign = of_a_turn(&seen);
                let own_claim = stage == "second turn" && foreign == ["review.claimed"];
                assert!(foreign.is_empty() || own_claim, "{stage} {query}: {seen:?}");
            }
            let file = second.get("/api/v1/audit/export.csv").await;
            assert_eq!(file.status, 200);
            assert!(!file.text().contains("section.decided"), "{stage}");
            assert!(!file.text().contains("review.concluded"), "{stage}");
            // Of their own turn they read.
            let own = actions(first, "?action=section.decided").await;
            assert!(!own.is_empty(), "{stage}");
            match stage {
                "marked" => {
                    let path = world.review("/conclusion");
                    let _ = first.post(&path, &json!({})).await.ok();
                }
                _ => {
                    let _ = world.claim(1).await.ok();
                }
            }
        }
        // Once both are through, all of it may be read.
        assert_eq!(world.turn(1, None).await["state"], "published");
        let all = entries(second, "?action=section.decided&who=validacion1").await;
        assert!(!all.is_empty());
        assert_eq!(all[0]["who"]["name"], "Persona validacion1");
    }
);

on_both!(
    what_was_observed_comes_back_and_stays_kept,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        // The first person's approvals of the other sections count in the next round.
        let _ = world.turn(0, Some("motivation")).await;
        let seen = actions(&world.validators[1], "").await;
        assert_eq!(of_a_turn(&seen), Vec::<&String>::new(), "{seen:?}");
        // Cancelled meanwhile: it may be reinstated with them.
        let path = format!("/api/v1/admin/candidacies/{}/cancellation", world.candidacy);
        let acuerdo = json!({ "acuerdo": "IEEM/CG/1/2027" });
        let _ = world.admin.post(&path, &acuerdo).await.ok();
        let seen = actions(&world.validators[1], "").await;
        assert_eq!(of_a_turn(&seen), Vec::<&String>::new(), "{seen:?}");
        assert!(seen.contains(&"candidacy.cancelled".to_owned()));
    }
);

on_both!(each_role_reads_its_own_part, |server: Server| async move {
    let world = World::new(&server).await;
    let stranger = world.stranger(&server).await;
    let observer = builders::account(&server, &world.admin, "cevine", "observer", None).await;
    let technician = builders::account(&server, &world.admin, "uie", "technician", None).await;
    world.publish().await;

    let admin = actions(&world.admin, "?area=setup").await;
    assert!(admin.contains(&"election.created".to_owned()), "{admin:?}");
    let validator = actions(&world.validators[0], "").await;
    assert!(
        validator.iter().all(|it| !it.starts_with("account.")),
        "{validator:?}"
    );
    assert!(
        actions(&world.validators[0], "?area=accounts")
            .await
            .is_empty()
    );

    let own = entries(&world.operator, "").await;
    let codes: Vec<_> = own.iter().map(|it| it["action"].to_string()).collect();
    assert!(
        codes.contains(&"\"candidacy.submitted\"".to_owned()),
        "{codes:?}"
    );
    for it in &own {
        let action = it["action"].as_str().unwrap();
        assert!(
            !action.starts_with("review.") && action != "section.decided",
            "{it}"
        );
        // Whose of the authority's staff it was is not told.
        let staff = it["role_label"] != "Captura" && !it["role_label"].is_null();
        assert!(!staff || it["who"].is_null(), "{it}");
    }
    for query in ["?who=validacion1", "?who=admin", "?who=persona+admin"] {
        assert!(actions(&world.operator, query).await.is_empty(), "{query}");
    }
    assert!(
        !actions(&world.operator, "?who=captura.raiz")
            .await
            .is_empty()
    );
    assert!(actions(&stranger, "").await.is_empty());
    let query = format!("?candidacy={}", world.candidacy);
    assert!(actions(&stranger, &query).await.is_empty());

    let support = entries(&technician, "").await;
    assert!(!support.is_empty());
    for it in &support {
        assert!(
            it["action"].as_str().unwrap().starts_with("account."),
            "{it}"
        );
        assert!(
            it["candidacy"].is_null() && it["candidacy_name"].is_null(),
            "{it}"
        );
        assert!(!it["who"]["name"].to_string().contains("Persona"), "{it}");
    }
    assert!(actions(&technician, "?who=Persona").await.is_empty());
    assert!(!actions(&technician, "?who=cevine").await.is_empty());

    let counts = observer.get("/api/v1/audit/counts").await.ok();
    let total = u64::try_from(server.rows("audit").await).unwrap();
    assert_eq!(counts["total"].as_u64(), Some(total));
    observer
        .get("/api/v1/audit")
        .await
        .refused(403, "forbidden");
    observer
        .get("/api/v1/audit/export.csv")
        .await
        .refused(403, "forbidden");
    world.validators[0]
        .get("/api/v1/audit/counts")
        .await
        .refused(403, "forbidden");
});

on_both!(
    the_audit_is_searched_and_paged,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        for number in 0..60 {
            let name = format!("Partido {number}");
            let acronym = format!("P{number}");
            let _ = builders::party(&world.admin, &name, &acronym, "#112233").await;
        }
        let all = usize::try_from(server.rows("audit").await).unwrap();
        let mut seen = Vec::new();
        let mut query = String::new();
        loop {
            let path = format!("/api/v1/audit{query}");
            let page = world.admin.get(&path).await.ok();
            let data = page["data"].as_array().unwrap();
            assert!(data.len() <= 50);
            seen.extend(data.iter().map(builders::id));
            match page["next"].as_str() {
                Some(next) => query = format!("?before={next}"),
                None => break,
            }
        }
        assert_eq!(seen.len(), all);
        let mut sorted = seen.clone();
        sorted.sort();
        sorted.dedup();
        sorted.reverse();
        assert_eq!(seen, sorted, "newest first, each once");

        let count = async |query: &str| entries(&world.admin, query).await.len();
        assert_eq!(count("?action=section.saved").await, 1);
        assert_eq!(count("?action=section.saved&who=captura.raiz").await, 1);
        assert_eq!(count("?action=section.saved&who=PERSONA+captura").await, 1);
        assert_eq!(count("?action=section.saved&who=admin").await, 0);
        assert_eq!(count("?action=section.saved&who=%25").await, 0);
        assert_eq!(
            count("?action=section.saved&candidacy=maribel+OCAMPO").await,
            1
        );
        assert_eq!(count("?action=section.saved&candidacy=nadie").await, 0);
        assert_eq!(count("?action=section.saved&candidacy=%25").await, 0);
        let election = format!("?action=section.saved&election={}", world.election);
        assert_eq!(count(&election).await, 1);
        assert_eq!(count("?action=section.saved&until=2020-01-01").await, 0);
        assert_eq!(count("?action=section.saved&from=2020-01-01").await, 1);
        server.advance_days(3);
        let admin = Person::sign_in(&server, "admin", builders::PASSWORD).await;
        let later = builders::day_from_now(2);
        let since = entries(&admin, &format!("?from={later}")).await;
        let codes: Vec<_> = since.iter().map(|it| it["action"].to_string()).collect();
        assert!(
            codes.contains(&"\"account.signed_in\"".to_owned()),
            "{codes:?}"
        );
        assert!(
            !codes.contains(&"\"section.saved\"".to_owned()),
            "{codes:?}"
        );
        let wrong = admin
            .get("/api/v1/audit?who=a&colour=red&from=ayer&election=1&action=x")
            .await;
        wrong.refused(400, "invalid_query");
        assert_eq!(wrong.pointers(), ["colour", "from", "election", "action"]);
    }
);

on_both!(
    the_audit_is_taken_away_as_a_file_and_that_is_an_entry,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        // A name that a spreadsheet would take for a formula.
        let body = json!({ "login": "formula", "name": "=1+1", "role": "observer" });
        let _ = world.admin.post("/api/v1/admin/accounts", &body).await.ok();
        let before = server.rows("audit").await;
        let file = world.admin.get("/api/v1/audit/export.csv").await;
        assert_eq!(file.status, 200);
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert!(file.header("content-disposition").starts_with("attachment"));
        let text = file.text();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        // That it was taken is in it.
        assert_eq!(i64::try_from(rows.len()).unwrap(), before + 1);
        assert_eq!(&rows[0][3], "audit.exported");
        let by = format!("?action=audit.exported&who={}", "admin");
        let noted = entries(&world.admin, &by).await;
        assert_eq!(noted[0]["detail"], "{\"narrowed_by\":[]}");
        for canary in builders::CANARIES {
            assert!(!text.contains(canary));
        }
        let narrowed = "/api/v1/audit/export.csv?action=section.saved&candidacy=ocampo";
        let text = world.admin.get(narrowed).await.text();
        assert!(
            text.lines().skip(1).all(|it| it.contains("section.saved")),
            "{text}"
        );
        let noted = entries(&world.admin, &by).await;
        let detail = noted[0]["detail"].as_str().unwrap();
        assert_eq!(detail, "{\"narrowed_by\":[\"action\",\"candidacy\"]}");
        assert!(!detail.contains("ocampo"));
    }
);

on_both!(
    whoever_reads_identity_answers_leaves_an_entry,
    |server: Server| async move {
        const READS: &str = "SELECT COUNT(*) FROM audit WHERE action = 'identity.read'";
        let world = World::new(&server).await;
        world.capture_all().await;
        assert_eq!(server.number(READS).await, 0);
        // Read back by whoever wrote them: once in a session, however often the page is loaded.
        for _ in 0..3 {
            let _ = world
                .operator
                .get(&world.capture("/sections/identity"))
                .await
                .ok();
        }
        assert_eq!(server.number(READS).await, 1);
        let colleague = world.colleague(&server, "colega").await;
        let shown = colleague
            .get(&world.capture("/sections/identity"))
            .await
            .ok();
        assert_eq!(shown["withheld"], true);
        assert_eq!(server.number(READS).await, 1);
        let _ = world.send().await.ok();
        let validator = &world.validators[0];
        let desk = validator.get(&world.review("")).await.ok();
        assert!(!builders::section(&desk, "identity")["content"].is_null());
        assert_eq!(server.number(READS).await, 2);
        let _ = world.claim(0).await.ok();
        assert_eq!(server.number(READS).await, 2);
        // Another person, whose first look is the answer to taking the turn.
        let path = world.review("/claim");
        let _ = validator.delete(&path).await;
        let _ = world.claim(1).await.ok();
        assert_eq!(server.number(READS).await, 3);
        let told = entries(&world.admin, "?action=identity.read").await;
        assert_eq!(told.len(), 3);
        assert_eq!(told[0]["candidacy"], world.candidacy.as_str());
        assert_eq!(told[0]["detail"], "{\"section\":\"identity\"}");
    }
);
