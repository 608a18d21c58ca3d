//! Acts on many candidacies: consent 1 and sending, each candidacy by name and in a step of its own.

use serde_json::{Value, json};

use super::*;
use builders::World;
use conoceles_shared::questionnaire::NOTICE_VERSION;

const CONSENTS: &str = "/api/v1/capture/many/consents";
const SUBMISSIONS: &str = "/api/v1/capture/many/submissions";
/// An id that nobody has.
const NOBODY: &str = "01890000-0000-7000-8000-000000000099";

/// Candidacies of the world's actor beside its first, by surname.
async fn registered(world: &World, surnames: &[&str]) -> Vec<String> {
    let places = [
        ("municipal_presidency", "municipality", "15081", "alternate"),
        ("deputy_mr", "local_district", "33", "titular"),
        ("deputy_mr", "local_district", "33", "alternate"),
    ];
    let mut ids = Vec::new();
    for (surname, (office, kind, code, role)) in surnames.iter().zip(places) {
        let mut body = builders::new_candidacy(&world.actor, surname);
        for (key, value) in [
            ("office", office),
            ("territory_kind", kind),
            ("territory_code", code),
            ("role", role),
        ] {
            body["registration"][key] = json!(value);
        }
        ids.push(builders::register(&world.admin, &world.election, &body).await);
    }
    ids
}

fn consents(ids: &[&str]) -> Value {
    json!({ "candidacies": ids, "declared": true, "notice_version": NOTICE_VERSION })
}

/// Captures everything of a candidacy, with its consents.
async fn capture_all(world: &mut World, id: &str) {
    let first = std::mem::replace(&mut world.candidacy, id.to_owned());
    world.capture_all().await;
    world.candidacy = first;
}

/// The lines of a page before an act, as name and number of reasons.
fn lines(page: &Value) -> Vec<(String, usize)> {
    let data = page["data"].as_array().unwrap();
    data.iter()
        .map(|it| {
            let name = it["name"].as_str().unwrap().to_owned();
            (name, it["reasons"].as_array().unwrap().len())
        })
        .collect()
}

/// Of each candidacy that was named, whether it was done and the first reason why not.
fn outcomes(after: &Value) -> Vec<(bool, String)> {
    let data = after["data"].as_array().unwrap();
    data.iter()
        .map(|it| {
            let why = it["reasons"][0].as_str().unwrap_or_default().to_owned();
            (it["done"] == true, why)
        })
        .collect()
}

async fn consents_of(person: &Person, id: &str) -> Value {
    let path = format!("/api/v1/capture/candidacies/{id}");
    person.get(&path).await.ok()["consents"].clone()
}

on_both!(
    /// Each of those that were ticked gets its own entry in the ledger and in the audit, as from its own
    /// page; nobody else gets one.
    consent_1_is_given_to_those_that_are_named,
    |server: Server| async move {
        let world = World::new(&server).await;
        let ids = registered(&world, &["Zárate", "Álvarez"]).await;
        let page = world.operator.get(CONSENTS).await.ok();
        let names = ["Maribel Álvarez Tenorio", "Maribel Ocampo Tenorio", "Maribel Zárate Tenorio"];
        let names: Vec<_> = names.map(|it| (it.to_owned(), 0)).into();
        assert_eq!(lines(&page), names, "{page}");
        assert_eq!((&page["ready"], &page["blocked"]), (&json!(3), &json!(0)));
        let (ledger, audit) = (server.rows("consents").await, server.rows("audit").await);
        let body = consents(&[&ids[1], &world.candidacy]);
        let after = world.operator.post(CONSENTS, &body).await.ok();
        let done = (true, String::new());
        assert_eq!(outcomes(&after), [done.clone(), done], "{after}");
        assert_eq!(after["data"][0]["name"], "Maribel Álvarez Tenorio");
        assert_eq!(server.rows("consents").await, ledger + 2);
        assert_eq!(server.rows("audit").await, audit + 2);
        for id in [&ids[1], &world.candidacy] {
            let given = consents_of(&world.operator, id).await;
            let only_the_first = json!({
                "treatment": true, "identity_publication": false, "statistics": false
            });
            assert_eq!(given, only_the_first);
        }
        assert_eq!(consents_of(&world.operator, &ids[0]).await["treatment"], false);
        let page = world.operator.get(CONSENTS).await.ok();
        assert_eq!(lines(&page), [("Maribel Zárate Tenorio".to_owned(), 0)]);
        // Pressed twice: told, and the ledger stays as it is.
        let after = world.operator.post(CONSENTS, &body).await.ok();
        for (done, why) in outcomes(&after) {
            assert!(!done);
            assert!(why.contains("ya estaba autorizado"), "{why}");
        }
        assert_eq!(server.rows("consents").await, ledger + 2);
    }
);

