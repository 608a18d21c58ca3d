//! Notices in the app: to whom, when, and read by whom.

use serde_json::{Value, json};

use super::*;
use builders::World;
use conoceles_tests::eventually;

/// The titles of a person's notices, newest first.
async fn titles(person: &Person) -> Vec<String> {
    let notices = person.get("/api/v1/notices").await.ok();
    let data = notices["data"].as_array().unwrap();
    let title = |it: &Value| it["title"].as_str().unwrap().to_owned();
    data.iter().map(title).collect()
}

async fn unread(person: &Person) -> u64 {
    let answer = person.get("/api/v1/notices/unread").await.ok();
    answer["unread"].as_u64().unwrap()
}

/// Waits for the sweep until a person has this many notices.
async fn until(person: &Person, wanted: usize) -> Vec<String> {
    eventually(&format!("{wanted} notices"), async || {
        let found = titles(person).await;
        let enough = found.len() >= wanted;
        if enough {
            Ok(found)
        } else {
            Err(format!("{found:?}"))
        }
    })
    .await
}

on_both!(
    /// From the first observation to publication: the operator is told of each, the reviewer who
    /// observed of the answer, and nobody else of anything.
    a_candidacys_people_are_told,
    |server: Server| async move {
        let world = World::new(&server).await;
        let stranger = world.stranger(&server).await;
        world.submit().await;
        assert_eq!(unread(&world.operator).await, 0, "nobody is told what they did themselves");
        let _ = world.turn(0, Some("motivation")).await;
        let notices = world.operator.get("/api/v1/notices").await.ok();
        assert_eq!(notices["unread"], 1);
        let notice = &notices["data"][0];
        assert_eq!(notice["title"], "Observaciones por atender");
        assert_eq!(notice["name"], "Maribel Ocampo Tenorio");
        assert_eq!(notice["candidacy"], json!(world.candidacy));
        assert_eq!((&notice["tone"], &notice["read"]), (&json!("act"), &json!(false)));
        let text = notice["text"].as_str().unwrap();
        let task = world.operator.get(&world.capture("")).await.ok();
        let deadline = task["deadline"].as_str().unwrap().parse().unwrap();
        let until = conoceles_shared::time::spanish_deadline(deadline);
        assert!(text.contains("Motivo") && text.contains(&until), "{text}");
        assert!(!text.contains("segundo párrafo"), "the reasoning stays in the app: {text}");

        let answer = json!({ "answer": "El texto cita el nombre oficial de la asociación." });
        let path = world.capture("/sections/motivation/answer");
        let _ = world.operator.post(&path, &answer).await.ok();
        let _ = world.send().await.ok();
        assert_eq!(titles(&world.validators[0]).await, ["Observaciones atendidas"]);
        assert!(titles(&world.validators[1]).await.is_empty());
        for who in [1, 0] {
            let _ = world.turn(who, None).await;
        }
        let found = titles(&world.operator).await;
        assert_eq!(found[0], "Candidatura publicada");
        assert_eq!(found.last().unwrap(), "Observaciones por atender");
        assert_eq!(unread(&stranger).await, 0);
    }
);

on_both!(
    /// What is read stays read, for that account alone; what came meanwhile stays unread; another's
    /// notice cannot be marked.
    reading_is_each_ones_own,
    |server: Server| async move {
        let world = World::new(&server).await;
        let colleague = world.colleague(&server, "otra.raiz").await;
        let stranger = world.stranger(&server).await;
        world.publish().await;
        let seen = world.operator.get("/api/v1/notices").await.ok();
        let newest = seen["data"][0]["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/notices/{newest}/read");
        stranger.post(&path, &json!({})).await.refused(404, "not_found");
        let basis = json!({ "basis": "Acuerdo IEEM/CG/12/2027" });
        let pause = world.review("/sections/motivation/pause");
        let _ = world.validators[0].post(&pause, &basis).await.ok();
        let up_to = json!({ "up_to": newest });
        let left = world.operator.post("/api/v1/notices/read", &up_to).await.ok();
        assert_eq!(left["unread"], 1, "the pause came after what was seen");
        let seen = world.operator.get("/api/v1/notices").await.ok();
        assert_eq!(seen["data"][0]["title"], "Información pausada");
        assert_eq!((&seen["data"][0]["read"], &seen["data"][1]["read"]), (&json!(false), &json!(true)));
        let before = unread(&colleague).await;
        // Less that there is a colleague, which the colleague is not told.
        assert_eq!(before + 1, seen["data"].as_array().unwrap().len() as u64);
        let one = seen["data"][0]["id"].as_str().unwrap();
        for _ in 0..2 {
            let left = colleague.post(&format!("/api/v1/notices/{one}/read"), &json!({})).await.ok();
            assert_eq!(left["unread"], before - 1);
        }
        let older = world.operator.get(&format!("/api/v1/notices?before={one}")).await.ok();
        assert_eq!(older["data"][0]["id"], seen["data"][1]["id"]);
        let wrong = world.operator.get("/api/v1/notices?before=7&page=2").await;
        assert_eq!(wrong.pointers(), ["before", "page"]);
        wrong.refused(400, "invalid_query");
    }
);

