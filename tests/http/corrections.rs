//! Corrections after publication: asked for, opened or refused, sent, judged, published anew.

use serde_json::{Value, json};

use super::*;
use builders::{World, public_record, section};
use conoceles_tests::eventually;

const REASON: &str = "El nombre del programa cambió en mayo.";

impl Correcting<'_> {
    async fn request(&self, sections: &[&str]) -> conoceles_tests::Answer {
        let body = json!({ "sections": sections, "reason": REASON });
        let path = self.0.capture("/correction");
        self.0.operator.post(&path, &body).await
    }

    async fn open(&self, who: usize) -> conoceles_tests::Answer {
        let path = self.0.review("/correction/opening");
        self.0.validators[who].post(&path, &json!({})).await
    }

    async fn refuse(&self, who: usize, body: &Value) -> conoceles_tests::Answer {
        let path = self.0.review("/correction/refusal");
        self.0.validators[who].post(&path, body).await
    }

    async fn save(&self, name: &str, version: u64) -> conoceles_tests::Answer {
        let text = json!({ "text": format!("Corregido. {}", content::text(300)) });
        let path = self.0.capture(&format!("/sections/{name}"));
        self.0.operator.put(&path, version, &text).await
    }

    async fn send(&self) -> conoceles_tests::Answer {
        let path = self.0.capture("/correction/submission");
        self.0.operator.post(&path, &json!({})).await
    }

    async fn task(&self) -> Value {
        self.0.operator.get(&self.0.capture("")).await.ok()
    }

    /// Everyone signs in again, the first in as many days.
    async fn enter_again(world: &mut World) {
        world
            .operator
            .enter("captura.raiz", builders::PASSWORD)
            .await;
        for (at, login) in ["validacion1", "validacion2"].into_iter().enumerate() {
            world.validators[at].enter(login, builders::PASSWORD).await;
        }
    }
}

/// A world with a published candidacy, and what is done to correct it.
struct Correcting<'a>(&'a World);

async fn titles(person: &Person) -> Vec<String> {
    let notices = person.get("/api/v1/notices").await.ok();
    let data = notices["data"].as_array().unwrap();
    let title = |it: &Value| it["title"].as_str().unwrap().to_owned();
    data.iter().map(title).collect()
}

/// The public record once a section has this in it: readers follow the log a moment later.
async fn public_once(server: &Server, world: &World, name: &str, wanted: &str) -> Value {
    eventually(&format!("{wanted} in public"), async || {
        let record = public_record(server, &world.public()).await;
        let shown = section(&record, name).to_string();
        if shown.contains(wanted) {
            Ok(record)
        } else {
            Err(shown)
        }
    })
    .await
}

fn text_of(record: &Value, name: &str) -> String {
    let shown = section(record, name);
    shown["content"].to_string()
}

on_both!(
    /// The whole path: the old version is public until another person than the one who opened it has
    /// approved the new one; each step is told, and what is sent has its receipt.
    a_correction_goes_all_the_way,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let it = Correcting(&world);
        let before = public_record(&server, &world.public()).await;
        assert!(it.save("proposal_1", 1).await.status == 409, "published");
        let asked = it.request(&["proposal_1"]).await.ok();
        assert_eq!(asked["corrections"]["under_way"]["state"], "requested");
        assert!(it.save("proposal_1", 1).await.status == 409, "only asked for");
        assert_eq!(titles(&world.validators[0]).await, ["Se solicita una corrección"]);

        let queue = world.validators[0].get("/api/v1/review/queue").await.ok();
        let line = &queue["data"][0];
        assert_eq!(line["correction"], "requested");
        assert_eq!(line["state"], "published");
        let desk = it.open(0).await.ok();
        assert_eq!(desk["correction"]["correction"]["state"], "open");
        assert_eq!((&desk["correction"]["number"], &desk["correction"]["of"]), (&json!(1), &json!(1)));
        let queue = world.validators[0].get("/api/v1/review/queue").await.ok();
        assert_eq!(queue["data"], json!([]), "it is the operator's turn");

        it.send().await.refused(409, "incomplete");
        let _ = it.save("proposal_1", 1).await.ok();
        it.save("proposal_2", 1).await.refused(409, "wrong_state");
        let desk = world.validators[0].get(&world.review("")).await.ok();
        assert!(!desk.to_string().contains("Corregido"), "what is not sent is not read");
        let sent = it.send().await.ok();
        assert_eq!(sent["corrections"]["under_way"]["state"], "sent");
        it.save("proposal_1", 2).await.refused(409, "wrong_state");
        let now = public_record(&server, &world.public()).await;
        assert_eq!(text_of(&now, "proposal_1"), text_of(&before, "proposal_1"));

        world.claim(0).await.refused(409, "second_person_required");
        let desk = world.claim(1).await.ok();
        let judged = section(&desk, "proposal_1");
        assert!(judged["content"].to_string().contains("Corregido"));
        assert!(!judged["published"]["content"].to_string().contains("Corregido"));
        assert_eq!(section(&desk, "proposal_2")["to_decide"], false);
        let outcome = world.turn(1, None).await;
        assert_eq!(outcome["state"], "published");
        let record = public_once(&server, &world, "proposal_1", "Corregido").await;
        assert_eq!(record["version"], 2);

        let task = it.task().await;
        assert_eq!(task["corrections"]["ended"]["how"], "published");
        assert_eq!(task["corrections"]["left"], 0);
        let found = titles(&world.operator).await;
        assert_eq!(found[..2], ["Corrección publicada", "Corrección autorizada"]);
        assert_eq!(titles(&world.validators[1]).await[0], "Corrección por revisar");
        let receipts = world.operator.get(&world.capture("/receipts")).await.ok();
        let data = receipts["data"].as_array().unwrap();
        let kinds: Vec<_> = data.iter().map(|it| &it["kind"]).collect();
        assert_eq!(kinds, ["correction", "correction_request", "submission"]);
        assert_eq!(data[0]["sections"], json!(["proposal_1"]));
        for receipt in &data[..2] {
            let path = world.capture(&format!("/receipts/{}", receipt["code"].as_str().unwrap()));
            assert!(world.operator.get(&path).await.bytes.starts_with(b"%PDF"));
        }
        for action in ["requested", "opened", "sent"] {
            let audited = format!("SELECT COUNT(*) FROM audit WHERE action = 'correction.{action}'");
            assert_eq!(server.number(&audited).await, 1, "{action}");
        }
        it.request(&["proposal_2"]).await.refused(409, "wrong_state");
    }
);

