//! Many operators saving at once: `cargo xtask load`. No acknowledged save may be missing
//! afterwards, whether or not the server is killed meanwhile.

mod mixed;

use std::time::{Duration, Instant};

use conoceles_tests::builders::{self, first_admin, new_candidacy};
use conoceles_tests::{Engine, Person, Server, content};
use futures_util::future::join_all;
use serde_json::json;
use sqlx::{AnyConnection, Connection as _, Row as _};
use tokio::sync::RwLock;

/// What an operator does, and for how long.
#[derive(Clone, Copy)]
struct Plan {
    operators: usize,
    seconds: u64,
    kills: u32,
}

impl Plan {
    /// From the environment; what is not given is the whole test of the specification.
    fn from_environment() -> Self {
        let number = |name: &str, usual: u64| {
            std::env::var(name).map_or(usual, |it| it.parse().expect("a number"))
        };
        Self {
            operators: usize::try_from(number("CONOCELES_LOAD_OPERATORS", 50)).unwrap(),
            seconds: number("CONOCELES_LOAD_SECONDS", 120),
            kills: u32::try_from(number("CONOCELES_LOAD_KILLS", 0)).unwrap(),
        }
    }
}

/// One operator with a candidacy of its own.
struct Operator {
    person: Person,
    login: String,
    candidacy: String,
}

/// What one operator's saves came to.
#[derive(Default)]
struct Tally {
    candidacy: String,
    /// Version and text of each save that was acknowledged.
    acknowledged: Vec<(u64, String)>,
    /// How long each of those took.
    took: Vec<Duration>,
    /// Requests without an answer: the server was being killed.
    unanswered: u32,
}

