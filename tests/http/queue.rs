//! The queue of review: its pages, what it is narrowed to, its counts, and the next in line.

use serde_json::{Value, json};

use super::held_publication::edit_setup;
use super::*;
use builders::{PASSWORD, World, id};

const QUEUE: &str = "/api/v1/review/queue";
const NEXT: &str = "/api/v1/review/next";

/// Registers candidacies of these offices in the world's election, which the end of the period sends.
async fn register_all(world: &World, all: &[(&str, &str)]) -> Vec<String> {
    let mut ids = Vec::new();
    for (surname, office) in all {
        let mut new = builders::new_candidacy(&world.actor, surname);
        let it = &mut new["registration"];
        it["office"] = json!(office);
        if *office == "governorship" {
            it["territory_kind"] = json!("state");
            it["territory_code"] = json!("15");
        }
        let mail = builders::CANARIES[3];
        new["private"] =
            json!({ "notification_email": mail, "notification_phone": builders::CANARIES[4] });
        ids.push(builders::register(&world.admin, &world.election, &new).await);
    }
    ids
}

/// Sixteen days later: the period has sent everything that was not sent.
async fn after_the_period(server: &Server, world: &mut World) {
    server.advance_days(16);
    enter_again(world).await;
}

async fn enter_again(world: &mut World) {
    world.admin.enter("admin", PASSWORD).await;
    world.operator.enter("captura.raiz", PASSWORD).await;
    world.validators[0].enter("validacion1", PASSWORD).await;
    world.validators[1].enter("validacion2", PASSWORD).await;
}

async fn queue(person: &Person, query: &str) -> Value {
    person.get(&format!("{QUEUE}{query}")).await.ok()
}

fn names(page: &Value) -> Vec<String> {
    let data = page["data"].as_array().unwrap();
    data.iter()
        .map(|it| it["name"].as_str().unwrap().to_owned())
        .collect()
}

const SURNAMES: [(&str, &str); 6] = [
    ("Peña", "municipal_presidency"),
    ("Ávila", "municipal_presidency"),
    ("Núñez", "governorship"),
    ("Cien", "municipal_presidency"),
    ("Robles", "municipal_presidency"),
    ("Zárate", "municipal_presidency"),
];

on_both!(
    /// Every candidacy is on one page, whatever the size of the pages, also those that the clock sent just
    /// now; the counts are of all pages.
    the_queue_is_paged_without_gaps,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let _ = register_all(&world, &SURNAMES[..3]).await;
        after_the_period(&server, &mut world).await;
        let whole = queue(&world.validators[0], "").await;
        assert_eq!(whole["data"].as_array().unwrap().len(), 4);
        assert_eq!(whole["next_cursor"], Value::Null);
        assert_eq!(whole["counts"]["waiting"], 4);
        assert_eq!(whole["counts"]["mine"], 0);
        let mut seen = Vec::new();
        let mut cursor = String::new();
        for _ in 0..9 {
            let page = queue(&world.validators[0], &format!("?limit=1{cursor}")).await;
            assert_eq!(page["counts"], whole["counts"]);
            seen.extend(names(&page));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(seen, names(&whole));
    }
);

on_both!(
    /// Each filter finds what it says, alone and together with the others.
    the_queue_is_narrowed,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.submit().await;
        let _ = register_all(&world, &SURNAMES).await;
        after_the_period(&server, &mut world).await;
        let election = world.election.clone();
        let actor = world.actor.clone();
        for (query, total) in [
            (String::new(), 7),
            ("?q=PENA".into(), 1),
            ("?q=maribel%20avila".into(), 1),
            ("?q=%25".into(), 0),
            ("?q=_".into(), 0),
            ("?q=raiz%20rumbo%20tecamac".into(), 6),
            ("?q=nadie".into(), 0),
            ("?office=governorship".into(), 1),
            ("?territory=municipality:15081".into(), 6),
            ("?territory=municipality:15081&q=ocampo".into(), 1),
            (format!("?election={election}&actor={actor}"), 7),
            ("?election=01890000-0000-7000-8000-000000000000".into(), 0),
            ("?state=submitted".into(), 7),
            ("?state=resubmitted,in_review".into(), 0),
            ("?waits_for=review".into(), 7),
            ("?waits_for=publication".into(), 0),
            ("?flag=incomplete".into(), 6),
            ("?flag=second_turn".into(), 0),
            ("?holder=me".into(), 0),
            ("?turn=free".into(), 7),
            ("?age=overdue".into(), 1),
        ] {
            let page = queue(&world.validators[0], &query).await;
            assert_eq!(page["data"].as_array().unwrap().len(), total, "{query}: {page}");
            if !query.contains("turn") && !query.contains("age") && !query.contains("holder") {
                assert_eq!(page["counts"]["waiting"], total, "{query}");
            }
        }
        let counts = &queue(&world.validators[0], "").await["counts"];
        let ages = ["overdue", "today", "soon", "later"].map(|it| counts[it].as_u64().unwrap());
        assert_eq!((ages.iter().sum::<u64>(), ages[0]), (7, 1), "{counts}");
        let choices = world.validators[0].get("/api/v1/review/choices").await.ok();
        assert_eq!(choices["data"][0]["actors"][0]["name"], "Raíz y Rumbo");
    }
);