on_both!(
    /// A refusal needs a reason, which the operator reads; it costs no correction.
    a_refused_request_tells_why,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let it = Correcting(&world);
        it.refuse(0, &json!({ "reason": REASON })).await.refused(409, "wrong_state");
        it.open(0).await.refused(409, "wrong_state");
        let bare = it.request(&[]).await;
        assert_eq!(bare.pointers(), ["/sections"]);
        let _ = it.request(&["contact"]).await.ok();
        it.request(&["contact"]).await.refused(409, "wrong_state");
        let bare = it.refuse(0, &json!({ "reason": "no" })).await;
        assert_eq!(bare.pointers(), ["/reason"]);
        let why = "El dato coincide con el registro.";
        let _ = it.refuse(0, &json!({ "reason": why })).await.ok();
        let task = it.task().await;
        assert_eq!(task["corrections"]["ended"]["how"], "refused");
        assert_eq!(task["corrections"]["ended"]["reason"], why);
        assert_eq!(task["corrections"]["left"], 1);
        assert_eq!(titles(&world.operator).await[0], "Corrección no autorizada");
        assert_eq!(it.request(&["contact"]).await.ok()["state"], "published");
    }
);

on_both!(
    /// An observed correction is not published, and its operator reads what was observed; a claim is
    /// released and taken by another.
    an_observed_correction_keeps_what_is_public,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let third = builders::account(&server, &world.admin, "validacion3", "validator", None).await;
        let it = Correcting(&world);
        let _ = it.request(&["proposal_1"]).await.ok();
        let _ = it.open(0).await.ok();
        let _ = it.save("proposal_1", 1).await.ok();
        let _ = it.send().await.ok();
        let _ = world.claim(1).await.ok();
        let claim = world.review("/claim");
        third.post(&claim, &json!({})).await.refused(409, "claim_required");
        third.delete(&claim).await.refused(409, "claim_required");
        assert_eq!(world.validators[1].delete(&claim).await.status, 204);
        let _ = third.post(&claim, &json!({})).await.ok();
        assert_eq!(third.delete(&claim).await.status, 204);
        let outcome = world.turn(1, Some("proposal_1")).await;
        assert_eq!(outcome["state"], "published");
        let task = it.task().await;
        let ended = &task["corrections"]["ended"];
        assert_eq!(ended["how"], "observed");
        assert_eq!(ended["observed"][0]["section"], "proposal_1");
        assert!(ended["observed"][0]["reason"].as_str().unwrap().contains("segundo párrafo"));
        let record = public_record(&server, &world.public()).await;
        assert_eq!(record["version"], 1);
        let path = world.capture("/sections/proposal_1");
        let view = world.operator.get(&path).await.ok();
        assert!(!view["content"].to_string().contains("Corregido"), "what is published is shown");
        let desk = world.validators[0].get(&world.review("")).await.ok();
        assert!(!section(&desk, "proposal_1")["content"].to_string().contains("Corregido"));
        assert_eq!(section(&desk, "proposal_1")["observation"]["ground"], "sexist_language");
    }
);