/// Between two saves of an operator.
const PACE: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes and measures: cargo xtask load"]
async fn on_sqlite() {
    load(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes and measures: cargo xtask load"]
async fn on_postgres() {
    load(Engine::Postgres).await;
}

async fn load(engine: Engine) {
    let plan = Plan::from_environment();
    let server = Server::start(engine).await;
    println!("{engine:?}: preparing {} operators …", plan.operators);
    let admin = first_admin(&server).await;
    let operators = prepare(&server, &admin, plan.operators).await;
    let server = RwLock::new(server);
    let end = Instant::now() + Duration::from_secs(plan.seconds);
    println!(
        "{engine:?}: saving for {} s, {} kills …",
        plan.seconds, plan.kills
    );
    let all = operators.into_iter().enumerate().map(|(number, operator)| {
        let head_start = PACE * u32::try_from(number).unwrap() / 50;
        work(&server, operator, end, head_start)
    });
    let (tallies, ()) = tokio::join!(join_all(all), kill(&server, plan));
    let url = server.read().await.database_url().to_owned();
    let lost = missing(&url, &tallies).await;
    report(engine, &tallies, lost);
    for tally in &tallies {
        assert!(!tally.acknowledged.is_empty(), "an operator saved nothing");
        assert!(
            plan.kills > 0 || tally.unanswered == 0,
            "a save was not answered"
        );
    }
    assert_eq!(lost, 0, "acknowledged saves are missing");
}

async fn prepare(server: &Server, admin: &Person, count: usize) -> Vec<Operator> {
    let election = builders::election(admin).await;
    let party = builders::party(admin, "Partido de Muchas Capturas", "PMC", "#8c6239").await;
    let actor = builders::actor(
        admin,
        &election,
        "party",
        "Partido de Muchas Capturas",
        &[party],
    )
    .await;
    let mut operators = Vec::new();
    for number in 0..count {
        let mut candidacy = new_candidacy(&actor, &format!("Ocampo {}", letters(number)));
        for private in ["curp", "voter_key", "rfc"] {
            candidacy["private"][private] = json!(null);
        }
        let candidacy = builders::register(admin, &election, &candidacy).await;
        let login = format!("captura{number}");
        let person = builders::operator(server, admin, &login, &actor).await;
        let consent = builders::consent(&person, &candidacy, "treatment", true);
        let _ = consent.await.ok();
        operators.push(Operator {
            person,
            login,
            candidacy,
        });
    }
    operators
}

/// A number as letters: names have no digits.
fn letters(number: usize) -> String {
    let letter = |it: usize| char::from(b'a' + u8::try_from(it % 26).unwrap());
    [letter(number / 26), letter(number)].iter().collect()
}

async fn work(
    server: &RwLock<Server>,
    mut operator: Operator,
    end: Instant,
    head_start: Duration,
) -> Tally {
    let path = format!(
        "/api/v1/capture/candidacies/{}/sections/motivation",
        operator.candidacy
    );
    let mut tally = Tally {
        candidacy: operator.candidacy.clone(),
        ..Tally::default()
    };
    let (mut version, mut round) = (0, 0);
    tokio::time::sleep(head_start).await;
    while Instant::now() < end {
        round += 1;
        let next = tokio::time::Instant::now() + PACE;
        let text = format!("{} {round}: {}", operator.login, content::text(1500));
        let start = Instant::now();
        let answer = operator
            .person
            .try_put(&path, version, &json!({ "text": text }))
            .await;
        match answer {
            Some(answer) if answer.status == 200 => {
                tally.took.push(start.elapsed());
                version = answer.json()["version"].as_u64().unwrap();
                tally.acknowledged.push((version, text));
            }
            Some(answer) if answer.status == 401 => {
                operator
                    .person
                    .enter(&operator.login, builders::PASSWORD)
                    .await;
            }
            other => {
                assert!(
                    other.as_ref().is_none_or(|it| it.status == 412),
                    "{other:?}"
                );
                tally.unanswered += 1;
                // Whether the last one was stored is not known: read how far it is.
                let _up = server.read().await;
                let found = operator.person.get(&path).await.ok();
                version = found["version"].as_u64().unwrap();
            }
        }
        tokio::time::sleep_until(next).await;
    }
    tally
}

/// Kills the server that often, evenly over the time.
async fn kill(server: &RwLock<Server>, plan: Plan) {
    let pause = Duration::from_secs(plan.seconds) / (plan.kills + 1);
    for _ in 0..plan.kills {
        tokio::time::sleep(pause).await;
        server.write().await.kill_and_restart().await;
    }
}

/// How many acknowledged saves the database does not have as they were sent.
async fn missing(url: &str, tallies: &[Tally]) -> usize {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(url).await.unwrap();
    let mut lost = 0;
    for tally in tallies {
        let stored = "SELECT version, content FROM section_versions \
                      WHERE candidacy_id = $1 AND section = 'motivation'";
        let rows = sqlx::query(stored).bind(tally.candidacy.clone());
        let rows = rows.fetch_all(&mut connection).await.unwrap();
        for (version, text) in &tally.acknowledged {
            let there = rows.iter().any(|row| {
                let content: String = row.get("content");
                row.get::<i64, _>("version") == i64::try_from(*version).unwrap()
                    && content.contains(text.as_str())
            });
            lost += usize::from(!there);
        }
    }
    lost
}

fn report(engine: Engine, tallies: &[Tally], lost: usize) {
    let mut took: Vec<Duration> = tallies.iter().flat_map(|it| it.took.clone()).collect();
    took.sort_unstable();
    let at = |share: usize| {
        took.get(took.len() * share / 1000)
            .copied()
            .unwrap_or_default()
    };
    let unanswered: u32 = tallies.iter().map(|it| it.unanswered).sum();
    println!(
        "{engine:?}: {} saves acknowledged, {unanswered} unanswered or stale, {lost} lost; \
         median {:.1} ms, p99 {:.1} ms, longest {:.1} ms",
        took.len(),
        at(500).as_secs_f64() * 1000.0,
        at(990).as_secs_f64() * 1000.0,
        took.last().copied().unwrap_or_default().as_secs_f64() * 1000.0,
    );
}