on_both!(
    /// Extensions, acuerdos and what happens to one's account; a refused change tells nothing.
    what_the_administrator_does_is_told,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let path = format!("/api/v1/admin/actors/{}/extension", world.actor);
        let reason = "Fallas generales del servicio de internet.";
        let early = json!({ "ends_on": builders::day_from_now(2), "reason": reason });
        world.admin.post(&path, &early).await.refused(422, "invalid");
        assert!(titles(&world.operator).await.is_empty());
        let extension = json!({ "ends_on": builders::day_from_now(30), "reason": reason });
        let _ = world.admin.post(&path, &extension).await.ok();
        let path = format!("/api/v1/admin/candidacies/{}", world.candidacy);
        let extension = json!({ "ends_on": builders::day_from_now(40), "reason": reason });
        let _ = world.admin.post(&format!("{path}/extension"), &extension).await.ok();
        let notices = world.operator.get("/api/v1/notices").await.ok();
        assert_eq!(notices["data"][0]["candidacy"], json!(world.candidacy));
        assert!(notices["data"][1]["candidacy"].is_null());
        let acuerdo = json!({ "acuerdo": "IEEM/CG/120/2027" });
        let _ = world.admin.post(&format!("{path}/cancellation"), &acuerdo).await.ok();
        let extended = "Plazo de captura ampliado";
        let expected = ["Candidatura cancelada", extended, extended];
        assert_eq!(titles(&world.operator).await, expected);
    }
);

on_both!(
    /// A changed password is told to its owner, a first one is not; so are suspension and return.
    an_accounts_owner_is_told,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        assert!(titles(&world.operator).await.is_empty());
        let body = json!({
            "current_password": builders::PASSWORD, "new_password": "cuatro ahuehuetes viejos",
        });
        let session = world.operator.change_password(&body).await.ok();
        world.operator.hold(&session);
        assert_eq!(titles(&world.operator).await, ["Su contraseña se cambió"]);
        for suspended in [true, true, false] {
            builders::suspend(&world.admin, "captura.raiz", suspended).await;
        }
        world.operator.enter("captura.raiz", "cuatro ahuehuetes viejos").await;
        let found = titles(&world.operator).await;
        let expected = ["Su cuenta se reactivó", "Su cuenta se suspendió", "Su contraseña se cambió"];
        assert_eq!(found, expected);
        assert!(titles(&world.admin).await.is_empty());
    }
);

on_both!(
    /// Three days and one day before the end, once each however often it is looked; then the end.
    the_end_of_the_period_is_told_in_time,
    |server: Server| async move {
        let mut server = server;
        let mut world = World::new(&server).await;
        world.begin().await;
        server.advance_days(12);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        let ending = "El periodo de captura está por terminar";
        assert_eq!(until(&world.operator, 1).await, [ending]);
        server.advance_days(2);
        server.kill_and_restart().await;
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        assert_eq!(until(&world.operator, 2).await, [ending, ending]);
        server.kill_and_restart().await;
        server.advance_days(2);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        let ended = "Terminó el periodo de captura";
        assert_eq!(until(&world.operator, 3).await, [ended, ending, ending]);
        let notices = world.operator.get("/api/v1/notices").await.ok();
        let text = notices["data"][0]["text"].as_str().unwrap();
        assert!(text.contains("Fotografía") && !text.contains("Motivo"), "{text}");
    }
);