on_both!(
    /// What is not sent in time is dropped, by the clock alone; the operator is told.
    a_correction_that_is_not_sent_in_time_is_dropped,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.publish().await;
        let it = Correcting(&world);
        let _ = it.request(&["proposal_1"]).await.ok();
        let _ = it.open(0).await.ok();
        let _ = it.save("proposal_1", 1).await.ok();
        server.advance_days(5);
        Correcting::enter_again(&mut world).await;
        let it = Correcting(&world);
        it.send().await.refused(409, "wrong_state");
        assert_eq!(it.task().await["corrections"]["ended"]["how"], "expired");
        eventually("told", async || {
            let found = titles(&world.operator).await;
            let told = found.iter().any(|it| it == "Terminó el plazo para corregir");
            if told { Ok(()) } else { Err(format!("{found:?}")) }
        })
        .await;
        let record = public_record(&server, &world.public()).await;
        assert_eq!(record["version"], 1);
    }
);

on_both!(
    /// A legal basis does not wait for a correction: the section is paused in the middle of it.
    a_section_is_paused_while_it_is_corrected,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let it = Correcting(&world);
        let _ = it.request(&["proposal_1", "proposal_2"]).await.ok();
        let _ = it.open(0).await.ok();
        let _ = it.save("proposal_1", 1).await.ok();
        let _ = it.save("proposal_2", 1).await.ok();
        let basis = json!({ "basis": "Acuerdo IEEM/CG/99/2026, medida cautelar" });
        let path = world.review("/sections/proposal_1/pause");
        let _ = world.validators[0].post(&path, &basis).await.ok();
        let _ = public_once(&server, &world, "proposal_1", "paused").await;
        it.save("proposal_1", 2).await.refused(409, "wrong_state");
        let _ = it.send().await.ok();
        let _ = world.turn(1, None).await;
        let record = public_once(&server, &world, "proposal_2", "Corregido").await;
        assert_eq!(section(&record, "proposal_1")["state"], "paused");
    }
);

on_both!(
    /// Corrections are of one's own candidacies, of sections that are published, and asked for by
    /// operators alone.
    corrections_are_ones_own,
    |server: Server| async move {
        let world = World::new(&server).await;
        let stranger = world.stranger(&server).await;
        let it = Correcting(&world);
        it.request(&["contact"]).await.refused(409, "wrong_state");
        world.publish().await;
        let body = json!({ "sections": ["contact"], "reason": REASON });
        let path = world.capture("/correction");
        stranger.post(&path, &body).await.refused(404, "not_found");
        let sent = world.capture("/correction/submission");
        stranger.post(&sent, &json!({})).await.refused(404, "not_found");
        for person in [&world.validators[0], &world.admin] {
            person.post(&path, &body).await.refused(403, "forbidden");
            person.post(&sent, &json!({})).await.refused(403, "forbidden");
        }
        for path in ["/correction/opening", "/correction/refusal"] {
            let path = world.review(path);
            let body = json!({ "reason": REASON });
            for person in [&world.operator, &world.admin] {
                person.post(&path, &body).await.refused(403, "forbidden");
            }
        }
        it.request(&["consents"]).await.refused(409, "wrong_state");
    }
);

on_both!(
    /// More time to correct, and to answer: the same door extends whichever period runs; it is told
    /// and audited, and none is extended while others decide.
    every_period_of_an_operator_is_extended,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let path = format!("/api/v1/admin/candidacies/{}/extension", world.candidacy);
        let body = json!({
            "ends_on": builders::day_from_now(30), "reason": "Falla del servicio el último día",
        });
        assert_eq!(world.admin.post(&path, &body).await.status, 409, "in review");
        let _ = world.turn(0, Some("proposal_1")).await;
        let deadline = async || {
            let task = world.operator.get(&world.capture("")).await.ok();
            let ends: conoceles_shared::time::Instant =
                task["deadline"].as_str().unwrap().parse().unwrap();
            conoceles_shared::time::local_date(ends).to_string()
        };
        let early = json!({
            "ends_on": builders::day_from_now(1), "reason": "Falla del servicio el último día",
        });
        assert_eq!(world.admin.post(&path, &early).await.pointers(), ["/ends_on"]);
        let _ = world.admin.post(&path, &body).await.ok();
        assert_eq!(deadline().await, builders::day_from_now(30));
        let told = &titles(&world.operator).await[0];
        assert_eq!(told, "Plazo para atender observaciones ampliado");

        let answer = json!({ "answer": "La propuesta es propia y la registramos." });
        let answered = world.capture("/sections/proposal_1/answer");
        let _ = world.operator.post(&answered, &answer).await.ok();
        let _ = world.send().await.ok();
        for who in [1, 0] {
            let _ = world.turn(who, None).await;
        }
        let it = Correcting(&world);
        let _ = it.request(&["proposal_2"]).await.ok();
        assert_eq!(world.admin.post(&path, &body).await.status, 409, "only asked for");
        let _ = it.open(0).await.ok();
        let _ = world.admin.post(&path, &body).await.ok();
        assert_eq!(deadline().await, builders::day_from_now(30));
        assert_eq!(titles(&world.operator).await[0], "Plazo para corregir ampliado");
        let audited = "SELECT COUNT(*) FROM audit WHERE action = 'candidacy.extended'";
        assert_eq!(server.number(audited).await, 2);
    }
);