on_both!(
    /// What is refused for one says nothing of the others; another actor's is as unknown as nobody's.
    one_that_is_refused_holds_up_no_other,
    |server: Server| async move {
        let world = World::new(&server).await;
        let stranger = world.stranger(&server).await;
        let body = consents(&[NOBODY, &world.candidacy]);
        let after = stranger.post(CONSENTS, &body).await.ok();
        let [nobody, anothers] = &outcomes(&after)[..] else {
            panic!("{after}");
        };
        assert_eq!(nobody, anothers, "one cannot be told from the other");
        assert!(!nobody.0);
        assert_eq!(after["data"][1]["name"], Value::Null);
        assert_eq!(consents_of(&world.operator, &world.candidacy).await["treatment"], false);
        let after = world.operator.post(CONSENTS, &body).await.ok();
        assert_eq!(outcomes(&after)[1], (true, String::new()));
        assert!(!outcomes(&after)[0].0);
        assert_eq!(stranger.get(CONSENTS).await.ok()["data"], json!([]));
    }
);

on_both!(
    /// Nothing is given blindly: without the declaration, with an old notice, with nobody, with one twice
    /// or with too many, nothing happens and everything is told.
    a_request_that_is_wrong_changes_nothing,
    |server: Server| async move {
        let world = World::new(&server).await;
        let mut body = consents(&[&world.candidacy, &world.candidacy]);
        body["declared"] = json!(false);
        body["notice_version"] = json!("1990-01");
        let refused = world.operator.post(CONSENTS, &body).await;
        refused.refused(422, "invalid");
        assert_eq!(refused.pointers(), ["/candidacies/1", "/declared", "/notice_version"]);
        let refused = world.operator.post(CONSENTS, &consents(&[])).await;
        assert_eq!(refused.pointers(), ["/candidacies"]);
        let many = vec![NOBODY; 101];
        let refused = world.operator.post(CONSENTS, &consents(&many)).await;
        assert_eq!(refused.pointers(), ["/candidacies"]);
        let unknown = json!({
            "candidacies": [world.candidacy], "declared": true, "notice_version": NOTICE_VERSION,
            "kind": "statistics",
        });
        assert_eq!(world.operator.post(CONSENTS, &unknown).await.status, 422);
        let unsaid = json!({ "candidacies": [], "declared": false });
        let refused = world.operator.post(SUBMISSIONS, &unsaid).await;
        assert_eq!(refused.pointers(), ["/candidacies", "/declared"]);
        let refused = world.operator.get(&format!("{SUBMISSIONS}?show=all&page=2")).await;
        refused.refused(400, "invalid_query");
        assert_eq!(refused.pointers(), ["show", "page"]);
        assert_eq!(server.rows("consents").await, 0);
    }
);

on_both!(
    /// Where the election asks for the signed copy, one without it is listed with that reason and refused;
    /// so is one whose consent was revoked, which is given again on its own page.
    what_needs_a_paper_or_a_question_is_not_given_in_many,
    |server: Server| async move {
        let world = World::new(&server).await;
        let ids = registered(&world, &["Zárate", "Álvarez"]).await;
        let _ = builders::consent(&world.operator, &ids[1], "treatment", true).await.ok();
        let _ = builders::consent(&world.operator, &ids[1], "treatment", false).await.ok();
        let path = format!("/api/v1/admin/elections/{}", world.election);
        let election = world.admin.get(&path).await.ok();
        let mut setup = election["setup"].clone();
        setup["settings"]["signed_consent_required"] = json!(true);
        let version = election["version"].as_u64().unwrap();
        let _ = world.admin.put(&path, version, &setup).await.ok();
        let signed = format!("/api/v1/capture/candidacies/{}/signed-consents", ids[0]);
        let pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n".to_vec();
        let post = reqwest::Method::POST;
        let _ = world.operator.send(post, &signed, &[], Some(pdf)).await.ok();
        let page = world.operator.get(CONSENTS).await.ok();
        assert_eq!(lines(&page), [("Maribel Zárate Tenorio".to_owned(), 0)]);
        let page = world.operator.get(&format!("{CONSENTS}?show=blocked")).await.ok();
        assert_eq!(
            lines(&page),
            [("Maribel Álvarez Tenorio".to_owned(), 2), ("Maribel Ocampo Tenorio".to_owned(), 1)]
        );
        let body = consents(&[&ids[0], &ids[1], &world.candidacy]);
        let after = world.operator.post(CONSENTS, &body).await.ok();
        let [given, revoked, unsigned] = &outcomes(&after)[..] else {
            panic!("{after}");
        };
        assert!(given.0);
        assert!(!revoked.0 && revoked.1.contains("revocó"), "{revoked:?}");
        assert!(!unsigned.0 && unsigned.1.contains("firmado"), "{unsigned:?}");
    }
);

