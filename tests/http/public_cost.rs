//! What anonymous readers may cost: ever-new lists have a budget by address, kept ones have none.

use std::time::Duration;

use super::*;
use builders::World;

/// So many lists that nobody asked for before.
fn new_lists() -> impl Iterator<Item = String> {
    (1..).map(|number| format!("/api/v1/candidacies?limit=500&q=ocampo+{number}"))
}

on_both!(
    an_address_that_asks_for_ever_new_lists_is_told_to_wait,
    |mut server: Server| async move {
        server.set("CONOCELES_TRUST_PROXY", "true");
        server.kill_and_restart().await;
        let reader = Person::anonymous(&server);
        let from = |address: &'static str| [("x-forwarded-for", address)];
        let mut asked = Vec::new();
        let refused = loop {
            let path = new_lists().nth(asked.len()).unwrap();
            let answer = reader.get_with(&path, &from("192.0.2.7")).await;
            if answer.status != 200 {
                break answer;
            }
            assert_eq!(answer.header("ratelimit-policy"), "\"lists\";q=400;w=10");
            assert!(answer.header("ratelimit").starts_with("\"lists\";r="));
            asked.push(path);
            assert!(asked.len() < 200, "no end to what one address may ask for");
        };
        refused.refused(429, "too_many_requests");
        let told = format!("\"lists\";r=0;t={}", refused.header("retry-after"));
        assert_eq!(refused.header("ratelimit"), told);
        assert!(asked.len() >= 10, "{}", asked.len());
        let seconds: u64 = refused.header("retry-after").parse().unwrap();
        assert!((1..=10).contains(&seconds), "{seconds}");
        assert_eq!(refused.header("access-control-allow-origin"), "*");
        // A page is told to a person, not to a program.
        let page = reader
            .get_with("/candidaturas?limit=100&q=nadie", &from("192.0.2.7"))
            .await;
        assert_eq!(page.status, 429);
        assert!(page.header("content-type").starts_with("text/html"));
        assert!(page.text().contains("Intentar de nuevo"));
        // What is kept costs nothing, and neighbours have their own budget.
        for path in &asked {
            let kept = reader.get_with(path, &from("192.0.2.7")).await;
            assert_eq!((kept.status.as_u16(), kept.header("ratelimit")), (200, ""));
        }
        let path = new_lists().nth(1000).unwrap();
        let neighbour = reader.get_with(&path, &from("192.0.2.8")).await;
        assert_eq!(neighbour.status, 200);
        server.advance(Duration::from_secs(seconds));
        let path = new_lists().nth(1001).unwrap();
        let later = reader.get_with(&path, &from("192.0.2.7")).await;
        assert_eq!(later.status, 200, "{}", later.text());
    }
);

on_both!(
    whole_records_come_in_shorter_pages,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let record = builders::public_record(&server, &world.public()).await;
        let reader = Person::anonymous(&server);
        let list = "/api/v1/candidacies?fields=id,sections&limit=";
        let long = reader.get(&format!("{list}500")).await;
        assert_eq!(long.pointers(), ["limit"]);
        long.refused(400, "invalid_query");
        let fits = reader.get(&format!("{list}100")).await.ok();
        assert_eq!(fits["data"][0]["sections"], record["sections"]);
        assert_eq!(fits["data"][0].as_object().unwrap().len(), 2);
    }
);
