//! The lists of an election of 10,000 candidacies: every page is there, and what each takes is printed. Run
//! with a release: `CONOCELES_BIN=… cargo xtask test http -- --ignored queue_size --nocapture`.

use std::io::Write as _;
use std::time::{Duration, Instant};

use super::*;
use builders::World;

/// How many candidacies are copied beside the first.
const MANY: u32 = 10_000;

/// Copies the candidacy so many times, each with a person and a name key of its own.
async fn copy_many(server: &Server, candidacy: &str) {
    let columns = "election_id, actor_id, version, state, process, registration, private_data, \
        updated_at, office, territory_kind, territory_code, sex, role, waits_for, waiting_since, \
        queue_key, incomplete, flags, text_flags";
    let sql = format!(
        "INSERT INTO candidacies (id, person_id, name_key, search_name, {columns}) \
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY}) \
         SELECT '01890000-0000-7000-8000-' || CAST(100000000000 + i AS TEXT), \
         '01890000-0000-7000-9000-' || CAST(100000000000 + i AS TEXT), \
         c.name_key || ' ' || CAST(i AS TEXT), c.search_name || ' ' || CAST(i AS TEXT), {columns} \
         FROM candidacies c, n WHERE c.id = '{candidacy}'"
    );
    server.change_database(&sql).await;
    server.change_database("ANALYZE").await;
}

/// Median and slowest of forty requests.
async fn measured(person: &Person, path: &str) -> (Duration, Duration) {
    let mut taken = Vec::new();
    for _ in 0..40 {
        let start = Instant::now();
        let _ = person.get(path).await.ok();
        taken.push(start.elapsed());
    }
    taken.sort_unstable();
    (taken[20], taken[39])
}

on_both!(
    /// Pages, counts and search over 10,000.
    #[ignore = "measures a release: CONOCELES_BIN"]
    ten_thousand_are_listed,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        copy_many(&server, &world.candidacy).await;
        let election = format!("/api/v1/admin/elections/{}/candidacies", world.election);
        let validator = &world.validators[0];
        let page = validator.get("/api/v1/review/queue").await.ok();
        assert_eq!(page["counts"]["waiting"], MANY + 1);
        assert_eq!(page["data"].as_array().unwrap().len(), 50);
        let cursor = page["next_cursor"].as_str().unwrap();
        let next = validator.get(&format!("/api/v1/review/queue?cursor={cursor}")).await.ok();
        assert_ne!(next["data"][0]["id"], page["data"][0]["id"]);
        for (person, path) in [
            (validator, "/api/v1/review/queue".to_owned()),
            (validator, format!("/api/v1/review/queue?cursor={cursor}")),
            (validator, "/api/v1/review/queue?q=ocampo%209999".to_owned()),
            (validator, "/api/v1/review/queue?q=tecamac&office=municipal_presidency&flag=second_turn".to_owned()),
            (validator, "/api/v1/review/queue?holder=me".to_owned()),
            (validator, "/api/v1/review/published".to_owned()),
            (&world.admin, election.clone()),
            (&world.admin, format!("{election}?q=ocampo%209999&state=submitted")),
            (&world.admin, format!("{election}?cursor=9000")),
        ] {
            let (median, slowest) = measured(person, &path).await;
            let line = format!("{median:>8.1?} median {slowest:>8.1?} slowest  {path}\n");
            std::io::stderr().write_all(line.as_bytes()).unwrap();
        }
    }
);