on_both!(
    /// Whatever is wrong in the address is named, all of it; nobody but a validator asks.
    the_queue_refuses_what_it_does_not_know,
    |server: Server| async move {
        let world = World::new(&server).await;
        let wrong = "?office=king&limit=999&holder=you&sort=name&age=old&state=a,b&cursor=x&cursor=y";
        let answer = world.validators[0].get(&format!("{QUEUE}{wrong}")).await;
        answer.refused(400, "invalid_query");
        assert_eq!(
            answer.pointers(),
            ["office", "limit", "holder", "sort", "age", "state", "cursor"]
        );
        world.validators[0].post(&format!("{NEXT}?holder=me"), &json!({})).await.refused(400, "invalid_query");
        world.admin.post(NEXT, &json!({})).await.refused(403, "forbidden");
        world.operator.post(NEXT, &json!({})).await.refused(403, "forbidden");
    }
);

on_both!(
    /// Two people who press at the same time get two candidacies, until there are none.
    two_who_press_at_once_get_two,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let _ = register_all(&world, &SURNAMES[..3]).await;
        after_the_period(&server, &mut world).await;
        let first_due = queue(&world.validators[0], "").await["data"][0]["id"].clone();
        let mut taken = Vec::new();
        for _ in 0..2 {
            let body = json!({});
            let [one, other] = &world.validators;
            let (a, b) = tokio::join!(one.post(NEXT, &body), other.post(NEXT, &body));
            taken.extend([id(&a.ok()), id(&b.ok())]);
        }
        assert!(json!(taken[..2]).as_array().unwrap().contains(&first_due), "the first in line");
        taken.sort_unstable();
        taken.dedup();
        assert_eq!(taken.len(), 4);
        world.validators[0].post(NEXT, &json!({})).await.refused(404, "nothing_to_take");
        for person in &world.validators {
            let page = queue(person, "?holder=me").await;
            assert_eq!((page["data"].as_array().unwrap().len(), &page["counts"]["mine"]), (2, &json!(2)));
            assert_eq!(page["counts"]["waiting"], 4);
        }
        // An hour later the turns are over at once, whether that is stored or not.
        server.advance(std::time::Duration::from_secs(24 * 3600));
        enter_again(&mut world).await;
        let page = queue(&world.validators[0], "?turn=free").await;
        assert_eq!((page["data"].as_array().unwrap().len(), &page["counts"]["mine"]), (4, &json!(0)));
        assert_eq!(page["data"][0]["state"], "submitted");
        let _ = world.validators[0].post(NEXT, &json!({})).await.ok();
    }
);

on_both!(
    /// The second turn is another person's: the first is never given it, and both are told.
    a_second_turn_is_somebody_elses,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.validators[0].post(NEXT, &json!({})).await.refused(404, "nothing_to_take");
        world.submit().await;
        let _ = world.turn(0, None).await;
        let [first, second] = &world.validators;
        first.post(NEXT, &json!({})).await.refused(404, "nothing_to_take");
        assert_eq!(queue(first, "?turn=second").await["data"], json!([]));
        assert_eq!(queue(first, "").await["counts"]["second"], 0);
        let page = queue(second, "?turn=second").await;
        assert_eq!(page["data"][0]["id"], json!(world.candidacy));
        assert!(page["data"][0]["flags"].to_string().contains("second_turn"), "{page}");
        assert_eq!(page["counts"]["second"], 1);
        let desk = second.post(NEXT, &json!({})).await.ok();
        assert_eq!(id(&desk), world.candidacy);
        assert_eq!(desk["second_turn"], true);
    }
);

on_both!(
    /// A text with words that the assistant marks is flagged as it is sent.
    what_is_sent_is_flagged,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let text = format!("Los ciudadanos y los diputados decidirán. {}", content::text(300));
        let path = world.capture("/sections/motivation");
        let _ = world.operator.put(&path, 1, &json!({ "text": text })).await.ok();
        let _ = world.send().await.ok();
        let page = queue(&world.validators[0], "?flag=language").await;
        assert_eq!(page["data"][0]["id"], json!(world.candidacy), "{page}");
        assert_eq!(queue(&world.validators[0], "?flag=withheld").await["data"], json!([]));
    }
);

on_both!(
    /// What somebody observed returns to them once it is answered, and to nobody else.
    what_was_observed_returns,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        assert_eq!(world.turn(0, Some("proposal_1")).await["state"], "observed");
        assert_eq!(queue(&world.validators[0], "").await["data"], json!([]));
        let answer = json!({ "answer": "La propuesta es propia y la registramos en marzo." });
        let path = world.capture("/sections/proposal_1/answer");
        let _ = world.operator.post(&path, &answer).await.ok();
        let _ = world.send().await.ok();
        let page = queue(&world.validators[0], "?turn=returning").await;
        assert_eq!(page["data"][0]["returning"], true);
        assert!(page["data"][0]["flags"].to_string().contains("answered"), "{page}");
        assert_eq!(page["counts"]["returning"], 1);
        let other = queue(&world.validators[1], "").await;
        assert_eq!((&other["counts"]["returning"], &other["data"][0]["returning"]), (&json!(0), &json!(false)));
        assert_eq!(queue(&world.validators[1], "?turn=returning").await["data"], json!([]));
    }
);