on_both!(
    /// Those that are complete are sent, each with its receipt; the others are listed with all that stands
    /// in the way, and stay.
    many_are_sent_and_each_has_its_receipt,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let ids = registered(&world, &["Zárate", "Álvarez"]).await;
        world.capture_all().await;
        capture_all(&mut world, &ids[0]).await;
        let ready = world.operator.get(SUBMISSIONS).await.ok();
        assert_eq!((&ready["ready"], &ready["blocked"]), (&json!(2), &json!(1)));
        let blocked = world.operator.get(&format!("{SUBMISSIONS}?show=blocked")).await.ok();
        assert_eq!(lines(&blocked), [("Maribel Álvarez Tenorio".to_owned(), 1)]);
        let _ = builders::consent(&world.operator, &ids[1], "treatment", true).await.ok();
        let blocked = world.operator.get(&format!("{SUBMISSIONS}?show=blocked")).await.ok();
        let why = blocked["data"][0]["reasons"][0].as_str().unwrap();
        assert!(why.starts_with("Falta completar"), "{why}");
        let seen = |it: &Value| json!({ "id": it["id"], "seen": it["seen"] });
        let all = [seen(&ready["data"][0]), seen(&ready["data"][1]), seen(&blocked["data"][0])];
        let receipts = server.rows("receipts").await;
        let body = json!({ "candidacies": all, "declared": true });
        let after = world.operator.post(SUBMISSIONS, &body).await.ok();
        let done: Vec<_> = outcomes(&after).into_iter().map(|it| it.0).collect();
        assert_eq!(done, [true, true, false], "{after}");
        assert_eq!(server.rows("receipts").await, receipts + 2);
        for (at, id) in [&world.candidacy, &ids[0]].into_iter().enumerate() {
            let own = format!("/api/v1/capture/candidacies/{id}");
            assert_eq!(world.operator.get(&own).await.ok()["state"], "submitted");
            let code = after["data"][at]["receipt"].as_str().unwrap();
            let receipt = world.operator.get(&format!("{own}/receipts/{code}")).await;
            assert!(receipt.bytes.starts_with(b"%PDF-"), "{}", receipt.status);
        }
        let own = format!("/api/v1/capture/candidacies/{}", ids[1]);
        assert_eq!(world.operator.get(&own).await.ok()["state"], "in_capture");
        // Again: what is sent is told, and no second receipt is issued.
        let after = world.operator.post(SUBMISSIONS, &body).await.ok();
        assert!(outcomes(&after).iter().all(|it| !it.0 && !it.1.is_empty()), "{after}");
        assert_eq!(server.rows("receipts").await, receipts + 2);
    }
);

on_both!(
    /// What somebody changed after the list was opened is told and not sent, be it an answer or a consent.
    what_was_not_seen_is_not_sent,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let ids = registered(&world, &["Zárate"]).await;
        world.capture_all().await;
        capture_all(&mut world, &ids[0]).await;
        let page = world.operator.get(SUBMISSIONS).await.ok();
        let seen: Vec<_> = page["data"].as_array().unwrap().iter()
            .map(|it| json!({ "id": it["id"], "seen": it["seen"] }))
            .collect();
        let body = json!({ "candidacies": seen, "declared": true });
        let motivation = world.capture("/sections/motivation");
        let text = json!({ "text": content::text(310) });
        let _ = world.operator.put(&motivation, 1, &text).await.ok();
        let _ = builders::consent(&world.operator, &ids[0], "statistics", false).await.ok();
        let after = world.operator.post(SUBMISSIONS, &body).await.ok();
        for (done, why) in outcomes(&after) {
            assert!(!done && why.contains("Cambió después"), "{after}");
        }
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["state"], "in_capture");
        let made_up = json!({
            "candidacies": [{ "id": world.candidacy, "seen": "" }], "declared": true
        });
        let after = world.operator.post(SUBMISSIONS, &made_up).await.ok();
        assert!(!outcomes(&after)[0].0);
    }
);

on_both!(
    /// Answered observations are sent again in the same way, with the receipt of that.
    what_was_observed_is_sent_again_in_many,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let _ = world.turn(0, Some("motivation")).await;
        let page = world.operator.get(&format!("{SUBMISSIONS}?show=blocked")).await.ok();
        let why = page["data"][0]["reasons"][0].as_str().unwrap();
        assert!(why.starts_with("Falta corregir o responder"), "{why}");
        let motivation = world.capture("/sections/motivation");
        let text = json!({ "text": content::text(310) });
        let _ = world.operator.put(&motivation, 1, &text).await.ok();
        let page = world.operator.get(SUBMISSIONS).await.ok();
        let one = json!({ "id": page["data"][0]["id"], "seen": page["data"][0]["seen"] });
        let body = json!({ "candidacies": [one], "declared": true });
        let after = world.operator.post(SUBMISSIONS, &body).await.ok();
        assert_eq!(outcomes(&after), [(true, String::new())], "{after}");
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["state"], "resubmitted");
        let receipts = world.operator.get(&world.capture("/receipts")).await.ok();
        assert_eq!(receipts["data"][0]["kind"], "resubmission");
    }
);
