//! Every list is read from an index that holds all of what is asked.

use std::sync::Arc;

use conoceles_shared::api::listing::CandidacySearch;
use conoceles_shared::ids::AccountId;
use sqlx::Row as _;

use super::*;
use crate::core::config::Config;
use crate::core::db::Db;
use crate::core::secrets::token;

/// How SQLite reads a statement, step by step.
async fn plan(conn: Conn<'_>, sql: &str) -> String {
    let query = sqlx::query(sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")));
    let rows = query.fetch_all(conn).await.unwrap();
    let steps: Vec<String> = rows.iter().map(|it| it.get::<String, _>(3)).collect();
    steps.join("; ")
}

fn must_cover(plan: &str, index: &str, sql: &str) {
    let covering = format!("USING COVERING INDEX {index}");
    assert!(plan.contains(&covering), "{sql}: {plan}");
    assert!(!plan.contains("TEMP B-TREE"), "{sql}: {plan}");
}

#[tokio::test]
async fn lists_are_read_from_covering_indexes() {
    let folder = std::env::temp_dir().join(format!("conoceles-lists-{}", token().unwrap()));
    let config = Config {
        database_url: format!("sqlite:{}/t.db", folder.display()),
        data_dir: folder.clone(),
        ..Config::default()
    };
    let db = Db::open(&config).await.unwrap();
    let mut conn = db.read().await.unwrap();
    let query = "q=ana&office=governorship&territory=state:15&state=submitted&flag=language&age=soon\
        &turn=free&waits_for=review";
    let pairs = conoceles_shared::api::query::decode_pairs(query);
    let search = CandidacySearch::from_pairs(&pairs, CandidacySearch::OF_QUEUE).unwrap();
    let account: AccountId = "00000000-0000-7000-8000-000000000001".parse().unwrap();
    let elections: [Arc<ElectionRow>; 0] = [];
    let list = ListOf {
        seeker: Seeker {
            search: &search,
            account: &account,
            now: "2026-11-02T18:00:00Z".parse().unwrap(),
        },
        elections: &elections,
        overtaken: &[],
    };
    let narrowed = list.conditions(&mut conn, 0).await.unwrap();
    let wide = list.wide_conditions(&mut conn, COUNT_VALUES).await.unwrap();
    let everything = Conditions::after(0);
    let named = CandidacySearch {
        flag: None,
        age: None,
        turn: None,
        waits_for: None,
        ..search.clone()
    };
    let named = ListOf {
        seeker: Seeker {
            search: &named,
            ..list.seeker
        },
        ..list
    };
    let mut by_name = named.conditions(&mut conn, 0).await.unwrap();
    by_name.and_in("c.election_id", vec!["x".to_owned()]);
    let (first, first_names) = (
        " ORDER BY c.queue_key, c.id LIMIT 51",
        " ORDER BY c.name_key, c.id LIMIT 50",
    );
    for (index, sql) in [
        ("candidacies_in_queue", everything.statement(PLACES, first)),
        ("candidacies_in_queue", narrowed.statement(PLACES, first)),
        ("candidacies_in_queue", wide.statement(COUNTS, "")),
        ("candidacies_by_name", by_name.statement(NAMED, first_names)),
        ("candidacies_by_name", by_name.statement(HOW_MANY, "")),
    ] {
        let plan = plan(&mut conn, &sql).await;
        must_cover(&plan, index, &sql);
    }
    drop(conn);
    db.close().await;
    let _ = std::fs::remove_dir_all(folder);
}
