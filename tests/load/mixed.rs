//! Operators who sign in and save while anonymous readers ask for ever-new lists: `cargo xtask bench`.
//!
//! Each loop asks for what nobody asked for before, as much of it as one answer holds, from an
//! address that nobody had before: no cache and no budget helps the server, only what an answer costs
//! and how many are made at once.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use conoceles_shared::api::query::FIELDS;
use conoceles_tests::{Engine, Person, Server, builders, content};
use futures_util::future::join_all;
use serde_json::json;

use super::{Operator, prepare};

/// The longest that one in a hundred may wait.
const LONGEST: Duration = Duration::from_millis(200);
/// Anonymous loops.
const LOOPS: usize = 8;
/// Operators who save, each so often.
const SAVING: usize = 4;
const PACE: Duration = Duration::from_millis(250);
/// The password of the demo's accounts.
const DEMO_PASSWORD: &str = "Mariposa.Monarca.77";

/// How long each kind of request took.
type Times = BTreeMap<&'static str, Vec<Duration>>;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes a minute and measures: cargo xtask bench"]
async fn beside_anonymous_loops() {
    let seconds = std::env::var("CONOCELES_LOAD_SECONDS").map_or(20, |it| it.parse().unwrap());
    let mut server = Server::start(Engine::Sqlite).await;
    server.set("CONOCELES_TRUST_PROXY", "true");
    let (code, out, err) = server.command(&["seed", "demo"]).await;
    assert_eq!(code, 0, "{out}{err}");
    server.kill_and_restart().await;
    let admin = Person::sign_in(&server, "admin", DEMO_PASSWORD).await;
    let mut operators = prepare(&server, &admin, SAVING + 1).await;
    let signing = operators.pop().unwrap();
    let calm = work(&server, &mut operators, &signing, seconds).await;
    let asked = Asked::default();
    let loops = (0..LOOPS).map(|_| asked.ever_new_lists(&server, seconds));
    let (loaded, _) = tokio::join!(
        work(&server, &mut operators, &signing, seconds),
        join_all(loops)
    );
    asked.print();
    println!(
        "{:<10} {:>6} {:>10} {:>10} | {:>6} {:>10} {:>10} {:>7}",
        "", "calm", "p50 ms", "p99 ms", "loops", "p50 ms", "p99 ms", "ratio"
    );
    let mut late = Vec::new();
    for (what, took) in &loaded {
        let (before, now) = (&calm[what], took);
        let (p99_before, p99) = (share(before, 990), share(now, 990));
        println!(
            "{what:<10} {:>6} {:>10.1} {:>10.1} | {:>6} {:>10.1} {:>10.1} {:>7.1}",
            before.len(),
            millis(share(before, 500)),
            millis(p99_before),
            now.len(),
            millis(share(now, 500)),
            millis(p99),
            p99.as_secs_f64() / p99_before.as_secs_f64()
        );
        if p99 > LONGEST {
            late.push(*what);
        }
    }
    assert!(
        late.is_empty(),
        "one in a hundred waits over {LONGEST:?}: {late:?}"
    );
}

/// Saves, sign-ins and looks at `/readyz`, one after the other each, for so many seconds.
async fn work(
    server: &Server,
    operators: &mut [Operator],
    signing: &Operator,
    seconds: u64,
) -> Times {
    let end = Instant::now() + Duration::from_secs(seconds);
    let saves = operators.iter_mut().map(|it| save(it, end));
    let sign_ins = repeat(end, || async {
        let person = Person::anonymous(server);
        let answer = person
            .try_to_enter(&signing.login, builders::PASSWORD)
            .await;
        assert_eq!(answer.status, 200, "{}", answer.text());
    });
    let reader = Person::anonymous(server);
    let ready = repeat(end, || async {
        assert_eq!(reader.get("/readyz").await.status, 200);
    });
    let (saves, sign_ins, ready) = tokio::join!(join_all(saves), sign_ins, ready);
    BTreeMap::from([
        ("save", saves.concat()),
        ("sign-in", sign_ins),
        ("/readyz", ready),
    ])
}

async fn save(operator: &mut Operator, end: Instant) -> Vec<Duration> {
    let path = format!(
        "/api/v1/capture/candidacies/{}/sections/motivation",
        operator.candidacy
    );
    let stored = operator.person.get(&path).await.ok();
    let version = std::cell::Cell::new(stored["version"].as_u64().unwrap());
    let person = &operator.person;
    repeat(end, || async {
        let text = format!("{}: {}", version.get(), content::text(1400));
        let answer = person
            .put(&path, version.get(), &json!({ "text": text }))
            .await;
        version.set(answer.ok()["version"].as_u64().unwrap());
    })
    .await
}

/// Does it again and again at the pace of people; how long each time took.
async fn repeat<F: Future<Output = ()>>(end: Instant, once: impl Fn() -> F) -> Vec<Duration> {
    let mut took = Vec::new();
    while Instant::now() < end {
        let next = tokio::time::Instant::now() + PACE;
        let start = Instant::now();
        once().await;
        took.push(start.elapsed());
        tokio::time::sleep_until(next).await;
    }
    took
}

/// What the loops asked for, and how they were answered.
#[derive(Default)]
struct Asked {
    number: AtomicUsize,
    made: AtomicUsize,
    refused: AtomicUsize,
    bytes: AtomicUsize,
}

impl Asked {
    async fn ever_new_lists(&self, server: &Server, seconds: u64) {
        let end = Instant::now() + Duration::from_secs(seconds);
        let reader = Person::anonymous(server);
        while Instant::now() < end {
            let number = self.number.fetch_add(1, Ordering::Relaxed);
            let address = format!(
                "10.{}.{}.{}",
                number >> 16,
                (number >> 8) & 255,
                number & 255
            );
            let headers = [
                ("accept-encoding", "br, gzip"),
                ("x-forwarded-for", address.as_str()),
            ];
            let answer = reader.get_with(&new_list(number), &headers).await;
            match answer.status.as_u16() {
                200 => self.made.fetch_add(1, Ordering::Relaxed),
                429 | 503 => self.refused.fetch_add(1, Ordering::Relaxed),
                other => panic!("{other}: {}", answer.text()),
            };
            self.bytes.fetch_add(answer.bytes.len(), Ordering::Relaxed);
        }
    }

    fn print(&self) {
        println!(
            "{LOOPS} loops: {} lists made, {} refused, {} kB sent",
            self.made.load(Ordering::Relaxed),
            self.refused.load(Ordering::Relaxed),
            self.bytes.load(Ordering::Relaxed) / 1024
        );
    }
}

/// A list that nobody asked for before: whole records with any other keys, summaries, pages.
fn new_list(number: usize) -> String {
    let keys = FIELDS.iter().enumerate();
    let chosen = keys.filter(|(at, key)| **key == "sections" || number >> at & 1 == 1);
    let chosen: Vec<&str> = chosen.map(|(_, key)| *key).collect();
    match number % 4 {
        0 | 1 => format!("/api/v1/candidacies?limit=100&fields={}", chosen.join(",")),
        2 => format!("/api/v1/candidacies?limit=500&q=a+{number}"),
        _ => format!(
            "/candidaturas?election=&limit=100&district={}",
            number % 999
        ),
    }
}

fn share(took: &[Duration], of_thousand: usize) -> Duration {
    let mut sorted = took.to_vec();
    sorted.sort_unstable();
    let at = sorted.len() * of_thousand / 1000;
    sorted.get(at).copied().unwrap_or_default()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
