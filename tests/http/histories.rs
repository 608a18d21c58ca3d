//! The history of a candidacy: one timeline, of which each role sees its part.

use serde_json::{Value, json};

use super::*;
use builders::World;

async fn history(person: &Person, path: &str) -> Value {
    person.get(path).await.ok()
}

/// All pages of a history as one.
async fn whole_history(person: &Person, path: &str) -> Value {
    let mut whole = history(person, path).await;
    for page in 2..=whole["pages"].as_u64().unwrap() {
        let next = history(person, &format!("{path}?page={page}")).await;
        let entries = next["data"].as_array().unwrap().clone();
        whole["data"].as_array_mut().unwrap().extend(entries);
    }
    assert_eq!(
        json!(whole["data"].as_array().unwrap().len()),
        whole["total"]
    );
    whole
}

fn admins(world: &World) -> String {
    format!("/api/v1/admin/candidacies/{}/history", world.candidacy)
}

fn titles(history: &Value) -> Vec<String> {
    let all = history["data"].as_array().unwrap();
    all.iter()
        .map(|it| it["title"].as_str().unwrap().to_owned())
        .collect()
}

on_both!(
    /// An observed candidacy that comes back and is published, as its three roles read it.
    each_role_reads_its_part_of_one_timeline,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        assert_eq!(world.turn(0, Some("proposal_1")).await["state"], "observed");
        let answer = json!({ "answer": "La propuesta es propia y la registramos en marzo." });
        let path = world.capture("/sections/proposal_1/answer");
        let _ = world.operator.post(&path, &answer).await.ok();
        let _ = world.send().await.ok();
        let _ = world.turn(1, None).await;
        assert_eq!(world.turn(0, None).await["state"], "published");
        let pause = json!({ "basis": "Acuerdo 12 de la UT" });
        let path = world.review("/sections/motivation/pause");
        let _ = world.validators[0].post(&path, &pause).await.ok();

        let own = whole_history(&world.operator, &world.capture("/history")).await;
        let reviewers = whole_history(&world.validators[1], &world.review("/history")).await;
        let whole = whole_history(&world.admin, &admins(&world)).await;
        for (role, it) in [("own", &own), ("review", &reviewers), ("admin", &whole)] {
            let told = titles(it);
            for expected in [
                "Se registró la candidatura",
                "Se envió a revisión",
                "Observación entregada",
                "Se envió otra vez, con sus observaciones atendidas",
                "Concluyó la revisión: se publicó",
                "Se pausó una sección publicada",
                "Acuse de envío a revisión",
            ] {
                assert!(told.iter().any(|it| it == expected), "{role} {expected}: {told:?}");
            }
            let text = it.to_string();
            assert!(text.contains("Fundamento: Acuerdo 12 de la UT"), "{role}: {text}");
            assert!(text.contains("Use lenguaje incluyente"), "{role}: {text}");
            for hidden in builders::CANARIES.into_iter().chain(["mazahua"]) {
                assert!(!text.contains(hidden), "{role} {hidden}");
            }
            let times: Vec<_> = it["data"].as_array().unwrap().iter()
                .map(|it| it["at"].as_str().unwrap().parse::<conoceles_shared::time::Instant>().unwrap())
                .collect();
            assert!(times.is_sorted_by(|a, b| a >= b), "{role}: the newest first");
        }
        let told = own.to_string();
        for hidden in ["Persona validacion", "Administración UT", "marcó", "primera revisión", "tomó"] {
            assert!(!told.contains(hidden), "{hidden}: {told}");
        }
        assert!(reviewers.to_string().contains("Persona validacion1"));
        assert!(titles(&reviewers).iter().any(|it| it == "Se marcó como aprobada"));
    }
);

on_both!(
    /// By kind, by page; what is asked wrongly is told whole; another actor's is not there.
    a_history_is_filtered_and_is_its_own_actors,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let path = world.capture("/history");
        let receipts = history(&world.operator, &format!("{path}?kind=receipt")).await;
        assert_eq!(receipts["total"], 1, "{receipts}");
        assert_eq!(receipts["data"][0]["kind"], "receipt");
        assert!(receipts["data"][0]["text"].as_str().unwrap().starts_with("Folio "));
        let versions = receipts["kinds"].as_array().unwrap().iter().find(|it| it["kind"] == "version");
        assert_eq!(versions.unwrap()["count"], 10);
        let beyond = history(&world.operator, &format!("{path}?page=9")).await;
        assert_eq!(beyond["data"], json!([]));
        let wrong = world.operator.get(&format!("{path}?kind=all&page=0&q=x")).await;
        assert_eq!(wrong.pointers(), ["/kind", "/page", "/q"]);
        let stranger = world.stranger(&server).await;
        stranger.get(&path).await.refused(404, "not_found");
        for other in [world.review("/history"), admins(&world)] {
            world.operator.get(&other).await.refused(403, "forbidden");
        }
        world.admin.get(&world.review("/history")).await.refused(403, "forbidden");
        world.validators[0].get(&admins(&world)).await.refused(403, "forbidden");
    }
);

on_both!(
    /// A reviewer does not learn from the history what its operator has not sent.
    what_is_being_captured_is_not_in_the_reviewers_history,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let versions = "?kind=version";
        let own = history(&world.operator, &world.capture(&format!("/history{versions}"))).await;
        assert_eq!(own["total"], 1);
        let review = world.review(&format!("/history{versions}"));
        assert_eq!(history(&world.validators[0], &review).await["total"], 0);
    }
);