on_both!(
    /// Another term moves what waits at once, and the refusal of the next in line says why.
    new_terms_move_what_waits,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let before = queue(&world.validators[0], "").await;
        assert_eq!(before["counts"]["later"], 1);
        let _ = edit_setup(&world.admin, &world.election, |it| it["settings"]["review_days"] = json!(2)).await.ok();
        let after = queue(&world.validators[0], "").await;
        assert_eq!((&after["counts"]["later"], &after["counts"]["soon"]), (&json!(0), &json!(1)), "{after}");
        let found = queue(&world.validators[0], "?age=soon").await;
        assert_eq!(found["data"].as_array().unwrap().len(), 1);
        let _ = world.consent("treatment", false).await.ok();
        let refused = world.validators[0].post(NEXT, &json!({})).await;
        refused.refused(404, "nothing_to_take");
        assert!(refused.json()["detail"].as_str().unwrap().contains("revoc"), "{}", refused.text());
    }
);

on_both!(
    /// The list of an election: by name, page by page, narrowed, and which places may be taken.
    an_elections_candidacies_are_listed,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let ids = register_all(&world, &SURNAMES).await;
        let path = format!("/api/v1/admin/elections/{}/candidacies", world.election);
        let get = async |query: &str| world.admin.get(&format!("{path}{query}")).await.ok();
        let surname = |it: &Value| it["registration"]["first_surname"].as_str().unwrap().to_owned();
        let mut seen = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = get(&format!("?limit=3{cursor}")).await;
            assert_eq!(page["total"], 7);
            seen.extend(page["data"].as_array().unwrap().iter().map(surname));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(seen, ["Ávila", "Cien", "Núñez", "Ocampo", "Peña", "Robles", "Zárate"]);
        for (query, total) in [
            ("?q=nunez", 1),
            ("?q=rumbo", 7),
            ("?office=governorship", 1),
            ("?territory=state:15", 1),
            ("?state=registered", 7),
            ("?state=published,approved", 0),
            ("?q=o&state=registered&office=municipal_presidency", 6),
        ] {
            assert_eq!(get(query).await["total"], total, "{query}");
        }
        let wrong = world.admin.get(&format!("{path}?holder=me&cursor=x&office=king")).await;
        wrong.refused(400, "invalid_query");
        let places = format!("/api/v1/admin/elections/{}/places", world.election);
        assert_eq!(world.admin.get(&places).await.ok()["data"], json!([]));
        let acuerdo = json!({ "acuerdo": "IEEM/CG/7/2026" });
        let substitution = format!("/api/v1/admin/candidacies/{}/substitution", ids[0]);
        let _ = world.admin.post(&substitution, &acuerdo).await;
        let left = world.admin.get(&places).await.ok();
        assert_eq!(left["data"][0]["id"], json!(ids[0]));
        let mut new = builders::new_candidacy(&world.actor, "Suplente");
        new["substitutes"] = json!(ids[0]);
        let mail = builders::CANARIES[3];
        new["private"] = json!({ "notification_email": mail, "notification_phone": builders::CANARIES[4] });
        let _ = builders::register(&world.admin, &world.election, &new).await;
        assert_eq!(world.admin.get(&places).await.ok()["data"], json!([]));
        after_the_period(&server, &mut world).await;
        let page = world.admin.get(&format!("{path}?state=submitted")).await.ok();
        assert_eq!(page["total"], 7, "sent by the clock just now: {page}");
    }
);

on_both!(
    /// Drills and real elections share the queue: each line says which it is, and who asks for the next in
    /// line of one election is given nothing of another, even where only the other has any.
    the_next_in_line_stays_in_the_election_that_is_asked_for,
    |server: Server| async move {
        let drill = World::new(&server).await;
        let real = drill.beside(&server, &drills::real_setup(), "captura.real").await;
        drill.submit().await;
        real.submit().await;
        let reviewer = &real.validators[0];
        let page = queue(reviewer, "").await;
        let lines = page["data"].as_array().unwrap();
        let mut told: Vec<_> = lines.iter().map(|it| (it["election"].clone(), it["drill"].clone())).collect();
        told.sort_by_key(|it| it.1.to_string());
        assert_eq!(told, [(json!(real.election), json!(false)), (json!(drill.election), json!(true))]);
        let next_of = |election: &str| format!("{NEXT}?election={election}");
        let taken = reviewer.post(&next_of(&real.election), &json!({})).await.ok();
        assert_eq!((&taken["id"], &taken["drill"]), (&json!(real.candidacy), &json!(false)));
        let none = reviewer.post(&next_of(&real.election), &json!({})).await;
        none.refused(404, "nothing_to_take");
        let other = real.validators[1].post(&next_of(&drill.election), &json!({})).await.ok();
        assert_eq!((&other["id"], &other["drill"]), (&json!(drill.candidacy), &json!(true)));
    }
);
